"""One gate, exactly (method §2)."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit

from harehawk.engine.gates.gate import (
    RateOutOfReach,
    WrongNumberOfCriteria,
    build,
    fold,
    fold_with_slopes,
    passed,
    shared_fold_with_slopes,
    table_of,
)
from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.pack import CLASSES, CRITERIA, DEFAULT
from harehawk.engine.gates.setting import compiled


def criterion(swing, prior, *, must=False, code="x", gate=1):
    return Criterion(code=code, gate=gate, swing=swing, prior=prior, must=must)


WITHOUT_RIVALS = replace(DEFAULT, rivals_modelled=False)
TWO = (criterion(3, 0.5), criterion(1, 0.8))
chances = st.floats(0, 1)
criteria = st.lists(
    st.builds(criterion, swing=st.sampled_from([0, 1, 2, 3]), prior=st.floats(0.05, 0.95), must=st.booleans()),
    min_size=1,
    max_size=6,
)


@st.composite
def gates(draw):
    """A gate with its base given, and a belief in each of its criteria."""
    own = draw(criteria)
    gate = build(1, own, 0.5, base=draw(st.floats(-3, 3)))
    return own, gate, np.array([draw(chances) for _ in own])


def test_worked_example_of_a_gate():
    gate = build(1, TWO, 0.6, base=float(logit(0.6)))
    belief = np.array([[0.5, 0.8], [1, 0.8], [0, 0.8], [0.9, 0.8], [0.9, 0.5]]).T

    assert gate.passes == pytest.approx([0.168747, 0.326300, 0.733834, 0.868039], abs=5e-7)  # method §12.2
    assert fold(gate.passes[:, None], belief) == pytest.approx(
        [0.567993, 0.841198, 0.294789, 0.786557, 0.745595], abs=5e-7
    )


def test_worked_example_of_a_criterion_asked_about_and_not_known():
    gate = build(1, TWO, 0.6, base=float(logit(0.6)))

    table = passed(table_of(gate, np.array([[True], [False]])))

    assert fold(table, np.array([[0.5], [0.8]])) == pytest.approx(0.441532, abs=5e-7)  # method §12.2


def test_worked_examples_of_bases():
    modelled, apart = (compiled(method, CLASSES["key"]).gates for method in (DEFAULT, WITHOUT_RIVALS))

    assert build(1, TWO, 0.6).base == pytest.approx(0.597215, abs=5e-7)  # method §12.2
    assert [gate.base for gate in modelled] == pytest.approx([-0.003180, 2.131911, -0.310585], abs=5e-7)
    assert apart[2].base == pytest.approx(-0.284124, abs=5e-7)


@pytest.mark.parametrize("name", CLASSES)
def test_nothing_known_gives_the_rates_of_the_class(name):
    setting = compiled(WITHOUT_RIVALS, CLASSES[name])

    for gate, rate in zip(setting.gates, setting.rates, strict=True):
        assert fold(gate.passes, gate.prior) == pytest.approx(rate, abs=1e-12)


@given(gates())
def test_the_sum_over_all_truths_is_what_the_method_says(drawn):
    own, gate, belief = drawn
    moving = sum(one.swing > 0 for one in own)
    tempered = [one.swing / (1 + 0.15 * (moving - 1)) if one.swing else 0 for one in own]
    expected = 0.0
    for truth in itertools.product([0, 1], repeat=len(own)):
        weight = np.prod([p if x else 1 - p for p, x in zip(belief, truth, strict=True)])
        z = gate.base + sum(d * (x - one.prior) for d, x, one in zip(tempered, truth, own, strict=True))
        expected += weight * expit(z) * all(x for x, one in zip(truth, own, strict=True) if one.must)

    assert fold(gate.passes, belief) == pytest.approx(expected, abs=1e-12)


@given(gates(), st.data())
def test_good_news_never_hurts(drawn, data):
    _, gate, belief = drawn
    better = np.array([data.draw(st.floats(p, 1)) for p in belief])

    assert fold(gate.passes, better) >= fold(gate.passes, belief) - 1e-12


@given(gates())
def test_the_slopes_give_yes_and_no_of_every_criterion(drawn):
    own, gate, belief = drawn
    chance, slopes = fold_with_slopes(gate.passes, belief)
    together, shared = shared_fold_with_slopes(gate.passes, belief[:, None])

    assert together == pytest.approx(chance, abs=1e-12)
    assert shared[:, 0] == pytest.approx(slopes, abs=1e-12)
    for k in range(len(own)):
        for certain in (0.0, 1.0):
            known = belief.copy()
            known[k] = certain
            assert chance + (certain - belief[k]) * slopes[k] == pytest.approx(fold(gate.passes, known), abs=1e-12)


@given(gates(), st.randoms(use_true_random=False))
def test_the_order_of_the_criteria_changes_nothing(drawn, order):
    own, gate, belief = drawn
    mixed = list(range(len(own)))
    order.shuffle(mixed)
    again = build(1, [own[k] for k in mixed], 0.5, base=gate.base)

    assert fold(again.passes, belief[mixed]) == pytest.approx(fold(gate.passes, belief), abs=1e-12)


@given(gates())
def test_a_must_that_is_certainly_not_met_closes_the_gate(drawn):
    own, gate, belief = drawn
    musts = [k for k, one in enumerate(own) if one.must]
    for k in musts:
        closed = belief.copy()
        closed[k] = 0.0
        assert fold(gate.passes, closed) == 0


def test_a_rate_beyond_the_musts_is_refused_by_gate_and_must():
    musts = [criterion(0, 0.6, must=True, code="listed", gate=2), criterion(2, 0.9, must=True, code="able", gate=2)]

    with pytest.raises(RateOutOfReach, match=r"gate 2: its rate 0\.6.*listed 0\.6 × able 0\.9") as refused:
        build(2, musts, 0.6)

    assert refused.value.gate == 2
    assert set(refused.value.musts) == {"listed", "able"}


@pytest.mark.parametrize("count", [0, 11])
def test_a_gate_takes_one_to_ten_criteria(count):
    others = tuple(one for one in CRITERIA if one.gate != 3)
    own = tuple(criterion(1, 0.5, code=f"own {i}", gate=3) for i in range(count))

    with pytest.raises(WrongNumberOfCriteria, match=f"gate 3: it takes 1 to 10 criteria, and has {count}"):
        compiled(replace(DEFAULT, criteria=others + own), CLASSES["key"])
