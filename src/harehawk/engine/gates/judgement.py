"""A judgement: the numbers and the verdict of one opportunity on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.common import Range
from harehawk.engine.worth.deal import Aspect, Limit


class Verdict(StrEnum):
    PURSUE = "pursue"
    PROBE = "probe"
    NURTURE = "nurture"
    ABANDON = "abandon"


class GateState(StrEnum):
    HOLDS = "holds"
    UNCLEAR = "unclear"
    FAILS = "fails"


class Why(StrEnum):
    """Which line of the verdict's rule applied."""

    MUST_CLOSED = "must closed"
    LIMIT_BROKEN = "limit broken"
    QUESTION_PAYS = "question pays"
    PAIR_PAYS = "pair pays"
    PAYS = "pays"
    TOO_EARLY = "too early"  # nurture
    SURE_LOSS = "sure loss"
    DOES_NOT_PAY = "does not pay"


class Subject(StrEnum):
    """What a question is about."""

    CRITERION = "criterion"
    NEED = "need"
    STANCE = "stance"
    WORTH = "worth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One fact to ask about."""

    kind: Subject
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An unknown worth asking about, or an ordered pair. Money before the cost of asking."""

    about: tuple[Topic, ...]  # one, or two
    chance_yes: float  # of the first
    value: float
    cost: float
    if_yes: float  # best-level expected value after that answer (for a pair: with the better course)
    if_no: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GateView:
    """A gate at the shown level. The fourth is in money. No bar, no state: W does not exceed the cost."""

    value: Range
    bar: float | None
    state: GateState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What we hold of one criterion."""

    code: str
    belief: float
    asked_not_known: bool
    closed: bool  # a must that is closed
    evidence: int  # statements that count
    youngest_days: int | None
    conflict: bool


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitView:
    """A computed must of gate 4: the figure at the 90 % quantile of delay, its bound, and whether it is kept."""

    limit: Limit
    figure: float
    bound: float
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What winning is worth, in money. Curves: (5, months + 1) cumulative cash at the delay quantiles 10/30/50/70/90 %."""

    net_present_value: float
    peak_capital: float  # median delay
    peak_capital_late: float  # 90 % delay
    payback_month: int | None
    credit_loss: float
    contract: float
    gross_margin: float
    aspects: Mapping[Aspect, float]  # money of each
    harm: float
    total: float
    robustness: float
    limits: tuple[LimitView, ...]
    curves: NDArray[np.float64]
    late_days: tuple[float, ...]  # days to money of a 30-day term, at the five quantiles


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """One effort level judged."""

    id: str
    cost: float
    chance: float
    expected_value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """All that one opportunity's judgement says."""

    case: str
    customer_class: str
    verdict: Verdict
    why: Why
    failing_gate: int | None
    level: str
    levels: tuple[LevelView, ...]
    chance: Range
    gates: tuple[GateView, GateView, GateView, GateView]
    holdings: tuple[Holding, ...]  # in the order of the criteria; needs_met with listed needs is derived
    group_support: Range | None
    shares: Mapping[str, float]  # rival id -> share; "" us; "?" unnamed, where it exists
    worth: Worth
    expected_value: Range
    perfect_information: float  # expected value if everything were known, less the expected value now
    confidence: float
    assumed: tuple[str, ...]
    questions: tuple[Question, ...]
    talk_next: tuple[Step, ...]
    power: tuple[Weight, ...]
