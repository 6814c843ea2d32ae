"""How good stated chances are, beside what came of them (method §9)."""

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Floats = NDArray[np.float64]
BINS = 10


def brier(chance: Floats, won: Floats) -> float:
    """Return the mean squared error."""
    return float(((chance - won) ** 2).mean())


def log_loss(chance: Floats, won: Floats) -> float:
    """Return minus the mean log of the chance given to what happened."""
    return float(-np.log(np.where(won > 0, chance, 1 - chance)).mean())


def auc(chance: Floats, won: Floats) -> float:
    """Return how often a won deal had the higher chance than a lost one, ties half."""
    wins = won > 0
    count = wins.sum()
    return float((rankdata(chance)[wins].sum() - count * (count + 1) / 2) / (count * (~wins).sum()))


def calibration_error(chance: Floats, won: Floats) -> float:
    """Return ECE: over ten equal bins, share × |mean chance − mean outcome|."""
    bins = np.minimum((chance * BINS).astype(int), BINS - 1)
    gaps = [abs((chance[bins == b] - won[bins == b]).sum()) for b in range(BINS)]
    return float(sum(gaps) / len(chance))
