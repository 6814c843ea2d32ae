"""A judgement: the numbers and the verdict of one opportunity on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from harehawk.engine.common import Range
from harehawk.engine.organisation.reading import Step, Weight
from harehawk.engine.worth.valuation import Worth


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
    NOTHING_KNOWN = "nothing known"  # and finding out can pay
    QUESTION_PAYS = "question pays"
    PAIR_PAYS = "pair pays"
    PAYS = "pays"
    TOO_EARLY = "too early"  # nurture
    SURE_LOSS = "sure loss"
    DOES_NOT_PAY = "does not pay"


FIXED = frozenset({Why.MUST_CLOSED, Why.LIMIT_BROKEN})  # stands before any question is asked


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
