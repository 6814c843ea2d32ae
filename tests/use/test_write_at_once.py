"""Eight people write at once, on either database: nobody's write is lost, nobody waits in vain."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.models import Judgement, Need, Opportunity

PEOPLE, TIMES = 8, 100


@pytest.fixture
def deal(transactional_db):
    seat = Colleague.objects.create(key="Lin", name="Lin")
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat, importance=0)
    return Opportunity.objects.create(key="Tower", name="Tower", customer=rail, owner=seat, quota=0)


def at_once(act, times):
    def person(who):
        try:
            for time in range(times):
                act(who, time)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(person, range(PEOPLE)))


@pytest.mark.slow
def test_of_800_counts_read_and_written_none_is_lost(deal):
    def count(who, time):
        with transaction.atomic():
            row = Opportunity.objects.select_for_update().get(pk=deal.pk)
            log.change(Actor(user=None, door=Door.PAGE), row, row.version, quota=row.quota + 1)

    at_once(count, TIMES)

    deal.refresh_from_db()
    assert (deal.quota, deal.version) == (PEOPLE * TIMES, 1 + PEOPLE * TIMES)
    assert Entry.objects.count() == PEOPLE * TIMES


def test_what_eight_people_record_of_one_opportunity_is_all_in_its_last_judgement(deal):
    def need(who, time):
        actions.add_row(
            actor=Actor(user=None, door=Door.PAGE), opportunity=deal.pk, sheet="needs", need=f"{who} {time}", fit="own"
        )

    at_once(need, 5)

    assert Need.objects.count() == PEOPLE * 5
    last = Judgement.objects.get(opportunity=deal, latest=True)
    assert last.cause == Entry.objects.latest("pk").pk
    assert Judgement.objects.filter(opportunity=deal).count() == PEOPLE * 5
