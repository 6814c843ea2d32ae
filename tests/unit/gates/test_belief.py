"""What the facts about a criterion add up to (method §1)."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.special import logit

from harehawk.engine.common import Grade, Statement
from harehawk.engine.gates.belief import explain, held
from harehawk.engine.gates.cases import Answer, Case, Fact
from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.questions import chance_of_yes

FUNDS = Criterion(code="funds_enough", gate=1, swing=3, prior=0.5)
LISTED = Criterion(code="shortlisted", gate=2, swing=0, prior=0.92, must=True)
YES, NO, NOT_KNOWN = Answer.YES, Answer.NO, Answer.NOT_KNOWN


def fact(answer, grade=Grade.FIRST_HAND, age_days=0, source="Li"):
    return Fact(
        criterion="funds_enough",
        answer=answer,
        said=Statement(source=source, grade=grade, age_days=age_days),
    )


facts = st.lists(
    st.builds(
        fact,
        answer=st.sampled_from(Answer),
        grade=st.sampled_from(Grade),
        age_days=st.integers(0, 400),
        source=st.sampled_from(["Li", "Wang", "Zhao", ""]),
    ),
    max_size=6,
)
LI_AND_WANG = [fact(YES), fact(NO, Grade.SECOND_HAND, 180, source="Wang")]


def test_worked_example_of_a_yes_and_an_old_no():
    believed = held(FUNDS, LI_AND_WANG)

    assert (believed.belief, believed.if_yes, believed.if_no) == pytest.approx(
        (0.716700, 0.842190, 0.438637), abs=5e-7
    )  # method §12.1
    three = np.array([[believed.belief], [believed.if_yes], [believed.if_no]])
    assert chance_of_yes(*three) == pytest.approx(0.689035, abs=5e-7)


def test_worked_examples_of_reports_and_of_one_source_that_speaks_twice():
    reports = [fact(YES, Grade.SECOND_HAND, source=name) for name in ("Li", "Wang", "Zhao")]
    record = fact(YES, Grade.RECORD, 90)

    assert held(FUNDS, reports).belief == pytest.approx(0.847877, abs=5e-7)  # method §12.1
    assert held(FUNDS, [record, fact(YES, Grade.GUESS)]).belief == pytest.approx(0.892669, abs=5e-7)
    assert held(FUNDS, [record, fact(NO)]).belief == pytest.approx(0.2)


def test_a_record_that_says_no_closes_a_must_which_a_later_record_opens_again():
    refused = held(LISTED, [fact(NO, Grade.RECORD)])
    admitted = held(LISTED, [fact(NO, Grade.RECORD, 9, "list"), fact(YES, Grade.RECORD, 0, "letter")])
    long_ago = held(LISTED, [fact(NO, Grade.RECORD, 181)])

    assert refused.belief == pytest.approx(0.365079, abs=5e-7)  # method §12.1
    assert refused.closed
    assert not admitted.closed
    assert not long_ago.closed


def test_a_must_that_hardly_anybody_believes_is_closed():
    doubtful = Criterion(code="qualified", gate=2, swing=2, prior=0.5, must=True)
    denials = [fact(NO, source=name) for name in ("Li", "Wang", "Zhao", "Sun", "Qian")]

    assert not held(doubtful, denials[:2]).closed
    assert held(doubtful, denials).belief <= 0.05
    assert held(doubtful, denials).closed
    assert not held(FUNDS, [fact(NO, Grade.RECORD)]).closed


def test_asked_and_not_known_halves_the_prior_until_somebody_knows_or_half_a_year_passes():
    in_vain = fact(NOT_KNOWN, source="Wang")

    assert held(FUNDS, [in_vain]).belief == 0.25
    assert held(FUNDS, [in_vain]).asked_not_known
    assert held(FUNDS, [fact(YES, age_days=181), in_vain]).asked_not_known
    assert held(FUNDS, [fact(YES, age_days=180), in_vain]).belief > 0.5
    assert held(FUNDS, [fact(NOT_KNOWN, age_days=181)]).belief == 0.5


def test_yes_and_no_of_similar_weight_are_a_conflict():
    assert held(FUNDS, [fact(YES), fact(NO, Grade.SECOND_HAND, source="Wang")]).conflict
    assert not held(FUNDS, [fact(YES, Grade.RECORD), fact(NO, Grade.SECOND_HAND, source="Wang")]).conflict
    assert not held(FUNDS, [fact(YES)]).conflict


@given(facts, st.sampled_from(Grade))
def test_a_yes_from_somebody_new_never_lowers_the_belief(said, grade):
    assume(not held(FUNDS, said).asked_not_known)  # then what was said long ago counts again

    assert held(FUNDS, [*said, fact(YES, grade, source="Sun")]).belief >= held(FUNDS, said).belief


@given(facts)
def test_evidence_fades_to_none(said):
    old = [fact(one.answer, one.said.grade, one.said.age_days + 20_000, one.said.source) for one in said]

    assert held(FUNDS, old).belief == pytest.approx(FUNDS.prior)


@given(facts)
def test_the_contributions_explain_the_belief(said):
    believed = held(FUNDS, said)
    shares = explain(Case(id="dam", facts=tuple(said)), "funds_enough")

    assert [one.fact for one in shares] == [one for one in said if one.answer is not NOT_KNOWN]
    if not believed.asked_not_known:
        total = logit(FUNDS.prior) + math.fsum(one.log_odds for one in shares)
        assert logit(believed.belief) == pytest.approx(min(max(total, logit(0.01)), logit(0.99)))
