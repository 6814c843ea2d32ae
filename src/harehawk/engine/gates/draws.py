"""Draws: 512 ways the unknowns of an opportunity may turn out, for ranges and confidence (method.md §6).

One shared shift moves all beliefs and stances together. Rows are (n, 512) here, so that a row's draws lie
side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit, ndtri

from harehawk.engine.gates.gate import Gate, passed, table_of
from harehawk.engine.gates.rows import Rows, Scored
from harehawk.engine.gates.setting import Setting
from harehawk.engine.gates.winning import kept, odds_over, rivalry
from harehawk.engine.points import low_and_high, points

Floats = NDArray[np.float64]
Vectors = NDArray[np.uint8] | NDArray[np.uint16]

DRAWS = 512
BYTE = 8  # criteria whose truths fit into one
SHIFT_SD = 0.8
SHIFT, DELAY, UNNAMED, NAMED, HARMS, CRITERIA = 0, 1, 2, 3, 11, 19  # columns
MOST_HARMS = CRITERIA - HARMS
FIFTHS = 5  # equally likely quantiles of delay


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Uncertain:
    """What is uncertain about n opportunities beside their criteria.

    untilted : (K, n)
        Criteria that the shared shift does not move: derived from listed needs.
    lead : (1 + r, n, 512 or 1)
        Mean of Δ in every draw, of the unnamed rival, then of the named; +∞ where there is none.
    spread : (r, n, 512 or 1)
        Its sd, of the named.
    unnamed : (n,)
        Chance that the unnamed rival takes part.
    present_values : (5, n)
        Net present value at the quantiles of delay.
    harm_chance, harm_loss : (h, n)
    """

    untilted: NDArray[np.bool_]
    lead: Floats
    spread: Floats
    unnamed: Floats
    present_values: Floats
    harm_chance: Floats
    harm_loss: Floats

    def take(self, index: slice) -> "Uncertain":
        """Return what is uncertain about some of the opportunities."""
        return Uncertain(
            untilted=self.untilted[:, index],
            lead=self.lead[:, index],
            spread=self.spread[:, index],
            unnamed=self.unnamed[index],
            present_values=self.present_values[:, index],
            harm_chance=self.harm_chance[:, index],
            harm_loss=self.harm_loss[:, index],
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """Draws of n opportunities.

    shown : (6, n, 512)
        The first three gates, the chance, the worth and the expected value, at the level shown.
    most : (n, 512)
        What the best action would earn if the draw were known.
    """

    shown: Floats
    most: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spread:
    """What the draws say of n opportunities, at the level shown.

    low, high : (6, n)
        10th and 90th percentile of the first three gates, the chance, the worth and the expected value.
    confidence : (n,)
        Share of draws in which the action of now is right.
    perfect : (n,)
        Mean of what the best action of each draw earns, less what the action of now is expected to earn.
    """

    low: Floats
    high: Floats
    confidence: Floats
    perfect: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Thresholds:
    """Thresholds of K criteria in order, (K, 512), and the place of each draw's in that order."""

    ordered: Floats
    place: NDArray[np.uint16]

    def passed(self, column: int, believed: Floats) -> NDArray[np.bool_]:
        """Whether beliefs (n,) of one criterion, in log-odds, are above each draw's threshold, (n, 512)."""
        below = np.searchsorted(self.ordered[column], believed).astype(np.uint16)
        return np.asarray(self.place[column] < below[:, None])


@cache
def shifts() -> Floats:
    """Return the shared shift δ of every draw, in log-odds, (512,)."""
    shift: Floats = SHIFT_SD * ndtri(points(DRAWS, 1)[:, SHIFT])
    return shift


@cache
def _columns(columns: int) -> Floats:
    return np.ascontiguousarray(points(DRAWS, columns).T)


@cache
def _deviates(parties: int) -> Floats:
    """Φ^−1 of the columns of the unnamed and the named rivals, (1 + r, 512)."""
    deviates: Floats = ndtri(_columns(CRITERIA)[UNNAMED : UNNAMED + parties])
    return deviates


@cache
def _thresholds(columns: int) -> tuple[Thresholds, Thresholds]:
    """Log-odds of belief above which a criterion is true in a draw: with the shift and without."""
    plain = logit(_columns(CRITERIA + columns)[CRITERIA:])
    return _in_order(plain - shifts()), _in_order(plain)


def _in_order(thresholds: Floats) -> Thresholds:
    order = np.argsort(thresholds, axis=1)
    return Thresholds(
        ordered=np.take_along_axis(thresholds, order, axis=1), place=np.argsort(order, axis=1).astype(np.uint16)
    )


def spread(scored: Scored, uncertain: Uncertain) -> Spread:
    """Return ranges and confidence of n opportunities."""
    draws = drawn(scored, uncertain)
    low, high = low_and_high(draws.shown)
    now = scored.expected.max(axis=0)
    return Spread(
        low=low,
        high=high,
        confidence=((draws.shown[-1] > 0) == (now > 0)[:, None]).mean(axis=1),
        perfect=np.maximum(draws.most.mean(axis=1) - np.maximum(now, 0), 0),
    )


def joined(parts: Sequence[Spread]) -> Spread:
    """Return what the draws say of all opportunities of several blocks."""
    return Spread(
        low=np.concatenate([one.low for one in parts], axis=1),
        high=np.concatenate([one.high for one in parts], axis=1),
        confidence=np.concatenate([one.confidence for one in parts]),
        perfect=np.concatenate([one.perfect for one in parts]),
    )


def drawn(scored: Scored, uncertain: Uncertain) -> Drawn:
    """Return the draws of n opportunities.

    Chances of gates, and their products, are scaled to their exact means: the shared shift alone would
    raise the mean of a product.
    """
    setting, rows = scored.setting, scored.rows
    states = _states(setting, rows, uncertain)
    first = _at(setting.gates[0], rows.fixed[setting.spans[0]], states[0], odds=False)
    second = _at(setting.gates[1], rows.fixed[setting.spans[1]], states[1], odds=False)
    third_odds = _at(setting.gates[2], rows.fixed[setting.spans[2]], states[2], odds=True)
    if setting.rivals_modelled:
        third_odds *= _share_odds(uncertain)
    worth = _worth(rows, uncertain)
    early = first * second
    most = np.zeros_like(worth)
    shown = np.empty((6, *worth.shape))
    shown[0], shown[1], shown[4] = _scaled(first, scored.first), _scaled(second, scored.second), worth
    for level, chances in enumerate(scored.chance()):
        best = (scored.best == level)[:, None]
        third = third_odds * rows.boost[level, :, None]
        third /= third + 1
        chance = _scaled(early * third, chances)
        np.copyto(shown[2], _scaled(third, scored.third[level]), where=best)
        np.copyto(shown[3], chance, where=best)
        chance *= worth
        chance -= rows.cost[level, :, None]
        np.copyto(shown[5], chance, where=best)
        np.maximum(most, chance, out=most)
    return Drawn(shown=shown, most=most)


def _states(setting: Setting, rows: Rows, uncertain: Uncertain) -> list[Vectors]:
    """Which truth vector each draw has, per gate (n, 512)."""
    tilted, plain = _thresholds(len(setting.columns))
    with np.errstate(divide="ignore"):
        believed = logit(rows.belief)
    untilted = uncertain.untilted.any(axis=1)
    states = []
    for span in setting.spans:
        wide = span.stop - span.start > BYTE
        state = np.zeros((rows.belief.shape[1], DRAWS), dtype=np.uint16 if wide else np.uint8)
        for k in range(span.start, span.stop):
            column = setting.columns[k]
            true = tilted.passed(column, believed[k])
            if untilted[k]:
                own = uncertain.untilted[k]
                true[own] = plain.passed(column, believed[k, own])
            state += state
            state += true.view(np.uint8)
        states.append(state)
    return states


def _at(gate: Gate, fixed: NDArray[np.bool_], state: Vectors, *, odds: bool) -> Floats:
    """Odds or chances of a gate at the truth vectors drawn, (n, 512)."""
    drawn: Floats = (gate.odds if odds else gate.passes).take(state)
    if (held := fixed.any(axis=0)).any():
        own = table_of(gate, fixed[:, held])
        drawn[held] = np.take_along_axis(own if odds else passed(own), state[held].T.astype(np.intp), axis=0).T
    return drawn


def _share_odds(uncertain: Uncertain) -> Floats:
    deviates = _deviates(len(uncertain.lead))
    unnamed, named = rivalry(uncertain.lead, uncertain.spread, deviates)
    return kept(odds_over(unnamed, named, uncertain.unnamed[:, None]))


def _worth(rows: Rows, uncertain: Uncertain) -> Floats:
    fifth = np.floor(_columns(CRITERIA)[DELAY] * FIFTHS).astype(np.intp)
    apart = uncertain.present_values - uncertain.present_values.mean(axis=0)
    known = rows.worth + (uncertain.harm_chance * uncertain.harm_loss).sum(axis=0)
    worth: Floats = (known + apart).T[:, fifth]
    for u, chance, loss in zip(_columns(CRITERIA)[HARMS:], uncertain.harm_chance, uncertain.harm_loss, strict=False):
        worth -= (u < chance[:, None]) * loss[:, None]
    return worth


def _scaled(draws: Floats, exact: Floats) -> Floats:
    """Draws, changed in place, with the exact mean, none above 1; where all are 0 they stay so."""
    mean = draws.mean(axis=1)
    draws *= np.divide(exact, mean, out=np.zeros_like(mean), where=mean > 0)[:, None]
    return np.minimum(draws, 1.0, out=draws)
