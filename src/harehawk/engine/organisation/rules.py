"""Decision rules: the chance that people of given opinions decide for us, and who counts how much."""

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from harehawk.engine.organisation.group import Rule

STEEPNESS = 4.0  # log-odds of somebody in favour, per unit of opinion
LENIENCE = 0.5  # consensus asks that nobody objects, not that everybody is in favour
DIGITS = 9  # weights are sums of decimals: 0.1 + 0.2 is 0.3
ALIKE = 1e-9


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote of n people: it passes when the weights in favour exceed `quota` and no veto falls."""

    weights: tuple[float, ...]
    quota: float
    veto: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """People who decide together.

    rule : never chain
    rows : (n, m)
        How much each of m members' stances weighs in the opinions that decide; of deciders one row.
    share : (n,)
        The share of each of them in the decision.
    ballot : of a vote
    """

    rule: Rule
    rows: NDArray[np.float64]
    share: NDArray[np.float64]
    ballot: Ballot | None = None

    def support(self, opinions: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the chance (...,) that people of opinions (n, ...) decide for us."""
        if self.ballot:
            return passes(expit(STEEPNESS * opinions), self.ballot)
        if self.rule == Rule.CONSENSUS:
            return np.asarray(expit(STEEPNESS * (opinions + LENIENCE)).prod(axis=0))
        return np.asarray(expit(STEEPNESS * opinions[0]))

    def leaning(self, stances: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the row (m,) by which the lead over a rival is reckoned, at mean stances (m,).

        The decider's row; of a vote the mean row by share; of a consensus the row of the person with
        the least mean opinion of us (of several alike, their mean: a name decides nothing).
        """
        if self.rule == Rule.CONSENSUS:
            return least(self.rows, self.rows @ stances)
        return self.power()

    def power(self) -> NDArray[np.float64]:
        """Return each member's part (m,) in the decision of this council."""
        return self.share @ self.rows


def least(rows: NDArray[np.float64], figures: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the row with the least figure; of several alike, their mean."""
    return np.asarray(rows[figures <= figures.min() + ALIKE].mean(axis=0))


def passes(favour: NDArray[np.float64], ballot: Ballot) -> NDArray[np.float64]:
    """Return the chance that a vote passes when each is in favour independently.

    Parameters
    ----------
    favour : (n, ...)
        The chance that each is in favour.

    Returns
    -------
    (...,)

    Notes
    -----
    The generating function of the weights in favour, kept only where the outcome is still open:
    O(n · different sums), at most n² for equal weights.

    Examples
    --------
    >>> vote = Ballot((2.0, 1.0, 1.0), 2.0, (False, False, False))
    >>> passes(np.array([[0.9], [0.5], [0.3]]), vote).round(6)
    array([0.585])
    """
    held = np.array(ballot.veto, dtype=bool)
    agreed = favour[held].prod(axis=0)
    given = sum(w for w, veto in zip(ballot.weights, ballot.veto, strict=True) if veto)
    needed = round(ballot.quota - given, DIGITS)
    if needed < 0:
        return np.asarray(agreed)
    free = [(w, p) for w, p, veto in zip(ballot.weights, favour, ballot.veto, strict=True) if not veto]
    rest = sum(w for w, _ in free)
    passed = np.zeros_like(agreed)
    undecided = {0.0: np.ones_like(agreed)}
    for weight, yes in free:
        rest -= weight
        after: dict[float, NDArray[np.float64]] = {}
        for so_far, chance in undecided.items():
            more = chance * yes
            for reached, part in ((round(so_far + weight, DIGITS), more), (so_far, chance - more)):
                if reached > needed:
                    passed += part
                elif round(reached + rest, DIGITS) > needed:
                    after[reached] = after[reached] + part if reached in after else part
        undecided = after
    return np.asarray(agreed * passed)


@cache
def shapley_shubik(ballot: Ballot) -> tuple[float, ...]:
    """Return each voter's share of the orders of joining in which theirs is the voice that passes it.

    Notes
    -----
    L. S. Shapley, M. Shubik, "A method for evaluating the distribution of power in a committee system",
    American Political Science Review 48, 1954. A veto holder is needed by every coalition. Counted by
    size and weight: O(n² · different sums) for each different voter. All 0 where no vote can pass.

    Examples
    --------
    >>> [round(share, 6) for share in shapley_shubik(Ballot((2.0, 1.0, 1.0), 2.0, (False, False, True)))]
    [0.5, 0.0, 0.5]
    """
    kinds = list(zip(ballot.weights, ballot.veto, strict=True))
    share = {kind: _pivotal(kinds, kind, ballot.quota) for kind in set(kinds)}
    return tuple(share[kind] for kind in kinds)


def _pivotal(kinds: list[tuple[float, bool]], own: tuple[float, bool], quota: float) -> float:
    """Share of the orders in which a voter of kind `own`, and not somebody before, makes the vote pass."""
    others = list(kinds)
    others.remove(own)
    needed = [weight for weight, veto in others if veto]
    before = Counter({(len(needed), round(sum(needed), DIGITS)): 1})  # (how many joined, their weight) -> ways
    for weight in (weight for weight, veto in others if not veto):
        for (size, so_far), ways in list(before.items()):
            before[size + 1, round(so_far + weight, DIGITS)] += ways
    n, (weight, veto) = len(kinds), own
    return math.fsum(
        ways / (n * math.comb(n - 1, size))
        for (size, so_far), ways in before.items()
        if round(so_far + weight - quota, DIGITS) > 0 and (veto or round(so_far - quota, DIGITS) <= 0)
    )
