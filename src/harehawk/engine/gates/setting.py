"""A method for one customer class, compiled once into what is computed with."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from harehawk.engine.gates.gate import CERTAIN, MOST_CRITERIA, Gate, WrongNumberOfCriteria, build
from harehawk.engine.gates.method import Criterion, Emphasis, Method
from harehawk.engine.gates.winning import GAUSS_POINTS, GAUSS_WEIGHTS, odds_of

BELIEF_GATES = (1, 2, 3)


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """Criteria, rates and gates of one class.

    `criteria` are those of the method in its order, with the class's D and π. `active` are those that are
    computed with, K of them, gate by gate: a criterion with D = 0 that is no must is in no gate and has no
    draw. `places` (K,) are where the active ones stand among all, `spans` the parts of `active` that belong
    to each gate, `columns` (K,) the places of the active ones among themselves in the order of the method,
    which is that of their draws.
    """

    criteria: tuple[Criterion, ...]
    active: tuple[Criterion, ...]
    places: tuple[int, ...]
    spans: tuple[slice, slice, slice]
    columns: NDArray[np.intp]
    rates: tuple[float, float, float]
    gates: tuple[Gate, Gate, Gate]
    rivals_modelled: bool

    def place(self, code: str) -> int | None:
        """Return where a criterion stands among the active ones."""
        return next((place for place, one in enumerate(self.active) if one.code == code), None)


def compiled(method: Method, emphasis: Emphasis) -> Setting:
    """Return the setting of a class; the same settings are solved only once.

    Raises
    ------
    UnfitGate
        RateOutOfReach, where the musts of a gate hold no more often than its rate; WrongNumberOfCriteria,
        where a gate has no criterion or too many.
    """
    own = emphasis.swings.keys() | emphasis.priors.keys()
    return _compiled(
        tuple(_emphasised(one, emphasis) if one.code in own else one for one in method.criteria),
        shifted(method.rates, emphasis.shift),
        tuple(sorted(method.bases.items())),
        rivals_modelled=method.rivals_modelled,
    )


def _emphasised(one: Criterion, emphasis: Emphasis) -> Criterion:
    swing, prior = emphasis.swings.get(one.code, one.swing), emphasis.priors.get(one.code, one.prior)
    return replace(one, swing=swing, prior=prior)


def shifted(rates: tuple[float, float, float], shift: float) -> tuple[float, float, float]:
    """Return rates moved in log-odds, as a customer class moves them.

    Examples
    --------
    >>> [round(rate, 3) for rate in shifted((0.50, 0.70, 0.45), 0.2)]
    [0.55, 0.74, 0.5]
    """
    if shift == 0:
        return rates
    first, second, third = expit(logit(rates) + shift).tolist()
    return first, second, third


@lru_cache(maxsize=256)
def _compiled(
    criteria: tuple[Criterion, ...],
    rates: tuple[float, float, float],
    bases: tuple[tuple[int, float], ...],
    *,
    rivals_modelled: bool,
) -> Setting:
    moving = [one for one in criteria if one.swing > 0 or one.must]
    active = sorted(moving, key=lambda one: one.gate)
    gates: list[Gate] = []
    spans: list[slice] = []
    for number, rate in zip(BELIEF_GATES, rates, strict=True):
        own = [one for one in active if one.gate == number]
        if len(own) > MOST_CRITERIA or not any(one.gate == number for one in criteria):
            raise WrongNumberOfCriteria(number, len(own))
        start = spans[-1].stop if spans else 0
        spans.append(slice(start, start + len(own)))
        gates.append(
            build(
                number,
                own,
                rate,
                base=dict(bases).get(number),
                shares=_UNKNOWN_SHARE if number == 3 and rivals_modelled else CERTAIN,
            )
        )
    columns = np.array([moving.index(one) for one in active], dtype=np.intp)
    first, second, third = gates
    places = tuple(criteria.index(one) for one in active)
    return Setting(criteria, tuple(active), places, (spans[0], spans[1], spans[2]), columns, rates,
                   (first, second, third), rivals_modelled)  # fmt: skip


_UNKNOWN_SHARE = (odds_of(expit(GAUSS_POINTS)), GAUSS_WEIGHTS)
