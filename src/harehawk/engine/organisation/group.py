"""The buying group of one opportunity, as facts."""

from dataclasses import dataclass
from enum import StrEnum

from harehawk.engine.common import Statement


class Role(StrEnum):
    DECIDER = "decider"
    APPROVER = "approver"
    BUDGET_HOLDER = "budget holder"
    TECHNICAL_EVALUATOR = "technical evaluator"
    BUSINESS_EVALUATOR = "business evaluator"
    FINANCIAL_EVALUATOR = "financial evaluator"
    USER = "user"
    PURCHASER = "purchaser"
    GATEKEEPER = "gatekeeper"
    INFLUENCER = "influencer"
    COACH = "coach"


class Rule(StrEnum):
    DECIDER = "decider"
    VOTE = "vote"
    CONSENSUS = "consensus"
    CHAIN = "chain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person of the group. `closeness` is the best of ours to them, 0 none to 3 trusted."""

    id: str
    roles: frozenset[Role] = frozenset()
    rank: int | None = None  # administrative level, 1 is the top
    site: str = ""
    closeness: int = 0
    reachable: bool = True  # a no-contact person counts in the decision and nowhere else


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Somebody's word on a member's attitude to one party: 1 support, 0 neutral, -1 oppose."""

    member: str
    party: str  # Party.US or the id of a rival
    value: int
    said: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A rival's relationship with a member, closeness 0 to 3."""

    member: str
    rival: str
    closeness: int
    age_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """`listener` listens to `speaker`, strength 1 to 3."""

    listener: str
    speaker: str
    strength: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Those who decide together: the whole group, or one step of a chain.

    `members` decide, each with its weight; `unnamed` more are people of whom nothing is known (weight 1).
    A vote passes when the weights in favour exceed `quota` (half of all weights if not given) and every
    member of `veto` is in favour. Under the rule "decider" `decider` decides; if not given, those of
    `members` with that role, by their mean opinion; else the only member; else an unnamed one.
    """

    id: str
    rule: Rule  # never CHAIN
    members: tuple[str, ...]
    weights: tuple[float, ...] = ()  # empty: one each
    unnamed: int = 0
    quota: float | None = None
    veto: frozenset[str] = frozenset()
    decider: str | None = None

    def __post_init__(self) -> None:
        if self.rule != Rule.DECIDER and not self.members and not self.unnamed:
            raise ValueError(f"nobody sits in body {self.id!r}")
        if self.weights and len(self.weights) != len(self.members):
            raise ValueError(f"body {self.id!r}: {len(self.weights)} weights of {len(self.members)} members")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The people of one decision, what is known of them, and how they decide.

    `rule` None: not entered, that of the customer type is assumed. `bodies` are the steps of a chain in
    order; for the other rules the whole group decides (weights, quota, veto).
    """

    members: tuple[Member, ...]
    rule: Rule | None = None
    bodies: tuple[Body, ...] = ()
    weights: tuple[float, ...] = ()  # of a vote of the whole group; empty: one each
    quota: float | None = None
    veto: frozenset[str] = frozenset()
    stances: tuple[Stance, ...] = ()
    ties: tuple[Tie, ...] = ()
    influence: tuple[Influence, ...] = ()

    def __post_init__(self) -> None:
        if self.rule == Rule.CHAIN and not self.bodies:
            raise ValueError("a chain needs its bodies")
