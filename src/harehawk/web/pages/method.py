"""The method as this company uses it: what counts by class, what is asked at each gate, and who changed what."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.text import capfirst

from harehawk.apps.method.history import Made
from harehawk.book.sheets import SHEET
from harehawk.web.forms.setting_values import of_class, said, usual
from harehawk.web.pages.in_force import InForce, Shown
from harehawk.web.pages.method_classes import ClassHead, GateLine, Group, Line, class_groups, class_heads, gate_lines
from harehawk.web.pages.method_criteria import GateBlock, gate_blocks
from harehawk.web.pages.setting_words import ChangeRow, change_row


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version of the settings."""

    number: int
    at: dt.datetime
    by: str
    changes: tuple[ChangeRow, ...]
    can_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """A change that somebody tries out."""

    number: int
    by: str
    at: dt.datetime
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPage:
    """All of it. `judging` is how many are judged by what changed, of how many."""

    sentence: str
    sets: bool
    company: tuple[Line, ...]
    classes: tuple[ClassHead, ...]
    groups: tuple[Group, ...]
    gates: tuple[GateLine, ...]
    blocks: tuple[GateBlock, ...]
    versions: tuple[VersionLine, ...]
    considered: tuple[Considered, ...] = field(default=())
    judging: tuple[int, int] | None = None


def method_page(
    now: InForce,
    made: Iterable[Made],
    *,
    sets: bool,
    considered: Sequence[Considered],
    judging: tuple[int, int] | None,
) -> MethodPage:
    """Put it together from the settings and the method they make."""
    return MethodPage(
        sentence=_sentence(now),
        sets=sets,
        company=_company(now),
        classes=class_heads(now),
        groups=class_groups(now),
        gates=gate_lines(now),
        blocks=gate_blocks(now),
        versions=tuple(_version(one, now, sets=sets) for one in made),
        considered=tuple(considered),
        judging=judging,
    )


def _sentence(now: InForce) -> str:
    """Which classes differ most, by what people feel first: the margin asked for, and what importance is worth."""
    translate, share = now.voice.translate, now.voice.share
    classes = {now.called.classes.get(code, code): one for code, one in now.method.classes.items()}
    floors = {name: of_class(one, "margin_floor") for name, one in classes.items()}
    weights = {name: of_class(one, "importance") for name, one in classes.items()}
    strict, easy = max(floors, key=lambda name: floors[name]), min(floors, key=lambda name: floors[name])
    most, least = max(weights, key=lambda name: weights[name]), min(weights, key=lambda name: weights[name])
    parts = []
    if floors[strict] != floors[easy]:
        said_so = translate(
            "We ask a margin of %(high)s where a customer is “%(strict)s”, of %(low)s where “%(easy)s”."
        )
        parts.append(
            said_so % {"high": share(floors[strict]), "strict": strict, "low": share(floors[easy]), "easy": easy}
        )
    if weights[most] != weights[least]:
        said_so = translate(
            "A point of importance is worth %(high)s of the gross margin with “%(most)s” ones, %(low)s with "
            "“%(least)s” ones."
        )
        parts.append(
            said_so % {"high": share(weights[most]), "most": most, "low": share(weights[least]), "least": least}
        )
    if not parts:
        return translate("All classes ask the same margin and value importance alike.")
    return ("" if now.voice.chinese else " ").join(parts)


def _company(now: InForce) -> tuple[Line, ...]:
    row = now.book.company[0] if now.book.company else None
    lines = []
    for column in SHEET["company"].columns:
        own = getattr(row, column.key) if row else None
        value = usual(now.method, column, "company", "") if own is None else own
        shown = Shown(text=said(column, value, now.voice), default=own is None)
        lines.append(Line(word=capfirst(now.voice.say(column.words)), values=(shown,)))
    return tuple(lines)


def _version(one: Made, now: InForce, *, sets: bool) -> VersionLine:
    return VersionLine(
        number=one.number,
        at=one.at,
        by=one.by,
        changes=tuple(change_row(change, now.method, now.called, now.voice) for change in one.changed),
        can_undo=one.can_undo and sets,
    )
