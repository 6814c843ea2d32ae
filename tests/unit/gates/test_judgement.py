"""A whole judgement, from facts to a verdict (method §12.16, §6, §7)."""

from dataclasses import replace

import pytest

from harehawk.engine.common import Grade, Statement
from harehawk.engine.gates.cases import Answer, Case, Cases, Effort, Fact, Level, Rival
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import GateState, Subject, Topic, Verdict, Why
from harehawk.engine.gates.known import TooManyHarms
from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.pack import CLASSES, DEFAULT
from harehawk.engine.gates.winning import TooManyRivals
from harehawk.engine.worth.deal import Bond, Deal, Fit, Harm, Limit, Need, Outlay, Payment, Unknown

MONEY = 0.005
DIGITS = 5e-7
TOLD_TODAY = Statement(source="Li", grade=Grade.FIRST_HAND, age_days=0)


def fact(criterion, answer):
    said = Statement(source="Li", grade=Grade.FIRST_HAND, age_days=0)
    return Fact(criterion=criterion, answer=answer, said=said)


def judged(*cases, method=DEFAULT):
    return judge(Cases(method=method, rows=cases))


@pytest.fixture
def told(waterworks):
    return judged(waterworks)[0]


def test_worked_example_beliefs(told):
    beliefs = {one.code: one.belief for one in told.holdings}

    assert [
        beliefs[code]
        for code in (
            "need_explicit",
            "qualified",
            "shortlisted",
            "funds_enough",
            "sponsor_asks",
            "top_access",
            "needs_met",
        )
    ] == pytest.approx([0.967742, 0.979021, 0.99, 0.674204, 0.774701, 0.149390, 0.76], abs=DIGITS)


def test_worked_example_gates_chance_and_worth(told):
    full, light = told.levels

    assert [gate.value.point for gate in told.gates[:3]] == pytest.approx([0.646558, 0.672610, 0.214684], abs=DIGITS)
    assert full.chance / told.gates[0].value.point / told.gates[1].value.point == pytest.approx(0.359821, abs=DIGITS)
    assert (full.chance, light.chance) == pytest.approx((0.156479, 0.093362), abs=DIGITS)
    assert told.worth.total == pytest.approx(910_996.53, abs=MONEY)
    assert told.worth.gross_margin == pytest.approx(900_000)
    assert (full.cost, light.cost) == (180_000, 72_000)
    assert (full.expected_value, light.expected_value) == pytest.approx((-37_447.88, 13_052.60), abs=MONEY)
    assert told.level == "light"


def test_worked_example_ranges_and_confidence(told):
    assert (told.chance.low, told.chance.high) == pytest.approx((0, 0.286098), abs=DIGITS)
    assert (told.gates[3].value.low, told.gates[3].value.high) == pytest.approx((799_252.45, 974_181.80), abs=MONEY)
    assert (told.expected_value.low, told.expected_value.high) == pytest.approx((-72_000, 197_514.53), abs=MONEY)
    assert [(gate.value.low, gate.value.high) for gate in told.gates[:3]] == [
        pytest.approx(pair, abs=DIGITS) for pair in ((0.260422, 0.943242), (0, 0.995114), (0.009192, 0.569765))
    ]
    assert told.confidence == pytest.approx(0.335938, abs=6e-7)


def test_worked_example_bars_and_the_gate_named(told):
    assert [gate.bar for gate in told.gates[:3]] == pytest.approx([0.386071, 0.612787, 0.334071], abs=DIGITS)
    assert told.gates[3].bar == pytest.approx(457_142.86, abs=MONEY)
    assert [gate.state for gate in told.gates] == [GateState.UNCLEAR] * 3 + [GateState.HOLDS]
    assert told.failing_gate == 3
    assert told.gates[2].value.point / told.gates[2].bar == pytest.approx(0.642630, abs=DIGITS)


def test_worked_example_questions_and_verdict(told):
    paying = [question for question in told.questions if question.value > question.cost]

    assert [(question.about[0].id, question.cost) for question in paying] == [
        ("not_rigged", 1_200),
        ("unwritten_ours", 1_200),
        ("coach_confirmed", 1_200),
    ]
    assert [question.value for question in paying] == pytest.approx([6_576.45, 2_131.74, 1_446.56], abs=MONEY)
    assert told.questions[:3] == tuple(paying)
    assert (told.verdict, told.why) == (Verdict.PROBE, Why.QUESTION_PAYS)
    assert told.perfect_information >= told.questions[0].value


def test_a_limit_broken_only_by_delays_that_are_assumed_warns(told):
    capital = next(one for one in told.worth.limits if one.limit is Limit.CAPITAL)

    assert capital.figure > capital.bound
    assert (capital.kept, capital.warns) == (False, True)


def test_a_limit_broken_by_what_is_known_ends_it_whatever_is_worth_asking(waterworks, told):
    invoices = replace(waterworks, deal=replace(waterworks.deal, late_ratios=(0.9, 1.1, 1.0)))
    paid_at_the_end = replace(
        waterworks, deal=replace(waterworks.deal, payments=(Payment(id="all", month=6, amount=3_000_000),))
    )

    for late, overruled in zip(
        judged(invoices, paid_at_the_end),
        judged(replace(invoices, overruled=True), replace(paid_at_the_end, overruled=True)),
        strict=True,
    ):
        assert (late.verdict, late.why) == (Verdict.ABANDON, Why.LIMIT_BROKEN)
        assert late.failing_gate == 4
        assert late.gates[3].state is GateState.FAILS
        assert overruled.why is not Why.LIMIT_BROKEN
        assert overruled.questions == late.questions


def test_with_nothing_known_the_chance_is_the_companys_own_and_all_that_is_assumed_is_named():
    (bare,) = judged(Case(id="dam"))

    assert bare.customer_class == "key"
    assert bare.levels[0].chance == pytest.approx(0.5 * 0.7 * 0.45, abs=1e-9)
    assert bare.assumed == (
        "class", "amount", "margin", "payments", "costs", "payment_class", "delay", "effort",
    )  # fmt: skip
    assert bare.group_support is None
    assert bare.shares == {"": pytest.approx(0.5), "?": pytest.approx(0.5)}
    assert bare.worth.contract == 3_000_000
    assert bare.levels[0].cost == 300 * 300


def test_open_needs_stances_harms_and_facts_of_worth_stand_in_one_list_with_criteria(waterworks):
    deal = replace(waterworks.deal, unknowns=(Unknown(id="follow-up", probability=0.5, difference=2_000_000),))
    needs = (*waterworks.needs, Need(id="training"))

    (told,) = judged(replace(waterworks, deal=deal, needs=needs))

    about = {question.about[0].kind for question in told.questions}
    assert {Subject.CRITERION, Subject.NEED, Subject.STANCE, Subject.WORTH} == about
    assert [question.value for question in told.questions] == sorted(
        (question.value for question in told.questions), reverse=True
    )
    training = next(one for one in told.questions if one.about == (Topic(kind=Subject.NEED, id="training"),))
    assert training.chance_yes == pytest.approx((0.9 - 0.02) / (0.95 - 0.02))
    follow_up = next(one for one in told.questions if one.about[0].id == "follow-up")
    assert (follow_up.chance_yes, follow_up.cost) == (pytest.approx(0.5), 8 * 300)
    assert follow_up.if_yes - follow_up.if_no > 0


def test_a_need_or_criterion_asked_about_in_vain_is_no_question(waterworks):
    needs = (*waterworks.needs, Need(id="training", fit=Fit.NOT_KNOWN))

    (told,) = judged(replace(waterworks, needs=needs))

    ids = {question.about[0].id for question in told.questions}
    assert not ids & {"training", "date_compelling", "needs_met"}


def test_people_out_of_reach_are_never_in_a_question(waterworks):
    group = replace(
        waterworks.group,
        members=tuple(replace(member, reachable=member.id != "manager") for member in waterworks.group.members),
    )

    (told,) = judged(replace(waterworks, group=group, effort=Effort(remainder=60_000)))

    assert Topic(kind=Subject.STANCE, id="manager") not in {one.about[0] for one in told.questions}


def test_where_no_single_question_pays_a_pair_does():
    """Two conditions that the whole needs at once, each unlikely."""
    musts = {"needs_met": 0.5, "shortlisted": 0.5}
    criteria = tuple(replace(one, prior=musts.get(one.code, one.prior)) for one in DEFAULT.criteria)
    method = replace(DEFAULT, criteria=criteria, rates=(0.9, 0.24, 0.9))
    case = Case(id="dam", closed=True, effort=Effort(levels=(Level(id="full", cost=200_000),)))

    (told,) = judged(case, method=method)

    (pair,) = told.questions
    assert (told.verdict, told.why) == (Verdict.PROBE, Why.PAIR_PAYS)
    assert len(pair.about) == 2
    assert pair.value > pair.cost > 1_200
    assert pair.if_yes > 0 > pair.if_no


@pytest.mark.parametrize("customer_class", CLASSES)
def test_of_an_opportunity_of_which_nothing_is_known_one_finds_out_first(customer_class):
    (told,) = judged(Case(id="dam", customer_class=customer_class))

    assert (told.verdict, told.why) == (Verdict.PROBE, Why.NOTHING_KNOWN)
    assert told.questions[0].about[0].kind is Subject.CRITERION
    assert told.perfect_information > told.questions[0].cost


def test_what_is_long_forgotten_is_not_known():
    rumour = Statement(source="Li", grade=Grade.FIRST_HAND, age_days=30 * 365)
    facts = (Fact(criterion="need_explicit", answer=Answer.YES, said=rumour),)

    (told,) = judged(Case(id="dam", customer_class="key", facts=facts))

    assert told.why is Why.NOTHING_KNOWN


@pytest.mark.parametrize(
    "known",
    [
        {"facts": (Fact(criterion="need_explicit", answer=Answer.YES, said=TOLD_TODAY),)},
        {"needs": (Need(id="historian", fit=Fit.OWN),)},
        {"rivals": (Rival(id="Qiming"),)},
        {"closed": True},
    ],
    ids=("a fact", "a need", "a rival", "a closed list"),
)
def test_once_something_is_known_numbers_decide(known):
    (told,) = judged(Case(id="dam", customer_class="key", **known))

    assert told.why is not Why.NOTHING_KNOWN
    assert all(question.value > 0 for question in told.questions)


def test_where_finding_everything_out_is_worth_less_than_a_question_nobody_asks():
    (told,) = judged(Case(id="dam", customer_class="key", effort=Effort(levels=(Level(id="full", cost=500),))))

    assert (told.verdict, told.why) == (Verdict.PURSUE, Why.PAYS)
    assert told.questions == ()


def test_levels_bonds_and_shares_of_the_contract_are_filled_in():
    deal = Deal(
        amount=1_000_000,
        payments=(Payment(id="all", month=0, share=1.0),),
        outlays=(Outlay(month=0, amount=600_000),),
        bonds=(Bond(share=0.1),),
        bid_bond=50_000,
    )
    (told,) = judged(
        Case(id="dam", customer_class="key", deal=deal, effort=Effort(hours=100, hours_spent=50, money=10_000))
    )

    interest = 50_000 * (1.08 ** (2 / 12) - 1)
    assert {level.id: level.cost for level in told.levels} == pytest.approx(
        {"full": 50 * 300 + 10_000 + interest, "light": 4_000 + interest}
    )
    assert told.worth.gross_margin == 400_000
    assert told.assumed == ("payment_class", "delay")


def test_of_levels_that_earn_the_same_the_larger_is_shown():
    (told,) = judged(Case(id="dam", effort=Effort(levels=(Level(id="small", cost=10), Level(id="large", cost=10)))))

    assert told.level == "large"


def test_more_rivals_or_harms_than_can_be_weighed_are_refused_by_name():
    with pytest.raises(TooManyRivals, match="dam: at most 8 rivals can be weighed, 9 are named"):
        judged(Case(id="dam", rivals=tuple(Rival(id=str(i)) for i in range(9))))
    with pytest.raises(TooManyHarms, match="dam: at most 8 harms can be weighed, 9 are entered"):
        judged(Case(id="dam", deal=Deal(harms=tuple(Harm(id=str(i), probability=0.1, loss=1) for i in range(9)))))


def test_doing_nothing_takes_no_share():
    (told,) = judged(Case(id="dam", rivals=(Rival(id="nothing", takes_share=False),)))

    assert told.shares.keys() == {"", "?"}


def test_a_company_with_criteria_of_its_own_is_judged_by_them():
    own = (
        Criterion(code="wanted", gate=1, swing=3, prior=0.5),
        Criterion(code="able", gate=2, swing=0, prior=0.9, must=True),
        *(Criterion(code=f"liked {i}", gate=3, swing=1 + i % 3, prior=0.4) for i in range(10)),
    )
    method = replace(DEFAULT, criteria=own)
    wanted = fact("wanted", Answer.YES)

    bare, told = judged(Case(id="dam"), Case(id="weir", facts=(wanted,)), method=method)

    assert bare.levels[0].chance == pytest.approx(0.5 * 0.7 * 0.45, abs=1e-9)
    assert told.levels[0].chance > bare.levels[0].chance
    assert [one.code for one in told.holdings] == [one.code for one in own]
