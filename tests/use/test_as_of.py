"""An opportunity as it was known on a past day: facts by when they were learnt, the rest by what was written since."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.customers import actions as customers
from harehawk.apps.customers.models import Colleague, Customer, Person
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.opportunities import actions, queries
from harehawk.apps.opportunities.models import Need, Opportunity
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.organisation.group import Rule

pytestmark = pytest.mark.django_db
AGO = dt.timedelta(days=30)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def yesterday(today):
    return today - dt.timedelta(days=1)


@pytest.fixture
def tower(lin, today):
    """Founded a month ago, and written to since then as long ago as its entries say."""
    seat = Colleague.objects.create(key="Lin", name="Lin", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat, customer_class="key")
    number = actions.add_opportunity(
        actor=by(lin), name="Tower", customer=rail.pk, amount=Decimal(3_000_000), found_on=today - AGO
    )
    actions.add_row(actor=by(lin), opportunity=number, sheet="needs", need="fast")
    Entry.objects.update(at=timezone.now() - AGO)
    return Opportunity.objects.get(pk=number)


def by(user):
    return Actor(user=user, door=Door.PAGE)


def known(tower, day):
    return queries.book(None, [tower.pk], day)


def needs(tower, day):
    return [row.need for row in known(tower, day).needs]


def test_a_need_added_today_is_absent_yesterday(lin, tower, today, yesterday):
    actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="needs", need="quiet")

    assert needs(tower, today) == ["fast", "quiet"]
    assert needs(tower, yesterday) == ["fast"]


def test_a_need_removed_today_is_back_yesterday_as_it_was(lin, tower, today, yesterday):
    need = Need.objects.get()
    actions.change_row(actor=by(lin), opportunity=tower.pk, sheet="needs", row=need.pk, seen_version=1, need="faster")
    actions.remove_row(actor=by(lin), opportunity=tower.pk, sheet="needs", row=need.pk)

    assert needs(tower, today) == []
    assert needs(tower, yesterday) == ["fast"]


def test_an_amount_changed_today_is_the_old_one_yesterday(lin, tower, client, yesterday):
    actions.change_opportunity(actor=by(lin), opportunity=tower.pk, seen_version=1, amount=Decimal(9_000_000))
    client.force_login(lin)

    now = client.get(f"/opportunities/{tower.pk}/")
    then = client.get(f"/opportunities/{tower.pk}/", {"as_of": yesterday})

    assert "9M" in now.text
    assert "9M" not in then.text
    assert "3M" in then.text


def test_a_customer_is_of_the_class_it_was_of(lin, tower, today, yesterday):
    customers.change_customer(actor=by(lin), customer=tower.customer_id, seen_version=1, customer_class="strategic")

    assert [known(tower, day).customers[0].customer_class for day in (today, yesterday)] == ["strategic", "key"]


def test_a_body_has_the_members_it_had(lin, tower, today, yesterday):
    mei, tan = (Person.objects.create(key=name, name=name, customer=tower.customer) for name in ("Mei", "Tan"))
    board = {"order": 1, "name": "Board", "rule": Rule.VOTE, "members": [mei.pk]}
    number = actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="bodies", **board)
    Entry.objects.update(at=timezone.now() - AGO)
    actions.change_row(
        actor=by(lin), opportunity=tower.pk, sheet="bodies", row=number, seen_version=1, members=[mei.pk, tan.pk]
    )

    assert [known(tower, day).bodies[0].members for day in (today, yesterday)] == [("Mei", "Tan"), ("Mei",)]


def test_a_fact_counts_from_the_day_it_was_learnt_on_however_late_it_was_recorded(lin, tower, today, yesterday):
    told = {"criterion": "funds_enough", "answer": Answer.YES, "grade": Grade.FIRST_HAND, "source": "Mei"}
    actions.record_evidence(actor=by(lin), opportunity=tower.pk, **told, learned_on=yesterday)

    days = (today, yesterday, yesterday - dt.timedelta(days=1))
    counted = [len(queries.cases(None, [tower.pk], day).rows[0].facts) for day in days]

    assert counted == [1, 1, 0]


def test_a_rival_is_called_what_it_was_called_wherever_it_is_named(lin, tower, today, yesterday):
    rival = actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="rivals", rival="Heron")
    actions.set_factor(
        actor=by(lin), opportunity=tower.pk, rival="Heron", factor="price", advantage=1, learned_on=yesterday
    )
    Entry.objects.update(at=timezone.now() - AGO)
    actions.change_row(actor=by(lin), opportunity=tower.pk, sheet="rivals", row=rival, seen_version=1, rival="Egret")

    names = [
        [row.rival for row in (*book.rivals, *book.factors)] for book in (known(tower, yesterday), known(tower, today))
    ]

    assert names == [["Heron", "Heron"], ["Egret", "Egret"]]


def test_what_an_opportunity_was_founded_with_counts_since_it_was_found(chen, today):
    load_sample(actor=by(chen), language="en")
    deal = Opportunity.objects.get(key="linjiang-care")

    then = queries.book(None, [deal.pk], today - dt.timedelta(days=60))

    assert [row.amount for row in then.opportunities] == [float(deal.amount)]
    assert len(then.needs) == deal.needs.count()
    assert len(then.people) > 5


def test_a_past_day_takes_as_many_statements_for_many_opportunities_as_for_one(chen, yesterday):
    load_sample(actor=by(chen), language="en")
    numbers = list(Opportunity.objects.values_list("pk", flat=True))
    queries.book(None, numbers, yesterday)

    with CaptureQueriesContext(connection) as few:
        queries.book(None, numbers[:1], yesterday)
    with CaptureQueriesContext(connection) as many:
        queries.book(None, numbers, yesterday)

    assert len(few) == len(many) <= 6


def test_the_page_of_a_past_day_says_so_and_takes_nothing_in(lin, tower, client, yesterday):
    client.force_login(lin)

    page = client.get(f"/opportunities/{tower.pk}/", {"as_of": yesterday})

    assert f"As it was known on {yesterday}" in page.text
    assert page.context["page"].kept.writes is False
    assert page.context["page"].kept.edits is False
    assert f'href="/opportunities/{tower.pk}/explain/chance/?as_of={yesterday}"' in page.text


@pytest.mark.parametrize(
    ("day", "words"),
    [("2999-01-01", "That day has not come"), ("1999-01-01", "Nothing was known before"), ("soon", "Write the day")],
)
def test_a_day_of_which_nothing_is_known_is_refused_with_words(lin, tower, client, day, words):
    client.force_login(lin)

    page = client.get(f"/opportunities/{tower.pk}/", {"as_of": day})
    explained = client.get(f"/opportunities/{tower.pk}/explain/chance/", {"as_of": day})

    assert page.status_code == 422
    assert words in page.text
    assert explained.status_code == 404
