"""What was judged of an opportunity and what was written about it, the latest first."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from harehawk.apps.access.models import Entry, User
from harehawk.apps.access.policy import Reach
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.apps.opportunities.queries.listing import Judged, judged_row
from harehawk.apps.opportunities.reach import reach_of
from harehawk.apps.opportunities.sealed import HIDDEN, Seal, confirmed, hidden
from harehawk.apps.rows.tables import FIELD, SheetTable

MOST = 200
COLUMN = {field: column for column, field in FIELD.items()}


@dataclass(frozen=True, kw_only=True)
class Written:
    """One write about an opportunity, with the values that its reader may read."""

    number: int
    at: dt.datetime
    who: str
    act: str
    sheet: str
    row: int
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    undone: bool


def judgements(user: User, number: int) -> Sequence[Judged]:
    """The judgements of one opportunity; none for who may not read them. Raises OpportunityNotFound."""
    row = Opportunity.objects.get_visible(user, number)
    if not reach_of(user, [number])[number].reads("verdict"):
        return ()
    return [judged_row(one) for one in Judgement.objects.filter(opportunity=row).order_by("-pk")[:MOST]]


def entries(user: User, number: int) -> Sequence[Written]:
    """The writes about one opportunity. Raises OpportunityNotFound."""
    row = Opportunity.objects.get_visible(user, number)
    reach = reach_of(user, [number])[number]
    found = Entry.objects.filter(opportunity=row.pk).exclude(act=Entry.Act.NOTE).select_related("actor")
    shown = list(found.order_by("-pk")[:MOST])
    covered = _covered(Seal(user), shown)
    written = [_written(one, reach, covered) for one in shown]
    return [one for one in written if one is not None]


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
    )


def _readable(reach: Reach, sheet: str, kept: Mapping[str, Any] | None) -> dict[str, Any]:
    named = {COLUMN.get(name, name): value for name, value in (kept or {}).items()}
    return {name: value for name, value in named.items() if reach.reads(f"{sheet}.{name}")}
