"""What winning is worth to us, and whether it stays within our limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from harehawk.engine.points import points
from harehawk.engine.worth.cash import arrivals, bonded, cash, payback
from harehawk.engine.worth.deal import Aspect, Filled, Limit, Yardstick
from harehawk.engine.worth.delay import LATE, MEDIAN, late_factors

DRAWS = 512
DOUBT = 0.5  # judgement: sd of ln of what a point of an aspect is worth
LIKELY_HARM = 0.5
USUAL_TERM_DAYS = 30.0
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitView:
    """A computed must of gate 4: the figure at the 90 % quantile of delay, its bound, and whether it holds."""

    limit: Limit
    figure: float
    bound: float
    kept: bool
    warns: bool = False  # broken only by what is assumed: closes nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What winning is worth, in money. Five values: at the delay quantiles 10/30/50/70/90 %."""

    net_present_value: float  # mean of the five
    net_present_values: tuple[float, ...]
    peak_capital: float  # median delay
    peak_capital_late: float  # 90 % delay
    payback_month: int | None  # median delay
    credit_loss: float  # mean of the five
    contract: float
    gross_margin: float
    aspects: Mapping[Aspect, float]  # money of each
    harm: float
    total: float
    robustness: float
    limits: tuple[LimitView, ...]
    curves: NDArray[np.float64]  # (5, months + 1) cumulative cash
    late_days: tuple[float, ...]  # days to money of a 30-day term, at the five


def value(deal: Filled, yardstick: Yardstick) -> Worth:
    """Value a contract: W = E[NPV] + Σ m_a·score_a − Σ P(harm)·loss, with its limits (method.md §5).

    Gross margin is payments less costs, those of closing gaps included, undiscounted; a contract without
    one has no margin for an aspect to be worth a share of, so a point is worth at least 0. Robustness is
    the share of 512 points with W > 0 when nobody is sure what a point is worth.
    """
    late = late_factors(deal.late_ratios, yardstick.late_mean, yardstick.late_sd)
    costs = (*deal.outlays, *deal.closing_gaps)
    flow = cash(
        deal.payments,
        arrivals(deal.payments, late),
        costs + bonded(deal.bonds),
        deal.default_probability,
        yardstick,
    )
    paid = sum(each.amount for each in deal.payments)
    margin = paid - sum(each.amount for each in costs)
    points_worth = {
        aspect: yardstick.aspects.get(aspect, 0.0) * max(0.0, margin) * deal.scores.get(aspect, 0.0)
        for aspect in Aspect
    }
    harm = sum(each.probability * each.loss for each in deal.harms)
    money = float(flow.value.mean())
    doubted = money + _doubts() @ np.array(list(points_worth.values())) - harm
    net_margin = (margin - float(flow.credit_loss[LATE])) / paid
    return Worth(
        net_present_value=money,
        net_present_values=tuple(flow.value.tolist()),
        peak_capital=float(flow.peak[MEDIAN]),
        peak_capital_late=float(flow.peak[LATE]),
        payback_month=payback(flow.curves[MEDIAN]),
        credit_loss=float(flow.credit_loss.mean()),
        contract=deal.amount,
        gross_margin=margin,
        aspects=points_worth,
        harm=harm,
        total=money + sum(points_worth.values()) - harm,
        robustness=float((doubted > 0).mean()),
        limits=(
            _at_most(Limit.CAPITAL, float(flow.peak[LATE]) / deal.amount, yardstick),
            _margin(net_margin, yardstick.limits[Limit.MARGIN]),
            _at_most(Limit.CREDIT, float(flow.credit_loss[LATE]) / deal.amount, yardstick),
            _harm(deal),
        ),
        curves=flow.curves,
        late_days=tuple((USUAL_TERM_DAYS * late).tolist()),
    )


def _at_most(limit: Limit, figure: float, yardstick: Yardstick) -> LimitView:
    bound = yardstick.limits[limit]
    return LimitView(limit=limit, figure=figure, bound=bound, kept=figure <= bound + ROUNDING)


def _margin(figure: float, floor: float) -> LimitView:
    return LimitView(limit=Limit.MARGIN, figure=figure, bound=floor, kept=figure >= floor - ROUNDING)


def _harm(deal: Filled) -> LimitView:
    """Harm to a strategic customer must stay less likely than not."""
    figure = max((harm.probability for harm in deal.harms if harm.strategic), default=0.0)
    return LimitView(limit=Limit.HARM, figure=figure, bound=LIKELY_HARM, kept=figure < LIKELY_HARM)


@cache
def _doubts() -> NDArray[np.float64]:
    """By how much a point of each aspect could be worth more or less: (512, 4)."""
    return np.asarray(np.exp(DOUBT * ndtri(points(DRAWS, len(Aspect)))))
