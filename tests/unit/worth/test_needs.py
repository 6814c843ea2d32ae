"""Whether every must-have need is met in time (method §5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harehawk.engine.worth.deal import Fit, Need
from harehawk.engine.worth.needs import needs_belief, open_needs

PRIOR = 0.9
needs = st.lists(
    st.builds(
        Need,
        id=st.uuids().map(str),
        fit=st.none() | st.sampled_from(Fit),
        provider=st.sampled_from(["", "Huaxin", "Lan"]),
        late=st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def test_worked_example_of_six_needs_from_four_sources():
    listed = [
        Need(id="historian", fit=Fit.OWN),
        Need(id="reports", fit=Fit.OWN, late=True),
        Need(id="pumps", fit=Fit.PARTNER, provider="Huaxin"),
        Need(id="valves", fit=Fit.PARTNER, provider="Huaxin"),
        Need(id="servers", fit=Fit.BUY, provider="Lan"),
        Need(id="audit", fit=Fit.NOT_KNOWN),
    ]

    assert needs_belief(listed, PRIOR) == pytest.approx(0.1197)  # method §12.1


def test_without_needs_nothing_is_derived():
    assert needs_belief([], PRIOR) is None


def test_only_a_need_that_nobody_asked_about_is_open_to_a_question():
    listed = [Need(id="scada", fit=Fit.OWN), Need(id="audit", fit=Fit.NOT_KNOWN), Need(id="cloud")]

    assert [each.need for each in open_needs(listed, PRIOR)] == ["cloud"]


@given(needs)
def test_asking_about_a_need_changes_nothing_on_average(listed):
    belief = needs_belief(listed, PRIOR)

    for each in open_needs(listed, PRIOR):
        assert each.chance_yes * each.if_yes + (1 - each.chance_yes) * each.if_no == pytest.approx(belief)


@given(needs, st.randoms(use_true_random=False))
def test_the_order_of_needs_changes_nothing(listed, order):
    mixed = list(listed)
    order.shuffle(mixed)

    assert needs_belief(mixed, PRIOR) == pytest.approx(needs_belief(listed, PRIOR), abs=1e-15)


@given(needs)
def test_one_more_need_never_helps(listed):
    assert needs_belief([*listed, Need(id="one more")], PRIOR) <= needs_belief(listed, PRIOR)
