"""What a statement weighs beside the others (method §1)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harehawk.engine.common import ANSWER, HALF_LIFE_DAYS, Grade, Statement, heard, together

YES, NO = 1, 0
words = st.lists(
    st.tuples(
        st.sampled_from([YES, NO]),
        st.builds(
            Statement,
            source=st.sampled_from(["Li", "Wang", "Zhao", ""]),
            grade=st.sampled_from(Grade),
            age_days=st.integers(0, 1000),
        ),
    ),
    max_size=8,
)


def said(source: str, grade: Grade, age_days: int = 0) -> Statement:
    return Statement(source=source, grade=grade, age_days=age_days)


def nats(*facts: tuple[int, Statement]) -> float:
    spoken = heard([value for value, _ in facts], [one for _, one in facts], HALF_LIFE_DAYS)
    return together(spoken[YES].values()) - together(spoken[NO].values())


def test_worked_example_of_a_yes_and_an_old_no():
    assert nats((YES, said("Li", Grade.FIRST_HAND)), (NO, said("Wang", Grade.SECOND_HAND, 180))) == pytest.approx(
        0.928149, abs=5e-7
    )  # method §12.1


def test_worked_example_of_three_reports_that_do_not_count_as_three():
    reports = [(YES, said(name, Grade.SECOND_HAND)) for name in ("Li", "Wang", "Zhao")]

    assert nats(*reports) == pytest.approx(1.718045, abs=5e-7)  # method §12.1


def test_worked_examples_of_one_source_that_speaks_twice():
    record = (YES, said("Li", Grade.RECORD, 90))

    assert nats(record, (YES, said("Li", Grade.GUESS))) == pytest.approx(2.118303, abs=5e-7)  # method §12.1
    assert nats(record, (NO, said("Li", Grade.FIRST_HAND))) == pytest.approx(-math.log(4))  # method §12.1


def test_of_two_words_of_the_same_day_the_one_recorded_last_holds():
    assert nats((YES, said("Li", Grade.GUESS)), (NO, said("Li", Grade.GUESS))) < 0
    assert nats((NO, said("Li", Grade.GUESS)), (YES, said("Li", Grade.GUESS))) > 0


def test_somebody_who_repeats_himself_adds_nothing():
    once = (YES, said("Li", Grade.FIRST_HAND))

    assert nats(once, once, once) == nats(once)


@given(words, st.randoms(use_true_random=False))
def test_the_order_of_different_sources_changes_nothing(facts, order):
    one_each = list({one.source: (value, one) for value, one in facts}.values())
    mixed = list(one_each)
    order.shuffle(mixed)

    assert nats(*mixed) == nats(*one_each)


@given(words)
def test_a_new_source_that_says_yes_never_lowers_the_weight(facts):
    assert nats(*facts, (YES, ANSWER)) >= nats(*facts)


@given(words)
def test_what_was_said_long_ago_weighs_nothing(facts):
    old = [(value, said(one.source, one.grade, one.age_days + 20_000)) for value, one in facts]

    assert abs(nats(*old)) < 1e-20
