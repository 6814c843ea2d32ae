"""How late a customer pays."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

QUANTILES = (0.1, 0.3, 0.5, 0.7, 0.9)
MEDIAN, LATE = 2, 4  # their places: what we show beside each other; limits use the late one
SHRINKAGE = 2  # the company's habit counts like two invoices of the customer
WIDENING = 1.15  # so that 80 % intervals cover what they say
FEWEST_INVOICES = 30  # judgement: below, a company's own habit is not learnt
FEWEST_CUSTOMERS = 5


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
    return np.asarray(np.exp(mean + sd * ndtri(QUANTILES)))


def company_delay(ratios: Mapping[str, Sequence[float]], late_mean: float, late_sd: float) -> tuple[float, float]:
    """Return mean and sd of ln(days/term) for a new customer, learnt from all settled invoices.

    The mean is that of the customers' means, each counting n/(n+2) (a customer of many invoices is still
    one customer); the sd is that of invoices around their own customer's mean. Below 30 invoices or 5
    customers, or where nobody has two, the assumption given stays: how many are enough is judgement.

    Parameters
    ----------
    ratios
        Customer -> ln(days/term) of each settled invoice; days at least 1.
    late_mean, late_sd
        What is assumed until then.
    """
    own = [np.asarray(each, dtype=float) for _, each in sorted(ratios.items()) if len(each)]
    invoices = sum(len(each) for each in own)
    freedom = invoices - len(own)
    if invoices < FEWEST_INVOICES or len(own) < FEWEST_CUSTOMERS or not freedom:
        return late_mean, late_sd
    counts = np.array([len(each) for each in own])
    means = np.array([each.mean() for each in own])
    within = sum(float(((each - each.mean()) ** 2).sum()) for each in own)
    return float(np.average(means, weights=counts / (counts + SHRINKAGE))), math.sqrt(within / freedom)
