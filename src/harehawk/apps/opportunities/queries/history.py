"""What was judged of an opportunity and what was written about it, the latest first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps
from django.db.models import F, Q

from harehawk.apps.access.models import Entry, User
from harehawk.apps.access.policy import Reach
from harehawk.apps.customers.models import Colleague, Customer, Offering, Person, Post
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.apps.opportunities.queries.listing import Judged
from harehawk.apps.opportunities.reach import reach_of
from harehawk.apps.opportunities.sealed import HIDDEN, Seal, confirmed, hidden
from harehawk.apps.rows.loading import is_link
from harehawk.apps.rows.tables import FIELD, SheetTable
from harehawk.apps.rows.together import Together, given
from harehawk.book.schema import Kind, Value
from harehawk.book.sheets import SHEET

MOST = 200
COLUMN = {field: column for column, field in FIELD.items()}
NAME: Mapping[str, tuple[Any, str]] = {
    "colleagues": (Colleague, "name"),
    "customers": (Customer, "name"),
    "offerings": (Offering, "name"),
    "opportunities": (Opportunity, "name"),
    "people": (Person, "name"),
    "posts": (Post, "title"),
    "users": (User, "name"),
}
OF_OTHERS = {"colleague": "colleagues", "user": "users"}  # links of rows that stand on no sheet
NAMES = Together(
    lambda: [
        (table, model._default_manager.filter(pk__in=given(table)), {"name": F(name)})
        for table, (model, name) in NAME.items()
    ]
)


@dataclass(frozen=True, kw_only=True)
class Moment(Judged):
    """A judgement in the history. `cause` is the last entry that it knew of."""

    pk: int
    as_of: dt.date
    cause: int | None
    method_version: int
    customer_class: str
    level: str
    expected_value_low: float
    expected_value_high: float
    peak_capital: float
    record: Any


@dataclass(frozen=True, kw_only=True)
class Written:
    """One write about an opportunity, with the values that its reader may read; links are names.

    `own` is one about the opportunity itself, not about its customer or one of the customer's people; `undoes` one
    that takes another back, `again` one that brings back what was there before; `gone` one about a row that was
    removed since.
    """

    number: int
    at: dt.datetime
    who: str
    act: str
    sheet: str
    row: int
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    undone: bool
    undoes: bool
    again: bool
    gone: bool
    own: bool


def judgements(user: User, number: int) -> Sequence[Moment]:
    """The judgements of one opportunity; none for who may not read them. Raises OpportunityNotFound."""
    row = Opportunity.objects.get_visible(user, number)
    if not reach_of(user, [number])[number].reads("verdict"):
        return ()
    return [
        Moment(**{name: getattr(one, name) for name in Moment.__dataclass_fields__})
        for one in Judgement.objects.filter(opportunity=row).order_by("-pk")[:MOST]
    ]


def entries(user: User, number: int) -> Sequence[Written]:
    """The writes about one opportunity and, for who works on it, about its customer. Raises OpportunityNotFound."""
    row = Opportunity.objects.get_visible(user, number)
    reach = reach_of(user, [number])[number]
    about = Q(opportunity=row.pk)
    if reach is Reach.INSIDE:
        about |= Q(customer=row.customer_id, opportunity=None)
    found = Entry.objects.filter(about).exclude(act=Entry.Act.NOTE).select_related("actor", "undoes")
    shown = list(found.order_by("-pk")[:MOST])
    covered = _covered(Seal(user), shown)
    written = [_written(one, reach, covered) for one in shown]
    return _with_names(_marked([one for one in written if one is not None]))


def _marked(written: Iterable[Written]) -> list[Written]:
    """Of these, the latest first, those that are about rows which are there no more."""
    last: dict[tuple[str, int], Written] = {}
    marked = []
    for one in written:
        latest = last.setdefault((one.sheet, one.row), one)
        marked.append(replace(one, gone=latest is not one and latest.act == Entry.Act.REMOVE))
    return marked


def _with_names(written: Sequence[Written]) -> Sequence[Written]:
    """Names in place of numbers, looked up at once."""
    wanted: dict[str, set[int]] = {table: set() for table in NAME}
    for one in written:
        for kept in (one.before, one.after):
            for column, value in kept.items():
                if table := _leads_to(one.sheet, column):
                    wanted[table].update(value if isinstance(value, list) else [value] if value else [])
    found: dict[str, dict[int, str]] = defaultdict(dict)
    if any(wanted.values()):
        for table, number, cells in NAMES.rows(**wanted):
            found[table][number] = cells["name"]

    def named(sheet: str, kept: Mapping[str, Any]) -> dict[str, Any]:
        return {column: _name(found.get(_leads_to(sheet, column)), value) for column, value in kept.items()}

    return [replace(one, before=named(one.sheet, one.before), after=named(one.sheet, one.after)) for one in written]


def _name(known: Mapping[int, str] | None, value: Value) -> Value:
    if known is None or value is None:
        return value
    return [known.get(one, "?") for one in value] if isinstance(value, list) else known.get(value, "?")


def _leads_to(sheet: str, column: str) -> str:
    """The table of the rows that a column of numbers names; none for other columns."""
    if sheet not in SHEET:
        return OF_OTHERS.get(column, "")
    about = next((one for one in SHEET[sheet].columns if one.key == column), None)
    return str(about.refers) if about and (is_link(about) or about.kind == Kind.REFERENCES) else ""


def _covered(seal: Seal, entries: Iterable[Entry]) -> set[tuple[str, int]]:
    """The sealed facts of which its reader does not learn who said so, by sheet and number."""
    facts: dict[str, set[int]] = {sheet: set() for sheet in HIDDEN}
    for entry in entries:
        kept = entry.after or entry.before or {}
        sheet, number = (kept["fact"], kept["fact_number"]) if "fact_number" in kept else (_sheet(entry), entry.row)
        if sheet in facts:
            facts[sheet].add(number)
    return {(sheet, number) for sheet, numbers in facts.items() for number in seal.closed(sheet, numbers)}


def _sheet(entry: Entry) -> str:
    model = apps.get_model(entry.table)
    return str(model.sheet.key if issubclass(model, SheetTable) else model._meta.db_table.partition("_")[2])


def _written(entry: Entry, reach: Reach, covered: set[tuple[str, int]]) -> Written | None:
    """None where nothing of it may be read."""
    sheet = _sheet(entry)
    before, after = _readable(reach, sheet, entry.before), _readable(reach, sheet, entry.after)
    if not before and not after:
        return None
    kept = after or before
    if (kept.get("fact", ""), kept.get("fact_number", 0)) in covered:
        return None
    sealed = (sheet, entry.row) in covered
    if sealed:
        before, after = (one and one | hidden(sheet, confirmed(1)) for one in (before, after))
    return Written(
        number=entry.pk,
        at=entry.at,
        who=entry.actor.name if entry.actor and not sealed else "",
        act=entry.act,
        sheet=sheet,
        row=entry.row,
        before=before,
        after=after,
        undone=entry.undone_by_id is not None,
        undoes=hasattr(entry, "undoes"),
        again=entry.act == Entry.Act.ADD and entry.version > 1,
        gone=False,
        own=entry.opportunity is not None,
    )


def _readable(reach: Reach, sheet: str, kept: Mapping[str, Any] | None) -> dict[str, Any]:
    named = {COLUMN.get(name, name): value for name, value in (kept or {}).items()}
    return {name: value for name, value in named.items() if reach.reads(f"{sheet}.{name}")}
