"""A reading of a buying group: who carries the decision, and what moving one person would gain."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Gain of group support if this person's stance moves one step up, and the hours it takes."""

    person: str
    gain: float
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A person's rank (1 the top) beside the share in the decision."""

    person: str
    rank: int | None
    power: float
