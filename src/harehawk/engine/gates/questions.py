"""What is worth asking: the value of information (Howard 1966; method.md §7)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.gates.rows import Scored

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """Q questions of n opportunities, all (Q, n): the chance of a yes, the best level's expected value
    after yes and after no, and what the answer is worth, before it costs anything.
    """

    chance_yes: Floats
    if_yes: Floats
    if_no: Floats
    value: Floats

    def take(self, index: NDArray[np.intp] | slice) -> "Asked":
        """Return those of some of the opportunities."""
        return Asked(
            chance_yes=self.chance_yes[:, index],
            if_yes=self.if_yes[:, index],
            if_no=self.if_no[:, index],
            value=self.value[:, index],
        )

    def joined(self, more: "Asked") -> "Asked":
        """Return these questions and then more of the same opportunities."""
        return Asked(
            chance_yes=np.concatenate([self.chance_yes, more.chance_yes]),
            if_yes=np.concatenate([self.if_yes, more.if_yes]),
            if_no=np.concatenate([self.if_no, more.if_no]),
            value=np.concatenate([self.value, more.value]),
        )


def chance_of_yes(belief: Floats, if_yes: Floats, if_no: Floats) -> Floats:
    """Return the chance of the answer yes, such that the expected belief afterwards is that of now.

    Examples
    --------
    >>> chance_of_yes(np.array([0.7167]), np.array([0.842190]), np.array([0.438637])).round(4)
    array([0.689])
    """
    span = if_yes - if_no
    return np.divide(belief - if_no, span, out=np.zeros_like(span), where=span > 0)


def valued(expected: Floats, chance_yes: Floats, after: Floats) -> Asked:
    """Return what answers are worth, given the expected values of every level.

    An answer after which the same level, or none, is best as before is worth exactly nothing.

    Parameters
    ----------
    expected : (L, n)
        Now.
    chance_yes : (Q, n)
    after : (L, 2, Q, n)
        After yes and after no.
    """
    now, then = best_action(expected)
    (if_yes, if_no), acts = best_action(after)
    value = chance_yes * np.maximum(if_yes, 0)
    value += (1 - chance_yes) * np.maximum(if_no, 0)
    value -= np.maximum(now, 0)
    changes = (acts != then).any(axis=0)
    changes &= chance_yes > 0
    changes &= value > 0
    value *= changes
    return Asked(chance_yes=chance_yes, if_yes=if_yes, if_no=if_no, value=value)


def about_criteria(scored: Scored) -> Asked:
    """Return the questions about all K criteria, (K, n); those that are none are worth 0."""
    rows = scored.rows
    chance_yes = chance_of_yes(rows.belief, rows.if_yes, rows.if_no) * rows.askable
    after = expected_per_belief(scored)[:, None] * (np.stack([rows.if_yes, rows.if_no]) - rows.belief)
    after += scored.expected[:, None, None]
    return valued(scored.expected, chance_yes, after)


def expected_per_belief(scored: Scored) -> Floats:
    """Return how the expected value of each level moves with each belief, in which it is linear.

    Returns
    -------
    (L, K, n)
    """
    rows = scored.rows
    first, second, third = scored.setting.spans
    moves = np.empty((len(rows.cost), *rows.belief.shape))
    moves[:, first] = scored.slopes[0] * (scored.second * rows.worth)
    moves[:, second] = scored.slopes[1] * (scored.first * rows.worth)
    moves[:, : second.stop] *= scored.third[:, None]
    moves[:, third] = scored.slopes[2].swapaxes(0, 1) * (scored.first * scored.second * rows.worth)
    return moves


def best_action(expected: Floats) -> tuple[Floats, NDArray[np.int8]]:
    """Return the expected value of the best of L levels (L, ...), and which is then chosen: 0 none, 1 to L.

    Of equal levels the largest is best.
    """
    best, action = expected[0], (expected[0] > 0).astype(np.int8)
    for level, one in enumerate(expected[1:], start=2):
        better = one >= best
        best = np.maximum(best, one)
        action = np.where(better, np.int8(level), action)
    return best, action * (best > 0)
