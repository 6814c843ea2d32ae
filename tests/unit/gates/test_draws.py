"""Draws for ranges and confidence (method §6)."""

from dataclasses import replace

import numpy as np
import pytest

from harehawk.engine.gates.assume import filled
from harehawk.engine.gates.cases import Case, Effort, Level
from harehawk.engine.gates.compose import as_known, field_of, rows_of, uncertain_of
from harehawk.engine.gates.draws import drawn, shifts
from harehawk.engine.gates.known import known
from harehawk.engine.gates.pack import DEFAULT
from harehawk.engine.gates.rows import score


def draws_of(*cases, method=DEFAULT):
    ones = [known(case, method, filled(case, method)) for case in cases]
    scored = score(ones[0].setting, rows_of(ones[0].setting, ones, field_of(as_known(ones))))
    return scored, drawn(scored, uncertain_of(ones[0].setting, ones))


def test_the_mean_of_the_draws_is_exact_where_none_was_cut_at_one(waterworks):
    scored, draws = draws_of(waterworks, Case(id="dam"), replace(waterworks, closed=True, rivals=()))
    level = scored.best, np.arange(3)
    exact = np.stack([scored.first, scored.second, scored.third[level], scored.chance()[level]])

    cut = (draws.shown[:4] == 1).any(axis=2)
    assert not cut.all()
    assert draws.shown[:4].mean(axis=2)[~cut] == pytest.approx(exact[~cut], abs=1e-9)


def test_without_scaling_the_shared_shift_would_raise_the_mean_of_a_product():
    """Worked in the method: .1575 would become .207 with nothing known and rivals off."""
    full = Effort(levels=(Level(id="full", cost=90_000),))
    _, draws = draws_of(Case(id="dam", effort=full), method=replace(DEFAULT, rivals_modelled=False))
    first, second, third, chance = draws.shown[:4, 0]

    assert chance.mean() == pytest.approx(0.5 * 0.7 * 0.45)
    assert (first * second * third).mean() > 0.2


def test_the_shift_leans_neither_way():
    assert shifts().mean() == pytest.approx(0, abs=0.01)
    assert shifts().std() == pytest.approx(0.8, abs=0.01)
