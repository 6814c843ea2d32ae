"""The list: everybody's own, sorted and filtered by what he may read, in few statements however long it is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.listed import list_again
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.apps.opportunities.problems import OpportunityNotFound
from harehawk.apps.opportunities.queries import Wish, deal, entries, judgements, listing
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 15
SORTS = ("expected_value", "chance", "confidence", "worth", "name", "customer", "amount", "expected_signature")


@pytest.fixture
def colleague(chen):
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")
    return lambda name: User.objects.get(email=f"{name}@yingye.example")


@pytest.fixture
def qian(person):
    return person("Qian", "operations")


def many(count):
    first = Opportunity.objects.first()
    Opportunity.objects.bulk_create(
        Opportunity(key=f"more-{n}", name=f"More {n}", customer=first.customer, owner=first.owner) for n in range(count)
    )


@pytest.mark.parametrize("sort", SORTS)
def test_fifty_of_many_take_few_statements_and_no_more_than_a_few(colleague, sort):
    wang = colleague("guan-zhiheng")
    with CaptureQueriesContext(connection) as few:
        listing(wang, Wish(sort=sort))
    many(200)

    with CaptureQueriesContext(connection) as more:
        found = listing(wang, Wish(sort=sort))

    assert (len(found.rows), found.total, found.pages) == (50, 215, 5)
    assert len(more) <= max(len(few), MOST_STATEMENTS) <= MOST_STATEMENTS


def test_pages_hold_everything_once(colleague):
    many(120)
    director = colleague("guan-zhiheng")

    numbers = [row.number for page in (1, 2, 3) for row in listing(director, Wish(page=page)).rows]

    assert len(numbers) == len(set(numbers)) == Opportunity.objects.open().count()


def test_most_expected_value_comes_first(colleague):
    rows = listing(colleague("guan-zhiheng"), Wish()).rows

    values = [row.judged.expected_value for row in rows]
    assert values == sorted(values, reverse=True)


def test_sales_operations_see_names_and_decisions_only(colleague, qian):
    rows = listing(qian, Wish()).rows

    assert len(rows) == Opportunity.objects.open().count()
    assert all(row.judged is None for row in rows)
    assert any(row.decision for row in rows)


@pytest.mark.parametrize("wish", [Wish(sort=sort) for sort in SORTS] + [Wish(verdict="pursue"), Wish(failing_gate=1)])
def test_secrets_turned_around_change_neither_order_nor_count_for_who_may_not_read_them(colleague, qian, wish):
    before = listing(qian, wish)
    for row in Judgement.objects.filter(latest=True):
        row.expected_value, row.chance, row.verdict = -row.expected_value, 1 - row.chance, "abandon"
        row.save()
    list_again(Opportunity.objects.all())

    assert listing(qian, wish) == before


def test_a_filter_by_verdict_finds_what_one_may_read(colleague):
    lin = colleague("lin-xiaolan")

    rows = listing(lin, Wish(verdict="pursue")).rows

    assert rows
    assert all(row.judged.verdict == "pursue" and row.owner_name == "Lin Xiaolan" for row in rows)


def test_one_opportunity_shows_its_fields_by_who_reads_it(colleague, qian, zhao):
    lin = colleague("lin-xiaolan")
    number = listing(lin, Wish()).rows[0].number

    assert "margin" in deal(lin, number).fields
    assert deal(lin, number).judged
    assert "margin" not in deal(qian, number).fields
    assert deal(qian, number).judged is None
    with pytest.raises(OpportunityNotFound):
        deal(zhao, number)


def test_history_tells_who_wrote_what_and_hides_what_is_secret(colleague, qian):
    lin = colleague("lin-xiaolan")
    number = listing(lin, Wish()).rows[0].number
    actions.record_evidence(
        actor=Actor(user=lin, door=Door.PAGE), opportunity=number, criterion="funds_enough", answer=Answer.YES,
        grade=Grade.RECORD, source="Approval", learned_on=timezone.localdate(),
    )  # fmt: skip

    latest = entries(lin, number)[0]

    assert (latest.who, latest.act, latest.sheet) == ("Lin Xiaolan", "add", "evidence")
    assert latest.after["source"] == "Approval"
    assert {one.sheet for one in entries(qian, number)} <= {"opportunities", "decisions", "outcomes", "signals"}
    assert len(judgements(lin, number)) == 2
    assert judgements(qian, number) == ()
