"""One gate: a small Bayesian network, computed exactly (method.md §2).

Tables hold one odds per truth vector, as products: the odds of passing at b, times e^(−w·π) or e^(w·(1−π))
per criterion. The first axis is the truth vectors, the first criterion its most significant bit; further
axes are opportunities, levels, or whatever the caller judges at once. Everything is element by element,
so that a batch gives each row exactly what it gets alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit

from harehawk.engine.gates.method import Criterion

Floats = NDArray[np.float64]

MOST_CRITERIA = 10  # 2**10 truth vectors
OVERLAP = 0.15  # criteria of one deal partly say the same: ten answers do not count as ten
FARTHEST = 60.0  # log-odds between which the base is sought
PRECISION = 1e-12
CERTAIN = (np.ones(1), np.ones(1))  # odds and weight of a share that adds nothing


class UnfitGate(ValueError):
    """Settings of a gate that cannot be judged with. `gate` is its number."""

    def __init__(self, gate: int, message: str) -> None:
        super().__init__(f"gate {gate}: {message}")
        self.gate = gate


class RateOutOfReach(UnfitGate):
    """With these musts the gate cannot pass as often as the company's rate says, whatever else holds."""

    def __init__(self, gate: int, rate: float, musts: dict[str, float]) -> None:
        named = " × ".join(f"{code} {prior:g}" for code, prior in musts.items()) or "no must"
        super().__init__(
            gate,
            f"its rate {rate:.3g} cannot be reached, because its musts alone hold in only "
            f"{np.prod(list(musts.values())):.3g} of all cases ({named}); lower the rate or raise a prior",
        )
        self.rate = rate
        self.musts = musts


class WrongNumberOfCriteria(UnfitGate):
    """A gate without criteria, or with more than can be enumerated."""

    def __init__(self, gate: int, count: int) -> None:
        super().__init__(gate, f"it takes 1 to {MOST_CRITERIA} criteria, and has {count}")
        self.count = count


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """A gate of k criteria, ready to judge with.

    `odds` (2**k,) are the odds of passing per truth vector, 0 where a must fails, and `passes` the same as
    chances; `steps` (k, 2) the
    factors of a criterion that is false and true, `halved` (k,) of one that was asked about and is not
    known; `prior` (k,), `must` (k,).
    """

    number: int
    base: float
    prior: Floats
    must: NDArray[np.bool_]
    steps: Floats
    halved: Floats
    odds: Floats
    passes: Floats


def tempered(swing: Floats) -> Floats:
    """Return T_K·D: what each criterion moves beside the K − 1 others that move anything."""
    moving = int(np.count_nonzero(swing))
    return np.asarray(swing / (1 + OVERLAP * max(moving - 1, 0)))


def build(
    number: int,
    criteria: Sequence[Criterion],
    rate: float,
    *,
    base: float | None = None,
    shares: tuple[Floats, Floats] = CERTAIN,
) -> Gate:
    """Return a gate that passes at `rate` when nothing is known, from its settings.

    Parameters
    ----------
    number
        1, 2 or 3, for messages.
    criteria
        Its k criteria.
    rate
        c, the part of all cases that pass.
    base
        b; if not given it is solved for, to 1e-12.
    shares
        Odds and weights over which the rate holds: of the share against rivals in gate 3.

    Raises
    ------
    RateOutOfReach
        If the base is to be solved for and the musts alone hold no more often than the rate.
    """
    prior = np.array([one.prior for one in criteria])
    must = np.array([one.must for one in criteria], dtype=bool)
    weights = tempered(np.array([one.swing for one in criteria], dtype=float))
    steps = np.exp(weights[:, None] * (np.array([0.0, 1.0]) - prior[:, None]))
    table = outer(steps * np.where(must[:, None], [0.0, 1.0], 1.0))
    if base is None:
        if prior[must].prod() <= rate:
            raise RateOutOfReach(number, rate, {one.code: one.prior for one in criteria if one.must})
        base = _solve(table, prior, rate, *shares)
    odds = table * np.exp(base)
    return Gate(
        number=number,
        base=base,
        prior=prior,
        must=must,
        steps=steps,
        halved=np.exp(weights * -prior / 2),
        odds=odds,
        passes=passed(odds),
    )


def outer(factors: Floats) -> Floats:
    """Return products over criteria for every truth vector: (k, 2, ...) to (2**k, ...)."""
    table = np.ones((1, *factors.shape[2:]))
    for pair in factors:
        table = (table[:, None] * pair[None]).reshape(-1, *factors.shape[2:])
    return table


def table_of(gate: Gate, fixed: NDArray[np.bool_]) -> Floats:
    """Return (2**k, n) odds for opportunities where some criteria (k, n) were asked about and are not known.

    Such a criterion stands at half its prior in the log-odds whatever the truth; a must that is not known
    stays a matter of belief.
    """
    held = fixed & ~gate.must[:, None]
    factors = np.where(held[:, None], gate.halved[:, None, None], gate.steps[:, :, None])
    factors[:, 0] *= np.where(gate.must[:, None], 0.0, 1.0)
    return np.asarray(outer(factors) * np.exp(gate.base))


def passed(odds: Floats) -> Floats:
    """Return odds as probabilities; odds of a gate are finite."""
    return np.asarray(odds / (1 + odds))


def fold(table: Floats, belief: Floats | Sequence[Floats]) -> Floats:
    """Return the expectation of a table over truth vectors, criteria independent.

    Parameters
    ----------
    table : (2**k, ...)
    belief : k of shape (...)
        Broadcast with the table's further axes; the table may have 1 there, never none where beliefs have more.

    Returns
    -------
    (...)

    Notes
    -----
    One criterion at a time, halving the table [1]_: O(2**k) per opportunity.

    .. [1] J. Pearl, *Probabilistic Reasoning in Intelligent Systems*, 1988.

    Examples
    --------
    >>> fold(np.array([[0.0], [0.0], [0.0], [1.0]]), np.array([[0.5, 1.0], [0.5, 0.5]]))
    array([0.25, 0.5 ])
    """
    for p in belief:
        half = len(table) // 2
        table = table[:half] + p * (table[half:] - table[:half])
    return np.asarray(table[0])


def fold_with_slopes(table: Floats, belief: Floats) -> tuple[Floats, Floats]:
    """Return the expectation of a table and its slope in each belief, from one pass.

    The expectation is linear in each belief: with that of criterion k at v it is
    expectation + (v − belief_k)·slope_k, so P|yes and P|no come for free.

    Returns
    -------
    (...), (k, ...)
    """
    folded = table[:, None]  # beside the table, the steps of the criteria that are folded already
    for p in belief:
        half, done = len(folded) // 2, folded.shape[1]
        step = folded[half:] - folded[:half]
        further = np.empty((half, done + 1, *table.shape[1:]))
        np.multiply(p, step, out=further[:, :done])
        further[:, :done] += folded[:half]
        further[:, done] = step[:, 0]
        folded = further
    return folded[0, 0], folded[0, 1:]


def shared_fold_with_slopes(table: Floats, belief: Floats) -> tuple[Floats, Floats]:
    """Return the same for one table (2**k,) that n opportunities share, beliefs (k, n).

    Half of the criteria are folded into the table by one small matrix product, for either half.
    """
    k = len(belief) // 2
    early, late = belief[:k], belief[k:]
    square = table.reshape(1 << k, -1)
    expectation, late_slopes = fold_with_slopes(square.T @ outer(np.stack([1 - early, early], axis=1)), late)
    _, early_slopes = fold_with_slopes(square @ outer(np.stack([1 - late, late], axis=1)), early)
    return expectation, np.concatenate([early_slopes, late_slopes])


def _solve(table: Floats, prior: Floats, rate: float, odds: Floats, weight: Floats) -> float:
    from scipy.optimize import brentq  # noqa: PLC0415  takes long to load, which no start should wait for

    def surplus(base: float) -> float:
        return float(fold(passed(table[:, None] * odds * np.exp(base)) @ weight, prior)) - rate

    middle = float(logit(rate))
    return float(brentq(surplus, middle - FARTHEST, middle + FARTHEST, xtol=PRECISION))
