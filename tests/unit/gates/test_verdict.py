"""From numbers to a verdict (method §6)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harehawk.engine.common import Range
from harehawk.engine.gates.judgement import GateState, GateView, Verdict, Why
from harehawk.engine.gates.verdict import Grounds, bars, named_gate, state, verdict

RATES = (0.5, 0.7, 0.45)
GROUNDS = {
    "must_closed": False,
    "limit_broken": False,
    "nothing_known": False,
    "question_pays": None,
    "expected": Range(point=-5.0, low=-9.0, high=3.0),
    "named_gate": 3,
    "nurtures": True,
}


def view(point, bar):
    low, high = 0.8 * point, 1.2 * point
    return GateView(value=Range(point=point, low=low, high=high), bar=bar, state=state(low, high, bar, closed=False))


def test_worked_examples_of_bars():
    assert bars(96, 732, RATES) == pytest.approx([0.466819, 0.675698, 0.415775, 609.523810], abs=5e-7)  # §12.11
    assert bars(90, 100, RATES)[:3] == pytest.approx([0.961259, 0.979874, 0.955503], abs=5e-7)


@given(st.floats(1, 1e6), st.floats(1.001, 50), st.tuples(*[st.floats(0.05, 0.95)] * 3))
def test_with_every_gate_at_its_bar_the_deal_breaks_even(cost, times, rates):
    worth = cost * times
    first, second, third, money = bars(cost, worth, rates)

    assert first * second * third * worth - cost == pytest.approx(0, abs=1e-9 * worth)
    assert np.prod(rates) * money - cost == pytest.approx(0, abs=1e-9 * cost)


def test_a_worth_below_the_cost_leaves_only_the_fourth_bar():
    marks = bars(100, 80, RATES)

    assert marks[:3] == (None, None, None)
    assert state(0.2, 0.4, marks[0], closed=False) is None
    assert state(0.2, 0.4, marks[0], closed=True) is GateState.FAILS
    assert named_gate([view(0.5, None)] * 3 + [view(80, marks[3])], [False] * 4) == 4
    assert named_gate([view(0.5, None)] * 3 + [view(80, marks[3])], [False, True, False, True]) == 2


def test_nothing_left_to_spend_makes_every_gate_hold():
    assert bars(0, 10, RATES) == (0, 0, 0, 0)
    assert state(-5, 20, 0, closed=False) is GateState.HOLDS


def test_a_gate_holds_fails_or_is_unclear_by_its_whole_range():
    assert state(0.5, 0.9, 0.5, closed=False) is GateState.HOLDS
    assert state(0.4, 0.5, 0.5, closed=False) is GateState.UNCLEAR
    assert state(0.3, 0.49, 0.5, closed=False) is GateState.FAILS


def test_the_gate_named_is_the_one_furthest_below_its_bar_or_none():
    assert named_gate([view(0.5, 0.5), view(0.6, 0.7), view(0.3, 0.5), view(900, 800)], [False] * 4) == 3
    assert named_gate([view(0.9, 0.5), view(0.9, 0.7), view(0.9, 0.5), view(900, 400)], [False] * 4) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"must_closed": True, "question_pays": Why.QUESTION_PAYS}, (Verdict.ABANDON, Why.MUST_CLOSED)),
        ({"limit_broken": True, "expected": Range(point=5, low=1, high=9)}, (Verdict.ABANDON, Why.LIMIT_BROKEN)),
        ({"limit_broken": True, "nothing_known": True}, (Verdict.ABANDON, Why.LIMIT_BROKEN)),
        ({"nothing_known": True, "question_pays": Why.QUESTION_PAYS}, (Verdict.PROBE, Why.NOTHING_KNOWN)),
        (
            {"nothing_known": True, "expected": Range(point=5, low=-1, high=9)},
            (Verdict.PROBE, Why.NOTHING_KNOWN),
        ),
        ({"question_pays": Why.PAIR_PAYS}, (Verdict.PROBE, Why.PAIR_PAYS)),
        ({"expected": Range(point=5, low=-1, high=9), "named_gate": 1}, (Verdict.PURSUE, Why.PAYS)),
        ({"named_gate": 1}, (Verdict.NURTURE, Why.TOO_EARLY)),
        ({"named_gate": 1, "nurtures": False}, (Verdict.ABANDON, Why.DOES_NOT_PAY)),
        ({"expected": Range(point=-5, low=-9, high=-1)}, (Verdict.ABANDON, Why.SURE_LOSS)),
    ],
)
def test_the_first_line_that_fits_decides(changes, expected):
    assert verdict(Grounds(**GROUNDS | changes)) == expected
