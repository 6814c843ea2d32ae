"""Cases out of a book: what is known of each open opportunity on one day."""

from collections.abc import Mapping
from datetime import date

from harehawk.book.index import by_opportunity
from harehawk.book.method import late_ratios, method
from harehawk.book.organisation import Organisation
from harehawk.book.sheets import Book
from harehawk.book.sheets.choices import NeedWeight, PaymentForm, PaymentKind, Procurement, RivalKind
from harehawk.book.sheets.customers import CustomerRow
from harehawk.book.sheets.evidence import EvidenceRow, NeedRow
from harehawk.book.sheets.opportunities import OpportunityRow
from harehawk.book.sheets.work import EffortRow
from harehawk.book.sheets.worth import PaymentRow
from harehawk.book.statements import statement
from harehawk.engine.common import Factor
from harehawk.engine.gates.cases import Case, Cases, Effort, Fact, Level, Rival
from harehawk.engine.gates.method import Method
from harehawk.engine.worth.deal import Aspect, Bill, Bond, Deal, Harm, Need, Outlay, Payment, Unknown

FULL, LIGHT = "full", "light"
LIGHT_SHIFT = -1.0
STRATEGIC = "strategic"
BILLS = {PaymentForm.BILL_HELD: Bill.HELD, PaymentForm.BILL_DISCOUNTED: Bill.DISCOUNTED}


def cases(book: Book, as_of: date, customer_class: str | None = None, rules: Method | None = None) -> Cases:
    """All opportunities that are open on that day, by what was known then; `customer_class` replaces every class.

    A fact learnt after the day is left out. Opportunities with an outcome by then are no longer judged.
    `rules` is the method where the book does not hold all that teaches it.
    """
    rules = rules or method(book, as_of)
    maker = _Maker(book, as_of, rules, customer_class)
    return Cases(method=rules, rows=tuple(maker.case(row) for row in open_opportunities(book, as_of)))


def open_opportunities(book: Book, as_of: date) -> tuple[OpportunityRow, ...]:
    """Found by that day and not closed by it."""
    closed = {row.opportunity for row in book.outcomes if row.closed_on <= as_of}
    return tuple(
        row
        for row in book.opportunities
        if (row.id or row.name) not in closed and (row.found_on is None or row.found_on <= as_of)
    )


class _Maker:
    """Indexes the sheets once, then makes one case after the other."""

    def __init__(self, book: Book, as_of: date, rules: Method, customer_class: str | None) -> None:
        self.as_of, self.rules, self.customer_class = as_of, rules, customer_class
        self.customers = {row.id or row.name: row for row in book.customers}
        self.strategic = {
            word for row in book.customers if row.customer_class == STRATEGIC for word in (row.id, row.name) if word
        }
        self.late = late_ratios(book, as_of)
        self.organisation = Organisation(book, as_of)
        self.evidence = by_opportunity(row for row in book.evidence if row.learned_on <= as_of)
        self.needs = by_opportunity(book.needs)
        self.rivals = by_opportunity(book.rivals)
        self.factors = by_opportunity(
            sorted(
                (row for row in book.factors if (row.learned_on or as_of) <= as_of),
                key=lambda row: row.learned_on or date.min,
            )
        )
        self.payments = by_opportunity(book.payments)
        self.costs = by_opportunity(book.costs)
        self.worth = by_opportunity(book.worth)
        self.harms = by_opportunity(book.harms)
        self.effort = by_opportunity(book.effort)
        self.overruled = {
            row.opportunity: bool(row.overrules_limit)
            for row in sorted(book.decisions, key=lambda row: row.decided_on)
            if row.decided_on <= as_of
        }

    def case(self, row: OpportunityRow) -> Case:
        key = row.id or row.name
        customer = self.customers[row.customer]
        rivals = tuple(
            Rival(
                id=rival.rival, advantage=self._advantage(key, rival.rival), takes_share=rival.kind != RivalKind.NOTHING
            )
            for rival in self.rivals[key]
        )
        return Case(
            id=key,
            customer=row.customer,
            customer_class=self.customer_class or customer.customer_class,
            state_or_public=self.organisation.state_or_public(customer),
            facts=tuple(self._fact(fact) for fact in self.evidence[key]),
            needs=tuple(_need(need) for need in self.needs[key] if need.weight != NeedWeight.WANT),
            group=self.organisation.group(row, frozenset(rival.id for rival in rivals)),
            rivals=rivals,
            closed=bool(row.shortlist_closed) or row.procurement_method == Procurement.SOLE_SOURCE,
            deal=self._deal(row, customer),
            effort=self._effort(self.effort[key]),
            overruled=self.overruled.get(key, False),
        )

    def _fact(self, row: EvidenceRow) -> Fact:
        said = statement(row, self.as_of, row.source or row.document)
        return Fact(criterion=row.criterion, answer=row.answer, said=said)

    def _advantage(self, opportunity: str, rival: str) -> Mapping[Factor, int]:
        """The latest row of each factor, of one day the lowest."""
        return {row.factor: row.advantage for row in self.factors[opportunity] if row.rival == rival}

    def _deal(self, row: OpportunityRow, customer: CustomerRow) -> Deal:
        key = row.id or row.name
        money = {
            kind: [row for row in self.payments[key] if (row.kind or PaymentKind.PAYMENT) == kind]
            for kind in PaymentKind
        }
        payments = tuple(_payment(payment) for payment in money[PaymentKind.PAYMENT])
        outlays = tuple(Outlay(month=cost.month, amount=cost.amount) for cost in self.costs[key])
        scores = {} if customer.importance is None else {Aspect.IMPORTANCE: customer.importance}
        scores |= {own.aspect: own.score for own in self.worth[key] if own.aspect and own.score is not None}
        paid = customer.payment_class
        return Deal(
            amount=row.amount,
            margin=row.margin,
            payments=payments or None,
            outlays=outlays or None,
            closing_gaps=tuple(
                Outlay(month=need.closing_month or 0, amount=need.closing_cost)
                for need in self.needs[key]
                if need.closing_cost
            ),
            bonds=tuple(_bond(payment) for payment in money[PaymentKind.PERFORMANCE_BOND]),
            bid_bond=sum(bond.amount or (bond.share or 0) * (row.amount or 0) for bond in money[PaymentKind.BID_BOND]),
            default_probability=self.rules.payment_classes[paid] if paid else None,
            late_ratios=self.late.get(row.customer, ()),
            scores=scores,
            harms=tuple(
                Harm(
                    id=harm.harmed,
                    probability=harm.probability,
                    loss=harm.loss,
                    strategic=harm.harmed in self.strategic,
                )
                for harm in self.harms[key]
            ),
            unknowns=tuple(
                Unknown(id=own.statement, probability=own.probability, difference=own.difference)
                for own in self.worth[key]
                if own.statement and own.probability is not None and own.difference is not None
            ),
        )

    def _effort(self, rows: list[EffortRow]) -> Effort:
        levels = {row.level: row for row in rows}
        if set(levels) - {FULL}:
            return Effort(levels=tuple(self._level(name, row) for name, row in levels.items()))
        if not levels:
            return Effort()
        row = levels[FULL]
        return Effort(
            hours=_hours(row),
            hours_spent=row.hours_spent or 0,
            money=row.money or 0,
            money_spent=row.money_spent or 0,
            remainder=row.remainder,
        )

    def _level(self, name: str, row: EffortRow) -> Level:
        hours = max(0.0, (_hours(row) or 0) - (row.hours_spent or 0))
        money = max(0.0, (row.money or 0) - (row.money_spent or 0))
        cost = hours * self.rules.hour_price + money if row.remainder is None else row.remainder
        usual = LIGHT_SHIFT if name == LIGHT else 0.0
        return Level(id=name, cost=cost, shift=usual if row.shift is None else row.shift)


def _hours(row: EffortRow) -> float | None:
    entered = [hours for hours in (row.hours_sales, row.hours_presales, row.hours_delivery) if hours is not None]
    return sum(entered) if entered else None


def _need(row: NeedRow) -> Need:
    late = row.needed_on is not None and row.available_on is not None and row.available_on > row.needed_on
    return Need(id=row.need, fit=row.fit, provider=row.provider or "", late=late)


def _payment(row: PaymentRow) -> Payment:
    return Payment(
        id=row.name,
        month=row.month or 0,
        amount=row.amount or 0,
        share=row.share,
        term_days=30.0 if row.days is None else row.days,
        bill=BILLS.get(row.form) if row.form else None,
    )


def _bond(row: PaymentRow) -> Bond:
    bond = Bond(amount=row.amount or 0, share=row.share)
    return bond if row.month is None else Bond(amount=bond.amount, share=bond.share, back_month=row.month)
