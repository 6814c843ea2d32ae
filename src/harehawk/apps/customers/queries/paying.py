"""What a customer's invoices teach: how late it pays, beside a customer of whom nothing is known."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from harehawk.apps.customers.lateness import method_on
from harehawk.apps.customers.models import Invoice
from harehawk.apps.method.queries import version_on
from harehawk.book.method import late_ratios
from harehawk.book.sheets import Book
from harehawk.book.sheets.worth import InvoiceRow
from harehawk.engine.common import Range
from harehawk.engine.gates.method import Method
from harehawk.engine.worth.delay import ASSUMED_MEAN, ASSUMED_SD, late_factors

TERM = 30  # days allowed, to say lateness in days
LOW, MIDDLE, HIGH = 0, 2, 4  # of the quantiles 10/30/50/70/90 %


@dataclass(frozen=True, kw_only=True)
class InvoiceLine:
    """An invoice. `late` are the days after it was due, until it was paid or until today."""

    number: int
    version: int
    name: str
    issued_on: dt.date
    due_on: dt.date
    paid_on: dt.date | None
    amount: Decimal | None
    disputed: bool
    late: int


@dataclass(frozen=True, kw_only=True)
class Paying:
    """`days` are those to money where thirty are allowed; `usual` those of a customer without invoices."""

    invoices: Sequence[InvoiceLine]
    settled: int
    days: Range
    usual: Range
    assumed: bool  # `usual` is not learnt from our own invoices yet
    annual_rate: float

    @property
    def unpaid(self) -> Decimal:
        """What is still to come in."""
        return sum((one.amount or Decimal(0) for one in self.invoices if one.paid_on is None), Decimal(0))

    @property
    def overdue(self) -> Decimal:
        """What of it is due already."""
        due = (one for one in self.invoices if one.paid_on is None and one.late > 0)
        return sum((one.amount or Decimal(0) for one in due), Decimal(0))


def paying(customer: int) -> Paying:
    """The invoices of a customer and what they teach. Five statements."""
    today = timezone.localdate()
    method = method_on(version_on(today), today)
    rows = list(Invoice.objects.filter(customer=customer).order_by("-issued_on", "-pk"))
    known = tuple(
        InvoiceRow(customer="", number=row.number, issued_on=row.issued_on, due_on=row.due_on, paid_on=row.paid_on)
        for row in rows
    )
    ratios = late_ratios(Book(invoices=known), today).get("", ())
    return Paying(
        invoices=[_line(row, today) for row in rows],
        settled=len(ratios),
        days=_days(ratios, method),
        usual=_days([], method),
        assumed=(method.late_mean, method.late_sd) == (ASSUMED_MEAN, ASSUMED_SD),
        annual_rate=method.annual_rate,
    )


def _line(row: Invoice, today: dt.date) -> InvoiceLine:
    return InvoiceLine(
        number=row.pk,
        version=row.version,
        name=row.number,
        issued_on=row.issued_on,
        due_on=row.due_on,
        paid_on=row.paid_on,
        amount=row.amount,
        disputed=bool(row.disputed),
        late=((row.paid_on or today) - row.due_on).days,
    )


def _days(ratios: Sequence[float], method: Method) -> Range:
    days = TERM * late_factors(ratios, method.late_mean, method.late_sd)
    return Range(point=float(days[MIDDLE]), low=float(days[LOW]), high=float(days[HIGH]))
