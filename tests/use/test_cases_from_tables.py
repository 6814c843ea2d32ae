"""What is stored is judged like the workbook it came from."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.opportunities import queries
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.book.cases import cases
from harehawk.book.sample import sample
from harehawk.engine.gates.judge import judge
from harehawk.wording.record import figures

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(chen):
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")
    return list(Opportunity.objects.values_list("pk", flat=True))


def numbers(judgement):
    return json.loads(json.dumps(figures(judgement)))


def close(one, other):
    """The same to nine digits: how sums are rounded depends on where their numbers lie in memory."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(close(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(close, one, other))
    return one == pytest.approx(other, rel=1e-9, abs=1e-9) if isinstance(one, float) else one == other


def test_both_producers_of_cases_agree_on_every_case_and_judgement_of_the_sample(stored):
    today = timezone.localdate()

    from_book, from_tables = cases(sample("en", today), today), queries.cases(None, stored, today)

    order = {case.id: place for place, case in enumerate(from_book.rows)}
    rows = sorted(from_tables.rows, key=lambda case: order[case.id])
    assert rows == list(from_book.rows)
    judged = {one.case: one for one in judge(from_tables)}
    assert [one.case for one in judge(from_book) if not close(numbers(one), numbers(judged[one.case]))] == []


def test_the_number_of_statements_does_not_grow_with_the_opportunities(stored):
    today = timezone.localdate()
    queries.cases(None, stored, today)

    with CaptureQueriesContext(connection) as few:
        queries.cases(None, stored[:1], today)
    with CaptureQueriesContext(connection) as many:
        queries.cases(None, stored, today)

    assert len(few) == len(many) <= 7


def test_what_is_kept_is_what_the_engine_says_today(stored):
    kept = {row.opportunity.key: row for row in Judgement.objects.filter(latest=True).select_related("opportunity")}

    judged = judge(queries.cases(None, stored, timezone.localdate()))

    assert kept.keys() == {one.case for one in judged}
    for one in judged:
        assert kept[one.case].verdict == one.verdict
        assert kept[one.case].chance == pytest.approx(one.chance.point)
        assert kept[one.case].expected_value == pytest.approx(one.expected_value.point)


def test_somebody_gets_no_case_of_what_is_not_his(stored, zhao):
    assert queries.cases(zhao, stored, timezone.localdate()).rows == ()
