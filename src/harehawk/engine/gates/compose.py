"""Opportunities that are known, put side by side as arrays."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.gates.draws import Uncertain, shifts
from harehawk.engine.gates.known import Known, Relation, relation_of, rival_leads, unnamed_presence
from harehawk.engine.gates.pack import NEEDS_MET
from harehawk.engine.gates.rows import Rows
from harehawk.engine.gates.setting import Setting
from harehawk.engine.gates.winning import Field, Nodes, nodes

Floats = NDArray[np.float64]

NO_TILT = np.zeros(1)


def rows_of(setting: Setting, ones: Sequence[Known], field: Field) -> Rows:
    """Return the arrays of opportunities of one setting and with as many effort levels, and their rivals."""
    held = [[one.held[place] for one in ones] for place in setting.places]
    belief = np.array([[h.belief for h in row] for row in held])
    needs = setting.place(NEEDS_MET)
    asked = np.array([[h.asked_not_known for h in row] for row in held])
    askable = ~asked
    if needs is not None:
        askable[needs] &= [not one.derived for one in ones]
    levels = [one.assumed.levels for one in ones]
    certain = np.ones((1, len(ones)))
    return Rows(
        belief=belief,
        if_yes=np.array([[h.if_yes for h in row] for row in held]),
        if_no=np.array([[h.if_no for h in row] for row in held]),
        askable=askable,
        fixed=asked,
        nodes=nodes(field) if setting.rivals_modelled else Nodes(odds=certain, weight=certain),
        worth=np.array([one.worth.total for one in ones]),
        cost=np.array([[level.cost for level in own] for own in levels]).T,
        boost=np.exp([[level.shift for level in own] for own in levels]).T,
    )


def field_of(ones: Sequence[tuple[Known, Relation | None]]) -> Field:
    """Return the rivals of each opportunity in each of the ways its relationship is given, one after the other."""
    leads = [(one, rival_leads(one, relation)) for one, relation in ones]
    ways = [own.shape[1] for _, (own, _) in leads]
    mean, sd = _side_by_side(leads, ways)
    return Field(mean=mean, sd=sd, unnamed=np.repeat([unnamed_presence(one) for one, _ in ones], ways))


def as_known(ones: Sequence[Known]) -> list[tuple[Known, Relation | None]]:
    """Return opportunities with the relationship as it is known."""
    return [(one, relation_of(one, NO_TILT)) for one in ones]


def uncertain_of(setting: Setting, ones: Sequence[Known]) -> Uncertain:
    """Return what is uncertain about opportunities beside their criteria."""
    needs = setting.place(NEEDS_MET)
    untilted = np.zeros((len(setting.active), len(ones)), dtype=bool)
    if needs is not None:
        untilted[needs] = [one.derived for one in ones]
    leads = [(one, rival_leads(one, relation_of(one, shifts()))) for one in ones]
    ways = max(own.shape[1] for _, (own, _) in leads)
    lead, spread = (each.reshape(len(each), len(ones), ways) for each in _side_by_side(leads, [ways] * len(ones)))
    harms = [one.case.deal.harms for one in ones]
    chance, loss = np.zeros((2, max(map(len, harms)), len(ones)))
    for i, own in enumerate(harms):
        chance[: len(own), i] = [harm.probability for harm in own]
        loss[: len(own), i] = [harm.loss for harm in own]
    return Uncertain(
        untilted=untilted,
        lead=lead,
        spread=spread,
        unnamed=np.array([unnamed_presence(one) for one in ones]),
        present_values=np.array([one.worth.net_present_values for one in ones]).T,
        harm_chance=chance,
        harm_loss=loss,
    )


def _side_by_side(leads: Sequence[tuple[Known, tuple[Floats, Floats]]], ways: Sequence[int]) -> tuple[Floats, Floats]:
    """Mean (1 + r, Σ ways) and sd (r, Σ ways) of Δ; a rival that others have and this one has not never wins."""
    most = max(len(one.rivals) for one, _ in leads)
    ends = np.cumsum(ways).tolist()
    mean, sd = np.full((1 + most, ends[-1]), np.inf), np.zeros((most, ends[-1]))
    for (one, (own_mean, own_sd)), width, end in zip(leads, ways, ends, strict=True):
        named = len(one.rivals)
        mean[: 1 + named, end - width : end], sd[:named, end - width : end] = own_mean, own_sd
    return mean, sd
