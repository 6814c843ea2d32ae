"""What would turn it: the promised verdict is the one that the changed opportunity gets."""

from dataclasses import replace

import pytest

from harehawk.engine.gates.assume import filled
from harehawk.engine.gates.cases import Case, Cases
from harehawk.engine.gates.judge import judge, judge_assumed
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.gates.known import known
from harehawk.engine.gates.pack import DEFAULT
from harehawk.engine.gates.turning import MOST, MOST_OF_A_KIND, STEPS, Lever, changed, turning
from harehawk.engine.worth.deal import Fit


def told(case):
    """Its judgement, and what would turn it."""
    (judgement,) = judge(Cases(method=DEFAULT, rows=(case,)))
    return judgement, turning(known(case, DEFAULT, filled(case, DEFAULT)), judgement, DEFAULT)


def dear(case):
    """The same with more still to be spent than it can bring."""
    return replace(case, effort=replace(case.effort, remainder=2_000_000))


def cheap(case):
    """The same with next to nothing to be spent."""
    return replace(case, effort=replace(case.effort, remainder=2_000))


CASES = {
    "as it is": lambda case: case,
    "dear": dear,
    "cheap": cheap,
    "of which nothing is known": lambda _: Case(id="empty", customer_class="key"),
    "with a need nobody meets": lambda case: replace(
        case, needs=(*case.needs, replace(case.needs[0], id="gates", fit=Fit.NONE))
    ),
}


@pytest.fixture(params=CASES, ids=str)
def case(request, waterworks):
    return CASES[request.param](waterworks)


def test_every_change_turns_the_verdict_into_the_one_it_promises(case):
    now, turns = told(case)

    for turn in turns:
        (then,) = judge_assumed([changed(case, turn.change, DEFAULT)], DEFAULT)
        assert then.verdict == turn.judgement.verdict != now.verdict
        assert then.expected_value.point == pytest.approx(turn.judgement.expected_value.point)


def test_there_are_few_of_them_the_smallest_first_and_not_all_of_one_kind(case):
    _, turns = told(case)

    sizes = [turn.change.size for turn in turns]
    kinds = [turn.change.lever for turn in turns]
    assert sizes == sorted(sizes)
    assert len(turns) <= MOST
    assert all(kinds.count(kind) <= MOST_OF_A_KIND for kind in kinds)


def test_of_an_amount_no_smaller_step_turns_it(case):
    now, turns = told(case)

    for turn in turns:
        for step in STEPS.get(turn.change.lever, ()):
            if step < turn.change.share:
                smaller = replace(turn.change, share=step)
                (then,) = judge_assumed([changed(case, smaller, DEFAULT)], DEFAULT)
                assert then.verdict == now.verdict


def test_what_we_pursue_is_turned_by_what_is_worse_and_what_we_dropped_by_what_is_better(waterworks):
    pursued, worse = told(cheap(waterworks))
    dropped, better = told(dear(waterworks))

    assert pursued.verdict is Verdict.PURSUE
    assert worse
    assert not any(turn.change.helps for turn in worse)
    assert dropped.verdict is Verdict.ABANDON
    assert all(turn.change.helps for turn in better)


def test_a_need_that_nobody_meets_is_what_would_turn_it(waterworks):
    closed, turns = told(CASES["with a need nobody meets"](waterworks))

    assert closed.verdict is Verdict.ABANDON
    assert (Lever.NEED, "gates") in {(turn.change.lever, turn.change.about) for turn in turns}


def test_a_rival_that_leaves_takes_what_is_said_about_it_along(waterworks):
    _, turns = told(waterworks)

    for turn in turns:
        if turn.change.lever is Lever.RIVAL:
            case, _ = changed(waterworks, turn.change, DEFAULT)
            assert turn.change.about not in {rival.id for rival in case.rivals}
            assert not [tie for tie in case.group.ties if tie.rival == turn.change.about]
