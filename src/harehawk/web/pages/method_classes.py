"""What counts by class of customer, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

from harehawk.book.sheets import SHEET
from harehawk.engine.common import Range
from harehawk.engine.gates.cases import Case, Cases
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.pack import DEFAULT
from harehawk.engine.gates.setting import BELIEF_GATES, shifted
from harehawk.engine.worth.deal import Aspect
from harehawk.web.forms.setting_values import of_class, said
from harehawk.web.pages.in_force import InForce, Shown
from harehawk.web.pages.marks import Mark, chance_mark
from harehawk.wording.terms import ASPECT, GATE, GATE_NUMBER, word
from harehawk.wording.voice import Voice

LIMITS = ("margin_floor", "capital_limit", "credit_limit")
ASSUMED = ("amount", "margin", "milestones", "hours_sales", "hours_presales", "hours_delivery", "nurtures")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One setting: its word, and its value or that of every class."""

    word: str
    values: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Settings that belong together."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GateMark:
    """What a gate says of an opportunity of a class of which nothing else is known, and its bar."""

    chance: Range
    bar: float | None
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class GateLine:
    """One gate in every class."""

    word: str
    marks: tuple[GateMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassHead:
    """A class. `own` is one that the company added."""

    code: str
    name: str
    own: bool


def class_heads(now: InForce) -> tuple[ClassHead, ...]:
    """The classes."""
    return tuple(
        ClassHead(code=code, name=now.called.classes.get(code, code), own=code not in DEFAULT.classes)
        for code in now.method.classes
    )


def class_groups(now: InForce) -> tuple[Group, ...]:
    """What differs by class."""
    translate, classes = now.voice.translate, now.method.classes
    most = max(of_class(one, aspect) for one in classes.values() for aspect in Aspect) or 1.0
    aspects = tuple(
        Line(
            word=capfirst(word(ASPECT, aspect, now.voice.language)),
            values=tuple(_shown(now, code, aspect, most) for code in classes),
        )
        for aspect in Aspect
    )
    rates = tuple(
        Line(word=_gate(gate, now.voice), values=tuple(_rate(now, code, gate) for code in classes))
        for gate in BELIEF_GATES
    )
    return (
        Group(title=translate("What a point is worth, in gross margin"), lines=aspects),
        Group(title=translate("How often it goes well when nothing is known"), lines=rates),
        Group(title=translate("Limits"), lines=_lines(now, LIMITS)),
        Group(title=translate("What is assumed where nothing is entered"), lines=_lines(now, ASSUMED)),
    )


def gate_lines(now: InForce) -> tuple[GateLine, ...]:
    """Where each gate stands, by the engine, for an opportunity of which only the class is known."""
    cases = tuple(Case(id=code, customer_class=code) for code in now.method.classes)
    judged = judge(Cases(method=now.method, rows=cases))
    return tuple(
        GateLine(
            word=_gate(gate, now.voice),
            marks=tuple(
                GateMark(chance=view.value, bar=view.bar, mark=chance_mark(view.value, view.bar))
                for one in judged
                for view in [one.gates[gate - 1]]
            ),
        )
        for gate in BELIEF_GATES
    )


def _lines(now: InForce, keys: Sequence[str]) -> tuple[Line, ...]:
    return tuple(
        Line(
            word=capfirst(now.voice.say(SHEET["classes"].column(key).words)),
            values=tuple(_shown(now, code, key) for code in now.method.classes),
        )
        for key in keys
    )


def _shown(now: InForce, code: str, key: str, most: float | None = None) -> Shown:
    value = of_class(now.method.classes[code], key)
    return Shown(
        text=said(SHEET["classes"].column(key), value, now.voice),
        default=not _is_set(now, code, key),
        width=None if most is None else 100 * value / most,
    )


def _rate(now: InForce, code: str, gate: int) -> Shown:
    rate = shifted(now.method.rates, now.method.classes[code].shift)[gate - 1]
    default = now.method.rates == DEFAULT.rates and not _is_set(now, code, "shift")
    return Shown(text=now.voice.of_ten(rate), default=default, width=100 * rate)


def _is_set(now: InForce, code: str, key: str) -> bool:
    return any(row.code == code and getattr(row, key) not in (None, ()) for row in now.book.classes)


def _gate(gate: int, voice: Voice) -> str:
    return f"{voice.say(GATE_NUMBER[gate])}{voice.colon}{voice.say(GATE[gate])}"
