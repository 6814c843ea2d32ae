"""The one list of questions of an opportunity: criteria, open needs, stances, facts of worth; or a pair."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.gates import pairs
from harehawk.engine.gates.judgement import Question, Subject, Topic, Why
from harehawk.engine.gates.known import Known
from harehawk.engine.gates.method import Method
from harehawk.engine.gates.others import ASKING_HOURS, Other, asked_of, effects_of, nodes_after, others
from harehawk.engine.gates.questions import Asked, about_criteria
from harehawk.engine.gates.rows import Scored
from harehawk.engine.gates.winning import Nodes

CENTS = 6  # decimals of money within which two questions are worth the same and keep their order


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Questions to show, whether one or a pair pays, and the most that any of them is worth.

    `begin` is the question that moves most, where nothing was learned yet and none is worth anything by itself.
    """

    questions: tuple[Question, ...]
    pays: Why | None
    most: float
    begin: Question | None = None


def listed(scored: Scored, ones: Sequence[Known], method: Method) -> list[Listing]:
    """Return the questions of n opportunities: the single ones that are worth something, best first.

    Where no single one nets more than 0 and the best ordered pair does, that pair is the list.
    """
    asked_about = [others(one) for one in ones]
    apart = effects_of(asked_about, method.hour_price)
    asked = about_criteria(scored).joined(asked_of(scored, apart, ones, asked_about))
    effects = pairs.about_criteria(scored.rows, ASKING_HOURS * method.hour_price).joined(apart)
    criteria = tuple(Topic(kind=Subject.CRITERION, id=criterion.code) for criterion in scored.setting.active)
    topics = [criteria + tuple(question.topic for question in own) for own in asked_about]
    listings = [_singles(i, asked, effects, topics[i]) for i in range(len(ones))]
    stuck = np.flatnonzero([listing.pays is None for listing in listings])
    if len(stuck) and len(asked.value) > 1:

        def shares(rows: pairs.Places, first: pairs.Places, second: pairs.Places) -> Nodes:
            return nodes_after(
                (ones[i], _other(asked_about[i], one - len(criteria)), _other(asked_about[i], other - len(criteria)))
                for i, one, other in zip(stuck[rows].tolist(), first.tolist(), second.tolist(), strict=True)
            )

        best = pairs.best_pairs(scored.take(stuck), effects.take(stuck), asked.take(stuck), shares)
        for place, i in enumerate(stuck):
            if best.value[place] > best.cost[place]:
                listings[i] = _of_pair(place, best, asked.chance_yes[:, i], topics[i])
    silent = [i for i, one in enumerate(ones) if one.nothing_learned and not listings[i].questions]
    if silent:
        most = pairs.largest_moves(asked, scored.expected.max(axis=0))[0]
        for place in silent:
            begin = _question(place, int(most[place]), asked, effects, topics[place])
            listings[place] = replace(listings[place], begin=begin)
    return listings


def _other(own: Sequence[Other], place: int) -> Other | None:
    return own[place] if place >= 0 else None


def _singles(i: int, asked: Asked, effects: pairs.Effects, topics: Sequence[Topic]) -> Listing:
    value, price = asked.value[: len(topics), i], effects.price[: len(topics), i]
    order = np.argsort(-value.round(CENTS), kind="stable")
    questions = tuple(_question(i, int(q), asked, effects, topics) for q in order if value[q] > 0)
    pays = Why.QUESTION_PAYS if (value > price).any() else None
    return Listing(questions=questions, pays=pays, most=float(value.max(initial=0.0)))


def _question(i: int, q: int, asked: Asked, effects: pairs.Effects, topics: Sequence[Topic]) -> Question:
    return Question(
        about=(topics[q],),
        chance_yes=float(asked.chance_yes[q, i]),
        value=float(asked.value[q, i]),
        cost=float(effects.price[q, i]),
        if_yes=float(asked.if_yes[q, i]),
        if_no=float(asked.if_no[q, i]),
    )


def _of_pair(place: int, best: pairs.Pairs, chance_yes: NDArray[np.float64], topics: Sequence[Topic]) -> Listing:
    first, second = best.first[place], best.second[place]
    question = Question(
        about=(topics[first], topics[second]),
        chance_yes=float(chance_yes[first]),
        value=float(best.value[place]),
        cost=float(best.cost[place]),
        if_yes=float(best.if_yes[place]),
        if_no=float(best.if_no[place]),
    )
    return Listing(questions=(question,), pays=Why.PAIR_PAYS, most=question.value)
