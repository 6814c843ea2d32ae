"""Who decides: the group's rule, the steps of its decision, and the people nobody has named yet."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.organisation.group import Body, Group, Member, Role, Rule
from harehawk.engine.organisation.rules import Ballot, Council, shapley_shubik


@dataclass(frozen=True, slots=True)
class Seats:
    """Those who decide in one body, by their places among the members; under the rule decider, only they."""

    rule: Rule
    places: tuple[int, ...]
    ballot: Ballot | None

    def council(self, settled: NDArray[np.float64]) -> Council:
        """Return them with their opinions V, as `opinions.settled` gives them."""
        n, rows = len(self.places), settled[list(self.places)]
        if self.ballot:
            share = np.array(shapley_shubik(self.ballot))
            return Council(rule=self.rule, rows=rows, share=share, ballot=self.ballot)
        if self.rule == Rule.DECIDER:
            return Council(rule=self.rule, rows=rows.mean(axis=0, keepdims=True), share=np.ones(1))
        return Council(rule=self.rule, rows=rows, share=np.full(n, 1 / n))


@dataclass(frozen=True, slots=True)
class Constitution:
    """How a group decides: its rule, whether nobody entered it, everybody who takes part, and the seats.

    Unnamed people (an expert pool, a decider nobody has named) are members of whom nothing is known: no
    rank, no site, out of reach. They stand after the named ones.
    """

    rule: Rule
    assumed: bool
    members: tuple[Member, ...]
    seats: tuple[Seats, ...]  # one, or one a step of a chain


def constitution(group: Group, *, state_or_public: bool) -> Constitution:
    """Resolve who decides, and how (method.md §3).

    A rule not entered is that of the customer type: a chain for state-owned and public customers whose
    bodies are entered, else one decider. Several deciders decide by their mean opinion, so that the order
    in which they were entered decides nothing.
    """
    usual = Rule.CHAIN if state_or_public and group.bodies else Rule.DECIDER
    rule = group.rule or usual
    members = list(group.members)
    bodies = group.bodies if rule == Rule.CHAIN else (_whole(group, rule),)
    seats = tuple(_seats(body, members) for body in bodies)
    return Constitution(rule, group.rule is None, tuple(members), seats)


def _whole(group: Group, rule: Rule) -> Body:
    """Return the whole group as one body; where a decider decides and none is named, an unnamed one does."""
    led = rule != Rule.DECIDER or any(Role.DECIDER in member.roles for member in group.members)
    return Body(
        id="",
        rule=rule,
        members=tuple(member.id for member in group.members),
        weights=group.weights,
        unnamed=0 if led else 1,
        quota=group.quota,
        veto=group.veto,
    )


def _seats(body: Body, members: list[Member]) -> Seats:
    """Seat a body's people and add its unnamed ones to `members`."""
    by_id = {member.id: place for place, member in enumerate(members)}
    named = [by_id[one] for one in body.members]
    unnamed = [_join(members) for _ in range(body.unnamed)]
    if body.rule == Rule.DECIDER:
        return Seats(body.rule, tuple(_deciders(body, by_id, named, unnamed, members)), None)
    ballot = None
    if body.rule == Rule.VOTE:
        weights = (*(body.weights or (1.0,) * len(named)), *(1.0,) * len(unnamed))
        quota = sum(weights) / 2 if body.quota is None else body.quota
        veto = (*(one in body.veto for one in body.members), *(False,) * len(unnamed))
        ballot = Ballot(weights, quota, veto)
    return Seats(body.rule, (*named, *unnamed), ballot)


def _deciders(
    body: Body, by_id: dict[str, int], named: list[int], unnamed: list[int], members: list[Member]
) -> list[int]:
    """Name the decider entered; else those of that role; else the only one there; else an unnamed one."""
    if body.decider is not None:
        return [by_id[body.decider]]
    if called := [place for place in named if Role.DECIDER in members[place].roles]:
        return called
    if len(named) == 1 and not unnamed:
        return named
    place = unnamed[0] if unnamed else _join(members)
    members[place] = replace(members[place], roles=frozenset({Role.DECIDER}))
    return [place]


def _join(members: list[Member]) -> int:
    """Add somebody of whom nothing is known; return the place."""
    members.append(Member(id="", reachable=False))
    return len(members) - 1
