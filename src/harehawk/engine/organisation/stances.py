"""Stances: what a person thinks of a party, as a distribution over oppose, neutral, support."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.common import STANCE_HALF_LIFE_DAYS, Grade, Statement, heard, together
from harehawk.engine.organisation.group import Group

VALUES = np.array([-1.0, 0.0, 1.0])  # oppose, neutral, support
NOTHING_KNOWN = (0.25, 0.5, 0.25)
TELLING_TIE = 2  # closeness from which a rival's tie says that the person supports the rival
TIE = "tie"  # the source that ties are

Words = Mapping[tuple[str, str], Sequence[tuple[int, Statement]]]  # (member, party) -> what was said


def words(group: Group) -> Words:
    """Return all that counts as said about each member's stance to each party.

    A tie of closeness 2 or 3 to a rival is second-hand word, from the source "tie", that the person
    supports that rival. What was said about people out of reach is left out: they carry no stance.
    """
    reachable = {member.id for member in group.members if member.reachable}
    said: dict[tuple[str, str], list[tuple[int, Statement]]] = {}
    for stance in group.stances:
        if stance.member in reachable:
            said.setdefault((stance.member, stance.party), []).append((stance.value, stance.said))
    for tie in group.ties:
        if tie.member in reachable and tie.closeness >= TELLING_TIE:
            word = Statement(source=TIE, grade=Grade.SECOND_HAND, age_days=tie.age_days)
            said.setdefault((tie.member, tie.rival), []).append((1, word))
    return said


def distribution(said: Sequence[tuple[int, Statement]]) -> tuple[float, float, float]:
    """Return the chances that somebody opposes, is neutral, supports (method.md §3).

    Parameters
    ----------
    said
        Each with the stance it states (−1, 0, 1), in the order of recording.

    Examples
    --------
    >>> met = Statement(source="Li", grade=Grade.FIRST_HAND, age_days=0)
    >>> [round(chance, 6) for chance in distribution([(1, met)])]
    [0.111111, 0.444444, 0.444444]
    """
    if not said:
        return NOTHING_KNOWN
    return _weighed(tuple(said))


@lru_cache(maxsize=4096)  # most people are known by one fresh word, or by the same words as a question ago
def _weighed(said: tuple[tuple[int, Statement], ...]) -> tuple[float, float, float]:
    spoken = heard([value for value, _ in said], [one for _, one in said], STANCE_HALF_LIFE_DAYS)
    against, neither, favour = (together(spoken[value].values()) for value in (-1, 0, 1))
    oppose = NOTHING_KNOWN[0] * math.exp(against + neither / 2)
    neutral = NOTHING_KNOWN[1] * math.exp(neither + (favour + against) / 2)
    support = NOTHING_KNOWN[2] * math.exp(favour + neither / 2)
    whole = oppose + neutral + support
    return oppose / whole, neutral / whole, support / whole


def tilted(stances: NDArray[np.float64], tilt: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the stances as they were if the mood were better or worse than thought.

    Parameters
    ----------
    stances : (m, 3)
    tilt : (d,)
        In nats a step; above 0 for us.

    Returns
    -------
    (d, m, 3)
    """
    leaning = stances.T[..., None] * np.exp(VALUES[:, None] * tilt)[:, None]  # (3, m, d): draws side by side
    leaning /= leaning.sum(axis=0)
    return leaning.T


def mean(stances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean stance, −1 to 1, of distributions of shape (..., 3)."""
    return np.asarray(stances[..., 2] - stances[..., 0])


def variance(stances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the variance of the stance of distributions of shape (..., 3)."""
    return np.asarray(stances[..., 2] + stances[..., 0] - mean(stances) ** 2)
