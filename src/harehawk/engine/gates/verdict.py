"""From numbers to a verdict: bars, states of the gates, the gate that stops us, what to do (method.md §6).

There is no hurdle on confidence or on single gates: it would destroy most of the profit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harehawk.engine.common import Range
from harehawk.engine.gates.judgement import GateState, GateView, Verdict, Why

WORTH_GATE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a verdict rests on. `question_pays` says whether one or a pair nets more than 0.

    `nothing_known`: nothing was learned yet, and knowing everything is worth more than a first question costs.
    """

    must_closed: bool
    limit_broken: bool  # and nobody overruled it
    nothing_known: bool
    question_pays: Why | None
    expected: Range
    named_gate: int | None
    nurtures: bool


def bars(cost: float, worth: float, rates: Sequence[float]) -> tuple[float | None, ...]:
    """Return what each gate must reach so that the whole pays; the fourth in money.

    With ρ = cost ÷ worth the bars of the first three are c^(ln ρ ÷ ln c₁c₂c₃), so that their product is ρ:
    at its bars a deal breaks even. Where the worth does not exceed the cost these three have none.

    Examples
    --------
    >>> [round(bar, 6) for bar in bars(96, 732, (0.5, 0.7, 0.45))]
    [0.466819, 0.675698, 0.415775, 609.52381]
    """
    together = float(np.prod(rates))
    if worth <= cost:
        return None, None, None, cost / together
    part = cost / worth
    if part == 0:
        return 0.0, 0.0, 0.0, 0.0
    exponent = np.log(part) / np.log(together)
    return *(float(rate**exponent) for rate in rates), cost / together


def state(low: float, high: float, bar: float | None, *, closed: bool) -> GateState | None:
    """Return how a gate stands: its whole range above, across or below the bar.

    Closed by a must or limit it fails; where nothing is left to be spent the bar is 0 and it holds.
    """
    if closed:
        return GateState.FAILS
    if bar is None:
        return None
    if low >= bar or bar == 0:
        return GateState.HOLDS
    return GateState.FAILS if high < bar else GateState.UNCLEAR


def named_gate(gates: Sequence[GateView], closed: Sequence[bool]) -> int | None:
    """Return the gate that stops us most, 1 to 4; None where every gate holds.

    The first with a closed must; else the fourth, where the worth does not exceed the cost; else, of those
    that do not hold, the one with the lowest value beside its bar.
    """
    if any(closed):
        return closed.index(True) + 1
    if gates[0].bar is None:
        return WORTH_GATE
    open_gates = [
        (gate.value.point / gate.bar, number)
        for number, gate in enumerate(gates, start=1)
        if gate.state is not GateState.HOLDS and gate.bar
    ]
    return min(open_gates)[1] if open_gates else None


def verdict(on: Grounds) -> tuple[Verdict, Why]:
    """Return what to do and which line of the rule says so; the first that fits."""
    if on.must_closed or on.limit_broken:
        return Verdict.ABANDON, Why.MUST_CLOSED if on.must_closed else Why.LIMIT_BROKEN
    if asks := Why.NOTHING_KNOWN if on.nothing_known else on.question_pays:
        return Verdict.PROBE, asks
    if on.expected.point > 0:
        return Verdict.PURSUE, Why.PAYS
    if on.named_gate == 1 and on.nurtures:
        return Verdict.NURTURE, Why.TOO_EARLY
    return Verdict.ABANDON, Why.SURE_LOSS if on.expected.high < 0 else Why.DOES_NOT_PAY
