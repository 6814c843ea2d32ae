"""Winning against rivals (method §4)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit

from harehawk.engine.common import Factor
from harehawk.engine.gates.cases import Rival
from harehawk.engine.gates.gate import build, fold
from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.rows import third_table
from harehawk.engine.gates.winning import (
    GAUSS_POINTS,
    GAUSS_WEIGHTS,
    Field,
    comparison,
    nodes,
    odds_of,
    presence,
    shown_shares,
)

GATE = build(
    3,
    [Criterion(code="x", gate=3, swing=2, prior=0.4)],
    0.45,
    shares=(odds_of(expit(GAUSS_POINTS)), GAUSS_WEIGHTS),
)
A = (0.448, 0.5)
B = (1.036, 0.3)


def field(*named, closed=False):
    """Rivals by mean and sd of Δ."""
    means = [0.5 if named else 0.0, *(mean for mean, _ in named)]
    return Field(
        mean=np.array(means)[:, None],
        sd=np.array([sd for _, sd in named]).reshape(-1, 1),
        unnamed=np.array([presence(len(named), closed=closed)]),
    )


def chance(rivals, belief=1.0):
    """P₃ of a gate with one criterion of which we are certain."""
    table = third_table(GATE, np.array([[False]]), nodes(rivals), np.ones((1, 1)))
    return fold(table, np.array([[[belief]]])).item()


def test_worked_example_of_two_rivals_compared():
    a = Rival(id="A", advantage={Factor.SOLUTION: 1, Factor.PRICE: -2, Factor.PRODUCT: 1})
    b = Rival(id="B", advantage={Factor.SOLUTION: 2, Factor.PRICE: 1})
    shares = shown_shares(field((0.448, 0), (1.036, 0), closed=True))

    assert comparison(a)[0] + 0.35 == pytest.approx(0.448)  # method §12.7
    assert comparison(b)[0] == pytest.approx(1.036)
    assert shares[0, 0] == pytest.approx(0.501561, abs=5e-7)
    assert chance(field((0.448, 0), (1.036, 0), closed=True)) == pytest.approx(0.720363, abs=5e-7)


def test_worked_examples_of_the_winning_gate():
    assert GATE.base == pytest.approx(-0.259983, abs=5e-7)  # method §12.7
    assert chance(field(A, closed=True)) == pytest.approx(0.788941, abs=5e-7)
    assert chance(field(A, B)) == pytest.approx(0.648511, abs=5e-7)


def test_worked_examples_of_factors_that_nobody_knows():
    unknown = comparison(Rival(id="B"))[1]
    known = {Factor.SOLUTION: 1, Factor.PRICE: -2, Factor.PRODUCT: 1}

    assert unknown**0.5 == pytest.approx(0.612810, abs=5e-7)  # method §12.7
    assert (comparison(Rival(id="A", advantage=known))[1] + 0.1) ** 0.5 == pytest.approx(0.419347, abs=5e-7)


def test_nobody_known_gives_the_rate_and_nobody_there_nearly_certainty():
    assert chance(field(), belief=0.4) == pytest.approx(0.45, abs=1e-12)
    assert shown_shares(field(closed=True))[:, 0].tolist() == [0.99, 0]


leads = st.tuples(st.floats(-4, 4), st.floats(0, 1.5))


@given(st.lists(leads, min_size=1, max_size=4), leads)
def test_one_more_named_rival_never_raises_the_chance(named, another):
    assert chance(field(*named, another)) <= chance(field(*named)) + 1e-12
    if len(named) > 1:
        assert chance(field(*named, another, closed=True)) <= chance(field(*named, closed=True)) + 1e-12


@given(leads, leads)
def test_a_second_rival_raises_the_chance_by_no_more_than_points_and_nodes_differ(only, another):
    alone, both = chance(field(only, closed=True)), chance(field(only, another, closed=True))

    assert both <= alone + 4e-3


@given(st.lists(leads, max_size=4), st.booleans())
def test_shares_add_up_to_one(named, closed):
    shares = shown_shares(field(*named, closed=closed))

    assert (shares >= 0).all()
    if named or not closed:
        assert shares.sum() == pytest.approx(1)


@given(st.lists(st.tuples(st.lists(leads, max_size=3), st.booleans()), min_size=2, max_size=5))
def test_judged_together_or_alone_the_share_is_the_same(rows):
    fields = [field(*named, closed=closed) for named, closed in rows]
    most = max(len(one.sd) for one in fields)
    together = Field(
        mean=np.concatenate(
            [np.pad(one.mean, ((0, most - len(one.sd)), (0, 0)), constant_values=np.inf) for one in fields], axis=1
        ),
        sd=np.concatenate([np.pad(one.sd, ((0, most - len(one.sd)), (0, 0))) for one in fields], axis=1),
        unnamed=np.concatenate([one.unnamed for one in fields]),
    )
    table = third_table(GATE, np.zeros((1, len(rows)), dtype=bool), nodes(together), np.ones((1, len(rows))))

    assert fold(table, np.array([[[0.7]]]))[0] == pytest.approx([chance(one, 0.7) for one in fields], abs=1e-12)
