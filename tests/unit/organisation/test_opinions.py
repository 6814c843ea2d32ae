"""What people end up thinking when they listen to each other (method §3)."""

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harehawk.engine.organisation.group import Influence, Member, Role
from harehawk.engine.organisation.opinions import listening, settled, susceptibility

MANAGER = Member(id="manager", roles=frozenset({Role.DECIDER}), rank=1)
TECHNOLOGY = Member(id="technology", roles=frozenset({Role.TECHNICAL_EVALUATOR}), rank=2)
FINANCE = Member(id="finance", roles=frozenset({Role.FINANCIAL_EVALUATOR}), rank=2)
people = st.lists(
    st.tuples(
        st.frozensets(st.sampled_from(Role), max_size=2), st.none() | st.integers(1, 5), st.sampled_from(["", "A", "B"])
    ),
    min_size=1,
    max_size=9,
)


def settle(members, influence=()):
    return settled(members, listening(members, influence))


def test_worked_example_of_three_who_hear_each_other():
    influence = [
        Influence(listener="manager", speaker="technology", strength=3),
        Influence(listener="manager", speaker="finance", strength=2),
    ]

    opinions = settle(
        [MANAGER, TECHNOLOGY, FINANCE],
        influence + [Influence(listener=one, speaker="manager", strength=1) for one in ("technology", "finance")],
    )

    expected = [[0.75, 0.15, 0.10], [0.375, 0.575, 0.05], [0.375, 0.075, 0.55]]
    assert opinions == pytest.approx(np.array(expected))  # method §12.5
    assert opinions @ [0, 1, -1] == pytest.approx([0.05, 0.525, -0.475])
    assert opinions @ [0, 1, 0] == pytest.approx([0.15, 0.575, 0.075])


def test_people_without_known_influences_listen_up_the_ranks_and_less_across_sites():
    clerk = Member(id="clerk", rank=4, site="Wuhan")
    stranger = Member(id="stranger")
    chief = Member(id="chief", rank=1, site="Beijing")
    deputy = Member(id="deputy", rank=3, site="Wuhan")

    heard = listening([chief, deputy, clerk, stranger], [])

    assert heard[2] == pytest.approx(np.array([3 / 3, 2, 0, 1]) / 4)
    assert heard[3] == pytest.approx(np.array([3, 2, 1, 0]) / 6)


def test_of_two_facts_about_one_pair_the_later_holds():
    influence = [
        Influence(listener="manager", speaker="finance", strength=2),
        Influence(listener="manager", speaker="technology", strength=1),
        Influence(listener="manager", speaker="technology", strength=2),
    ]

    assert listening([MANAGER, TECHNOLOGY, FINANCE], influence)[0] == pytest.approx([0, 0.5, 0.5])


def test_somebody_alone_keeps_their_own_mind():
    assert settle([MANAGER]) == pytest.approx(np.ones((1, 1)))


def test_somebody_of_several_roles_is_moved_by_the_least_of_them():
    assert susceptibility(Member(id="Wu", roles=frozenset({Role.USER, Role.COACH, Role.APPROVER}))) == 0.3


@given(people)
def test_opinions_are_shares_of_stances(drawn):
    opinions = settle([Member(id=str(i), roles=r, rank=k, site=s) for i, (r, k, s) in enumerate(drawn)])

    assert (opinions >= 0).all()
    assert opinions.sum(axis=1) == pytest.approx(np.ones(len(drawn)))


@pytest.fixture(scope="module")
def managers(shared_data):
    """21 managers of one company, and who asks whom for advice (Krackhardt 1987)."""
    with (shared_data / "krackhardt_hightech_managers.csv").open() as file:
        members = [Member(id=row["id"], rank=int(row["level"])) for row in csv.DictReader(file)]
    with (shared_data / "krackhardt_hightech_edges.csv").open() as file:
        advice = [
            Influence(listener=row["source"], speaker=row["target"], strength=2)
            for row in csv.DictReader(file)
            if row["relation"] == "advice"
        ]
    return members, advice


def test_advice_and_not_rank_shows_who_leads_a_real_company(managers):
    members, advice = managers

    power = settle(members, advice)[[member.rank <= 2 for member in members]].mean(axis=0)

    assert [members[i].id for i in np.argsort(-power)[:4]] == ["21", "7", "2", "18"]  # method §11.5


def test_the_default_influence_gets_the_leaning_of_a_real_company_right(managers):
    members, advice = managers
    deciders = [member.rank <= 2 for member in members]
    stances = np.random.default_rng(21).integers(-1, 2, (21, 2000))

    real, assumed = (settle(members, edges)[deciders].mean(axis=0) @ stances for edges in (advice, ()))

    assert (np.sign(real) == np.sign(assumed)).mean() >= 0.92  # method §11.5: seen .931–.942


def test_solving_is_the_same_as_talking_it_over_until_nothing_moves(managers):
    members, advice = managers
    heard = listening(members, advice)
    stances = np.random.default_rng(21).integers(-1, 2, (21, 50)).astype(float)

    opinions = stances
    for _ in range(100):
        opinions = 0.5 * heard @ opinions + 0.5 * stances

    assert settled(members, heard) @ stances == pytest.approx(opinions, abs=1e-9)  # method §11.5
