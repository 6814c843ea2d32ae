"""Cases: the one input of a judgement."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from harehawk.engine.common import Factor, Statement
from harehawk.engine.gates.method import Method
from harehawk.engine.organisation.group import Group
from harehawk.engine.worth.deal import Deal, Need


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_KNOWN = "asked, not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One dated fact about a criterion. In a case, facts stand in the order they were recorded."""

    criterion: str
    answer: Answer
    said: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another way for the customer to meet the need. `takes_share` is False for doing nothing."""

    id: str
    advantage: Mapping[Factor, int] = field(default_factory=dict)  # -2 to 2 for us; absent: unknown
    takes_share: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A way of going on: what is still to be spent (money), and what it does to the log-odds of gate 3."""

    id: str
    cost: float
    shift: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What pursuing costs, as far as entered. None: the class default is assumed.

    `remainder` is money still to be spent at full effort, entered as such; else hours and money of the
    full level less what was spent. Light effort is derived from it unless it stands in `others`.
    """

    hours: float | None = None
    hours_spent: float = 0.0
    money: float = 0.0
    money_spent: float = 0.0
    remainder: float | None = None
    levels: tuple[Level, ...] | None = None  # entered whole: nothing is derived


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One opportunity with all that is known about it on one day."""

    id: str
    customer: str = ""
    customer_class: str | None = None  # None: judged as the class `Method.unclassified`
    state_or_public: bool = False  # state-owned or public body: a chain is assumed where bodies are entered
    facts: tuple[Fact, ...] = ()
    needs: tuple[Need, ...] = ()  # the must-haves
    group: Group | None = None
    rivals: tuple[Rival, ...] = ()
    closed: bool = False  # shortlist closed or sole source, by record: no unnamed rival
    deal: Deal = field(default_factory=Deal)
    effort: Effort = field(default_factory=Effort)
    overruled: bool = False  # a director overruled a broken limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Opportunities to judge, and the method to judge them by."""

    method: Method
    rows: tuple[Case, ...]
