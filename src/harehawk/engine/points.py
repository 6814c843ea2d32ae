"""Fixed points instead of chance: the same draws on every machine and in every batch."""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

GOLDEN = 0.6180339887498949
EDGE = 1e-12  # keeps quantiles of the normal distribution finite
LOW, HIGH = 0.1, 0.9  # of a range


@cache
def points(n: int, columns: int) -> NDArray[np.float64]:
    """Return n fixed points in the unit cube, spread evenly (method.md §0).

    The plain Sobol sequence with Joe–Kuo directions (Joe, Kuo 2008), first point 0, each column turned
    by 1/(2n) and a multiple of the golden ratio, so that columns of few points are not alike.

    Parameters
    ----------
    n
        A power of two.
    columns
        Column j does not depend on how many there are.

    Returns
    -------
    (n, columns), read-only, inside (0, 1)

    Raises
    ------
    ValueError
        If n is no power of two: the sequence is even only there.

    Examples
    --------
    >>> points(4, 2).round(6)
    array([[0.743034, 0.361068],
           [0.243034, 0.861068],
           [0.493034, 0.611068],
           [0.993034, 0.111068]])
    """
    if n & (n - 1):
        raise ValueError(f"the number of points must be a power of two, got {n}")
    from scipy.stats import qmc  # noqa: PLC0415  takes a second to load, which no start should wait for

    sobol = qmc.Sobol(d=columns, scramble=False).random(n)
    turned = np.modf(sobol + 1 / (2 * n) + (np.arange(columns) + 1) * GOLDEN)[0]
    inside: NDArray[np.float64] = np.clip(turned, EDGE, 1 - EDGE)
    inside.flags.writeable = False  # shared by all who ask
    return inside


def low_and_high(draws: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the 10th and 90th percentile along the last axis, by the inverted distribution function.

    Parameters
    ----------
    draws : (..., n)

    Returns
    -------
    (...,), (...,) : values that were drawn, never something in between
    """
    n = draws.shape[-1]
    low, high = math.ceil(LOW * n) - 1, math.ceil(HIGH * n) - 1
    # each apart: NumPy selects one place several times faster than two at once
    return np.partition(draws, low, axis=-1)[..., low], np.partition(draws, high, axis=-1)[..., high]
