"""Pages of people at customers: who they are to us, for whom that is to read."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.customers import actions
from harehawk.apps.customers.models import Person, Post, Relationship, Tenure
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.opportunities.actions import add_row, record_stance
from harehawk.apps.opportunities.models import Opportunity
from harehawk.book.sheets.choices import Attitude
from harehawk.engine.common import Grade

pytestmark = pytest.mark.django_db


@pytest.fixture
def somebody(chen, static_files):
    """Somebody of the sample, by name."""
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")
    return lambda name: User.objects.get(name=name)


def browser_of(user):
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def lin(somebody):
    return browser_of(somebody("Lin Xiaolan"))


@pytest.fixture
def qian(somebody, person):
    return browser_of(person("Qian", "operations"))


@pytest.fixture
def chen_li(somebody):
    return Person.objects.get(name="Chen Li")


def seen(reply):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", reply.text))


def names(reply):
    return re.findall(r'<th scope="row"[^>]*><a href="/people/\d+/">([^<]+)', reply.text)


def test_lin_finds_people_by_post_and_customer(lin):
    assert names(lin.get("/people/?q=IT centre")) == ["Chen Li", "Luo Bin"]
    assert names(lin.get("/people/?q=metro&sort=rank"))[0] == "Deng Guoqiang"
    assert "Anna Berg" not in lin.get("/people/").text


def test_whom_nobody_of_ours_knows_is_asked_for_and_nobody_out_of_reach_is_among_them(lin):
    found = names(lin.get("/people/?which=unknown"))

    assert "Han Zhiyuan" in found
    assert "Chen Li" not in found
    assert "Luo Yiping" not in found
    assert names(lin.get("/people/?which=no_contact")) == ["Luo Yiping"]


def test_whom_we_know_is_told_only_to_who_may_read_it(qian):
    reply = qian.get("/people/")

    assert "Chen Li" in reply.text
    assert "nobody yet" not in reply.text
    assert 'class="close"' not in reply.text
    assert names(qian.get("/people/?which=unknown")) == []


def test_a_person_says_where_they_stand_and_who_knows_them(lin, chen_li):
    page = seen(lin.get(f"/people/{chen_li.pk}/"))

    assert "towards us on “Predictive maintenance platform, phase one”: support." in page
    assert "Lin Xiaolan knows them best, of 2 of us." in page
    assert "coach, technical evaluator" in page
    assert "How to meet" in page or "how to meet" in page


def test_what_they_want_and_fear_is_for_who_works_on_the_customer(qian, chen_li):
    reply = qian.get(f"/people/{chen_li.pk}/")
    page = seen(reply)

    assert "Head of the IT centre" in page
    for secret in ("wants for", "how to meet", "worries about", "Who knows whom", "support", "coach"):
        assert secret not in page


def test_who_is_out_of_reach_is_shown_so_and_no_relationship_is_offered(lin):
    expert = Person.objects.get(name="Luo Yiping")

    page = lin.get(f"/people/{expert.pk}/")

    assert "Out of reach by law or by our own rules" in seen(page)
    assert "/relationships/add/" not in page.text
    assert lin.get(f"/people/{expert.pk}/relationships/add/").status_code == 404


def test_a_sealed_stance_counts_and_does_not_say_who_told_it(somebody, chen_li):
    deal = Opportunity.objects.get(name__startswith="Predictive maintenance")
    shen = somebody("Shen Yi")
    record_stance(
        actor=Actor(user=somebody("Lin Xiaolan"), door=Door.PAGE), opportunity=deal.pk, person=chen_li.pk,
        attitude=Attitude.OPPOSE, grade=Grade.FIRST_HAND, source="The driver of the chairman", sealed=True,
        learned_on=timezone.localdate(),
    )  # fmt: skip

    hers, his = (seen(browser_of(one).get(f"/people/{chen_li.pk}/")) for one in (somebody("Lin Xiaolan"), shen))

    assert "The driver of the chairman" in hers
    assert "oppose" in his
    assert "The driver of the chairman" not in his
    assert "confirmed source" in his


def test_a_move_keeps_the_post_before(lin, chen_li):
    before, new = chen_li.post, Post.objects.create(key="cto", title="Chief digital officer", customer=chen_li.customer)
    day = timezone.localdate() - dt.timedelta(days=3)
    page = lin.get(f"/people/{chen_li.pk}/move/")
    version = re.findall(r'name="version" value="(\d+)"', page.text)[0]

    reply = lin.post(
        f"/people/{chen_li.pk}/move/", {"version": version, "post": new.pk, "post_since": day.isoformat()}, follow=True
    )

    assert Tenure.objects.filter(person=chen_li, post=before).exists()
    assert f"Chief digital officer Linjiang Rail Transit Group {day} – today Head of the IT centre" in seen(reply)


def test_a_relationship_is_recorded_where_it_is_shown_and_the_old_word_stays(lin, chen_li):
    seat = chen_li.relationships.filter(colleague__name="Shen Yi").get().colleague
    day = timezone.localdate()

    reply = lin.post(
        f"/people/{chen_li.pk}/relationships/add/",
        {"colleague": seat.pk, "closeness": "1", "learned_on": day.isoformat(), "source": "He said so himself"},
        follow=True,
    )

    assert "He said so himself" in seen(reply)
    assert Relationship.objects.filter(person=chen_li, colleague=seat).count() == 2


def test_a_relationship_of_nobody_is_refused_at_the_field(lin, chen_li):
    reply = lin.post(f"/people/{chen_li.pk}/relationships/add/", {"closeness": "2", "source": "x"})

    assert reply.status_code == 422
    assert 'id="relationships-colleague_error"' in reply.text


def test_who_takes_part_in_an_opportunity_one_sees_is_seen_and_goes_with_it(lin, somebody):
    ours = Opportunity.objects.get(name__startswith="Predictive maintenance")
    institute = actions.add_person(
        actor=Actor(user=somebody("Guan Zhiheng"), door=Door.PAGE), name="Mo Designer", customer=None,
        outside="design institute",
    )  # fmt: skip
    assert lin.get(f"/people/{institute}/").status_code == 404

    add_row(actor=Actor(user=somebody("Guan Zhiheng"), door=Door.PAGE), opportunity=ours.pk, sheet="members",
            person=institute)  # fmt: skip

    assert lin.get(f"/people/{institute}/").status_code == 200
    assert names(lin.get("/people/?which=outside")).count("Mo Designer") == 1
    assert browser_of(somebody("Xia Yutong")).get(f"/people/{institute}/").status_code == 404
