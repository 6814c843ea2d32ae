"""The page of one opportunity."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.sheets.choices import RULES
from harehawk.engine.common import Range
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.worth.deal import Limit
from harehawk.web.pages.assumed import AssumedRow, assumed_rows
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.gates import GateRow, gate_rows
from harehawk.web.pages.kept import Kept
from harehawk.web.pages.marks import Mark, chance_mark, filled, money_mark
from harehawk.web.pages.questions import AskRow, PowerRow, TalkRow, ask_rows, power_rows, talk_rows
from harehawk.web.pages.rivals import RivalsPart, rivals_part
from harehawk.web.pages.start import StartRow, start_rows
from harehawk.web.pages.worth import NeedRow, WorthPart, need_rows, worth_part
from harehawk.wording.sentences import level, reason, waits
from harehawk.wording.terms import GATE_SUM

FIRST_ASKS = 3
FIRST_TALKS = 3
FIRST_POWER = 6
HARDEST_NEEDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SumTerm:
    """A factor of the sum line, and where it is explained."""

    value: float
    word: str
    gate: int
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityPage:
    """Everything the page of one opportunity shows."""

    number: str
    name: str
    customer: str
    class_word: str
    owner: str
    amount: float
    amount_assumed: bool
    expected_signature: dt.date | None
    level_word: str
    cost: float
    as_of: dt.date
    verdict: str
    why: str
    reason: str
    turn: AskRow | None
    chance: Range
    chance_mark: Mark
    expected_value: Range
    value_mark: Mark
    confidence: float
    confidence_mark: Mark
    peak_capital: float
    peak_late: float
    peak_limit: float
    peak_mark: Mark
    gates: tuple[GateRow, ...]
    factors: tuple[SumTerm, ...]
    worth_weak: bool
    assumed: tuple[AssumedRow, ...]
    asks: tuple[AskRow, ...]
    more_asks: tuple[AskRow, ...]
    perfect_information: float
    waits: str  # what stands before every answer
    talks: tuple[TalkRow, ...]
    group_support: Range | None
    rule_word: str
    rivals: RivalsPart
    needs: tuple[NeedRow, ...]
    all_needs: int
    worth: WorthPart
    power: tuple[PowerRow, ...]
    more_power: tuple[PowerRow, ...]
    start: tuple[StartRow, ...]
    kept: Kept | None


def opportunity_page(dossier: Dossier, kept: Kept | None = None) -> OpportunityPage:
    """Make the page of a judged opportunity, of a workbook or, with what is `kept` of it, of a stored one."""
    judgement, facts, voice = dossier.judgement, dossier.facts, dossier.voice
    asks, power = ask_rows(dossier), power_rows(dossier)
    limit = _capital_limit(dossier)
    worth = judgement.worth
    return OpportunityPage(
        number=facts.number,
        name=facts.name,
        customer=facts.customer,
        class_word=dossier.names.classes.get(judgement.customer_class, judgement.customer_class),
        owner=facts.owner,
        amount=worth.contract,
        amount_assumed="amount" in judgement.assumed,
        expected_signature=facts.expected_signature,
        level_word=level(judgement.level, voice),
        cost=dossier.cost,
        as_of=dossier.as_of,
        verdict=judgement.verdict,
        why=judgement.why,
        reason=reason(judgement, dossier.method, dossier.names, voice),
        turn=_turn(judgement.verdict, asks),
        chance=judgement.chance,
        chance_mark=chance_mark(judgement.chance),
        expected_value=judgement.expected_value,
        value_mark=money_mark(judgement.expected_value, 0.0),
        confidence=judgement.confidence,
        confidence_mark=filled(judgement.confidence, 1.0),
        peak_capital=worth.peak_capital,
        peak_late=worth.peak_capital_late,
        peak_limit=limit,
        peak_mark=filled(worth.peak_capital, max(limit, worth.peak_capital_late), at=limit),
        gates=gate_rows(dossier),
        factors=tuple(
            SumTerm(
                value=judgement.gates[gate - 1].value.point,
                word=voice.say(GATE_SUM[gate]),
                gate=gate,
                weak=judgement.failing_gate == gate,
            )
            for gate in (1, 2, 3)
        ),
        worth_weak=judgement.failing_gate == 4,
        assumed=assumed_rows(dossier),
        asks=asks[:FIRST_ASKS],
        more_asks=asks[FIRST_ASKS:],
        perfect_information=judgement.perfect_information,
        waits=waits(judgement.why, voice),
        talks=talk_rows(dossier)[:FIRST_TALKS],
        group_support=judgement.group_support,
        rule_word=_rule(dossier),
        rivals=rivals_part(dossier),
        needs=need_rows(dossier)[:HARDEST_NEEDS],
        all_needs=len(dossier.case.needs),
        worth=worth_part(dossier),
        power=power[:FIRST_POWER],
        more_power=power[FIRST_POWER:],
        start=start_rows(dossier),
        kept=kept,
    )


def _turn(verdict: Verdict, asks: tuple[AskRow, ...]) -> AskRow | None:
    """The question to ask first where one pays; else the first whose answer would lead to another verdict."""
    if verdict is Verdict.PROBE:
        return asks[0]
    return next((one for one in asks if {one.yes, one.no} - {verdict, None}), None)


def _capital_limit(dossier: Dossier) -> float:
    worth = dossier.judgement.worth
    return next(view.bound for view in worth.limits if view.limit == Limit.CAPITAL) * worth.contract


def _rule(dossier: Dossier) -> str:
    """How the group decides, in a word."""
    reading = dossier.known.reading
    return dossier.voice.say(RULES[reading.rule]) if reading else ""
