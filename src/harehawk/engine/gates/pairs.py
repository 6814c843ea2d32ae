"""Two questions in order, where no single one pays (method.md §7).

Ask the first, then the second only where that pays: the shortest plan that sees that two conditions are
needed at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.gates.gate import fold
from harehawk.engine.gates.questions import Asked, best_action
from harehawk.engine.gates.rows import Rows, Scored, passes_of, third_table
from harehawk.engine.gates.winning import Nodes

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

MOST = 5  # questions with the largest expected move that pairs are made of
DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Effects:
    """What an answer changes, for Q questions of n opportunities; yes first in the axis of two.

    place : (Q, n)
        The criterion whose belief it changes, −1 none.
    factor, gain : (2, Q, n)
        By what it multiplies that belief, and what it adds to the worth.
    price : (Q, n)
        What asking costs.
    stance : (Q, n)
        Whether it is about a stance, which changes the share.
    """

    place: Places
    factor: Floats
    gain: Floats
    price: Floats
    stance: NDArray[np.bool_]

    def take(self, index: Places | slice) -> "Effects":
        """Return those of some of the opportunities."""
        return Effects(
            place=self.place[:, index],
            factor=self.factor[..., index],
            gain=self.gain[..., index],
            price=self.price[:, index],
            stance=self.stance[:, index],
        )

    def joined(self, more: "Effects") -> "Effects":
        """Return these questions and then more of the same opportunities."""
        return Effects(
            place=np.concatenate([self.place, more.place]),
            factor=np.concatenate([self.factor, more.factor], axis=1),
            gain=np.concatenate([self.gain, more.gain], axis=1),
            price=np.concatenate([self.price, more.price]),
            stance=np.concatenate([self.stance, more.stance]),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """The best ordered pair of n opportunities, all (n,).

    first, second: places among the questions. value: before the cost. cost: what asking is expected to
    cost. if_yes, if_no: expected value after the first answer, with the better course.
    """

    first: Places
    second: Places
    value: Floats
    cost: Floats
    if_yes: Floats
    if_no: Floats


NodesAfter = Callable[[Places, Places, Places], Nodes]
"""Share after the answers yes-yes, yes-no, no-yes, no-no to two questions, side by side for each opportunity, first and
second question that are given: (m, 4·given)."""


def about_criteria(rows: Rows, price: float | Floats) -> Effects:
    """Return the effects of the questions about all K criteria; the price of each broadcasts to (K, n)."""
    shape = rows.belief.shape
    answers = np.stack([rows.if_yes, rows.if_no])
    return Effects(
        place=np.broadcast_to(np.arange(shape[0])[:, None], shape),
        factor=np.divide(answers, rows.belief, out=np.ones_like(answers), where=rows.belief > 0),
        gain=np.zeros((2, *shape)),
        price=np.full(shape, price),
        stance=np.zeros(shape, dtype=bool),
    )


def best_pairs(
    scored: Scored,
    effects: Effects,
    asked: Asked,
    nodes_after: NodesAfter | None = None,
) -> Pairs:
    """Return the best ordered pair of the five questions with the largest expected moves, exactly.

    There are at least two questions; `nodes_after` is needed where some are about stances.
    """
    now = scored.expected.max(axis=0)
    most = largest_moves(asked, now)
    places = np.array(list(combinations(range(len(most)), 2)))
    first, second = most[places[:, 0]], most[places[:, 1]]  # (10, n)
    leaves = _leaves(scored, effects, (first, second), nodes_after)
    either = [
        _plan(scored, effects, asked, pair, after)
        for pair, after in (((first, second), leaves), ((second, first), leaves.swapaxes(2, 3)))
    ]
    net, cost, if_yes, if_no = (np.concatenate(parts) for parts in zip(*either, strict=True))
    best = np.argmax(_rounded(net), axis=0)
    at = np.arange(len(now))
    return Pairs(
        first=np.concatenate([first, second])[best, at],
        second=np.concatenate([second, first])[best, at],
        value=net[best, at] + cost[best, at],
        cost=cost[best, at],
        if_yes=if_yes[best, at],
        if_no=if_no[best, at],
    )


def largest_moves(asked: Asked, now: Floats) -> Places:
    """Places of the five questions with the largest expected moves, (5, n), the largest first."""
    moves = asked.chance_yes * np.abs(asked.if_yes - now)
    moves += (1 - asked.chance_yes) * np.abs(asked.if_no - now)
    moves *= asked.chance_yes > 0
    return np.argsort(-_rounded(moves), axis=0, kind="stable")[:MOST]


def _rounded(values: Floats) -> Floats:
    """Values (q, n) beside the largest of their column, so that equal ones are equal in every batch."""
    largest = np.maximum(np.abs(values).max(axis=0), np.finfo(float).tiny)
    return np.asarray((values / largest).round(DIGITS))


def _leaves(
    scored: Scored,
    effects: Effects,
    pair: tuple[Places, Places],
    nodes_after: NodesAfter | None,
) -> Floats:
    """Expected value of every level after both answers, (L, 10, 2, 2, n): answer to the first, the second."""
    setting, rows = scored.setting, scored.rows
    count, n = pair[0].shape
    at = np.arange(n)
    belief = np.empty((len(rows.belief), count, 2, 2, n))
    belief[:] = rows.belief[:, None, None, None]
    worth = np.empty((count, 2, 2, n))
    worth[:] = rows.worth
    for which, slot in enumerate(pair):
        axes = (slice(None), None) if which == 0 else (None, slice(None))
        place = effects.place[slot, at]
        changed = place >= 0
        factor = effects.factor[:, slot, at].transpose(1, 2, 0)  # (10, n, 2)
        pairs, opportunities = np.nonzero(changed)
        belief[place[changed], pairs, :, :, opportunities] *= factor[changed][(slice(None), *axes)]
        worth += effects.gain[:, slot, at].transpose(1, 0, 2)[(slice(None), *axes)]
    early = np.ones(())
    for gate, span in zip(setting.gates[:2], setting.spans, strict=False):
        table = passes_of(gate, rows.fixed[span])
        early = early * fold(table[:, None, None, None], belief[span])
    late = belief[setting.spans[2]]
    third = fold(scored.table[:, :, None, None, None], late[:, None])
    i, row = np.nonzero(effects.stance[pair[0], at] | effects.stance[pair[1], at])
    if len(row):
        if nodes_after is None:
            raise ValueError("questions about stances need the share after their answers")
        each = np.repeat(row, 4)
        nodes = nodes_after(row, pair[0][i, row], pair[1][i, row])
        table = third_table(setting.gates[2], rows.fixed[setting.spans[2]][:, each], nodes, rows.boost[:, each])
        own = late[:, i, :, :, row].swapaxes(0, 1).reshape(len(late), 1, -1)
        third[:, i, :, :, row] = fold(table, own).reshape(-1, len(row), 2, 2).swapaxes(0, 1)
    return early * third * worth - rows.cost[:, None, None, None]


def _plan(
    scored: Scored, effects: Effects, asked: Asked, pair: tuple[Places, Places], leaves: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """Net value, expected cost and expected value after either answer of asking the first of a pair, (10, n) each."""
    first, second = pair
    at = np.arange(first.shape[1])
    now, action = best_action(scored.expected)
    best, actions = best_action(leaves)  # (10, 2, 2, n)
    yes = np.stack([asked.chance_yes[second, at], 1 - asked.chance_yes[second, at]], axis=1)[:, None]
    price = effects.price[second, at][:, None]
    go_on = (yes * np.maximum(best, 0)).sum(axis=2) - price  # (10, 2, n)
    stop = np.stack([asked.if_yes[first, at], asked.if_no[first, at]], axis=1)
    asks = go_on > np.maximum(stop, 0)
    after = np.where(asks, go_on, stop)
    likely = np.stack([asked.chance_yes[first, at], 1 - asked.chance_yes[first, at]], axis=1)
    cost = effects.price[first, at] + (likely * asks * price).sum(axis=1)
    net = (likely * np.maximum(after, 0)).sum(axis=1) - effects.price[first, at] - np.maximum(now, 0)
    turns = (actions != action).any(axis=(1, 2)) & (asked.chance_yes[first, at] > 0)
    return np.where(turns, net, -cost), cost, after[:, 0], after[:, 1]
