"""Fixed points and ranges (method §0)."""

import numpy as np
import pytest

from harehawk.engine.points import low_and_high, points


def test_a_column_is_the_same_however_many_are_asked_for():
    assert (points(512, 40)[:, :7] == points(512, 7)).all()


def test_every_column_is_spread_evenly():
    tenths = np.floor(points(512, 30) * 8).astype(int)

    for column in tenths.T:
        assert np.abs(np.bincount(column, minlength=8) - 64).max() <= 1


def test_points_of_an_odd_number_are_refused():
    with pytest.raises(ValueError, match="power of two, got 500"):
        points(500, 2)


def test_a_range_is_made_of_values_that_were_drawn():
    draws = points(512, 3).T

    low, high = low_and_high(draws)

    expected = np.quantile(draws, [0.1, 0.9], axis=1, method="inverted_cdf")
    assert (low == expected[0]).all()
    assert (high == expected[1]).all()
