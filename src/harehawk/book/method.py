"""The method that a book's own settings make of the default one."""

import math
from collections import defaultdict
from dataclasses import replace
from datetime import date

from harehawk.book.sheets import Book
from harehawk.book.sheets.settings import ClassRow
from harehawk.engine.gates.method import Criterion, Emphasis, Method
from harehawk.engine.gates.pack import DEFAULT
from harehawk.engine.worth.deal import Aspect, Limit
from harehawk.engine.worth.delay import company_delay


def method(book: Book, as_of: date) -> Method:
    """The default method with the book's rates, classes, criteria, and what its invoices teach by that day."""
    mean, sd = company_delay(late_ratios(book, as_of).values())
    made = replace(DEFAULT, criteria=_criteria(book), classes=_classes(book), late_mean=mean, late_sd=sd)
    if not book.company:
        return made
    row = book.company[0]
    rates = tuple(
        own if own is not None else usual
        for own, usual in zip((row.rate_purchase, row.rate_bid, row.rate_win), made.rates, strict=True)
    )
    return replace(
        made,
        rates=(rates[0], rates[1], rates[2]),
        hour_price=made.hour_price if row.hour_price is None else row.hour_price,
        annual_rate=made.annual_rate if row.cost_of_capital is None else row.cost_of_capital,
        loss_given_default=made.loss_given_default if row.loss_given_default is None else row.loss_given_default,
        rivals_modelled=row.rivals_modelled is not False,
    )


def late_ratios(book: Book, as_of: date) -> dict[str, tuple[float, ...]]:
    """ln(days/term) of each customer's invoices that were paid by that day."""
    ratios: dict[str, list[float]] = defaultdict(list)
    for invoice in book.invoices:
        if invoice.paid_on is not None and invoice.paid_on <= as_of:
            days = max(1, (invoice.paid_on - invoice.issued_on).days)
            term = max(1, (invoice.due_on - invoice.issued_on).days)
            ratios[invoice.customer].append(math.log(days / term))
    return {customer: tuple(found) for customer, found in ratios.items()}


def _criteria(book: Book) -> tuple[Criterion, ...]:
    """Rows for all classes: those of the default pack changed where a cell is filled, others added."""
    usual = {criterion.code: criterion for criterion in DEFAULT.criteria}
    for row in book.criteria:
        if row.customer_class is None:
            old = usual.get(row.code, Criterion(code=row.code, gate=1, swing=0, prior=0.5))
            usual[row.code] = Criterion(
                code=row.code,
                gate=old.gate if row.gate is None else row.gate,
                swing=old.swing if row.swing is None else row.swing,
                prior=old.prior if row.prior is None else row.prior,
                must=old.must if row.must is None else row.must,
            )
    return tuple(sorted(usual.values(), key=lambda criterion: criterion.gate))


def _classes(book: Book) -> dict[str, Emphasis]:
    made = dict(DEFAULT.classes)
    for row in book.classes:
        made[row.code] = _emphasis(made.get(row.code, DEFAULT.classes[DEFAULT.unclassified]), row)
    for rule in book.criteria:
        if rule.customer_class is not None:
            old = made[rule.customer_class]
            swings = {} if rule.swing is None else {rule.code: rule.swing}
            priors = {} if rule.prior is None else {rule.code: rule.prior}
            made[rule.customer_class] = replace(old, swings={**old.swings, **swings}, priors={**old.priors, **priors})
    return made


def _emphasis(old: Emphasis, row: ClassRow) -> Emphasis:
    aspects = {aspect: getattr(row, aspect.value) for aspect in Aspect}
    limits = {Limit.CAPITAL: row.capital_limit, Limit.CREDIT: row.credit_limit, Limit.MARGIN: row.margin_floor}
    hours = {"sales": row.hours_sales, "presales": row.hours_presales, "delivery": row.hours_delivery}
    return replace(
        old,
        shift=old.shift if row.shift is None else row.shift,
        aspects={**old.aspects, **{key: value for key, value in aspects.items() if value is not None}},
        limits={**old.limits, **{key: value for key, value in limits.items() if value is not None}},
        amount=old.amount if row.amount is None else row.amount,
        margin=old.margin if row.margin is None else row.margin,
        milestones=row.milestones or old.milestones,
        hours={**old.hours, **{key: value for key, value in hours.items() if value is not None}},
        nurtures=old.nurtures if row.nurtures is None else row.nurtures,
    )
