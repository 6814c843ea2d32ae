"""Winning against rivals: the share, the probability that they choose us if they buy (method.md §4).

Multinomial logit (Luce 1959, McFadden 1974): against advantages Δ the share is 1/(1 + Σ e^(−Δ)). The
advantages are uncertain, so a share is a few values with weights: its nodes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtri

from harehawk.engine.common import Factor
from harehawk.engine.gates.cases import Rival
from harehawk.engine.points import points

Floats = NDArray[np.float64]

FACTOR_WEIGHT = {
    Factor.SOLUTION: 0.27,
    Factor.PRODUCT: 0.20,
    Factor.PRICE: 0.20,
    Factor.POSITION: 0.13,
    Factor.TECHNOLOGY: 0.13,
    Factor.SERVICE: 0.07,
}
COMPARISON = 1.4  # log-odds of a customer who compares on the factors
RELATIONSHIP = 1.0  # γ: log-odds of a group's full relationship; judgement
UNNAMED_LEAD = 0.5  # what an unnamed rival is behind once another one is named
UNNAMED_SD = 1.0
MOST_SHARE = 0.99
LEAST_ODDS, MOST_ODDS = 1 / 99, 99.0
SHARE_POINTS = 64
GROUP = 8  # of the sorted points that make one node
GAUSS = 9
BLOCK = 512  # rows whose points stay in the cache
MOST_RIVALS = 8  # named, that the draws have a column for

_x, _w = np.polynomial.hermite_e.hermegauss(GAUSS)
GAUSS_POINTS, GAUSS_WEIGHTS = _x, _w / _w.sum()


class TooManyRivals(ValueError):
    """More named rivals than a judgement draws for."""

    def __init__(self, case: str, count: int) -> None:
        super().__init__(f"{case}: at most {MOST_RIVALS} rivals can be weighed, {count} are named")
        self.case = case
        self.count = count


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Field:
    """The rivals of n opportunities: their Δ, normal with mean and sd, and who is there.

    `mean` (1 + r, n) of the unnamed rival, then of the named in order; one that is not there leads by −∞,
    that is Δ = +∞. `sd` (r, n) of the named. `unnamed` (n,) is the chance that the unnamed takes part.
    """

    mean: Floats
    sd: Floats
    unnamed: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Nodes:
    """Odds of the share and their weights, (m, n); weights of a column add up to 1."""

    odds: Floats
    weight: Floats


def comparison(rival: Rival) -> tuple[float, float]:
    """Return mean and variance of Δ from the factors compared; an unknown factor is N(0, 1).

    Examples
    --------
    >>> mean, variance = comparison(Rival(id="A"))
    >>> mean, round(variance ** 0.5, 6)
    (0.0, 0.61281)
    """
    known = sum(FACTOR_WEIGHT[factor] * lead for factor, lead in rival.advantage.items())
    unknown = sum(weight**2 for factor, weight in FACTOR_WEIGHT.items() if factor not in rival.advantage)
    return COMPARISON * known, COMPARISON**2 * unknown


def presence(named: int, *, closed: bool) -> float:
    """Return the chance that a rival nobody named takes part."""
    if closed:
        return 0.0
    return 0.5 if named else 1.0


def odds_of(share: Floats) -> Floats:
    """Return odds of a share kept in [.01, .99]."""
    return kept(share / (1 - share))


def kept(odds: Floats) -> Floats:
    """Return odds, changed in place, kept between those of .01 and .99."""
    return np.clip(odds, LEAST_ODDS, MOST_ODDS, out=odds)


def rivalry(mean: Iterable[Floats], sd: Iterable[Floats], deviates: Iterable[Floats]) -> tuple[Floats, list[Floats]]:
    """Return e^(−Δ) of the unnamed rival, and of each named one, where Δ is mean + sd·deviate.

    All three run over the unnamed and then the named rivals; their items broadcast. `sd` has none for the
    unnamed, whose is 1: its power of e is a product.
    """
    (unnamed_mean, *means), (unnamed_deviate, *others) = mean, deviates
    unnamed = np.exp(-unnamed_mean) * np.exp(-UNNAMED_SD * unnamed_deviate)
    named = []
    for m, s, z in zip(means, sd, others, strict=True):
        against = s * -z
        against -= m
        named.append(np.exp(against, out=against))
    return unnamed, named


def odds_over(unnamed: Floats, named: Sequence[Floats], chance: Floats) -> Floats:
    """Return odds of our share against e^(−Δ), infinite where nobody competes.

    The unnamed rival takes part with `chance`: the share is the mean of both cases,
    chance/(1 + Σ + unnamed) + (1 − chance)/(1 + Σ), here as one fraction without differences.
    """
    known = named[0] + sum(named[1:]) if named else np.zeros_like(unnamed)
    likely = chance * unnamed
    everybody = known + unnamed
    everybody += 1
    odds = everybody - likely
    everybody *= known
    everybody += likely
    with np.errstate(divide="ignore"):
        odds /= everybody
    return odds


def nodes(field: Field) -> Nodes:
    """Return the nodes of our share: one where nobody competes, nine for one rival, else eight.

    A single Δ is integrated by Gauss–Hermite. Several are laid out on 64 fixed points, whose sorted shares
    are averaged, in log-odds, in eights; so one more named rival never raises the chance, but from one to
    two on a closed shortlist the two ways of integrating may differ by up to .003. Judged together, rows
    have as many nodes as the largest needs, those to spare without odds and weight.
    """
    alone, single, many = _kinds(field)
    size = GAUSS if single.any() else SHARE_POINTS // GROUP
    odds, weight = np.zeros((size, len(alone))), np.zeros((size, len(alone)))
    odds[0, alone], weight[0, alone] = MOST_ODDS, 1.0
    if single.any():
        mean, sd = _only(field, single)
        odds[:, single] = odds_of(expit(mean + sd * GAUSS_POINTS[:, None]))
        weight[:, single] = GAUSS_WEIGHTS[:, None]
    places = np.flatnonzero(many)
    for start in range(0, len(places), BLOCK):
        some = places[start : start + BLOCK]
        unnamed, named = _at_points(field, some)
        odds[: SHARE_POINTS // GROUP, some] = _eights(odds_over(unnamed, named, field.unnamed[some, None]))
        weight[: SHARE_POINTS // GROUP, some] = GROUP / SHARE_POINTS
    return Nodes(odds=odds, weight=weight)


def shown_shares(field: Field) -> Floats:
    """Return the shares of all parties, for display: ours, the unnamed rival's, the named in order.

    Taken over the same points as the nodes, before these are averaged. Where nobody competes ours is .99.

    Returns
    -------
    (2 + r, n)
    """
    alone, single, many = _kinds(field)
    shown = np.zeros((len(field.mean) + 1, len(alone)))
    if single.any():
        mean, sd = _only(field, single)
        theirs = GAUSS_WEIGHTS @ expit(-(mean + sd * GAUSS_POINTS[:, None]))
        shown[1:, single] = theirs * _there(field)[:, single]
    if many.any():
        unnamed, named = _at_points(field, many)
        chance, against = field.unnamed[many, None], sum(named, start=np.ones_like(unnamed))
        shown[1, many] = (chance * unnamed / (against + unnamed)).mean(axis=1)
        for r, one in enumerate(named, start=2):
            both = chance * one / (against + unnamed) + (1 - chance) * one / against
            shown[r, many] = both.mean(axis=1)
    shown[0] = np.where(alone, MOST_SHARE, 1 - shown[1:].sum(axis=0))
    return shown


def _eights(odds: Floats) -> Floats:
    """Odds (n, 64) as eight equal nodes (8, n): sorted, their log-odds averaged in eights.

    The mean of log-odds is the eighth root of a product of odds.
    """
    odds.sort(axis=1)
    while odds.shape[1] > SHARE_POINTS // GROUP:
        odds = odds[:, ::2] * odds[:, 1::2]
    return kept(np.sqrt(np.sqrt(np.sqrt(odds)))).T


def _there(field: Field) -> NDArray[np.bool_]:
    """Who may take part, (1 + r, n)."""
    return np.concatenate([field.unnamed[None] > 0, np.isfinite(field.mean[1:])])


def _kinds(field: Field) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether nobody, one or more than one may compete with us."""
    count = np.count_nonzero(_there(field), axis=0)
    return count == 0, count == 1, count > 1


def _only(field: Field, rows: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Mean and sd of Δ against the one rival there is."""
    who = np.argmax(_there(field)[:, rows], axis=0)
    sd = np.concatenate([np.full((1, rows.sum()), UNNAMED_SD), field.sd[:, rows]])
    at = np.arange(len(who))
    return field.mean[:, rows][who, at], sd[who, at]


def _at_points(field: Field, rows: NDArray[np.bool_] | NDArray[np.intp]) -> tuple[Floats, list[Floats]]:
    """e^(−Δ) of the unnamed and each named rival at the 64 points, each (n, 64)."""
    deviates = ndtri(points(SHARE_POINTS, len(field.mean))).T
    return rivalry(field.mean[:, rows, None], field.sd[:, rows, None], deviates)
