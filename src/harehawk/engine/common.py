"""Types that several rooms of the engine share."""

import math
from dataclasses import dataclass
from enum import StrEnum

HALF_LIFE_DAYS = 180.0
STANCE_HALF_LIFE_DAYS = 90.0


class Grade(StrEnum):
    """How good a piece of evidence is."""

    RECORD = "record"
    FIRST_HAND = "first-hand"
    SECOND_HAND = "second-hand"
    GUESS = "guess"


LIKELIHOOD_RATIO = {Grade.RECORD: 20.0, Grade.FIRST_HAND: 4.0, Grade.SECOND_HAND: 2.5, Grade.GUESS: 1.3}


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

    Statements with the same `source` are one source; an unnamed source ("") is one source too.
    """

    source: str
    grade: Grade
    age_days: int

    def __post_init__(self) -> None:
        if self.age_days < 0:
            raise ValueError(f"a fact cannot come from the future: age_days={self.age_days}")

    def weight(self, half_life_days: float) -> float:
        """Strength of the evidence in nats; it halves every `half_life_days` (Good 1985)."""
        return float(math.log(LIKELIHOOD_RATIO[self.grade]) * 2 ** (-self.age_days / half_life_days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A point with its 10th and 90th percentile."""

    point: float
    low: float
    high: float
