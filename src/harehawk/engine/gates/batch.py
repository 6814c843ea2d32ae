"""Verdicts of very many opportunities at once, from arrays: as far as points settle them, and whole.

For lists, simulations and backtests; one opportunity with words and explanations is `judge`. Callers hand
over blocks of `BLOCK` rows, so memory does not grow; what needs draws is done in smaller ones.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.gates import pairs
from harehawk.engine.gates.draws import Spread, Uncertain, joined, spread
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.gates.questions import Asked, about_criteria
from harehawk.engine.gates.rows import Rows, Scored, score
from harehawk.engine.gates.setting import Setting

Floats = NDArray[np.float64]

VERDICTS = tuple(Verdict)
OPEN = -1  # points do not settle it: a pair of questions may pay
BLOCK, DRAWS_BLOCK, PAIRS_BLOCK = 2048, 64, 128


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """What points say of n opportunities.

    question, net : (n,)
        The single question that nets most, as a place among the K criteria, and what it nets.
    verdict : (n,)
        A place in `VERDICTS`, or `OPEN`.
    """

    scored: Scored
    asked: Asked
    question: NDArray[np.intp]
    net: Floats
    verdict: NDArray[np.int8]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Whole:
    """The same with ranges and confidence, and with pairs where no single question pays (net −∞ elsewhere)."""

    points: Points
    spread: Spread
    pair_net: Floats
    verdict: NDArray[np.int8]


def points(setting: Setting, rows: Rows, price: float, closed: NDArray[np.bool_]) -> Points:
    """Return what points say, given the price of a question and which rows a must or limit closes (n,)."""
    scored = score(setting, rows)
    asked = about_criteria(scored)
    question = np.argmax(asked.value, axis=0)
    net = asked.value[question, np.arange(len(question))] - price
    verdict = np.where(net > 0, np.int8(VERDICTS.index(Verdict.PROBE)), np.int8(OPEN))
    verdict[closed] = VERDICTS.index(Verdict.ABANDON)
    return Points(scored=scored, asked=asked, question=question, net=net, verdict=verdict)


def whole(
    setting: Setting,
    rows: Rows,
    price: float,
    *,
    closed: NDArray[np.bool_],
    learned: NDArray[np.bool_],
    uncertain: Uncertain,
) -> Whole:
    """Return verdict, range and confidence; a nurtured opportunity is one abandoned here.

    Of rows where nothing was `learned` (n,) one finds out first, where knowing everything is worth more than a
    question costs.
    """
    told = points(setting, rows, price, closed)
    n = len(told.net)
    blocks = [slice(start, start + DRAWS_BLOCK) for start in range(0, n, DRAWS_BLOCK)]
    spreads = [spread(told.scored.take(some), uncertain.take(some)) for some in blocks]
    pair_net = np.full(n, -np.inf)
    stuck = np.flatnonzero(told.net <= 0)
    for start in range(0, len(stuck), PAIRS_BLOCK):
        some = stuck[start : start + PAIRS_BLOCK]
        effects = pairs.about_criteria(rows.take(some), price)
        best = pairs.best_pairs(told.scored.take(some), effects, told.asked.take(some))
        pair_net[some] = best.value - best.cost
    expected = told.scored.expected.max(axis=0)
    acts = np.where(expected > 0, np.int8(VERDICTS.index(Verdict.PURSUE)), np.int8(VERDICTS.index(Verdict.ABANDON)))
    together = joined(spreads)
    acts[(pair_net > 0) | (~learned & (together.perfect > price))] = VERDICTS.index(Verdict.PROBE)
    return Whole(
        points=told,
        spread=together,
        pair_net=pair_net,
        verdict=np.where(told.verdict == OPEN, acts, told.verdict),
    )
