"""The method as data: criteria, classes with their emphasis, and constants. Defaults: the pack for key customers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harehawk.engine.worth.deal import Aspect, Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One yes/no statement inside a gate, worded so that yes is good for us."""

    code: str
    gate: int  # 1, 2 or 3
    swing: float  # D: 0 none, 1 minor, 2 normal, 3 decisive
    prior: float
    must: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """What differs by customer class."""

    shift: float  # of the company's rates, in log-odds
    swings: Mapping[str, float]  # criterion code -> D where it differs
    aspects: Mapping[Aspect, float]  # share of the gross margin a point is worth
    limits: Mapping[Limit, float]  # capital, credit: share of the contract; margin: floor
    amount: float  # assumed if not entered
    margin: float
    milestones: tuple[tuple[float, float], ...]  # (month, share)
    hours: Mapping[str, float]  # full effort by function
    nurtures: bool
    priors: Mapping[str, float] = field(default_factory=dict)  # criterion code -> prior where it differs


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """Settings a judgement is made with (method.md §2, §4, §5, §6, §7b)."""

    criteria: tuple[Criterion, ...]
    classes: Mapping[str, Emphasis]
    rates: tuple[float, float, float] = (0.50, 0.70, 0.45)  # becomes a purchase, could bid, win
    unclassified: str = "key"
    rivals_modelled: bool = True  # off for files of elsewhere that know no rivals
    hour_price: float = 300.0
    annual_rate: float = 0.08
    loss_given_default: float = 0.6
    default_probability: float = 0.02  # a year, if the customer's payment class is not entered
    payment_classes: Mapping[str, float] = field(default_factory=lambda: {"A": 0.005, "B": 0.02, "C": 0.08})
    late_mean: float = 0.6931471805599453  # ln(days/term), until own invoices teach better
    late_sd: float = 0.5
    bases: Mapping[int, float] = field(default_factory=dict)  # gate -> b given, not solved
    version: str = "1"
