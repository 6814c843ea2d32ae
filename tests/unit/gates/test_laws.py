"""What holds of every judgement, whatever the facts (method §11.6)."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from harehawk.engine.common import Factor, Grade, Party, Statement
from harehawk.engine.gates.cases import Answer, Case, Cases, Effort, Fact, Rival
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import Judgement, Verdict, Why
from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.pack import CLASSES, CRITERIA, DEFAULT
from harehawk.engine.organisation.group import Group, Member, Role, Stance
from harehawk.engine.worth.deal import Deal, Fit, Harm, Need

CODES = [one.code for one in CRITERIA]
PEOPLE = ["Chen", "Gao", "Lin"]
RIVALS = ["Qiming", "Taihe"]

statements = st.builds(
    Statement,
    source=st.sampled_from(["Li", "Wang", ""]),
    grade=st.sampled_from(Grade),
    age_days=st.integers(0, 300),
)
facts = st.builds(Fact, criterion=st.sampled_from(CODES), answer=st.sampled_from(Answer), said=statements)
groups = st.builds(
    Group,
    members=st.just(
        (
            Member(id="Chen", roles=frozenset({Role.DECIDER}), rank=1),
            Member(id="Gao", roles=frozenset({Role.TECHNICAL_EVALUATOR}), rank=2, reachable=False),
            Member(id="Lin", roles=frozenset({Role.USER}), rank=3),
        )
    ),
    stances=st.lists(
        st.builds(
            Stance,
            member=st.sampled_from(PEOPLE),
            party=st.sampled_from([Party.US, *RIVALS]),
            value=st.sampled_from([-1, 0, 1]),
            said=statements,
        ),
        max_size=3,
    ).map(tuple),
)
rivals = st.builds(
    lambda names, leads: tuple(Rival(id=name, advantage=leads) for name in names),
    st.lists(st.sampled_from(RIVALS), unique=True),
    st.dictionaries(st.sampled_from(Factor), st.integers(-2, 2)),
)
cases = st.builds(
    Case,
    id=st.just("dam"),
    customer_class=st.none() | st.sampled_from(list(CLASSES)),
    facts=st.lists(facts, max_size=8).map(tuple),
    needs=st.lists(
        st.builds(Need, id=st.sampled_from(["pumps", "valves"]), fit=st.none() | st.sampled_from(Fit)),
        max_size=2,
        unique_by=lambda need: need.id,
    ).map(tuple),
    group=st.none() | groups,
    rivals=rivals,
    closed=st.booleans(),
    deal=st.builds(
        Deal,
        amount=st.floats(100_000, 10_000_000),
        harms=st.lists(
            st.builds(Harm, id=st.just("Donghu"), probability=st.floats(0, 1), loss=st.just(1e5)), max_size=1
        ).map(tuple),
    ),
    effort=st.builds(Effort, remainder=st.floats(0, 1_000_000)),
)
few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def judged(*rows: Case, method=DEFAULT) -> tuple[Judgement, ...]:
    return judge(Cases(method=method, rows=rows))


def figures(told: Judgement) -> list[float]:
    """All numbers of a judgement, money as parts of the contract."""
    ranges = [told.chance, *(gate.value for gate in told.gates[:3])]
    money = [told.gates[3].value, told.expected_value]
    contract = told.worth.contract
    return [
        *(number for one in ranges for number in (one.point, one.low, one.high)),
        *(number / contract for one in money for number in (one.point, one.low, one.high)),
        *(number / contract for one in told.questions for number in (one.value, one.if_yes, one.if_no)),
        *told.shares.values(),
        told.confidence,
        told.perfect_information / contract,
    ]


def words(told: Judgement) -> tuple[object, ...]:
    """All that is not a number."""
    return (told.verdict, told.why, told.failing_gate, told.level, [one.about for one in told.questions], told.assumed)


@few
@given(st.lists(cases, min_size=2, max_size=6))
def test_judged_together_or_alone_every_row_gets_the_same(rows):
    together = judged(*rows)

    for row, told in zip(rows, together, strict=True):
        (alone,) = judged(row)
        assert words(told) == words(alone)
        assert figures(told) == pytest.approx(figures(alone), abs=1e-12)


@few
@given(cases)
@example(Case(id="dam", deal=Deal(amount=1e5, harms=(Harm(id="Donghu", probability=5e-324, loss=1e5),))))
def test_every_number_stays_within_its_bounds(case):
    (told,) = judged(case)

    for one in (told.chance, *(gate.value for gate in told.gates[:3])):
        assert 0 <= one.low <= one.high <= 1
        assert 0 <= one.point <= 1
    assert 0 <= told.confidence <= 1
    assert told.perfect_information >= max((one.value for one in told.questions), default=0)
    assert told.why is Why.NOTHING_KNOWN or all(question.value > 0 for question in told.questions)
    assert sum(told.shares.values()) == pytest.approx(1 if len(told.shares) > 1 else 0.99)
    assert (told.verdict is Verdict.PURSUE) <= (told.expected_value.point > 0)


@few
@given(cases, st.sampled_from(CODES))
def test_a_criterion_that_moves_nothing_changes_nothing(case, code):
    place = CODES.index(code)
    idle = Criterion(code="idle", gate=CRITERIA[place].gate, swing=0, prior=0.3)
    method = replace(DEFAULT, criteria=(*CRITERIA[:place], idle, *CRITERIA[place:]))
    asked = Fact(criterion="idle", answer=Answer.NO, said=Statement(source="Li", grade=Grade.RECORD, age_days=0))

    (told,) = judged(case)
    (again,) = judged(replace(case, facts=(*case.facts, asked)), method=method)

    assert words(again) == words(told)
    assert figures(again) == figures(told)


@few
@given(cases, st.sampled_from([one for one in CRITERIA if one.swing]))
def test_good_news_never_lowers_the_chance(case, criterion):
    (before,) = judged(case)
    said = Statement(source="Sun", grade=Grade.FIRST_HAND, age_days=0)
    (after,) = judged(replace(case, facts=(*case.facts, Fact(criterion=criterion.code, answer=Answer.YES, said=said))))

    asked = {one.code: one.asked_not_known for one in before.holdings}
    if not asked[criterion.code]:
        for level, better in zip(before.levels, after.levels, strict=True):
            assert better.chance >= level.chance - 1e-12


@few
@given(cases)
def test_one_more_named_rival_never_raises_the_chance(case):
    named = replace(case, rivals=case.rivals or (Rival(id="Qiming"),), closed=False)
    (before,) = judged(named)
    (after,) = judged(replace(named, rivals=(*named.rivals, Rival(id="Ruian"))))

    for level, with_more in zip(before.levels, after.levels, strict=True):
        assert with_more.chance <= level.chance + 1e-12


@few
@given(cases)
def test_what_was_learnt_long_ago_counts_for_nothing(case):
    def aged(said):
        return replace(said, age_days=said.age_days + 20_000)

    group = case.group and replace(
        case.group, stances=tuple(replace(one, said=aged(one.said)) for one in case.group.stances)
    )
    old = replace(case, group=group, facts=tuple(replace(one, said=aged(one.said)) for one in case.facts))
    blank = replace(case, group=group and replace(group, stances=()), facts=())

    assert figures(judged(old)[0]) == pytest.approx(figures(judged(blank)[0]), abs=1e-9)


@few
@given(cases)
def test_a_must_that_is_closed_ends_it(case):
    said = Statement(source="tender agent", grade=Grade.RECORD, age_days=0)
    no = Fact(criterion="shortlisted", answer=Answer.NO, said=said)

    (told,) = judged(replace(case, facts=(*case.facts, no)))

    assert told.verdict is Verdict.ABANDON
    assert told.failing_gate == 2
