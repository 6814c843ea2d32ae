"""What the contract of one opportunity would bring and cost, as facts. Money in the company's currency."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Fit(StrEnum):
    """Where a need is met from."""

    OWN = "own"
    PARTNER = "partner"
    BUY = "buy"
    BUILD = "build"
    NONE = "none"
    NOT_KNOWN = "asked, not known"


class Aspect(StrEnum):
    """What is worth something beside money, scored -2 to 2."""

    IMPORTANCE = "importance"
    FIT = "fit"
    REFERENCE = "reference"
    LEARNING = "learning"


class Limit(StrEnum):
    """A computed must of gate 4."""

    CAPITAL = "capital"
    MARGIN = "margin"
    CREDIT = "credit"
    HARM = "harm"


class Bill(StrEnum):
    """How an acceptance bill 承兑 is turned into money."""

    HELD = "held"
    DISCOUNTED = "discounted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A must-have. `fit` None: not entered. `provider` names the source of partner, buy and build."""

    id: str
    fit: Fit | None = None
    provider: str = ""
    late: bool = False  # available only after the need date


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A milestone: its month from signature, its money, and the days the contract allows until it is paid.

    `share` of the contract amount, where entered, stands for `amount` (which is then filled from it).
    """

    id: str
    month: float
    amount: float = 0.0
    share: float | None = None
    term_days: float = 30.0
    extra_days: float = 0.0  # a contractor's days of a back-to-back payment, added to ours
    bill: Bill | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlay:
    """Money out, in a month from signature."""

    month: float
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Money out at one month and back at another: performance bond 履约保证金. `share` as for a payment."""

    amount: float = 0.0
    share: float | None = None
    out_month: float = 0.0
    back_month: float = 7.0  # a month after acceptance


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What winning would cost us with another customer or a partner."""

    id: str
    probability: float
    loss: float
    strategic: bool = False  # the one harmed is a strategic customer


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A yes/no fact of worth: W is `difference` higher if yes than if no; its mean is in W already."""

    id: str
    probability: float
    difference: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """The contract as far as entered; None: not entered, the default of the customer class is assumed."""

    amount: float | None = None
    margin: float | None = None  # share of the amount
    payments: tuple[Payment, ...] | None = None
    outlays: tuple[Outlay, ...] | None = None  # delivery costs
    closing_gaps: tuple[Outlay, ...] = ()  # what closing gaps in the needs costs, on top
    bonds: tuple[Bond, ...] = ()
    bid_bond: float = 0.0  # out two months before signature, back at it, won or lost
    default_probability: float | None = None  # a year
    late_ratios: tuple[float, ...] = ()  # ln(days/term) of this customer's settled invoices
    scores: Mapping[Aspect, float] = field(default_factory=dict)
    harms: tuple[Harm, ...] = ()
    unknowns: tuple[Unknown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A contract with every default in its place: an amount above 0, and somebody pays something."""

    amount: float
    payments: tuple[Payment, ...]
    outlays: tuple[Outlay, ...]
    closing_gaps: tuple[Outlay, ...] = ()
    bonds: tuple[Bond, ...] = ()
    default_probability: float
    late_ratios: tuple[float, ...] = ()
    scores: Mapping[Aspect, float] = field(default_factory=dict)
    harms: tuple[Harm, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """The numbers of the method and of the customer class by which worth is measured.

    `aspects`: share of the gross margin that a point of each is worth. `limits`: the most capital and
    credit loss, as shares of the contract, and the least margin; harm needs none.
    """

    annual_rate: float
    loss_given_default: float
    late_mean: float
    late_sd: float
    aspects: Mapping[Aspect, float]
    limits: Mapping[Limit, float]
