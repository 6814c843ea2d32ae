"""What is worth asking (method §7)."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit

from harehawk.engine.gates import pairs
from harehawk.engine.gates.method import Criterion, Method
from harehawk.engine.gates.pack import CLASSES, DEFAULT
from harehawk.engine.gates.questions import about_criteria
from harehawk.engine.gates.rows import Rows, score
from harehawk.engine.gates.setting import compiled
from harehawk.engine.gates.winning import Nodes


def criterion(code, gate, swing, prior, *, must=False):
    return Criterion(code=code, gate=gate, swing=swing, prior=prior, must=must)


SURE = (criterion("second", 2, 0, 0.5), criterion("third", 3, 0, 0.5))  # their gates pass at the rate, always


def setting_of(*first, rates=(0.6, 0.8, 0.5), bases=None):
    method = Method(criteria=first + SURE, classes=CLASSES, rates=rates, rivals_modelled=False, bases=bases or {})
    return compiled(method, CLASSES["key"])


def row(belief, if_yes, if_no, *, worth, costs, boosts=None):
    """One opportunity whose gates are the criteria alone."""
    columns = [np.array(values, dtype=float)[:, None] for values in (belief, if_yes, if_no, costs)]
    return Rows(
        belief=columns[0],
        if_yes=columns[1],
        if_no=columns[2],
        askable=np.ones((len(belief), 1), dtype=bool),
        fixed=np.zeros((len(belief), 1), dtype=bool),
        nodes=Nodes(odds=np.ones((1, 1)), weight=np.ones((1, 1))),
        worth=np.array([float(worth)]),
        cost=columns[3],
        boost=np.ones((len(costs), 1)) if boosts is None else np.array(boosts)[:, None],
    )


def answered(belief):
    """Beliefs after one more fresh first-hand source, when nothing was known before."""
    return [expit(logit(belief) + sign * np.log(4)) for sign in (1, -1)]


GATE = (criterion("a", 1, 3, 0.5), criterion("b", 1, 1, 0.8))
ONE_GATE = setting_of(*GATE, bases={1: float(logit(0.6))})


def test_worked_example_of_an_expected_value_and_perfect_answers():
    scored = score(ONE_GATE, row([0.5, 0.8], [1, 1], [0, 0], worth=1_000_000, costs=[220_000]))

    asked = about_criteria(scored)

    assert scored.expected.item() == pytest.approx(7_197.31, abs=0.005)  # method §12.3
    assert asked.if_yes[:, 0] == pytest.approx([116_479.01, 18_867.62], abs=0.005)
    assert asked.if_no[:, 0] == pytest.approx([-102_084.39, -39_483.91], abs=0.005)
    assert asked.value[:, 0] == pytest.approx([51_042.20, 7_896.78], abs=0.005)


def test_worked_example_of_a_first_hand_answer():
    (yes, no) = answered(np.array([0.5, 0.8]))
    asked = about_criteria(score(ONE_GATE, row([0.5, 0.8], yes, no, worth=1_000_000, costs=[220_000])))

    assert asked.if_yes[0, 0] == pytest.approx(72_766.33, abs=0.005)  # method §12.3
    assert asked.if_no[0, 0] == pytest.approx(-58_371.71, abs=0.005)
    assert asked.value[0, 0] == pytest.approx(29_185.86, abs=0.005)


def test_worked_example_of_two_conditions_needed_at_once():
    both = (criterion("a", 1, 0, 0.5, must=True), criterion("b", 1, 0, 0.5, must=True))
    setting = setting_of(*both, bases={1: 50.0, 2: 50.0, 3: 50.0})
    scored = score(setting, row([0.5, 0.5], [1, 1], [0, 0], worth=1, costs=[0.55]))
    asked = about_criteria(scored)

    best = pairs.best_pairs(scored, pairs.about_criteria(scored.rows, price=0.0), asked)

    assert scored.expected.item() == pytest.approx(-0.30)  # method §12.4
    assert asked.value.tolist() == [[0], [0]]
    assert best.value.item() == pytest.approx(0.1125)
    assert best.if_yes.item() == pytest.approx(0.5 * 0.45)
    assert best.if_no.item() == pytest.approx(-0.55)


chances = st.floats(0.02, 0.98)
swings = st.sampled_from([0.0, 1.0, 2.0, 3.0])


@st.composite
def opportunities(draw):
    """Three criteria in the first gate, two levels of effort."""
    own = tuple(criterion(code, 1, draw(swings), draw(st.floats(0.2, 0.8))) for code in "abc")
    setting = setting_of(*own, rates=(draw(st.floats(0.2, 0.8)), 0.8, 0.5))
    belief = np.array([draw(chances) for one in own if one.swing])
    yes, no = answered(belief)
    cost = draw(st.floats(0.01, 0.6))
    rows = row(belief, yes, no, worth=1, costs=[0.4 * cost, cost], boosts=[np.exp(-1), 1])
    return setting, rows


def everything_known(scored):
    """What knowing every truth is worth, by trying all of them."""
    rows, total = scored.rows, 0.0
    for truth in product([0.0, 1.0], repeat=len(rows.belief)):
        known = np.array(truth)[:, None]
        weight = np.prod(np.where(known, rows.belief, 1 - rows.belief))
        total += weight * max(score(scored.setting, replace(rows, belief=known)).expected.max(), 0)
    return total - max(scored.expected.max(), 0)


@given(opportunities())
def test_no_question_and_no_pair_is_worth_more_than_knowing_everything(drawn):
    setting, rows = drawn
    scored = score(setting, rows)
    asked = about_criteria(scored)
    everything = everything_known(scored)

    assert (asked.value <= everything + 1e-12).all()
    if len(rows.belief) > 1:
        best = pairs.best_pairs(scored, pairs.about_criteria(rows, price=0.0), asked)
        assert best.value.item() <= everything + 1e-12
        assert best.value.item() >= asked.value.max() - 1e-12


@given(opportunities())
def test_a_question_that_cannot_change_the_action_is_worth_exactly_nothing(drawn):
    setting, rows = drawn
    scored = score(setting, rows)
    asked = about_criteria(scored)

    for k in range(len(rows.belief)):
        actions = set()
        for belief in (rows.belief[k], rows.if_yes[k], rows.if_no[k]):
            changed = rows.belief.copy()
            changed[k] = belief
            expected = score(setting, replace(rows, belief=changed)).expected[:, 0]
            if abs(expected).min() < 1e-9 or abs(expected[0] - expected[1]) < 1e-9:
                break  # a tie by arithmetic
            actions.add(int(expected.argmax()) if expected.max() > 0 else None)
        else:
            assert (asked.value[k, 0] > 0) == (len(actions) > 1)


@given(opportunities())
def test_the_values_of_both_answers_are_those_of_the_beliefs_they_lead_to(drawn):
    setting, rows = drawn
    asked = about_criteria(score(setting, rows))

    for k, (yes, no) in enumerate(zip(rows.if_yes, rows.if_no, strict=True)):
        for belief, value in ((yes, asked.if_yes[k]), (no, asked.if_no[k])):
            changed = rows.belief.copy()
            changed[k] = belief
            assert score(setting, replace(rows, belief=changed)).expected.max() == pytest.approx(value.item())


def test_knowing_nothing_the_default_pack_has_questions_that_pay():
    setting = compiled(replace(DEFAULT, rivals_modelled=False), CLASSES["key"])
    belief = np.array([one.prior for one in setting.active])
    asked = about_criteria(score(setting, row(belief, *answered(belief), worth=1, costs=[0.15])))

    best = setting.active[int(asked.value.argmax())]
    assert best.code == "not_rigged"
