"""Two judgements of an opportunity side by side, and what lies between them."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harehawk.apps.opportunities.queries import Moment, Written
from harehawk.engine.gates.judgement import GateState
from harehawk.web.pages.history import between
from harehawk.web.pages.writes import WriteRow, write_row
from harehawk.wording.names import Names
from harehawk.wording.record import UNNAMED
from harehawk.wording.sentences import level, party
from harehawk.wording.terms import GATE, GATE_NUMBER, STATE, VERDICT, word
from harehawk.wording.voice import Voice

SEEN = 0.005  # a belief that moved by less reads the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two."""

    number: int
    made_at: dt.datetime
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A figure of both, in words."""

    word: str
    before: str
    after: str

    @property
    def moved(self) -> bool:
        """Whether it reads otherwise."""
        return self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """Both, the older first."""

    older: Side
    newer: Side
    sentence: str
    figures: tuple[Beside, ...]
    gates: tuple[Beside, ...]
    beliefs: tuple[Beside, ...]
    shares: tuple[Beside, ...]
    writes: tuple[WriteRow, ...]


def _in_short(voice: Voice, *, turned: bool, moved: bool) -> str:
    if turned:
        return voice.translate("The verdict turned; the chance went from %(before)s to %(after)s.")
    if moved:
        return voice.translate("Both say the same; the chance went from %(before)s to %(after)s.")
    return voice.translate("Both say the same, with a chance of %(after)s.")


def compare_page(older: Moment, newer: Moment, written: Sequence[Written], names: Names, voice: Voice) -> ComparePage:
    """Set two judgements side by side."""
    before, after = voice.chance(older.chance), voice.chance(newer.chance)
    return ComparePage(
        older=_side(older),
        newer=_side(newer),
        sentence=_in_short(voice, turned=older.verdict != newer.verdict, moved=before != after)
        % {"before": before, "after": after},
        figures=_figures(older, newer, names, voice),
        gates=_gates(older, newer, voice),
        beliefs=_beliefs(older.record, newer.record, names, voice),
        shares=_shares(older.record, newer.record, voice),
        writes=tuple(write_row(one, names, voice) for one in between(older, newer, written)),
    )


def _side(one: Moment) -> Side:
    return Side(number=one.pk, made_at=one.made_at, verdict=one.verdict)


def _figures(older: Moment, newer: Moment, names: Names, voice: Voice) -> tuple[Beside, ...]:
    translate = voice.translate
    said: Mapping[str, Callable[[Moment], str]] = {
        translate("Verdict"): lambda one: word(VERDICT, one.verdict, voice.language),
        translate("Chance of winning"): lambda one: voice.chance_range(one.chance_low, one.chance_high),
        translate("Expected value"): lambda one: voice.money(one.expected_value),
        translate("Confidence"): lambda one: voice.chance(one.confidence),
        translate("Worth"): lambda one: voice.money(one.worth),
        translate("Peak capital"): lambda one: voice.money(one.peak_capital),
        translate("Failing gate"): lambda one: voice.say(GATE_NUMBER[one.failing_gate]) if one.failing_gate else "–",
        translate("effort"): lambda one: level(one.level, voice),
        translate("customer class"): lambda one: names.classes.get(one.customer_class, one.customer_class),
        translate("version of the method"): lambda one: str(one.method_version),
    }
    return tuple(Beside(word=name, before=say(older), after=say(newer)) for name, say in said.items())


def _gates(older: Moment, newer: Moment, voice: Voice) -> tuple[Beside, ...]:
    def say(gate: Mapping[str, Any], place: int) -> str:
        if place == len(GATE):
            value = voice.money_range(gate["low"], gate["high"])
        else:
            value = voice.chance_range(gate["low"], gate["high"])
        return f"{value} {voice.say(STATE[GateState(gate['state'])])}" if gate["state"] else value

    pairs = zip(older.record["gates"], newer.record["gates"], strict=True)
    return tuple(
        Beside(
            word=f"{voice.say(GATE_NUMBER[place])} {voice.say(GATE[place])}",
            before=say(before, place),
            after=say(after, place),
        )
        for place, (before, after) in enumerate(pairs, start=1)
    )


def _beliefs(older: Mapping[str, Any], newer: Mapping[str, Any], names: Names, voice: Voice) -> tuple[Beside, ...]:
    """Of the criteria whose belief moved, the furthest first."""
    before, after = (
        {code: float(held["belief"]) for code, held in record["beliefs"].items()} for record in (older, newer)
    )
    moved = sorted(
        (code for code in after if code in before and abs(after[code] - before[code]) >= SEEN),
        key=lambda code: -abs(after[code] - before[code]),
    )
    return tuple(
        Beside(word=names.criteria.get(code, code), before=voice.chance(before[code]), after=voice.chance(after[code]))
        for code in moved
    )


def _shares(older: Mapping[str, Any], newer: Mapping[str, Any], voice: Voice) -> tuple[Beside, ...]:
    """Who of the others wins if they buy; rivals that only one of the two knows have a dash in the other."""
    parties = [*dict.fromkeys([*older["shares"], *newer["shares"]])]
    return tuple(
        Beside(
            word=party("?" if who == UNNAMED else who, voice),
            before=voice.chance(older["shares"][who]) if who in older["shares"] else "–",
            after=voice.chance(newer["shares"][who]) if who in newer["shares"] else "–",
        )
        for who in parties
    )
