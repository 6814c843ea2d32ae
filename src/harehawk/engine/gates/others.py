"""Questions that are not about a criterion: open needs, stances, harms and other facts of worth (method.md §7).

Stances asked about are those to us: of everybody named who may be spoken to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from harehawk.engine.common import NATS, Grade, Party
from harehawk.engine.gates.compose import NO_TILT, field_of
from harehawk.engine.gates.gate import fold
from harehawk.engine.gates.judgement import Subject, Topic
from harehawk.engine.gates.known import Known, Relation
from harehawk.engine.gates.pack import NEEDS_MET
from harehawk.engine.gates.pairs import Effects
from harehawk.engine.gates.questions import Asked, expected_per_belief, valued
from harehawk.engine.gates.rows import Scored, third_table
from harehawk.engine.gates.winning import Nodes, nodes
from harehawk.engine.organisation.reading import Reading, chance_of_support, lead, with_answer
from harehawk.engine.worth.needs import open_needs

Floats = NDArray[np.float64]

ASKING_HOURS = 4.0  # about a criterion, a need or a stance
WORTH_HOURS = 8.0  # about a fact of worth
SUPPORTS, OPPOSES = 1, -1
ANSWERS = (SUPPORTS, OPPOSES)
FIRST_HAND = NATS[Grade.FIRST_HAND]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Other:
    """One question. Yes comes first in `factor` (of the belief at `place`), `gain` (of worth), `relation`."""

    topic: Topic
    chance_yes: float
    hours: float = ASKING_HOURS
    place: int = -1
    factor: tuple[float, float] = (1.0, 1.0)
    gain: tuple[float, float] = (0.0, 0.0)
    relation: Relation | None = None  # with the group, after either answer about a stance


def others(one: Known) -> tuple[Other, ...]:
    """Return the questions of an opportunity that are not about a criterion."""
    return (*_needs(one), *_stances(one), *_worth(one))


def effects_of(asked_about: Sequence[Sequence[Other]], hour_price: float) -> Effects:
    """Return the effects of n opportunities' other questions, as many rows as the longest list needs."""
    size, n = max(map(len, asked_about)), len(asked_about)
    effects = Effects(
        place=np.full((size, n), -1, dtype=np.intp),
        factor=np.ones((2, size, n)),
        gain=np.zeros((2, size, n)),
        price=np.zeros((size, n)),
        stance=np.zeros((size, n), dtype=bool),
    )
    for i, questions in enumerate(asked_about):
        for x, question in enumerate(questions):
            effects.place[x, i] = question.place
            effects.factor[:, x, i] = question.factor
            effects.gain[:, x, i] = question.gain
            effects.price[x, i] = question.hours * hour_price
            effects.stance[x, i] = question.relation is not None
    return effects


def asked_of(scored: Scored, effects: Effects, ones: Sequence[Known], asked_about: Sequence[Sequence[Other]]) -> Asked:
    """Return what n opportunities' other questions are worth."""
    rows, late = scored.rows, scored.setting.spans[2]
    size, n = effects.place.shape
    chance_yes = np.zeros((size, n))
    for i, questions in enumerate(asked_about):
        chance_yes[: len(questions), i] = [question.chance_yes for question in questions]
    at = np.arange(n)
    per_belief = expected_per_belief(scored)[:, None, effects.place, at]
    step = (effects.factor - 1) * rows.belief[effects.place, at]
    chance = scored.chance()[:, None, None]
    after = scored.expected[:, None, None] + step * per_belief + effects.gain * chance
    who, what = np.nonzero(effects.stance.T)
    if len(who):
        answers = [[one.relation for one in own if one.relation is not None] for own in asked_about]
        about = [(one, _joined(relations)) for one, relations in zip(ones, answers, strict=True) if relations]
        row = np.repeat(who, len(ANSWERS))
        some = rows.take(row)
        table = third_table(scored.setting.gates[2], some.fixed[late], nodes(field_of(about)), some.boost)
        third = fold(table, some.belief[late][:, None])
        expected = scored.first[row] * scored.second[row] * third * some.worth - some.cost  # (L, 2·stances)
        after[:, :, what, who] = expected.reshape(len(expected), -1, 2).swapaxes(1, 2)
    return valued(scored.expected, chance_yes, after)


def nodes_after(pairs: Iterable[tuple[Known, Other | None, Other | None]]) -> Nodes:
    """Return the share after yes-yes, yes-no, no-yes, no-no to two questions, None one about a criterion."""
    return nodes(field_of([(one, _relation_after(one, first, second)) for one, first, second in pairs]))


def _relation_after(one: Known, first: Other | None, second: Other | None) -> Relation | None:
    """The relationship after the four answers to two questions, of which at least one is about a stance."""
    if one.reading is None:
        return None
    known = [(question, question.relation) for question in (first, second) if question and question.relation]
    if len(known) == 1:
        ((question, relation),) = known
        ways = [0, 0, 1, 1] if question is first else [0, 1, 0, 1]
        mean, variance, own = (part[..., ways] for part in relation)
        return mean, variance, own
    after = []
    for answers in product(ANSWERS, ANSWERS):
        reading = one.reading
        for (question, _), answer in zip(known, answers, strict=True):
            reading = with_answer(reading, question.topic.id, Party.US, answer)
        after.append(lead(reading, NO_TILT))
    return _joined(after)


def _needs(one: Known) -> Iterator[Other]:
    place = one.setting.place(NEEDS_MET)
    if place is None:
        return
    belief = next(h.belief for c, h in zip(one.setting.criteria, one.held, strict=True) if c.code == NEEDS_MET)
    for need in open_needs(one.case.needs, one.setting.active[place].prior):
        yield Other(
            topic=Topic(kind=Subject.NEED, id=need.need),
            chance_yes=need.chance_yes,
            place=place,
            factor=(need.if_yes / belief, need.if_no / belief),
        )


def _stances(one: Known) -> tuple[Other, ...]:
    return () if one.reading is None or not one.setting.rivals_modelled else _stances_of(one.reading)


@lru_cache(maxsize=32)
def _stances_of(reading: Reading) -> tuple[Other, ...]:
    """Remembered with the reading itself."""
    return tuple(
        Other(
            topic=Topic(kind=Subject.STANCE, id=member.id),
            chance_yes=chance_of_support(reading, member.id, Party.US),
            relation=_joined([lead(with_answer(reading, member.id, Party.US, answer), NO_TILT) for answer in ANSWERS]),
        )
        for member in reading.members
        if member.id and member.reachable
    )


def _joined(relations: Sequence[Relation]) -> Relation:
    """Several ways a relationship may be as one."""
    mean, variance, own = (np.concatenate(parts, axis=-1) for parts in zip(*relations, strict=True))
    return mean, variance, own


def _worth(one: Known) -> Iterator[Other]:
    """For a harm, yes is that it happens."""
    deal = one.case.deal
    facts = [(harm.id, harm.probability, -harm.loss) for harm in deal.harms]
    facts += [(unknown.id, unknown.probability, unknown.difference) for unknown in deal.unknowns]
    for name, probability, difference in facts:
        if not 0 < probability < 1:
            continue
        yes, no = (float(expit(logit(probability) + told)) for told in (FIRST_HAND, -FIRST_HAND))
        yield Other(
            topic=Topic(kind=Subject.WORTH, id=name),
            chance_yes=float(probability * expit(FIRST_HAND) + (1 - probability) * expit(-FIRST_HAND)),
            hours=WORTH_HOURS,
            gain=((yes - probability) * difference, (no - probability) * difference),
        )
