"""Who knows whom: the latest word on each relationship, ours and rivals'."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from harehawk.apps.customers.models import Relationship


@dataclass(frozen=True, kw_only=True)
class Tie:
    """How close one of ours, or a rival, is to a person."""

    number: int
    person: int
    person_name: str
    ours: bool
    who: str  # one of ours, or a rival
    closeness: int
    wanted: int | None
    last_contact: dt.date | None
    grade: str
    source: str
    day: dt.date | None


def ties(people: Collection[int]) -> list[Tie]:
    """The relationships with people as they stand, the closest first."""
    latest: dict[tuple[int, int | None, str], Tie] = {}
    facts = Relationship.objects.standing().filter(person__in=people).select_related("person", "colleague")
    for row in sorted(facts, key=lambda row: (row.learned_on or row.last_contact or dt.date.min, row.pk)):
        latest[row.person_id, row.colleague_id, row.rival] = tie_row(row)
    return sorted(latest.values(), key=lambda tie: (not tie.ours, -tie.closeness, tie.person_name))


def tie_row(row: Relationship) -> Tie:
    """A relationship as pages show it."""
    return Tie(
        number=row.pk,
        person=row.person_id,
        person_name=row.person.name,
        ours=row.colleague is not None,
        who=row.colleague.name if row.colleague else row.rival,
        closeness=row.closeness,
        wanted=row.wanted,
        last_contact=row.last_contact,
        grade=row.grade,
        source=row.source,
        day=row.learned_on or row.last_contact,
    )
