"""All that is known of one opportunity: what people entered, its case and its judgement, with a voice to say it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from harehawk.engine.gates.cases import Case
from harehawk.engine.gates.judgement import Judgement
from harehawk.engine.gates.known import Known
from harehawk.engine.gates.method import Emphasis, Method
from harehawk.wording.names import Names
from harehawk.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the buying group. `roles` are words; only who is stored has a number."""

    name: str
    number: int | None = None
    title: str = ""
    roles: tuple[str, ...] = ()
    no_contact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedEntry:
    """A need as entered: who or what meets it, and when it can be there."""

    need: str
    met_by: str
    needed_on: dt.date | None
    available_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalEntry:
    """A rival as entered. `note` says in a word or two who it is."""

    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What people entered about an opportunity, beside what the judgement counts."""

    number: str
    name: str
    customer: str
    customer_class: str | None
    owner: str
    amount: float | None
    expected_signature: dt.date | None
    people: Mapping[str, Person] = field(default_factory=dict)
    needs: Mapping[str, NeedEntry] = field(default_factory=dict)
    rivals: Mapping[str, RivalEntry] = field(default_factory=dict)
    harms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One judged opportunity, as pages read it."""

    facts: Facts
    known: Known
    judgement: Judgement
    method: Method
    names: Names
    voice: Voice
    as_of: dt.date

    @property
    def case(self) -> Case:
        """The facts it was judged by."""
        return self.known.case

    @property
    def emphasis(self) -> Emphasis:
        """The settings of the class it was judged as."""
        return self.known.assumed.emphasis

    @property
    def cost(self) -> float:
        """What is still to be spent at the shown level."""
        return next(level.cost for level in self.judgement.levels if level.id == self.judgement.level)
