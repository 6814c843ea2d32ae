"""What was said about one criterion or one person, each with who said it and when; and the files that carry it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from harehawk.apps.access.models import Fact, User
from harehawk.apps.access.queries import entries_of
from harehawk.apps.customers.models import Colleague, Person
from harehawk.apps.opportunities.models import (
    Attachment,
    Evidence,
    Factor,
    Influence,
    Member,
    Opportunity,
    Rival,
    Stance,
)  # fmt: skip
from harehawk.apps.opportunities.problems import FileNotFound, OpportunityNotFound
from harehawk.apps.opportunities.reach import reach_of
from harehawk.apps.opportunities.sealed import Seal, confirmed
from harehawk.apps.rows.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A file beside a fact."""

    number: int
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One fact. Of a sealed one its reader may learn what it says, but not who said so: then it is `covered`."""

    number: int
    about: str  # the rival that a stance or a comparison is about; empty: us
    value: Any  # answer, attitude or advantage, by the kind of fact
    grade: str
    source: str
    document: str
    learned_on: dt.date | None
    author: str
    file: Carried | None
    sealed: bool
    covered: bool
    entry: int | None  # of the log, by which it can be taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class Listens:
    """How much one member listens to another."""

    number: int
    listener: str
    speaker: str
    strength: int | None
    conflict: bool
    source: str
    learned_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Source and grade that somebody gave last here, who is likely to tell something, and who told something before."""

    source: str
    grade: str
    people: Sequence[str]  # of the buying group, then of ours who work on it
    sources: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """The bytes of a file, and what it is called."""

    name: str
    kind: str
    content: bytes


def evidence(user: User, opportunity: int, criterion: str) -> Sequence[Said]:
    """All that was said about a criterion, the latest first. Raises OpportunityNotFound."""
    rows = _readable(user, opportunity, Evidence).filter(criterion=criterion).select_related("recorder")
    return _said(user, rows.order_by("-learned_on", "-pk"), "evidence", "answer")


def stances(user: User, opportunity: int, person: int) -> Sequence[Said]:
    """All that was said about where a person stands, the latest first. Raises OpportunityNotFound."""
    rows = _readable(user, opportunity, Stance).filter(person=person)
    return _said(user, rows.order_by("-learned_on", "-pk"), "stances", "attitude")


def factors(user: User, opportunity: int, rival: str, factor: str) -> Sequence[Said]:
    """All that was said about how we compare in a factor, the latest first. Raises OpportunityNotFound."""
    rows = _readable(user, opportunity, Factor).filter(rival=rival, factor=factor)
    return _said(user, rows.order_by("-learned_on", "-pk"), "factors", "advantage")


def influence(user: User, opportunity: int) -> Sequence[Listens]:
    """Who listens to whom, as was said last. Raises OpportunityNotFound."""
    rows = _readable(user, opportunity, Influence).select_related("listener", "speaker").order_by("learned_on", "pk")
    latest = {(row.listener_id, row.speaker_id): row for row in rows}
    return [
        Listens(
            number=row.pk, listener=row.listener.name, speaker=row.speaker.name, strength=row.strength,
            conflict=bool(row.conflict), source=row.source, learned_on=row.learned_on,
        )
        for row in latest.values()
    ]  # fmt: skip


def group(user: User, opportunity: int) -> Sequence[tuple[int, str]]:
    """Who takes part in the decision, by number and name; nobody out of reach. Raises OpportunityNotFound."""
    members = _readable(user, opportunity, Member).exclude(person__no_contact=True)
    return list(members.order_by("pk").values_list("person", "person__name"))


def numbers_of(people: Iterable[str]) -> Mapping[str, int]:
    """The numbers of people that a book names."""
    return dict(Person.objects.filter(key__in=list(people)).values_list("key", "pk"))


def rivals(user: User, opportunity: int) -> Sequence[str]:
    """The rivals that are named. Raises OpportunityNotFound."""
    return list(_readable(user, opportunity, Rival).order_by("pk").values_list("rival", flat=True))


def hints(user: User, opportunity: int) -> Hints:
    """What a form about this opportunity starts from: what somebody learns next he likely learnt there too.

    Of sealed facts it knows nothing: the next fact would name their sources openly.
    Raises OpportunityNotFound.
    """
    rows = _readable(user, opportunity, Evidence).exclude(sealed=True)
    last = rows.filter(recorded_by=user).order_by("-pk").first()
    named = rows.exclude(source="").order_by("-pk").values_list("source", flat=True)
    people = dict.fromkeys([*(name for _, name in group(user, opportunity)), *_ours(user, opportunity)])
    return Hints(
        source=last.source if last else "",
        grade=last.grade if last else "",
        people=list(people),
        sources=list(dict.fromkeys([*named, *people])),
    )


def _ours(user: User, opportunity: int) -> Iterable[str]:
    """Who of ours works on an opportunity beside the user."""
    works = Q(opportunities=opportunity) | Q(works_on__opportunity=opportunity)
    others = Colleague.objects.filter(works).filter(Q(user=None) | ~Q(user=user))
    return others.order_by("pk").distinct().values_list("name", flat=True)


def file_of(user: User, number: int) -> Download:
    """A file of a fact that still stands. Raises FileNotFound."""
    row = Attachment.objects.visible_to(user).select_related("file").filter(pk=number).first()
    if row is None or not reach_of(user, [row.opportunity_id])[row.opportunity_id].reads("attachment.name"):
        raise FileNotFound(number)
    table: Table = {"evidence": Evidence, "stances": Stance}[row.fact]
    standing = table.objects.filter(pk=row.fact_number, withdrawn=False).exists()
    if not standing or Seal(user).closed(row.fact, [row.fact_number]):
        raise FileNotFound(number)
    return Download(name=row.name, kind=row.kind, content=bytes(row.file.content))


def _readable(user: User, opportunity: int, table: Table) -> Any:  # noqa: ANN401  a queryset of the table
    """The rows of a table about an opportunity that stand, for who may read them. Raises OpportunityNotFound."""
    Opportunity.objects.get_visible(user, opportunity)
    if not reach_of(user, [opportunity])[opportunity].reads(f"{table.sheet.key}.opportunity"):
        raise OpportunityNotFound(opportunity)
    rows = table.objects.filter(opportunity=opportunity)
    return rows.filter(withdrawn=False) if issubclass(table, Fact) else rows


def _said(user: User, rows: Any, sheet: str, value: str) -> Sequence[Said]:  # noqa: ANN401  a queryset of facts
    found: list[Any] = list(rows.select_related("recorded_by"))
    numbers = [row.pk for row in found]
    covered = Seal(user).closed(sheet, numbers)
    files = {
        one.fact_number: Carried(number=one.pk, name=one.name, size=one.size)
        for one in Attachment.objects.filter(fact=sheet, fact_number__in=numbers).order_by("pk")
    }
    entries = entries_of(rows.model, numbers)
    return [_one(row, value, files.get(row.pk), entries.get(row.pk), covered=row.pk in covered) for row in found]


def _one(row: Any, value: str, file: Carried | None, entry: int | None, *, covered: bool) -> Said:  # noqa: ANN401  whichever fact
    return Said(
        number=row.pk,
        about=getattr(row, "rival", ""),
        value=getattr(row, value),
        grade=row.grade,
        source=confirmed(1) if covered else row.source,
        document="" if covered else getattr(row, "document", ""),
        learned_on=row.learned_on,
        author="" if covered else _author(row),
        file=None if covered else file,
        sealed=bool(getattr(row, "sealed", False)),
        covered=covered,
        entry=entry,
    )


def _author(row: Fact) -> str:
    recorder = getattr(row, "recorder", None)
    who = recorder or row.recorded_by
    return who.name if who else ""
