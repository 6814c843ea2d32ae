"""Rows of an opportunity as they were entered, and what may be chosen in them; for those who work on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Colleague, Offering, Person
from harehawk.apps.opportunities.actions.rows import TABLES
from harehawk.apps.opportunities.models import Member, Opportunity
from harehawk.apps.opportunities.problems import RowNotFound
from harehawk.apps.rows.loading import load
from harehawk.apps.rows.tables import Table
from harehawk.book.schema import Kind, Sheet
from harehawk.book.sheets import SHEET
from harehawk.book.sheets.choices import OURSELVES

type Choosable = Mapping[str, Sequence[tuple[str | int, str]]]  # by sheet, or by column: what is kept and its name

SHEETS: Mapping[str, Sheet] = {key: SHEET[key] for key in TABLES}  # that are changed in place


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A row: its cells by column, links and lists of rows as numbers."""

    number: int
    version: int
    cells: Mapping[str, Any]


def entered(user: User, opportunity: int, sheet: str) -> Sequence[Entered]:
    """The rows of a sheet of an opportunity that a user works on. Raises OpportunityNotFound."""
    return _entered(_rows(user, opportunity, sheet))


def entered_row(user: User, opportunity: int, sheet: str, row: int) -> Entered:
    """One of them. Raises OpportunityNotFound, RowNotFound."""
    found = _entered(_rows(user, opportunity, sheet).filter(pk=row))
    if not found:
        raise RowNotFound(row)
    return found[0]


def choosable(user: User, opportunity: int, language: str) -> Choosable:
    """Whom and what rows of an opportunity can name. Raises OpportunityNotFound."""
    deal = Opportunity.objects.select_related("customer").get_editable(user, opportunity)
    here = deal.customer
    theirs = Q(customer=here) | Q(customer__parent=here) | Q(customer__isnull=True) | Q(memberships__opportunity=deal)
    if here.parent_id is not None:
        theirs |= Q(customer=here.parent_id)
    inside = Member.objects.filter(opportunity=deal).values("person")
    people = Person.objects.visible_to(user).filter(theirs).distinct().annotate(outside_group=~Q(pk__in=inside))
    known = people.order_by("outside_group", "name", "pk").values_list("pk", "name", "title", "post__title")
    ours = OURSELVES[""].say(language)
    return {
        "people": [(number, " · ".join(filter(None, (name, own or post)))) for number, name, own, post in known],
        "offerings": list(Offering.objects.order_by("name").values_list("pk", "name")),
        "colleagues": list(Colleague.objects.order_by("name").values_list("pk", "name")),
        "party": [("", ours), *((name, name) for name in deal.rivals.order_by("pk").values_list("rival", flat=True))],
    }


def _rows(user: User, opportunity: int, sheet: str) -> QuerySet[Any]:
    table: Table = TABLES[sheet]
    rows: QuerySet[Any] = table.objects.filter(opportunity=Opportunity.objects.get_worked_on(user, opportunity))
    return rows


def _entered(rows: QuerySet[Any]) -> list[Entered]:
    loaded = load(rows)
    versions = dict(rows.values_list("pk", "version"))
    keys = [column.key for column in loaded.sheet.columns]
    found = []
    for number, *cells in loaded.rows:
        known = dict(zip(keys, cells, strict=True))
        known |= {
            column.key: loaded.lists[column.key].get(number, [])
            for column in loaded.sheet.columns
            if column.kind == Kind.REFERENCES
        }
        found.append(Entered(number=number, version=versions[number], cells=known))
    return found
