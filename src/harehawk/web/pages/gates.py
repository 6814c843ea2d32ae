"""The four gates with what is held of their criteria."""

from dataclasses import dataclass

from harehawk.engine.common import HALF_LIFE_DAYS, Range
from harehawk.engine.gates.belief import explain
from harehawk.engine.gates.judgement import GateState, GateView, Holding
from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.pack import NEEDS_MET
from harehawk.engine.worth.deal import Limit
from harehawk.engine.worth.valuation import LimitView
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.marks import Mark, chance_mark, money_mark
from harehawk.wording.terms import GATE, GATE_NUMBER, LIMIT, STATE

NO_STATE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRow:
    """What is held of one criterion. `inputs` is the number of needs a derived belief comes from."""

    code: str
    text: str
    belief: float
    must: bool
    closed: bool
    evidence: int
    grade: str
    youngest_days: int | None
    stale: bool
    conflict: bool
    asked_not_known: bool
    inputs: int

    @property
    def belief_percent(self) -> float:
        """Length of its bar."""
        return 100 * self.belief


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """A computed must of gate 4, with its figure and bound as shares."""

    limit: str
    text: str
    figure: float
    bound: float
    state: str
    state_word: str
    at_most: bool
    is_chance: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRow:
    """One gate. The fourth is in money; its rows are limits."""

    number: int
    number_word: str
    title: str
    state: str
    state_word: str
    named: bool
    value: Range
    bar: float | None
    mark: Mark
    criteria: tuple[CriterionRow, ...]
    limits: tuple[LimitRow, ...]

    @property
    def is_money(self) -> bool:
        """Whether value and bar are money."""
        return self.number == 4

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.criteria) + len(self.limits)


def gate_rows(dossier: Dossier) -> tuple[GateRow, ...]:
    """All four, in order."""
    return tuple(_gate(number, view, dossier) for number, view in enumerate(dossier.judgement.gates, start=1))


def limit_rows(dossier: Dossier) -> tuple[LimitRow, ...]:
    """The limits of gate 4."""
    return tuple(_limit(view, dossier) for view in dossier.judgement.worth.limits)


def _gate(number: int, view: GateView, dossier: Dossier) -> GateRow:
    say = dossier.voice.say
    return GateRow(
        number=number,
        number_word=say(GATE_NUMBER[number]),
        title=say(GATE[number]),
        state=view.state or NO_STATE,
        state_word=say(STATE[view.state]) if view.state else "",
        named=dossier.judgement.failing_gate == number,
        value=view.value,
        bar=view.bar,
        mark=money_mark(view.value, view.bar) if number == 4 else chance_mark(view.value, view.bar),
        criteria=_criteria(number, dossier),
        limits=limit_rows(dossier) if number == 4 else (),
    )


def _criteria(number: int, dossier: Dossier) -> tuple[CriterionRow, ...]:
    """Those that count for this class."""
    held = {holding.code: holding for holding in dossier.judgement.holdings}
    return tuple(
        _criterion(criterion, held[criterion.code], dossier)
        for criterion in dossier.known.setting.criteria
        if criterion.gate == number and (criterion.must or criterion.swing > 0)
    )


def _criterion(criterion: Criterion, holding: Holding, dossier: Dossier) -> CriterionRow:
    inputs = len(dossier.case.needs) if criterion.code == NEEDS_MET else 0
    counted = [one for one in explain(dossier.case, criterion.code) if one.log_odds]
    heaviest = max(counted, key=lambda one: abs(one.log_odds), default=None)
    age = holding.youngest_days
    return CriterionRow(
        code=criterion.code,
        text=dossier.names.criteria.get(criterion.code, criterion.code),
        belief=holding.belief,
        must=criterion.must,
        closed=holding.closed,
        evidence=holding.evidence,
        grade=heaviest.fact.said.grade if heaviest else "",
        youngest_days=age,
        stale=age is not None and age > HALF_LIFE_DAYS,
        conflict=holding.conflict,
        asked_not_known=holding.asked_not_known,
        inputs=inputs,
    )


def _limit(view: LimitView, dossier: Dossier) -> LimitRow:
    translate = dossier.voice.translate
    if view.kept:
        state, word = GateState.HOLDS, translate("kept")
    elif view.warns:
        state, word = GateState.UNCLEAR, translate("exceeded, but only by what is assumed")
    else:
        state, word = GateState.FAILS, translate("broken")
    return LimitRow(
        limit=view.limit,
        text=dossier.voice.say(LIMIT[view.limit]),
        figure=view.figure,
        bound=view.bound,
        state=state,
        state_word=word,
        at_most=view.limit != Limit.MARGIN,
        is_chance=view.limit == Limit.HARM,
    )
