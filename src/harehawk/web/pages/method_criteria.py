"""What is asked at each gate, and how much each answer moves."""

from dataclasses import dataclass

from django.utils.text import capfirst

from harehawk.book.pack import CRITERION_WORDS
from harehawk.book.sheets import SHEET
from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.setting import BELIEF_GATES
from harehawk.web.forms.setting_values import said
from harehawk.web.pages.in_force import InForce, Shown
from harehawk.wording.terms import GATE, GATE_NUMBER
from harehawk.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class ForClass:
    """How much a criterion moves for one class alone."""

    text: str
    default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionLine:
    """A statement that a gate judges."""

    code: str
    text: str
    help: str
    own: bool
    moves: Shown
    prior: Shown
    must: Shown
    for_classes: tuple[ForClass, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GateBlock:
    """A gate with its criteria."""

    title: str
    question: str
    criteria: tuple[CriterionLine, ...]


def gate_blocks(now: InForce) -> tuple[GateBlock, ...]:
    """The gates with their criteria."""
    return tuple(
        GateBlock(
            title=now.voice.say(GATE_NUMBER[gate]),
            question=now.voice.say(GATE[gate]),
            criteria=tuple(_criterion(now, one) for one in now.method.criteria if one.gate == gate),
        )
        for gate in BELIEF_GATES
    )


def _criterion(now: InForce, one: Criterion) -> CriterionLine:
    voice, must = now.voice, SHEET["criteria"].column("must")
    row = next((row for row in now.book.criteria if row.code == one.code and not row.customer_class), None)
    return CriterionLine(
        code=one.code,
        text=capfirst(now.called.criteria.get(one.code, one.code)),
        help=(row and row.help) or "",
        own=one.code not in CRITERION_WORDS,
        moves=Shown(text=moves(one.swing, voice), default=not row or row.swing is None, width=100 * one.swing / 3),
        prior=Shown(text=voice.share(one.prior), default=not row or row.prior is None),
        must=Shown(text=said(must, one.must, voice), default=not row or row.must is None),
        for_classes=_for_classes(now, one),
    )


def _for_classes(now: InForce, one: Criterion) -> tuple[ForClass, ...]:
    found = []
    for code, emphasis in now.method.classes.items():
        swing = emphasis.swings.get(one.code, one.swing)
        prior = emphasis.priors.get(one.code, one.prior)
        parts = [moves(swing, now.voice)] if swing != one.swing else []
        parts += [now.voice.share(prior)] if prior != one.prior else []
        if parts:
            own = any(row.code == one.code and row.customer_class == code for row in now.book.criteria)
            name = now.called.classes.get(code, code)
            found.append(ForClass(text=f"{name}{now.voice.colon}{now.voice.list(parts)}", default=not own))
    return tuple(found)


def moves(swing: float, voice: Voice) -> str:
    """How much a criterion moves, in a word where there is one."""
    words = {
        0: voice.translate("not at all"),
        1: voice.translate("minor"),
        2: voice.translate("normal"),
        3: voice.translate("decisive"),
    }
    return words.get(int(swing), "") if swing == int(swing) else said(SHEET["criteria"].column("swing"), swing, voice)
