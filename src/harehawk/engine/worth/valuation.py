"""What winning is worth to us, and whether it stays within our limits."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.worth.deal import Aspect, Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitView:
    """A computed must of gate 4: the figure at the 90 % quantile of delay, its bound, and whether it is kept."""

    limit: Limit
    figure: float
    bound: float
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What winning is worth, in money. Curves: (5, months + 1) cumulative cash at the delay quantiles 10/30/50/70/90 %."""

    net_present_value: float  # mean over the quantiles of delay
    net_present_values: tuple[float, ...]  # at each of the five
    peak_capital: float  # median delay
    peak_capital_late: float  # 90 % delay
    payback_month: int | None
    credit_loss: float
    contract: float
    gross_margin: float
    aspects: Mapping[Aspect, float]  # money of each
    harm: float
    total: float
    robustness: float
    limits: tuple[LimitView, ...]
    curves: NDArray[np.float64]
    late_days: tuple[float, ...]  # days to money of a 30-day term, at the five quantiles
