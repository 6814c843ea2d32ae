"""The same facts under every customer class (method §7b)."""

from dataclasses import replace

import numpy as np
import pytest

from harehawk.engine.gates.cases import Case
from harehawk.engine.gates.classes import Lever, replaced, under_every_class
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.gates.pack import CLASSES, DEFAULT
from harehawk.engine.gates.rows import Rows, score
from harehawk.engine.gates.setting import compiled, shifted
from harehawk.engine.gates.winning import Field, nodes
from harehawk.engine.worth.deal import Aspect

NOT_SO = {"date_compelling", "value_seen", "unwritten_ours", "coach_confirmed"}
SCORES = {Aspect.IMPORTANCE: 2, Aspect.FIT: 1, Aspect.REFERENCE: 1, Aspect.LEARNING: 0}
MARGIN = 540_000
STANDARD, STRATEGIC = CLASSES["standard"], CLASSES["strategic"]


def judged(emphasis):
    """Chance, worth and expected value of an opportunity of which everything is known; one equal rival."""
    setting = compiled(DEFAULT, emphasis)
    known = np.array([[float(one.code not in NOT_SO)] for one in setting.active])
    worth = 100_000 + MARGIN * sum(emphasis.aspects[aspect] * score for aspect, score in SCORES.items())
    rows = Rows(
        belief=known,
        if_yes=known,
        if_no=known,
        askable=known > 2,
        fixed=known > 2,
        nodes=nodes(Field(mean=np.array([[0.5], [0]]), sd=np.zeros((1, 1)), unnamed=np.zeros(1))),
        worth=np.array([worth]),
        cost=np.array([[90_000.0]]),
        boost=np.ones((1, 1)),
    )
    scored = score(setting, rows)
    return scored.chance().item(), worth, scored.expected.item()


def test_worked_example_of_a_deal_that_a_class_turns():
    assert judged(STANDARD) == pytest.approx((0.403568, 127_000, -38_746.84), abs=0.005)  # method §12.14
    assert judged(STRATEGIC) == pytest.approx((0.698347, 343_000, 149_532.98), abs=0.005)
    assert judged(STANDARD)[0] == pytest.approx(0.403568, abs=5e-7)
    assert judged(STRATEGIC)[0] == pytest.approx(0.698347, abs=5e-7)
    assert judged(CLASSES["key"])[2] == pytest.approx(57_767.47, abs=0.005)
    assert judged(CLASSES["growth"])[2] == pytest.approx(29_383.27, abs=0.005)


def test_worked_example_of_the_setting_that_decides():
    alone = {lever: judged(replaced(STANDARD, STRATEGIC, lever))[2] for lever in Lever}
    importance = {Aspect.IMPORTANCE: STRATEGIC.aspects[Aspect.IMPORTANCE]}
    only_importance = replace(STANDARD, aspects={**STANDARD.aspects, **importance})

    assert alone[Lever.RATES] == pytest.approx(-5_025.10, abs=0.005)  # method §12.14
    assert alone[Lever.WEIGHTS] == pytest.approx(-35_510.36, abs=0.005)
    assert alone[Lever.ASPECTS] == pytest.approx(48_423.89, abs=0.005)
    assert alone[Lever.LIMITS] == pytest.approx(judged(STANDARD)[2])
    assert judged(only_importance)[2] == pytest.approx(26_631.21, abs=0.005)


def test_the_rates_of_the_classes_are_those_of_the_table():
    table = {name: [round(rate, 3) for rate in shifted(DEFAULT.rates, one.shift)] for name, one in CLASSES.items()}

    assert table == {
        "strategic": [0.55, 0.74, 0.5],
        "key": [0.5, 0.7, 0.45],
        "growth": [0.45, 0.656, 0.401],
        "standard": [0.401, 0.61, 0.354],
    }


def test_side_by_side_the_facts_stay_and_the_row_that_turns_the_verdict_is_named(waterworks):
    own = replace(waterworks, customer_class="standard", overruled=False)

    beside = under_every_class(own, DEFAULT)

    assert set(beside) == set(CLASSES)
    assert beside["standard"].deciding is None
    assert {one.judgement.worth.contract for one in beside.values()} == {3_000_000}
    assert {one.judgement.levels[0].cost for one in beside.values()} == {180_000}
    for one in beside.values():
        assert (one.deciding is None) == (one.judgement.verdict == beside["standard"].judgement.verdict)


def test_what_is_assumed_stays_that_of_the_customers_own_class():
    beside = under_every_class(Case(id="dam", customer_class="growth"), DEFAULT)

    assert {one.judgement.worth.contract for one in beside.values()} == {1_500_000}
    assert {one.judgement.levels[0].cost for one in beside.values()} == {200 * 300}


def test_a_customer_without_a_class_is_judged_as_a_key_customer(waterworks):
    unclassified = under_every_class(replace(waterworks, customer_class=None), DEFAULT)
    key = under_every_class(waterworks, DEFAULT)

    assert unclassified["key"].judgement.assumed == ("class", "delay")
    assert unclassified["key"].judgement.expected_value == key["key"].judgement.expected_value
    assert key["key"].judgement.verdict is Verdict.PROBE
