"""The judgement: cases in, numbers and a verdict out. A single case is a batch of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import batched

import numpy as np

from harehawk.engine.common import Range
from harehawk.engine.gates.assume import Assumed, filled
from harehawk.engine.gates.cases import Case, Cases
from harehawk.engine.gates.compose import as_known, field_of, rows_of, uncertain_of
from harehawk.engine.gates.draws import Spread, spread
from harehawk.engine.gates.judgement import GateView, Holding, Judgement, LevelView, Why
from harehawk.engine.gates.known import Known, known, unnamed_presence
from harehawk.engine.gates.limits import closes
from harehawk.engine.gates.listing import Listing, listed
from harehawk.engine.gates.method import Method
from harehawk.engine.gates.rows import Scored, score
from harehawk.engine.gates.verdict import Grounds, bars, named_gate, state, verdict
from harehawk.engine.gates.winning import shown_shares

AT_ONCE = 64  # opportunities whose draws stay small
US, UNNAMED = "", "?"


def judge(cases: Cases) -> tuple[Judgement, ...]:
    """Return a judgement of every case, in the order given.

    Each depends on its own case and the method only.

    Raises
    ------
    UnfitGate
        RateOutOfReach or WrongNumberOfCriteria: the method cannot be judged with.
    TooManyRivals, TooManyHarms
        A case has more than eight.
    """
    return judge_assumed([(case, filled(case, cases.method)) for case in cases.rows], cases.method)


def judge_assumed(cases: Sequence[tuple[Case, Assumed]], method: Method) -> tuple[Judgement, ...]:
    """Return a judgement of every case with its defaults in place already."""
    return judge_known([known(case, method, assumed) for case, assumed in cases], method)


def judge_known(ones: Sequence[Known], method: Method) -> tuple[Judgement, ...]:
    """Return a judgement of everything that is known already as judgements start from it."""
    alike: dict[object, list[int]] = {}
    for place, one in enumerate(ones):
        alike.setdefault((one.setting, len(one.assumed.levels)), []).append(place)
    judged: list[tuple[int, Judgement]] = []
    for places in alike.values():
        for some in batched(places, AT_ONCE):
            judged += zip(some, _judged([ones[place] for place in some], method), strict=True)
    return tuple(judgement for _, judgement in sorted(judged, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Numbers:
    """What was computed for some opportunities side by side."""

    scored: Scored
    spread: Spread
    shares: np.ndarray[tuple[int, int], np.dtype[np.float64]] | None


def _judged(ones: Sequence[Known], method: Method) -> list[Judgement]:
    setting = ones[0].setting
    field = field_of(as_known(ones))
    scored = score(setting, rows_of(setting, ones, field))
    numbers = _Numbers(
        scored=scored,
        spread=spread(scored, uncertain_of(setting, ones)),
        shares=shown_shares(field) if setting.rivals_modelled else None,
    )
    return [
        _judgement(i, one, listing, numbers)
        for i, (one, listing) in enumerate(zip(ones, listed(scored, ones, method), strict=True))
    ]


def _judgement(i: int, one: Known, listing: Listing, numbers: _Numbers) -> Judgement:
    scored, drawn = numbers.scored, numbers.spread
    best = int(scored.best[i])
    level = one.assumed.levels[best]
    chance = scored.chance()[:, i]
    expected = scored.expected[:, i]
    points = (scored.first[i], scored.second[i], scored.third[best, i], chance[best], one.worth.total, expected[best])
    ranges = [
        Range(point=float(point), low=float(low), high=float(high))
        for point, low, high in zip(points, drawn.low[:, i], drawn.high[:, i], strict=True)
    ]
    closed = _closed(one)
    gates = _gates([*ranges[:3], ranges[4]], bars(level.cost, one.worth.total, one.setting.rates), closed)
    named = named_gate(gates, closed)
    perfect = max(float(drawn.perfect[i]), listing.most)
    questions = listing.questions or ((listing.begin,) if listing.begin else ())
    nothing_known = one.nothing_learned and any(perfect > first.cost for first in questions[:1])
    decided, why = verdict(
        Grounds(
            must_closed=any(closed[:3]),
            limit_broken=closed[3],
            nothing_known=nothing_known,
            question_pays=listing.pays,
            expected=ranges[5],
            named_gate=named,
            nurtures=one.assumed.emphasis.nurtures,
        )
    )
    reading = one.reading
    return Judgement(
        case=one.case.id,
        customer_class=one.assumed.class_name,
        verdict=decided,
        why=why,
        failing_gate=named,
        level=level.id,
        levels=tuple(
            LevelView(id=own.id, cost=own.cost, chance=float(p), expected_value=float(ev))
            for own, p, ev in reversed(list(zip(one.assumed.levels, chance, expected, strict=True)))
        ),
        chance=ranges[3],
        gates=gates,
        holdings=tuple(_holdings(one)),
        group_support=None if reading is None else reading.support,
        shares=_shares(i, one, numbers),
        worth=one.worth,
        expected_value=ranges[5],
        perfect_information=perfect,
        confidence=float(drawn.confidence[i]),
        assumed=one.assumed.fields + (("rule",) if reading is not None and reading.rule_assumed else ()),
        questions=questions if why is Why.NOTHING_KNOWN else listing.questions,
        talk_next=() if reading is None else reading.steps,
        power=() if reading is None else reading.power,
    )


def _closed(one: Known) -> list[bool]:
    """Whether a must of each gate is closed; of the fourth, whether a limit is broken and nobody overruled it."""
    closed = [
        any(h.closed for c, h in zip(one.setting.criteria, one.held, strict=True) if c.gate == number)
        for number in (1, 2, 3)
    ]
    return [*closed, closes(one.worth) and not one.case.overruled]


def _gates(
    values: Sequence[Range], marks: Sequence[float | None], closed: Sequence[bool]
) -> tuple[GateView, GateView, GateView, GateView]:
    views = [
        GateView(value=value, bar=bar, state=state(value.low, value.high, bar, closed=shut))
        for value, bar, shut in zip(values, marks, closed, strict=True)
    ]
    first, second, third, fourth = views
    return first, second, third, fourth


def _holdings(one: Known) -> list[Holding]:
    return [
        Holding(
            code=criterion.code,
            belief=held.belief,
            asked_not_known=held.asked_not_known,
            closed=held.closed,
            evidence=held.evidence,
            youngest_days=held.youngest_days,
            conflict=held.conflict,
        )
        for criterion, held in zip(one.setting.criteria, one.held, strict=True)
    ]


def _shares(i: int, one: Known, numbers: _Numbers) -> dict[str, float]:
    if numbers.shares is None:
        return {}
    ours, unnamed, *named = numbers.shares[:, i].tolist()
    shares = {US: ours} | {rival.id: share for rival, share in zip(one.rivals, named, strict=False)}
    return shares | ({UNNAMED: unnamed} if unnamed_presence(one) else {})
