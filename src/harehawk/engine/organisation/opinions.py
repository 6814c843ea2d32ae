"""Opinions: what people end up thinking when they listen to each other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.organisation.group import Influence, Member, Role

SUSCEPTIBILITY = {  # judgement: how much of somebody's opinion comes from others
    Role.DECIDER: 0.4,
    Role.APPROVER: 0.4,
    Role.BUDGET_HOLDER: 0.4,
    Role.TECHNICAL_EVALUATOR: 0.5,
    Role.BUSINESS_EVALUATOR: 0.5,
    Role.FINANCIAL_EVALUATOR: 0.5,
    Role.GATEKEEPER: 0.5,
    Role.USER: 0.6,
    Role.PURCHASER: 0.6,
    Role.INFLUENCER: 0.3,
    Role.COACH: 0.3,
}
ROLE_UNKNOWN = 0.5
ELSEWHERE = 1 / 3  # how much of their weight people of another site keep


def susceptibility(member: Member) -> float:
    """Return the part of this person's opinion that comes from others; of several roles the least."""
    return min((SUSCEPTIBILITY[role] for role in member.roles), default=ROLE_UNKNOWN)


def listening(members: Sequence[Member], influence: Sequence[Influence]) -> NDArray[np.float64]:
    """Return who listens to whom.

    Where somebody's influences are known, only those count, by their strength; of two facts about the
    same pair the later in the list. Otherwise they listen to all others: weight 3 for the top rank
    present in the group, 2 for the next, 1 below and for people whose rank is not known, a third of it
    where both sites are known and differ.

    Returns
    -------
    (m, m), row i: the shares of those to whom member i listens; all 0 for one who is alone
    """
    place = {member.id: i for i, member in enumerate(members)}
    known = np.zeros((len(members), len(members)))
    for edge in influence:
        if edge.listener in place and edge.speaker in place and edge.listener != edge.speaker:
            known[place[edge.listener], place[edge.speaker]] = edge.strength
    ranks = sorted({member.rank for member in members if member.rank is not None})
    above = dict(zip(ranks, (3.0, 2.0), strict=False))
    usual = np.array([1.0 if member.rank is None else above.get(member.rank, 1.0) for member in members])
    near = np.array([[_near(one, other) for other in members] for one in members]) * usual
    np.fill_diagonal(near, 0.0)
    heard = np.where(known.any(axis=1, keepdims=True), known, near)
    whole = heard.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(heard, whole, out=np.zeros_like(heard), where=whole > 0))


def _near(one: Member, other: Member) -> float:
    return ELSEWHERE if one.site and other.site and one.site != other.site else 1.0


def settled(members: Sequence[Member], heard: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the opinions V that stances s settle into: x = V s.

    The equilibrium of Friedkin and Johnsen [1]_, x = ΛWx + (I − Λ)s. Somebody who hears nobody keeps
    their own stance.

    Parameters
    ----------
    members : m of them
    heard : (m, m)
        As `listening` returns.

    Returns
    -------
    (m, m), row i: how much each member's stance weighs in the opinion of member i; rows sum to 1

    Notes
    -----
    .. [1] N. E. Friedkin, E. C. Johnsen, "Social influence and opinions", Journal of Mathematical
       Sociology 15, 1990. One solve, O(m³).
    """
    moved = np.array([susceptibility(member) for member in members]) * heard.any(axis=1)
    return np.linalg.solve(np.eye(len(members)) - moved[:, None] * heard, np.diag(1 - moved))
