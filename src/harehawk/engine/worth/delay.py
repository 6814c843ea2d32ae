"""How late a customer pays."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

QUANTILES = (0.1, 0.3, 0.5, 0.7, 0.9)
DEVIATES = ndtri(QUANTILES)
MEDIAN, LATE = 2, 4  # their places: what we show beside each other; limits use the late one
ASSUMED_MEAN = math.log(2)  # no public data of China: customers take twice the days allowed
ASSUMED_SD = 0.5
SHRINKAGE = 2  # the company's habit counts like two invoices of the customer
WIDENING = 1.15  # so that 80 % intervals cover what they say
ENOUGH = 5  # judgement: invoices of a customer, and such customers, to learn a habit from


def lateness(ratios: Sequence[float], late_mean: float, late_sd: float) -> tuple[float, float]:
    """Return mean and sd of ln(days to money ÷ days allowed) of a customer's next invoice (method.md §5).

    Parameters
    ----------
    ratios
        ln(days/term) of the customer's settled invoices.
    late_mean, late_sd
        Of a customer of whom no invoice is known, as `company_delay` returns.

    Examples
    --------
    >>> [round(figure, 6) for figure in lateness([0.6] * 4, 0.2, 0.5)]
    [0.466667, 0.621071]
    """
    n = len(ratios) + SHRINKAGE
    mean = (math.fsum(ratios) + SHRINKAGE * late_mean) / n
    return mean, WIDENING * late_sd * math.sqrt(1 + 1 / n)


def late_factors(ratios: Sequence[float], late_mean: float, late_sd: float) -> NDArray[np.float64]:
    """Return days to money as multiples of the days allowed, (5,) at the quantiles 10/30/50/70/90 %.

    Examples
    --------
    >>> (30 * late_factors([], np.log(2), 0.5)).round(6)
    array([ 24.333152,  41.473177,  60.      ,  86.803092, 147.946311])
    """
    mean, sd = lateness(ratios, late_mean, late_sd)
    return np.asarray(np.exp(mean + sd * DEVIATES))


def company_delay(ratios: Iterable[Sequence[float]]) -> tuple[float, float]:
    """Return mean and sd of ln(days/term) for a new customer, learnt from all settled invoices.

    The mean is that of the customers' means, each counting n/(n+2): a customer of many invoices is still
    one customer. The sd is the median of the customers' own, so that a few who pay at any time do not
    widen the rest. Both stay assumed until five customers have settled five invoices each: how many are
    enough is judgement.

    Parameters
    ----------
    ratios
        Of each customer, ln(days/term) of its settled invoices; days at least 1.
    """
    own = [np.asarray(each, dtype=float) for each in ratios if len(each)]
    spreads = [each.std(ddof=1) for each in own if len(each) >= ENOUGH]
    if len(spreads) < ENOUGH:
        return ASSUMED_MEAN, ASSUMED_SD
    counts = np.array([len(each) for each in own])
    means = np.array([each.mean() for each in own])
    return float(np.average(means, weights=counts / (counts + SHRINKAGE))), float(np.median(spreads))
