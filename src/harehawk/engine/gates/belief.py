"""Belief in a criterion: what the facts about it add up to (method.md §1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from scipy.special import expit, logit

from harehawk.engine.common import ANSWER, HALF_LIFE_DAYS, Grade, Statement, counted, heard, together
from harehawk.engine.gates.cases import Answer, Case, Fact
from harehawk.engine.gates.method import Criterion

LEAST, MOST = 0.01, 0.99  # evidence alone is never certainty
CLOSED_AT = 0.05  # a must believed no more than this is closed
PRIOR_DEALS = 10  # how many own deals a prior of the pack is worth
SIMILAR = 2.0  # yes and no whose weights differ by no more than this factor are in conflict
YES, NO = 1, 0
FRESH = ANSWER.weight(HALF_LIFE_DAYS)  # nats of one more source, that says so today


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is held of one criterion, and what one more fresh first-hand answer would make of it.

    A criterion that was asked about without an answer is believed at half its prior and is no question
    meanwhile; `if_yes` and `if_no` then equal `belief`.
    """

    belief: float
    if_yes: float
    if_no: float
    asked_not_known: bool
    closed: bool
    evidence: int
    youngest_days: int | None
    conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One fact about a criterion and the log-odds it adds: 0 where its source says something else by now."""

    fact: Fact
    log_odds: float


def updated(prior: float, nats: float) -> float:
    """Return the belief that evidence of so many nats, plus for yes, makes of a prior.

    Weight of evidence (Good 1950, 1985), kept in [.01, .99].

    Examples
    --------
    >>> round(updated(0.5, 0.928149), 6)
    0.7167
    """
    return min(MOST, max(LEAST, float(expit(logit(prior) + nats))))


def learned_prior(prior: float, yes: int, deals: int) -> float:
    """Return the prior of a company that closed so many deals, in `yes` of which the criterion held.

    Examples
    --------
    >>> learned_prior(0.5, 15, 40)
    0.4
    """
    return (yes + PRIOR_DEALS * prior) / (deals + PRIOR_DEALS)


def held(criterion: Criterion, facts: Sequence[Fact]) -> Held:
    """Return what the facts about one criterion, in the order of recording, add up to.

    A must is closed when it is hardly believed, or when its latest live record says no: one record alone
    would leave it open.
    """
    said = [fact for fact in facts if fact.answer is not Answer.NOT_KNOWN]
    spoken = heard(*_said(said), HALF_LIFE_DAYS)
    for_yes, for_no = list(spoken[YES].values()), list(spoken[NO].values())
    yes, no = together(for_yes), together(for_no)
    asked_not_known = not any(_live(fact) for fact in said) and any(
        fact.answer is Answer.NOT_KNOWN and _live(fact) for fact in facts
    )
    if asked_not_known:
        belief = if_yes = if_no = criterion.prior / 2
    else:
        belief = updated(criterion.prior, yes - no)
        if_yes = updated(criterion.prior, together([*for_yes, FRESH]) - no)
        if_no = updated(criterion.prior, yes - together([*for_no, FRESH]))
    return Held(
        belief=belief,
        if_yes=if_yes,
        if_no=if_no,
        asked_not_known=asked_not_known,
        closed=criterion.must and (belief <= CLOSED_AT or _refused(said)),
        evidence=len(for_yes) + len(for_no),
        youngest_days=min((fact.said.age_days for fact in facts), default=None),
        conflict=_conflict(yes, no),
    )


def explain(case: Case, code: str) -> tuple[Contribution, ...]:
    """Return what each yes or no about a criterion adds to its log-odds, in the order of recording.

    The sum over them and the log-odds of the prior is the log-odds of the belief, before it is kept in
    [.01, .99].
    """
    said = [fact for fact in case.facts if fact.criterion == code and fact.answer is not Answer.NOT_KNOWN]
    adds = {one.place: one.weight if one.value == YES else -one.weight for one in counted(*_said(said), HALF_LIFE_DAYS)}
    return tuple(Contribution(fact=fact, log_odds=adds.get(place, 0.0)) for place, fact in enumerate(said))


def _said(facts: Sequence[Fact]) -> tuple[list[int], list[Statement]]:
    return [YES if fact.answer is Answer.YES else NO for fact in facts], [fact.said for fact in facts]


def _live(fact: Fact) -> bool:
    return fact.said.age_days <= HALF_LIFE_DAYS


def _refused(said: Sequence[Fact]) -> bool:
    records = [(-fact.said.age_days, place) for place, fact in enumerate(said)
               if fact.said.grade is Grade.RECORD and _live(fact)]  # fmt: skip
    return bool(records) and said[max(records)[1]].answer is Answer.NO


def _conflict(yes: float, no: float) -> bool:
    return yes > 0 and no > 0 and yes <= SIMILAR * no and no <= SIMILAR * yes
