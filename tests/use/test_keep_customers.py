"""Lin keeps what she knows of customers and people; what was judged by it is judged anew at once."""

import datetime as dt

import pytest
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.people_problems import PeopleNotYours
from harehawk.apps.customers import actions
from harehawk.apps.customers.models import Colleague, Customer, Invoice, Person, Post, Relationship, Tenure
from harehawk.apps.customers.problems import CustomerNotFound, PersonNotFound, PostNotFound
from harehawk.apps.opportunities.actions import add_opportunity, add_row
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.apps.opportunities.problems import RuleBroken

pytestmark = pytest.mark.django_db


@pytest.fixture
def rail(lin):
    Colleague.objects.create(key="Lin", name="Lin", user=lin)
    return Customer.objects.get(pk=actions.add_customer(actor=by(lin), name="Yangtze Rail"))


@pytest.fixture
def tower(lin, rail):
    return Opportunity.objects.get(pk=add_opportunity(actor=by(lin), name="Tower", customer=rail.pk))


@pytest.fixture
def mei(lin, rail):
    return Person.objects.get(pk=actions.add_person(actor=by(lin), name="Mei", customer=rail.pk))


def by(user):
    return Actor(user=user, door=Door.PAGE)


def latest(tower):
    return Judgement.objects.get(opportunity=tower, latest=True)


def test_a_customer_of_her_own_is_hers(lin, zhao, rail):
    assert rail.owner.user == lin
    assert Customer.objects.visible_to(lin).get() == rail
    assert not Customer.objects.visible_to(zhao).exists()


def test_a_change_of_class_judges_its_opportunities_anew(lin, rail, tower):
    before = latest(tower)

    actions.change_customer(actor=by(lin), customer=rail.pk, seen_version=1, customer_class="strategic")

    assert (before.customer_class, latest(tower).customer_class) == ("key", "strategic")


def test_a_paid_invoice_teaches_how_late_the_next_comes(lin, rail, tower):
    before = latest(tower).worth
    day = timezone.localdate() - dt.timedelta(days=400)

    number = actions.add_invoice(
        actor=by(lin), customer=rail.pk, number="F-1", issued_on=day, due_on=day + dt.timedelta(days=30)
    )
    actions.change_invoice(
        actor=by(lin), customer=rail.pk, invoice=number, seen_version=1, paid_on=day + dt.timedelta(days=300)
    )

    assert Invoice.objects.get().version == 2
    assert latest(tower).worth < before


def test_who_left_counts_no_more_in_the_group(lin, tower, mei):
    add_row(actor=by(lin), opportunity=tower.pk, sheet="members", person=mei.pk, roles=["decider"])
    assert latest(tower).record["power"]

    actions.change_person(actor=by(lin), person=mei.pk, seen_version=1, left_on=timezone.localdate())

    assert not latest(tower).record["power"]


def test_a_relationship_is_added_and_the_old_one_kept(lin, mei):
    seat = Colleague.objects.get()
    for closeness in (1, 3):
        actions.record_relationship(actor=by(lin), person=mei.pk, colleague=seat.pk, closeness=closeness)

    assert list(Relationship.objects.order_by("pk").values_list("closeness", flat=True)) == [1, 3]


def test_a_relationship_is_ones_own_or_a_rivals_not_both(lin, tower, mei):
    add_row(actor=by(lin), opportunity=tower.pk, sheet="members", person=mei.pk)

    with pytest.raises(RuleBroken, match="of a rival, not both"):
        actions.record_relationship(
            actor=by(lin), person=mei.pk, colleague=Colleague.objects.get().pk, rival="Acme", closeness=1
        )

    assert not Relationship.objects.exists()


def test_what_is_anothers_is_not_there(zhao, rail, mei):
    with pytest.raises(CustomerNotFound):
        actions.change_customer(actor=by(zhao), customer=rail.pk, seen_version=1, name="Mine")
    with pytest.raises(PersonNotFound):
        actions.change_person(actor=by(zhao), person=mei.pk, seen_version=1, name="Mine")


def test_who_takes_another_post_leaves_the_old_one_among_the_tenures(lin, rail, mei):
    first, second = (
        actions.add_post(actor=by(lin), customer=rail.pk, title=title) for title in ("Engineer", "Chief engineer")
    )
    day = timezone.localdate() - dt.timedelta(days=30)
    actions.move_person(actor=by(lin), person=mei.pk, seen_version=1, post=first, since=dt.date(2020, 1, 1))

    actions.move_person(actor=by(lin), person=mei.pk, seen_version=2, post=second, since=day)

    mei.refresh_from_db()
    held = Tenure.objects.get()
    assert (mei.post.title, mei.post_since) == ("Chief engineer", day)
    assert (held.post.title, held.since, held.until) == ("Engineer", dt.date(2020, 1, 1), day - dt.timedelta(days=1))


def test_a_line_that_goes_round_in_a_circle_is_refused(lin, rail):
    head, below = (actions.add_post(actor=by(lin), customer=rail.pk, title=title) for title in ("Head", "Deputy"))
    actions.change_post(actor=by(lin), customer=rail.pk, post=below, seen_version=1, reports_to=head)

    with pytest.raises(RuleBroken):
        actions.change_post(actor=by(lin), customer=rail.pk, post=head, seen_version=1, reports_to=below)

    assert Post.objects.get(pk=head).reports_to is None


@pytest.mark.parametrize("wanted", [{"how_to_meet": "After work"}, {"fears": "回扣 not paid"}])
def test_nobody_plans_to_meet_who_is_out_of_reach_or_writes_of_money_to_a_person(lin, mei, wanted):
    with pytest.raises(RuleBroken):
        actions.change_person(actor=by(lin), person=mei.pk, seen_version=1, no_contact=True, **wanted)

    mei.refresh_from_db()
    assert mei.version == 1


def test_links_lead_only_to_what_one_sees(lin, zhao, rail, mei):
    Colleague.objects.create(key="Zhao", name="Zhao", user=zhao)
    theirs = actions.add_customer(actor=by(zhao), name="Harbour")
    seat = actions.add_post(actor=by(zhao), customer=theirs, title="Head")

    with pytest.raises(CustomerNotFound):
        actions.change_customer(actor=by(lin), customer=rail.pk, seen_version=1, parent=theirs)
    with pytest.raises(CustomerNotFound):
        actions.add_person(actor=by(lin), name="Ling", customer=theirs)
    with pytest.raises(PostNotFound):
        actions.move_person(actor=by(lin), person=mei.pk, seen_version=1, post=seat, since=None)


def test_only_administrators_say_which_colleague_a_user_is(chen, lin, zhao, rail):
    seat = Colleague.objects.create(key="Zhao", name="Zhao")
    with pytest.raises(PeopleNotYours):
        actions.link_user(actor=by(lin), user=zhao.pk, colleague=seat.pk)

    actions.link_user(actor=by(chen), user=zhao.pk, colleague=seat.pk)

    seat.refresh_from_db()
    assert seat.user == zhao
