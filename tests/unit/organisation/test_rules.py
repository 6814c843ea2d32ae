"""How a group decides, and who counts how much in it (method §3)."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harehawk.engine.organisation.rules import Ballot, passes, shapley_shubik

NOBODY = (False, False, False)
voters = st.lists(
    st.tuples(st.sampled_from([0.5, 1, 1.1, 2, 3]), st.booleans(), st.floats(0, 1)), min_size=1, max_size=5
)


def ballot(drawn, part):
    weights, veto, favour = zip(*drawn, strict=True)
    return Ballot(weights, part * sum(weights), veto), np.array(favour)


def test_worked_example_of_a_weighted_vote():
    favour = np.array([0.9, 0.5, 0.3])

    assert passes(favour, Ballot((2, 1, 1), 2, NOBODY)) == pytest.approx(0.585)  # method §12.6
    assert passes(favour, Ballot((2, 1, 1), 2, (False, False, True))) == pytest.approx(0.27)


def test_worked_example_of_power_in_a_vote():
    assert shapley_shubik(Ballot((2, 1, 1), 2, NOBODY)) == pytest.approx((2 / 3, 1 / 6, 1 / 6))  # method §12.6
    assert shapley_shubik(Ballot((2, 1, 1), 2, (False, False, True))) == pytest.approx((0.5, 0, 0.5))


def test_weights_in_tenths_reach_a_quota_exactly_and_do_not_exceed_it():
    assert passes(np.ones(3), Ballot((0.1, 0.2, 0.3), 0.6, NOBODY)) == 0
    assert passes(np.array([1.0, 1.0, 0.0]), Ballot((0.1, 0.2, 0.3), 0.3, NOBODY)) == 0


def test_a_dictator_holds_all_the_power():
    assert shapley_shubik(Ballot((5, 1, 1), 4, NOBODY)) == (1, 0, 0)


def test_veto_holders_alone_can_carry_a_vote():
    assert passes(np.array([0.5, 0.1, 0.2]), Ballot((3, 1, 1), 2.5, (True, False, False))) == 0.5


@given(voters, st.floats(0, 0.99))
def test_a_vote_passes_as_often_as_its_outcomes_say(drawn, part):
    vote, favour = ballot(drawn, part)

    chance = 0.0
    for yes in itertools.product([False, True], repeat=len(drawn)):
        weight = math.fsum(w for w, one in zip(vote.weights, yes, strict=True) if one)
        held = all(one or not veto for one, veto in zip(yes, vote.veto, strict=True))
        if held and round(weight - vote.quota, 9) > 0:
            chance += np.where(yes, favour, 1 - favour).prod()

    assert passes(favour, vote) == pytest.approx(chance, abs=1e-12)


@given(voters, st.floats(0, 0.99))
def test_power_is_shared_out_by_who_turns_the_vote(drawn, part):
    vote, _ = ballot(drawn, part)

    turned = np.zeros(len(drawn))
    for order in itertools.permutations(range(len(drawn))):
        joined = set()
        for one in order:
            joined.add(one)
            held = all(i in joined for i, veto in enumerate(vote.veto) if veto)
            if held and round(math.fsum(vote.weights[i] for i in joined) - vote.quota, 9) > 0:
                turned[one] += 1
                break

    assert shapley_shubik(vote) == pytest.approx(turned / math.factorial(len(drawn)))


@given(voters, st.floats(0, 0.99), st.data())
def test_one_more_in_favour_never_hurts(drawn, part, data):
    vote, favour = ballot(drawn, part)
    better = favour.copy()
    one = data.draw(st.integers(0, len(drawn) - 1))
    better[one] = data.draw(st.floats(favour[one], 1))

    assert passes(better, vote) >= passes(favour, vote) - 1e-12


@given(voters, st.floats(0, 0.99), st.data())
def test_the_no_of_a_veto_holder_closes_the_vote(drawn, part, data):
    vote, favour = ballot(drawn, part)
    one = data.draw(st.integers(0, len(drawn) - 1))
    favour[one] = 0
    veto = (*vote.veto[:one], True, *vote.veto[one + 1 :])

    assert passes(favour, Ballot(vote.weights, vote.quota, veto)) == 0
