"""The same facts under every customer class, side by side, and which setting decides (method.md §7b)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from harehawk.engine.gates.assume import Assumed, filled
from harehawk.engine.gates.cases import Case
from harehawk.engine.gates.judge import judge_assumed
from harehawk.engine.gates.judgement import Judgement
from harehawk.engine.gates.method import Emphasis, Method


class Lever(StrEnum):
    """A row of the settings that differ by class."""

    RATES = "rates"
    WEIGHTS = "weights of criteria"
    ASPECTS = "weights of worth"
    LIMITS = "limits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The judgement under one class, beside that under the customer's own.

    `alone` is the expected value with only that row of the own settings replaced. `deciding` is the row
    that turns the verdict: one that does so alone, of several the one that moves the expected value most;
    where none does alone, the one that moves it most. None where the verdict is the same.
    """

    judgement: Judgement
    alone: Mapping[Lever, float]
    deciding: Lever | None


def under_every_class(case: Case, method: Method) -> Mapping[str, Beside]:
    """Return the same facts judged under every class.

    What is assumed about the contract and the effort stays that of the customer's own class: the facts are
    the same, only the emphasis differs.
    """
    own = filled(case, method)
    plans: list[tuple[str, Lever | None]] = [(name, lever) for name in method.classes for lever in (None, *Lever)]
    assumed = [_under(own, name, method.classes[name], lever) for name, lever in plans]
    judgements = dict(zip(plans, judge_assumed([(case, one) for one in assumed], method), strict=True))
    now = judgements[own.class_name, None]
    return {
        name: Beside(
            judgement=judgements[name, None],
            alone={lever: judgements[name, lever].expected_value.point for lever in Lever},
            deciding=_deciding(now, judgements[name, None], {lever: judgements[name, lever] for lever in Lever}),
        )
        for name in method.classes
    }


def replaced(own: Emphasis, other: Emphasis, lever: Lever) -> Emphasis:
    """Return the settings of a class with one row of those of another."""
    match lever:
        case Lever.RATES:
            return replace(own, shift=other.shift)
        case Lever.WEIGHTS:
            return replace(own, swings=other.swings, priors=other.priors)
        case Lever.ASPECTS:
            return replace(own, aspects=other.aspects)
        case Lever.LIMITS:
            return replace(own, limits=other.limits)


def _under(own: Assumed, name: str, other: Emphasis, lever: Lever | None) -> Assumed:
    if lever is None:
        return replace(own, class_name=name, emphasis=other)
    return replace(own, emphasis=replaced(own.emphasis, other, lever))


def _deciding(now: Judgement, other: Judgement, alone: Mapping[Lever, Judgement]) -> Lever | None:
    if other.verdict == now.verdict:
        return None
    moves = {lever: abs(one.expected_value.point - now.expected_value.point) for lever, one in alone.items()}
    turning = [lever for lever, one in alone.items() if one.verdict == other.verdict]
    return max(turning or alone, key=lambda lever: moves[lever])
