"""Cash of a contract: what comes in when, what goes out, what it is worth today and what it ties up."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.worth.deal import Bill, Bond, Outlay, Payment, Yardstick

DAYS_A_MONTH = 30.4375
SOONEST_DAYS = 1.0  # between a milestone and its money
BILL_DAYS = 180.0
BILL_DISCOUNT = 0.03 * 180 / 360
ROUNDING = 1e-9  # a month's end that arithmetic missed by nothing is that month's end


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cash:
    """What q ways of being late come to, in money.

    value : (q,)
        Net present value at signature.
    credit_loss : (q,)
        Expected, not discounted.
    curves : (q, months + 1)
        Cumulative, each movement booked at the end of its month.
    peak : (q,)
        The most money tied up at any time; 0 where none ever is.
    """

    value: NDArray[np.float64]
    credit_loss: NDArray[np.float64]
    curves: NDArray[np.float64]
    peak: NDArray[np.float64]


def arrivals(payments: Sequence[Payment], late_factors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the months from signature (q, p) in which money of each payment arrives.

    Parameters
    ----------
    payments : p of them
    late_factors : (q,)
        Days to money as multiples of the days allowed.

    Notes
    -----
    A day at least; a contractor's days come on top, and a bill that is held until it is due takes 180 more.
    """
    month, term, more = np.array(
        [(each.month, each.term_days, each.extra_days + BILL_DAYS * (each.bill == Bill.HELD)) for each in payments]
    ).T
    days = np.maximum(SOONEST_DAYS, late_factors[:, None] * term) + more
    return np.asarray(month + days / DAYS_A_MONTH)


def bonded(bonds: Sequence[Bond]) -> tuple[Outlay, ...]:
    """Return bonds as money out, and money back."""
    out = tuple(Outlay(month=bond.out_month, amount=bond.amount) for bond in bonds)
    return out + tuple(Outlay(month=bond.back_month, amount=-bond.amount) for bond in bonds)


def cash(
    payments: Sequence[Payment],
    months: NDArray[np.float64],
    outlays: Sequence[Outlay],
    default_probability: float,
    yardstick: Yardstick,
) -> Cash:
    """Return value, credit loss, curve and peak capital of a contract (method.md §5).

    Parameters
    ----------
    payments : p of them
    months : (q, p)
        When their money arrives, in months from signature.
    outlays
        Costs and bonds. The curve books what falls before signature at signature.
    default_probability
        A year, of the customer.
    yardstick
        For the rate of discount and the share that is lost in a default.
    """
    face = np.array([each.amount * (1 - BILL_DISCOUNT * (each.bill == Bill.DISCOUNTED)) for each in payments])
    loss = face * yardstick.loss_given_default * (1 - (1 - default_probability) ** (months / 12))
    when, out = np.array([(each.month, each.amount) for each in outlays]).reshape(-1, 2).T
    growth = 1 + yardstick.annual_rate
    value = ((face - loss) * growth ** (-months / 12)).sum(axis=1) - out @ growth ** (-when / 12)

    arrives, leaves = _booked(months), _booked(when)
    length = 1 + max(arrives.max(), leaves.max(initial=0))
    booked = np.tile(-np.bincount(leaves, weights=out, minlength=length), (len(months), 1))
    np.add.at(booked, (np.arange(len(months))[:, None], arrives), face - loss)
    curves = booked.cumsum(axis=1)
    return Cash(
        value=value,
        credit_loss=loss.sum(axis=1),
        curves=curves,
        peak=np.maximum(0.0, -curves.min(axis=1)),
    )


def payback(curve: NDArray[np.float64]) -> int | None:
    """Return the first month after the last in which a cumulative curve is below 0; None if it ends there."""
    below = np.flatnonzero(curve < -ROUNDING)
    month = int(below[-1]) + 1 if len(below) else 0
    return month if month < len(curve) else None


def _booked(months: NDArray[np.float64]) -> NDArray[np.intp]:
    return np.maximum(0, np.ceil(months - ROUNDING)).astype(np.intp)
