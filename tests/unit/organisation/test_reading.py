"""Reading a buying group: support, power, steps, and the lead over rivals (method §3, §4)."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harehawk.engine.common import Grade, Party, Statement
from harehawk.engine.organisation.group import Body, Group, Influence, Member, Role, Rule, Stance, Tie
from harehawk.engine.organisation.reading import chance_of_support, lead, read, step_hours, with_answer
from harehawk.engine.organisation.rules import odds_against
from harehawk.engine.organisation.stances import distribution, mean

TODAY = np.zeros(1)
MANAGER = Member(id="manager", roles=frozenset({Role.DECIDER}), rank=1, closeness=1)
TECHNOLOGY = Member(id="technology", roles=frozenset({Role.TECHNICAL_EVALUATOR}), rank=2, closeness=2)
FINANCE = Member(id="finance", roles=frozenset({Role.FINANCIAL_EVALUATOR}), rank=3, closeness=2)
CHAIN = (
    Body(id="technology", rule=Rule.DECIDER, members=("technology",)),
    Body(id="all", rule=Rule.VOTE, members=("manager", "technology", "finance")),
    Body(id="manager", rule=Rule.DECIDER, members=("manager",)),
)
GROUP = Group(
    members=(MANAGER, TECHNOLOGY, FINANCE),
    rule=Rule.DECIDER,
    bodies=CHAIN,
    influence=(
        Influence(listener="manager", speaker="technology", strength=3),
        Influence(listener="manager", speaker="finance", strength=2),
        Influence(listener="technology", speaker="manager", strength=1),
        Influence(listener="finance", speaker="manager", strength=1),
    ),
)


def said(grade=Grade.FIRST_HAND, age_days=0, source="Li"):
    return Statement(source=source, grade=grade, age_days=age_days)


def stance(member, value, party=Party.US, **words):
    return Stance(member=member, party=party, value=value, said=said(**words))


def reading(group=GROUP, *, rivals=(), state_or_public=False, **changes):
    return read(dataclasses.replace(group, **changes), state_or_public=state_or_public, rivals=rivals)


rules = st.sampled_from(Rule)
stances = st.lists(
    st.builds(
        stance,
        member=st.sampled_from(["manager", "technology", "finance"]),
        value=st.sampled_from([-1, 0, 1]),
        party=st.sampled_from([Party.US, "Qiming"]),
        grade=st.sampled_from(Grade),
        age_days=st.integers(0, 400),
        source=st.sampled_from(["Li", "Wang", "Zhao"]),
    ),
    max_size=6,
)


def certain(read_group, *stances):
    """Group support at stances that are certain."""
    sure = np.array(stances, dtype=float)[:, None]
    return [council.support(odds_against(council.rows @ sure))[0] for council in read_group.councils]


def powers(read_group):
    by_person = {weight.person: weight.power for weight in read_group.power}
    return [by_person[member.id] for member in read_group.members if member.id]


@pytest.mark.parametrize(
    ("rule", "mixed", "calm"),
    [
        (Rule.DECIDER, [0.549834], [0.645656]),
        (Rule.VOTE, [0.549834], [0.805621]),
        (Rule.CONSENSUS, [0.464907], [0.834713]),
        (Rule.CHAIN, [0.890903, 0.549834, 0.549834], [0.908877, 0.805621, 0.645656]),
    ],
)
def test_worked_example_of_each_decision_rule(rule, mixed, calm):
    group = reading(rule=rule)

    assert certain(group, 0, 1, -1) == pytest.approx(mixed, abs=5e-7)  # method §12.5
    assert certain(group, 0, 1, 0) == pytest.approx(calm, abs=5e-7)


def test_worked_example_of_a_chain_in_all():
    assert np.prod(certain(reading(rule=Rule.CHAIN), 0, 1, -1)) == pytest.approx(0.269336, abs=5e-7)
    assert np.prod(certain(reading(rule=Rule.CHAIN), 0, 1, 0)) == pytest.approx(0.472756, abs=5e-7)


@pytest.mark.parametrize(
    ("rule", "power"),
    [
        (Rule.DECIDER, [0.75, 0.15, 0.10]),
        (Rule.VOTE, [0.5, 0.266667, 0.233333]),
        (Rule.CONSENSUS, [0.5, 0.266667, 0.233333]),
        (Rule.CHAIN, [0.541667, 0.330556, 0.127778]),
    ],
)
def test_worked_example_of_power_under_each_rule(rule, power):
    assert powers(reading(rule=rule)) == pytest.approx(power, abs=5e-7)  # method §12.5


@pytest.mark.parametrize(
    ("value", "words", "chances"),
    [
        (1, {}, (0.111111, 0.444444, 0.444444)),
        (1, {"grade": Grade.SECOND_HAND, "age_days": 90}, (0.196232, 0.493498, 0.310270)),
        (0, {}, (0.166667, 0.666667, 0.166667)),
    ],
)
def test_worked_example_of_what_one_word_says_of_a_stance(value, words, chances):
    assert distribution([(value, said(**words))]) == pytest.approx(chances, abs=5e-7)  # method §12.5


def test_worked_example_of_a_group_of_whom_nothing_is_known():
    group = reading()

    assert group.support.point == pytest.approx(0.497942, abs=5e-7)  # method §12.5
    assert (group.support.low, group.support.high) == pytest.approx((0.032295, 0.973403), abs=5e-7)
    assert {step.person: step.gain for step in group.steps} == pytest.approx(
        {"manager": 0.312435, "technology": 0.056399, "finance": 0.037691}, abs=5e-7
    )


@pytest.mark.parametrize(("closeness", "oppose", "hours"), [(1, 0, 16), (2, 0, 8), (2, 1, 16), (0, 0.25, 40)])
def test_a_step_takes_longer_with_people_who_are_far_from_us_or_against_us(closeness, oppose, hours):
    assert step_hours(closeness, oppose) == hours  # method §12.5


def test_worked_example_of_the_lead_over_a_rival_with_a_tie():
    group = reading(
        rivals=["Qiming"],
        stances=(stance("technology", 1),),
        ties=(Tie(member="finance", rival="Qiming", closeness=2, age_days=45),),
    )

    lead_over, spread, own = lead(group, TODAY)

    assert lead_over[0, 0] + 1.4 * (0.27 - 0.20) == pytest.approx(0.131942, abs=5e-7)  # method §12.16
    unknown_factors = 1.96 * (0.20**2 + 0.13**2 + 0.13**2 + 0.07**2)
    assert np.sqrt(unknown_factors + spread[0, 0]) == pytest.approx(0.864797, abs=5e-7)
    assert own == pytest.approx([0.15 * 1 / 3])


def test_a_weak_tie_says_nothing():
    weak = reading(rivals=["Qiming"], ties=(Tie(member="finance", rival="Qiming", closeness=1, age_days=0),))

    assert lead(weak, TODAY)[0] == pytest.approx(0)


def test_a_better_mood_helps_us_and_no_rival():
    group = reading(rivals=["Qiming"])

    lead_over, _, own = lead(group, np.array([-0.8, 0.0, 0.8]))

    assert (np.diff(own) > 0).all()
    assert lead_over[0] == pytest.approx(own)


@pytest.mark.parametrize(
    ("state_or_public", "bodies", "rule"),
    [(True, CHAIN, Rule.CHAIN), (True, (), Rule.DECIDER), (False, CHAIN, Rule.DECIDER)],
)
def test_a_rule_nobody_entered_is_that_of_the_customer_type(state_or_public, bodies, rule):
    group = reading(rule=None, bodies=bodies, state_or_public=state_or_public)

    assert (group.rule, group.rule_assumed) == (rule, True)


def test_where_nobody_is_named_as_decider_somebody_unknown_decides():
    group = reading(members=(TECHNOLOGY, FINANCE), influence=())

    assert [member.roles for member in group.members if not member.id] == [{Role.DECIDER}]
    assert group.row.argmax() == 2
    assert sum(powers(group)) < 0.5


def test_several_deciders_decide_by_their_mean_opinion():
    both = (MANAGER, dataclasses.replace(TECHNOLOGY, roles=frozenset({Role.DECIDER})), FINANCE)

    group = reading(members=both)

    assert group.row == pytest.approx(group.opinions[:2].mean(axis=0))


def test_unnamed_experts_vote_as_people_of_whom_nothing_is_known():
    experts = Body(id="experts", rule=Rule.VOTE, members=("technology",), unnamed=4)

    group = reading(rule=Rule.CHAIN, bodies=(experts,), stances=(stance("technology", 1),))

    assert len(group.members) == 7
    assert {weight.person for weight in group.power} == {"manager", "technology", "finance"}
    assert {step.person for step in group.steps} <= {"manager", "technology", "finance"}
    assert group.councils[0].share == pytest.approx(np.full(5, 0.2))


def test_a_chain_is_reckoned_by_its_least_favourable_body():
    group = reading(rule=Rule.CHAIN, stances=(stance("technology", -1), stance("finance", 1)))

    assert group.row == pytest.approx(group.opinions[1])  # technology decides the first step


def test_a_consensus_is_reckoned_by_its_least_favourable_member():
    group = reading(rule=Rule.CONSENSUS, stances=(stance("finance", -1),))

    assert group.row == pytest.approx(group.opinions[2])


def test_a_person_out_of_reach_counts_but_is_in_no_step_and_carries_no_stance():
    away = (MANAGER, dataclasses.replace(TECHNOLOGY, reachable=False), FINANCE)
    words = {
        "stances": (stance("technology", 1),),
        "ties": (Tie(member="technology", rival="R", closeness=3, age_days=0),),
    }

    group = reading(members=away, rivals=["R"], **words)

    assert {step.person for step in group.steps} == {"manager", "finance"}
    assert group.us[1] == pytest.approx([0.25, 0.5, 0.25])
    assert group.rivals[0, 1] == pytest.approx([0.25, 0.5, 0.25])
    assert powers(group) == pytest.approx([0.75, 0.15, 0.10])


@given(rules, stances, st.sampled_from(["manager", "technology", "finance"]), st.sampled_from([Party.US, "Qiming"]))
def test_an_answer_about_a_stance_keeps_its_mean(rule, words, member, party):
    group = reading(rule=rule, rivals=["Qiming"], stances=words)
    place = [one.id for one in group.members].index(member)

    def attitude(of):
        return mean(of.us if party == Party.US else of.rivals[0])[place]

    chance = chance_of_support(group, member, party)
    yes, no = (attitude(with_answer(group, member, party, value)) for value in (1, -1))

    assert 0 < chance < 1
    assert no < attitude(group) < yes
    assert chance * yes + (1 - chance) * no == pytest.approx(attitude(group))


def test_an_answer_is_the_same_as_one_more_first_hand_source():
    answered = with_answer(reading(rule=Rule.CONSENSUS), "finance", Party.US, -1)
    told = reading(rule=Rule.CONSENSUS, stances=(stance("finance", -1, source="somebody new"),))

    assert answered.us == pytest.approx(told.us)
    assert answered.row == pytest.approx(told.row)


@given(rules, stances, st.sampled_from([MANAGER, TECHNOLOGY, FINANCE]))
def test_one_more_supporter_never_lowers_group_support(rule, words, member):
    before = reading(rule=rule, stances=words)
    after = reading(rule=rule, stances=[*words, stance(member.id, 1, source="somebody new")])

    assert after.support.point >= before.support.point - 1e-12
    assert after.support.low >= before.support.low - 1e-12


@given(rules, stances)
def test_new_names_change_nothing(rule, words):
    new = {"manager": "c", "technology": "a", "finance": "b"}
    renamed = Group(
        members=tuple(dataclasses.replace(member, id=new[member.id]) for member in GROUP.members),
        rule=rule,
        bodies=tuple(
            dataclasses.replace(body, members=tuple(new[member] for member in body.members)) for body in CHAIN
        ),
        influence=tuple(
            dataclasses.replace(edge, listener=new[edge.listener], speaker=new[edge.speaker])
            for edge in GROUP.influence
        ),
        stances=tuple(dataclasses.replace(one, member=new[one.member]) for one in words),
    )

    before, after = reading(rule=rule, stances=words), reading(renamed)

    assert after.support == before.support
    assert {(new[step.person], step.gain) for step in before.steps} == {
        (step.person, step.gain) for step in after.steps
    }
    assert powers(after) == powers(before)


@given(rules, stances, st.permutations(range(3)))
def test_the_order_in_which_people_are_entered_moves_neither_power_nor_lead(rule, words, order):
    before = reading(rule=rule, stances=words, rivals=["Qiming"])
    after = reading(rule=rule, stances=words, rivals=["Qiming"], members=[GROUP.members[i] for i in order])

    assert {w.person: w.power for w in after.power} == pytest.approx({w.person: w.power for w in before.power})
    for one, other in zip(lead(before, TODAY), lead(after, TODAY), strict=True):
        assert one == pytest.approx(other, abs=1e-12)


@given(stances)
def test_what_was_said_long_ago_says_nothing(words):
    old = [dataclasses.replace(one, said=said(one.said.grade, 20_000, one.said.source)) for one in words]

    assert reading(stances=old).us == pytest.approx(reading().us)


@given(rules, stances)
def test_no_step_loses_support_and_the_best_stand_first(rule, words):
    steps = reading(rule=rule, stances=words).steps

    assert all(step.gain > 0 for step in steps)
    gains = [step.gain / step.hours for step in steps]
    assert gains == sorted(gains, reverse=True)


@given(stances, st.lists(st.floats(-3, 3), min_size=1, max_size=5))
def test_a_batch_of_moods_is_the_moods_alone(words, moods):
    group = reading(stances=words, rivals=["Qiming"])

    together = lead(group, np.array(moods))

    for i, mood in enumerate(moods):
        for whole, alone in zip(together, lead(group, np.array([mood])), strict=True):
            assert whole[..., i] == pytest.approx(alone[..., 0], abs=1e-12)


def test_a_body_without_anybody_is_refused():
    with pytest.raises(ValueError, match="nobody sits in body 'board'"):
        Body(id="board", rule=Rule.VOTE, members=())


def test_a_chain_without_bodies_is_refused():
    with pytest.raises(ValueError, match="a chain needs its bodies"):
        reading(rule=Rule.CHAIN, bodies=())
