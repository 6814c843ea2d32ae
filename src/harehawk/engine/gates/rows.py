"""Many opportunities of one setting as arrays, and the pass over them: chances, expected values, levels.

The last axis of every array is the opportunity. K criteria of the setting, L effort levels, m nodes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.gates.gate import Gate, fold_with_slopes, passed, shared_fold_with_slopes, table_of
from harehawk.engine.gates.setting import Setting
from harehawk.engine.gates.winning import Nodes

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """n opportunities.

    belief, if_yes, if_no : (K, n)
        Belief in each criterion, now and after one more fresh first-hand answer.
    askable : (K, n)
        Whether a criterion is a question: not where it is derived, or asked about and not known.
    fixed : (K, n)
        Whether it was asked about and is not known.
    nodes : Nodes of (m, n)
        The share against rivals; odds 1 where these are not modelled.
    worth : (n,)
        Money if won.
    cost : (L, n)
        Money still to be spent, levels from the smallest to the largest.
    boost : (L, n)
        What a level multiplies the odds of gate 3 by.
    """

    belief: Floats
    if_yes: Floats
    if_no: Floats
    askable: NDArray[np.bool_]
    fixed: NDArray[np.bool_]
    nodes: Nodes
    worth: Floats
    cost: Floats
    boost: Floats

    def take(self, index: NDArray[np.intp] | slice) -> "Rows":
        """Return some of the opportunities."""
        return Rows(
            belief=self.belief[:, index],
            if_yes=self.if_yes[:, index],
            if_no=self.if_no[:, index],
            askable=self.askable[:, index],
            fixed=self.fixed[:, index],
            nodes=Nodes(odds=self.nodes.odds[:, index], weight=self.nodes.weight[:, index]),
            worth=self.worth[index],
            cost=self.cost[:, index],
            boost=self.boost[:, index],
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scored:
    """What is exact about n opportunities.

    setting, rows
        What they were scored by and from.
    first, second : (n,), third : (L, n)
        Chances of the gates.
    slopes : three of (k, n), (k, n), (k, L, n)
        How they move with the belief in each criterion of the gate.
    table : (2**k, L, n)
        Chances of gate 3 per truth vector.
    expected : (L, n)
        P·W − cost of each level.
    best : (n,)
        The level of the largest expected value, of equal ones the largest level.
    """

    setting: Setting
    rows: Rows
    first: Floats
    second: Floats
    third: Floats
    slopes: tuple[Floats, Floats, Floats]
    table: Floats
    expected: Floats
    best: NDArray[np.intp]

    def chance(self) -> Floats:
        """Return (L, n) chances of winning."""
        return self.first * self.second * self.third

    def take(self, index: NDArray[np.intp] | slice) -> "Scored":
        """Return those of some of the opportunities."""
        return Scored(
            setting=self.setting,
            rows=self.rows.take(index),
            first=self.first[index],
            second=self.second[index],
            third=self.third[:, index],
            slopes=(self.slopes[0][:, index], self.slopes[1][:, index], self.slopes[2][..., index]),
            table=self.table[..., index],
            expected=self.expected[:, index],
            best=self.best[index],
        )


def score(setting: Setting, rows: Rows) -> Scored:
    """Return chances and expected values of n opportunities, exactly (method.md §2, §4, §6)."""
    at = setting.spans
    p1, s1 = _early_gate(setting.gates[0], rows.belief[at[0]], rows.fixed[at[0]])
    p2, s2 = _early_gate(setting.gates[1], rows.belief[at[1]], rows.fixed[at[1]])
    table = third_table(setting.gates[2], rows.fixed[at[2]], rows.nodes, rows.boost)
    p3, s3 = fold_with_slopes(table, rows.belief[at[2]][:, None])
    expected = p1 * p2 * p3 * rows.worth - rows.cost
    return Scored(
        setting=setting,
        rows=rows,
        first=p1,
        second=p2,
        third=p3,
        slopes=(s1, s2, s3),
        table=table,
        expected=expected,
        best=best_level(expected),
    )


def best_level(expected: Floats) -> NDArray[np.intp]:
    """Return which of (L, ...) levels has the largest expected value; of equal ones the largest level."""
    last = len(expected) - 1
    return last - np.argmax(expected[::-1], axis=0)


def _early_gate(gate: Gate, belief: Floats, fixed: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return chance (n,) and slopes (k, n) of gate 1 or 2; only rows with a fixed criterion pay for it."""
    chance, slopes = shared_fold_with_slopes(gate.passes, belief)
    held = np.flatnonzero(fixed.any(axis=0))
    if len(held):
        own = passed(table_of(gate, fixed[:, held]))
        chance[held], slopes[:, held] = fold_with_slopes(own, belief[:, held])
    return chance, slopes


def passes_of(gate: Gate, fixed: NDArray[np.bool_]) -> Floats:
    """Return the chance of passing per truth vector, (2**k, 1), or (2**k, n) where a row has a fixed criterion."""
    held = fixed.any(axis=0)
    table = gate.passes[:, None]
    if held.any():
        table = np.repeat(table, fixed.shape[1], axis=1)
        table[:, held] = passed(table_of(gate, fixed[:, held]))
    return table


def third_table(gate: Gate, fixed: NDArray[np.bool_], nodes: Nodes, boost: Floats) -> Floats:
    """Return the chance of passing gate 3 per truth vector and level, the mean over the share's nodes.

    Returns
    -------
    (2**k, L, n)
    """
    table = _shared_table(gate.odds, nodes, boost)
    held = np.flatnonzero(fixed.any(axis=0))
    if len(held):
        own = table_of(gate, fixed[:, held])[:, None]
        each = passed(own * (nodes.odds[:, None, None, held] * boost[:, held]))  # (m, 2**k, L, held)
        table[..., held] = (nodes.weight[:, None, None, held] * each).sum(axis=0)
    return table


def _shared_table(odds: Floats, nodes: Nodes, boost: Floats) -> Floats:
    """Return the same where no criterion is fixed, so that the odds per truth vector e are those of the gate.

    The mean over nodes Σ w·e·o/(1 + e·o) is one fraction of two polynomials in e with positive
    coefficients: two small matrix products instead of a division for each node.
    """
    size, n = nodes.odds.shape
    upper, lower = np.zeros((size + 1, n)), np.zeros((size + 1, n))
    lower[0] = 1.0
    for i, (node, weight) in enumerate(zip(nodes.odds, nodes.weight, strict=True), start=1):
        grown = node * lower[:i]
        upper[1 : i + 1] += node * upper[:i] + weight * grown
        lower[1 : i + 1] += grown
    powers = np.multiply.accumulate(np.broadcast_to(odds[:, None], (len(odds), size)), axis=1)
    boosts = np.multiply.accumulate(np.broadcast_to(boost, (size, *boost.shape)))
    above = powers @ (upper[1:, None] * boosts).reshape(size, -1)
    below = powers @ (lower[1:, None] * boosts).reshape(size, -1)
    below += 1.0
    above /= below
    return np.asarray(above.reshape(-1, *boost.shape))
