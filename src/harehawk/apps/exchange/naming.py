"""What stands against taking something back, by a name that whoever asks may see."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from harehawk.apps.access.models import Team, User
from harehawk.apps.customers.models import Customer, Person
from harehawk.apps.exchange.standing import visible
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.rows.tables import SheetTable, said
from harehawk.book.schema import Sheet

type About = tuple[int | None, int | None]  # numbers of the opportunity and the customer that a row is about
LOOKED_AT = 100
THINGS: tuple[Any, ...] = (Opportunity, Customer, Person)  # have a page of their own


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with a page of its own: which kind of page, and of what."""

    kind: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Unseen:
    """Rows of one kind and one writer, of which whoever asks sees nothing. `by` is empty for the command."""

    kind: str
    by: str
    count: int


def such_as(user: User | None, rows: Iterable[About]) -> str:
    """An opportunity or a customer that rows are about, if the user sees one; None is the operator, who sees all.

    The rows themselves may be called by what is confidential: a payment, a need.
    """
    numbers = list(rows)[:LOOKED_AT]
    tables: tuple[Any, ...] = (Opportunity, Customer)
    for table, wanted in zip(tables, zip(*numbers, strict=True), strict=False):
        if found := visible(table, user).filter(pk__in=[one for one in wanted if one]).first():
            return str(found)
    return ""


def about(rows: Iterable[Any]) -> list[About]:
    """What rows are about."""
    return [(row.opportunity_number, row.customer_number) for row in rows]


def things(user: User | None, rows: Iterable[Any]) -> tuple[tuple[Thing, ...], list[Any]]:
    """What rows are or are about, each once, as far as the user sees it; and the rows of which he sees nothing."""
    of: dict[Any, tuple[Any, int | None]] = {row: _thing(row) for row in rows}
    named: list[Thing] = []
    for table in (*THINGS, User, Team):
        wanted = {number for kind, number in of.values() if kind is table}
        found = visible(table, user).filter(pk__in=wanted).order_by("pk")
        named += [Thing(table._meta.model_name, one.pk, str(one)) for one in found]
    seen = {(one.kind, one.number) for one in named}
    return tuple(named), [row for row, (kind, number) in of.items() if (kind._meta.model_name, number) not in seen]


def unseen(rows: Iterable[Any]) -> tuple[Unseen, ...]:
    """What rows are that somebody does not see: their kind and who wrote them, and nothing that they say."""
    counted = Counter((str(said(_sheet(row).words)), str(row.recorded_by or "")) for row in rows)
    return tuple(Unseen(kind, by, count) for (kind, by), count in sorted(counted.items()))


def _sheet(row: Any) -> Sheet:  # noqa: ANN401  a row of whichever table
    """Of a row, or of what it hangs on."""
    sheet: Sheet = (row if isinstance(row, SheetTable) else _thing(row)[0]).sheet
    return sheet


def _thing(row: Any) -> tuple[Any, int | None]:  # noqa: ANN401  a row of whichever table
    if type(row) in {*THINGS, User, Team}:
        return type(row), row.pk
    return (Opportunity, row.opportunity_number) if row.opportunity_number else (Customer, row.customer_number)
