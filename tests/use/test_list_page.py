"""The page of the opportunities that are kept: everybody finds theirs, in the order and with the columns they want."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.opportunities.listed import list_again
from harehawk.apps.opportunities.models import Judgement, Opportunity

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 15


@pytest.fixture
def sample(chen):
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")


@pytest.fixture
def as_(client, sample):
    """Signs somebody of the sample in."""

    def sign_in(name):
        client.force_login(User.objects.get(email=f"{name}@yingye.example"))
        return client

    return sign_in


def names(page):
    """Of the opportunities on a page, from above."""
    return re.findall(r'<th scope="row"[^>]*><a [^>]*><b>.*?</b> <span class="muted">(.*?)</span>', page.text)


@pytest.fixture
def many():
    """Adds opportunities that are judged like one there is."""

    def add(mark, count):
        first = Opportunity.objects.filter(outcomes=None).first()
        like = Judgement.objects.get(opportunity=first, latest=True)
        fields = {one.attname: getattr(like, one.attname) for one in Judgement._meta.fields if not one.primary_key}
        rows = Opportunity.objects.bulk_create(
            Opportunity(key=f"{mark}-{n}", name=f"{mark} {n}", customer=first.customer, owner=first.owner)
            for n in range(count)
        )
        Judgement.objects.bulk_create(Judgement(**fields | {"opportunity_id": row.pk}) for row in rows)
        list_again(Opportunity.objects.all())

    return add


@pytest.mark.parametrize("asked", ["", "?sort=customer", "?closed=1", "?verdict=probe&q=e&show=owner&show=question"])
def test_a_page_takes_as_few_statements_for_500_as_for_60(as_, many, asked):
    browser = as_("guan-zhiheng")
    taken = []
    for mark, count in (("Tower", 45), ("Bridge", 440)):
        many(mark, count)
        with CaptureQueriesContext(connection) as statements:
            assert browser.get(f"/opportunities/{asked}").status_code == 200
        taken.append(len(statements))

    assert max(taken) <= MOST_STATEMENTS
    assert taken[1] <= taken[0] + 1  # more than a page is counted


def test_fifty_stand_on_a_page_and_the_next_fifty_on_the_next(as_, many):
    many("Tower", 100)
    browser = as_("guan-zhiheng")

    first = browser.get("/opportunities/?q=tower&sort=name")
    third = browser.get("/opportunities/?q=tower&sort=name&page=2")

    assert "1 to 50 of 100" in first.text
    assert "51 to 100 of 100" in third.text
    assert not set(names(first)) & set(names(third))
    assert "page=2" in first.text
    assert "q=tower" in re.search(r'rel="next" href="([^"]*)"', first.text)[1]


def test_the_sentence_adds_up_what_its_reader_may_read(as_):
    lin = as_("lin-xiaolan").get("/opportunities/")
    everything = as_("guan-zhiheng").get("/opportunities/")

    assert "Pursue" in lin.text
    told = [int(re.search(r"Pursue (\d+):", page.text)[1]) for page in (lin, everything)]
    assert (
        told[0] < told[1] == Judgement.objects.filter(latest=True, verdict="pursue", opportunity__outcomes=None).count()
    )


def test_what_stopping_saves_is_of_those_that_would_lose_and_of_the_rest_what_is_broken_is_said(as_):
    browser = as_("guan-zhiheng")
    stopped = Opportunity.objects.open().filter(verdict="abandon")
    all_of_them = stopped.count()

    stopped.update(expected_value=-1_000_000 / all_of_them)
    every = browser.get("/opportunities/").text
    stopped.filter(pk__in=[one.pk for one in stopped[:2]]).update(expected_value=9_000_000)
    some = browser.get("/opportunities/").text
    stopped.update(expected_value=9_000_000)
    none = browser.get("/opportunities/").text

    assert f"Stop {all_of_them}: going on would lose about 1M." in every
    assert f"Stop {all_of_them}: going on with {all_of_them - 2} of them would lose about" in some
    assert "and in the other 2 a limit or a must is broken." in some
    assert f"Stop {all_of_them}: a limit or a must is broken." in none


def test_a_head_sorts_by_its_column_and_once_more_the_other_way_round(as_):
    browser = as_("guan-zhiheng")

    up = browser.get("/opportunities/?sort=customer")
    down = browser.get("/opportunities/?sort=-customer")

    assert 'aria-sort="ascending"><a href="?sort=-customer"' in up.text
    assert 'aria-sort="descending"><a href="?sort=customer"' in down.text
    assert names(up)[0] != names(down)[0]


def test_the_columns_somebody_chose_stand_there_and_no_other(as_):
    page = as_("lin-xiaolan").get("/opportunities/?show=owner&show=expected_value")

    heads = re.findall(r'<th scope="col"[^>]*>(?:<a [^>]*>)?([^<]+)', page.text)
    assert heads == ["Customer and opportunity", "Owner", "Expected value"]


def test_closed_ones_are_told_with_how_they_ended(as_):
    browser = as_("guan-zhiheng")
    ended, still_open = browser.get("/opportunities/?closed=1"), browser.get("/opportunities/")

    assert re.search(r"Ended: 10 \(won \d+, lost \d+", ended.text)
    assert len(names(ended)) == 10
    assert not set(names(ended)) & set(names(still_open))


def test_what_is_not_ones_own_shows_names_and_decisions_only(client, sample, person):
    client.force_login(person("Qian", "operations"))

    page = client.get("/opportunities/")
    asked = client.get("/opportunities/?show=chance&show=question&sort=chance&verdict=pursue")

    assert len(names(page)) == Opportunity.objects.open().count()
    for word in ("Chance of winning", "Expected value", "Ask next", "Pursue 5", "Failing gate"):
        assert word not in page.text
        assert word not in asked.text
    assert names(asked) == []


def test_who_owns_the_customer_sees_what_others_sell_there_without_its_judgement(as_):
    lin = Colleague.objects.get(user__email="lin-xiaolan@yingye.example")
    other = Opportunity.objects.filter(outcomes=None).exclude(owner=lin).exclude(team__colleague=lin).first()
    Customer.objects.filter(pk=other.customer_id).update(owner=lin)

    page = as_("lin-xiaolan").get("/opportunities/")

    row = next(row for row in re.findall(r"<tr.*?</tr>", page.text) if other.name in row)
    assert other.owner.name in row
    assert "%" not in row
    assert "data-verdict" not in row


def test_an_address_that_asks_for_nonsense_shows_the_list_all_the_same(as_):
    page = as_("lin-xiaolan").get("/opportunities/?sort=x&owner=x&gate=999&page=99999999999&show=x&customer=-1")

    assert page.status_code == 200


def test_where_nothing_is_there_are_two_ways_on(client, lin, chen):
    client.force_login(chen)
    both = client.get("/opportunities/")
    client.force_login(lin)
    one = client.get("/opportunities/")

    assert "/opportunities/add/" in both.text
    assert "Import a book" in both.text
    assert "Import a book" not in one.text


def test_an_installation_with_nothing_in_it_starts_with_the_welcome_page_for_who_sets_it_up(client, lin, chen):
    client.force_login(lin)
    assert client.get("/").url == "/opportunities/"
    client.force_login(chen)
    assert client.get("/").url == "/welcome/"
    client.post("/welcome/", {"name": "Acme"})
    assert client.get("/").url == "/opportunities/"


@pytest.mark.parametrize(
    ("shown", "back"),
    [
        ("http://testserver/opportunities/?verdict=probe", "http://testserver/opportunities/?verdict=probe"),
        ("https://elsewhere.example/?verdict=probe", "/opportunities/"),
        ("", "/opportunities/"),
    ],
)
@pytest.mark.parametrize("form", ["language", "theme"])
def test_another_language_or_theme_comes_back_to_what_was_asked_meanwhile(as_, form, shown, back):
    chosen = {"language": "zh-hans", "theme": "dark", "next": "/opportunities/"}

    reply = as_("lin-xiaolan").post(f"/{form}/", chosen, headers={"referer": shown})

    assert reply.headers["Location"] == back
    assert chosen[form] in [cookie.value for cookie in reply.cookies.values()]


def test_only_who_owns_something_that_one_sees_is_offered_as_its_owner(as_):
    page = as_("lin-xiaolan").get("/opportunities/?closed=1").context["page"]

    offered = {one.word for chooser in page.choosers if chooser.field == "owner" for one in chooser.choices}
    seen = Opportunity.objects.visible_to(User.objects.get(email="lin-xiaolan@yingye.example"))
    assert offered == {one.owner.name for one in seen}
    assert len(offered) < Colleague.objects.count()
