"""Decision rules: the chance that people of given opinions decide for us, and who counts how much."""

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.organisation.group import Rule

STEEPNESS = 4.0  # log-odds of somebody in favour, per unit of opinion
LENIENCE = 0.5  # of opinion: consensus asks that nobody objects, not that everybody is in favour
DIGITS = 9  # weights are sums of decimals: 0.1 + 0.2 is 0.3
ALIKE = 1e-9


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote of n people: it passes when the weights in favour exceed `quota` and no veto falls."""

    weights: tuple[float, ...]
    quota: float
    veto: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
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

    def support(self, against: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the chance (...,) that people decide for us, whose odds (n, ...) against it are `against`."""
        if self.ballot:
            return passes(1 / (1 + against), self.ballot)
        if self.rule == Rule.CONSENSUS:
            return np.asarray(1 / (1 + against * math.exp(-STEEPNESS * LENIENCE)).prod(axis=0))
        return np.asarray(1 / (1 + against[0]))

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


def odds_against(opinions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the odds that somebody of an opinion from −1 to 1 is not in favour: 1 to 1 if neutral."""
    return np.asarray(np.exp(-STEEPNESS * opinions))


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
    free = [(w, p) for w, p, veto in zip(ballot.weights, favour, ballot.veto, strict=True) if not veto]
    agreed = np.array(favour[np.array(ballot.veto, dtype=bool)].prod(axis=0))
    given = sum(w for w, veto in zip(ballot.weights, ballot.veto, strict=True) if veto)
    needed = round(ballot.quota - given, DIGITS)
    rest = [round(sum(w for w, _ in free[i:]), DIGITS) for i in range(len(free) + 1)]

    undecided = [{0.0} if 0 <= needed < rest[0] else set[float]()]  # weights in favour before the i-th voter
    for (weight, _), left in zip(free, rest[1:], strict=True):
        reached = {round(so_far + one, DIGITS) for so_far in undecided[-1] for one in (0.0, weight)}
        undecided.append({total for total in reached if total <= needed < round(total + left, DIGITS)})
    chance: dict[float, NDArray[np.float64]] = {}
    for (weight, yes), open_at in zip(reversed(free), reversed(undecided[:-1]), strict=True):
        later, chance = chance, {}
        for so_far in open_at:
            more = round(so_far + weight, DIGITS)
            without = later.get(so_far, 0.0)  # not undecided later: it cannot pass any more
            chance[so_far] = without + yes * (later.get(more, float(more > needed)) - without)
    return np.asarray(agreed * chance.get(0.0, float(needed < 0)))


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
