"""A reading of a buying group: who carries the decision, and what moving one person would gain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from harehawk.engine.common import ANSWER, Party, Range, Statement
from harehawk.engine.organisation.councils import Constitution, constitution
from harehawk.engine.organisation.group import Group, Member, Rule
from harehawk.engine.organisation.opinions import listening, settled
from harehawk.engine.organisation.rules import Council, least, odds_against
from harehawk.engine.organisation.stances import Words, distribution, mean, tilted, variance, words
from harehawk.engine.points import low_and_high, points

DRAWS = 512
MOOD = 0.8  # sd of the shift that all stances to us share
NO_GAIN = 1e-12
HOURS = {3: 4.0, 2: 8.0, 1: 16.0, 0: 32.0}  # of one step, by closeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Gain of group support if this person's stance moves one step up, and the hours it takes."""

    person: str
    gain: float
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A person's rank (1 the top) beside the share in the decision."""

    person: str
    rank: int | None
    power: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """What the facts about a group come to. m members, unnamed ones last; r rivals.

    us : (m, 3), rivals : (r, m, 3)
        Chances that each member opposes, is neutral to, supports us and each rival.
    opinions : (m, m)
        V: how much each stance weighs in each opinion.
    row : (m,)
        How much each stance counts in the lead over a rival.
    power : of the named members, the greatest first; people out of reach count in it
    steps : of reachable members whose step gains something, the greatest gain an hour first
    """

    rule: Rule
    rule_assumed: bool
    members: tuple[Member, ...]
    rival_ids: tuple[str, ...]
    us: NDArray[np.float64]
    rivals: NDArray[np.float64]
    opinions: NDArray[np.float64]
    row: NDArray[np.float64]
    support: Range
    power: tuple[Weight, ...]
    steps: tuple[Step, ...]
    councils: tuple[Council, ...]
    said: Words


def read(group: Group, *, state_or_public: bool, rivals: Sequence[str]) -> Reading:
    """Read a buying group (method.md §3).

    Parameters
    ----------
    group
    state_or_public
        A state-owned customer or public body: a chain is assumed where bodies are entered.
    rivals
        Ids of the rivals whose relationship counts; ties and stances to others are left aside.
    """
    how = constitution(group, state_or_public=state_or_public)
    said = words(group)
    opinions = settled(how.members, listening(how.members, group.influence))
    councils = tuple(seats.council(opinions) for seats in how.seats)
    us = _stances(how.members, Party.US, said)
    support, gains = _support_and_gains(councils, us)
    return Reading(
        rule=how.rule,
        rule_assumed=how.assumed,
        members=how.members,
        rival_ids=tuple(rivals),
        us=us,
        rivals=np.array([_stances(how.members, rival, said) for rival in rivals]).reshape(-1, len(us), 3),
        opinions=opinions,
        row=_row(councils, us),
        support=support,
        power=_power(how, councils),
        steps=_steps(how.members, us, gains),
        councils=councils,
        said=said,
    )


def lead(
    reading: Reading, tilt: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return by how much the deciding opinion of us is ahead of that of each rival (method.md §4).

    Parameters
    ----------
    reading : of m members and r rivals
    tilt : (d,)
        Shift of every stance to us, in nats a step; stances to rivals keep.

    Returns
    -------
    mean : (r, d)
        Of the lead G over each rival.
    variance : (r, d)
    own : (d,)
        Mean of the deciding opinion of us alone, for the rival nobody has named.
    """
    us = tilted(reading.us, tilt)
    own = mean(us) @ reading.row
    theirs = mean(reading.rivals) @ reading.row
    weight = reading.row**2
    spread = (variance(reading.rivals) @ weight)[:, None] + variance(us) @ weight
    return own - theirs[:, None], spread, own


def with_answer(reading: Reading, member: str, party: str, value: int) -> Reading:
    """Return the reading after one more fresh first-hand source for a stance; support and steps keep.

    Parameters
    ----------
    member
        A reachable member.
    party
        Us, or one of the rivals read.
    value
        1 support, 0 neutral, −1 oppose.
    """
    place = _place(reading, member)
    answered = _after(reading.said.get((member, party), ()), value)
    if party == Party.US:
        us = reading.us.copy()
        us[place] = answered
        return replace(reading, us=us, row=_row(reading.councils, us))
    rivals = reading.rivals.copy()
    rivals[reading.rival_ids.index(party), place] = answered
    return replace(reading, rivals=rivals)


def chance_of_support(reading: Reading, member: str, party: str) -> float:
    """Return how likely an answer about a stance is “supports” rather than “opposes” (method.md §7).

    It keeps the mean: over both answers the stance is on average what it is now.
    """
    said = reading.said.get((member, party), ())
    now, yes, no = (_after(said, *value) for value in ((), (1,), (-1,)))
    return float((now[2] - now[0] - no[2] + no[0]) / (yes[2] - yes[0] - no[2] + no[0]))


def step_hours(closeness: int, oppose: float) -> float:
    """Return the hours that moving somebody one step takes: the less close and the more opposed, the more."""
    return HOURS[closeness] * (1 + oppose)


def _place(reading: Reading, member: str) -> int:
    return next(i for i, one in enumerate(reading.members) if one.id == member)


def _stances(members: Sequence[Member], party: str, said: Words) -> NDArray[np.float64]:
    return np.array([distribution(said.get((member.id, party), ())) for member in members])


def _after(said: Sequence[tuple[int, Statement]], *answers: int) -> tuple[float, float, float]:
    """Distribution of a stance after what was said, and an answer."""
    return distribution([*said, *((answer, ANSWER) for answer in answers)])


def _row(councils: Sequence[Council], us: NDArray[np.float64]) -> NDArray[np.float64]:
    """Row of the council with the least mean opinion of us, by its own rule; of several alike, their mean."""
    stances = mean(us)
    if len(councils) == 1:
        return councils[0].leaning(stances)
    rows = np.array([council.leaning(stances) for council in councils])
    return least(rows, rows @ stances)


def _support_and_gains(councils: Sequence[Council], us: NDArray[np.float64]) -> tuple[Range, NDArray[np.float64]]:
    """Group support, and the gain (m,) if each member's stance moved one step up in every draw."""
    u = points(DRAWS, 1 + len(us))
    stances = _drawn(tilted(us, MOOD * ndtri(u[:, 0])), u[:, 1:])
    step = stances < 1  # supporters stay
    support = np.ones(DRAWS)
    moved = np.ones((len(us), DRAWS))
    for council in councils:
        against = odds_against(council.rows @ stances)
        eased = np.where(step, odds_against(council.rows)[:, :, None], 1.0)  # e^(a + b) = e^a · e^b
        support *= council.support(against)
        moved *= council.support(against[:, None, :] * eased)
    low, high = low_and_high(support)
    point = support.mean()
    return Range(point=float(point), low=float(low), high=float(high)), moved.mean(axis=1) - point


def _drawn(stances: NDArray[np.float64], u: NDArray[np.float64]) -> NDArray[np.float64]:
    """Stance (m, d) of each member in each draw, from distributions (d, m, 3) and points (d, m)."""
    oppose, neutral = stances[..., 0], stances[..., 1]
    return np.asarray((1.0 - (u < oppose) - (u < oppose + neutral)).T)


def _power(how: Constitution, councils: Sequence[Council]) -> tuple[Weight, ...]:
    share = np.mean([council.power() for council in councils], axis=0)
    named = [
        Weight(person=member.id, rank=member.rank, power=float(part))
        for member, part in zip(how.members, share, strict=True)
        if member.id
    ]
    return tuple(sorted(named, key=lambda weight: (-weight.power, weight.person)))


def _steps(members: Sequence[Member], us: NDArray[np.float64], gains: NDArray[np.float64]) -> tuple[Step, ...]:
    steps = [
        Step(person=member.id, gain=float(gain), hours=step_hours(member.closeness, oppose))
        for member, gain, oppose in zip(members, gains, us[:, 0].tolist(), strict=True)
        if member.reachable and gain > NO_GAIN
    ]
    return tuple(sorted(steps, key=lambda step: (-step.gain / step.hours, step.person)))
