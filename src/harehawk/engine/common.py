"""What several rooms of the engine share: facts with their weight, and ranges."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

HALF_LIFE_DAYS = 180.0
STANCE_HALF_LIFE_DAYS = 90.0
OVERLAP = 0.3  # sources copy from each other: three reports do not count as three


class Grade(StrEnum):
    """How good a piece of evidence is."""

    RECORD = "record"
    FIRST_HAND = "first-hand"
    SECOND_HAND = "second-hand"
    GUESS = "guess"


LIKELIHOOD_RATIO = {Grade.RECORD: 20.0, Grade.FIRST_HAND: 4.0, Grade.SECOND_HAND: 2.5, Grade.GUESS: 1.3}
NATS = {grade: math.log(ratio) for grade, ratio in LIKELIHOOD_RATIO.items()}


class Party:
    """Whom a stance is about: us, or a rival by its id."""

    US = ""


class Factor(StrEnum):
    """What a customer compares, besides the relationship, which is computed."""

    SOLUTION = "solution"
    PRODUCT = "product"
    PRICE = "price"
    POSITION = "position"
    TECHNOLOGY = "technology"
    SERVICE = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said something, how well they know it, and how long ago. Later in a list = recorded later.

    Statements with the same `source` are one source; an unnamed source ("") is one source too. Who says something
    under seal is another source than the same one speaking openly: else what counts would tell who it was.
    """

    source: str
    grade: Grade
    age_days: int
    sealed: bool = False

    def __post_init__(self) -> None:
        if self.age_days < 0:
            raise ValueError(f"a fact cannot come from the future: age_days={self.age_days}")

    def weight(self, half_life_days: float) -> float:
        """Strength of the evidence in nats; it halves every `half_life_days` (Good 1985)."""
        return float(NATS[self.grade] * 2 ** (-self.age_days / half_life_days))


ANSWER = Statement(source="the answer to a question", grade=Grade.FIRST_HAND, age_days=0)  # a source of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A statement that counts, at its place in the list it came from, and its weight beside the others."""

    place: int
    value: int
    weight: float  # nats, after age and overlap


def counted(values: Sequence[int], said: Sequence[Statement], half_life_days: float) -> tuple[Counted, ...]:
    """Return which statements count, and how much (method.md §1).

    Of one source only statements with the value of its latest count (same day: the one recorded last),
    and of these the heaviest today. Sources that say the same overlap: within each value, heaviest
    first, the i-th counts by i·T(i) − (i−1)·T(i−1), T(m) = 1/(1 + 0.3(m−1)). Weight of evidence as in
    Good 1950, 1985; the discount is ours.

    Parameters
    ----------
    values
        What each statement says: 1 or 0 for yes or no, or a stance −1, 0, 1.
    said
        Who said it, how well they know and how long ago, in the order of recording; as long as `values`.

    Returns
    -------
    One entry per source, by value and, within a value, heaviest first.
    """
    return tuple(
        Counted(place=place, value=value, weight=_share(i) * weight)
        for value, own in sorted(heard(values, said, half_life_days).items())
        for i, (place, weight) in enumerate(sorted(own.items(), key=lambda one: -one[1]), start=1)
    )


def heard(
    values: Sequence[int], said: Sequence[Statement], half_life_days: float
) -> defaultdict[int, dict[int, float]]:
    """Return by value the nats of each statement that counts, by its place, before sources overlap."""
    sources: dict[tuple[str, bool], list[int]] = {}
    for place, one in enumerate(said):
        sources.setdefault((one.source, one.sealed), []).append(place)
    weights = [one.weight(half_life_days) for one in said]
    spoken: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for own in sources.values():
        latest = min(own, key=lambda place: (said[place].age_days, -place))
        same = [place for place in own if values[place] == values[latest]]
        counts = max(same, key=lambda place: (weights[place], place))
        spoken[values[latest]][counts] = weights[counts]
    return spoken


def together(weights: Iterable[float]) -> float:
    """Return the nats of sources that say the same, all together.

    Examples
    --------
    >>> yes = [Statement(source=name, grade=Grade.SECOND_HAND, age_days=0) for name in ("Li", "Wang", "Zhao")]
    >>> round(together(heard([1, 1, 1], yes, HALF_LIFE_DAYS)[1].values()), 6)
    1.718045
    """
    return math.fsum(_share(i) * weight for i, weight in enumerate(sorted(weights, reverse=True), start=1))


def _share(i: int) -> float:
    """Part of its weight with which the i-th source counts: what i sources tell more than i − 1."""
    return i / (1 + OVERLAP * (i - 1)) - (i - 1) / (1 + OVERLAP * (i - 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A point with its 10th and 90th percentile."""

    point: float
    low: float
    high: float
