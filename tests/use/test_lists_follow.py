"""Lists are filtered and sorted by copies of what was judged and how it ended; these follow whatever is written."""

import io
import json
from importlib import import_module

import pytest
from django.db.models import Q
from django.utils import timezone

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry, User
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.exchange import actions as exchange
from harehawk.apps.exchange import tasks
from harehawk.apps.exchange.sample import load_sample, remove_sample
from harehawk.apps.exchange.snapshot import whole_book
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.listed import list_again
from harehawk.apps.opportunities.models import Judgement, Opportunity, Outcome, Rejudging
from harehawk.apps.opportunities.models.opportunity import JUDGED
from harehawk.apps.opportunities.queries import Wish, listing
from harehawk.apps.opportunities.rejudging import rejudge
from harehawk.book.write import write
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def by(user):
    return Actor(user=user, door=Door.PAGE)


@pytest.fixture
def director(chen):
    load_sample(actor=by(chen), language="en")
    return User.objects.get(email="guan-zhiheng@yingye.example")


def copied():
    return {row.pop("pk"): row for row in Opportunity.objects.values("pk", "closed_on", *JUDGED)}


def said():
    """The same, from where it is kept."""
    found = {
        number: {"closed_on": None, **dict.fromkeys(JUDGED), "verdict": ""}
        for number in Opportunity.objects.values_list("pk", flat=True)
    }
    for one in Judgement.objects.filter(latest=True):
        found[one.opportunity_id] |= {copy: getattr(one, name) for copy, name in JUDGED.items()}
    for one in Outcome.objects.filter(withdrawn=False).order_by("closed_on"):
        found[one.opportunity_id]["closed_on"] = one.closed_on
    return found


def numbers(user, **wish):
    return {row.number for row in listing(user, Wish(**wish)).rows}


def test_the_sample_comes_with_them(director):
    assert copied() == said()
    assert any(row["verdict"] == "pursue" for row in copied().values())
    assert any(row["closed_on"] for row in copied().values())


def test_what_is_learnt_moves_it_at_once(director):
    deal = Opportunity.objects.open().first()
    before = copied()[deal.pk]

    actions.record_evidence(
        actor=by(director), opportunity=deal.pk, criterion="funds_enough", answer=Answer.NO, grade=Grade.RECORD,
        source="the plan", learned_on=TODAY,
    )  # fmt: skip

    assert copied()[deal.pk] != before
    assert copied() == said()


def test_one_that_is_called_by_its_name_is_found_by_its_verdict_from_the_first(director):
    rail = Customer.objects.visible_to(director).first()

    number = actions.add_opportunity(actor=by(director), name="Tower", customer=rail.pk)

    assert Opportunity.objects.get(pk=number).key == "Tower"
    assert copied()[number]["verdict"] == "probe"
    assert copied() == said()


def test_an_outcome_closes_it_and_its_undo_opens_it(director):
    deal = Opportunity.objects.open().first()

    actions.record_outcome(actor=by(director), opportunity=deal.pk, outcome="lost", closed_on=TODAY)
    assert deal.pk in numbers(director, closed=True, sort="closed_on") - numbers(director)
    assert copied() == said()

    actions.undo_entry(actor=by(director), entry=Entry.objects.filter(table="opportunities.outcome").last().pk)
    assert deal.pk in numbers(director) - numbers(director, closed=True, sort="closed_on")
    assert copied() == said()


def test_a_night_that_judges_otherwise_moves_them(director):
    Judgement.objects.filter(latest=True).update(verdict="abandon", expected_value=-1)

    rejudge.call(Rejudging.objects.create(why=Rejudging.Why.NIGHT).pk)

    assert copied() == said()


def test_an_import_closes_them_and_taken_back_opens_them(director, person):
    qian = person("Qian", "operations")
    file = io.BytesIO()
    write(whole_book(), file, "json", "en")
    book = json.loads(file.getvalue())
    deal = Opportunity.objects.open().first()
    ended = {"opportunity": deal.key, "outcome": "lost", "closed_on": TODAY.isoformat()}
    book["outcomes"] = [*book.get("outcomes", []), ended]

    number = exchange.start_import(actor=by(qian), content=json.dumps(book).encode(), name="book.json", language="en")
    exchange.confirm_import(actor=by(qian), number=number)
    tasks.store.call(number, qian.pk)
    assert copied() == said()
    assert copied()[deal.pk]["closed_on"] == TODAY

    exchange.undo_import(actor=by(qian), number=number)
    assert copied() == said()
    assert copied()[deal.pk]["closed_on"] is None


def test_what_somebody_of_the_sample_closed_is_open_again_without_him(director, chen):
    rail, seat = Customer.objects.create(key="Rail", name="Rail"), Colleague.objects.create(key="Wu", name="Wu")
    own = Opportunity.objects.create(key="Tower", name="Tower", customer=rail, owner=seat, recorded_by=chen)
    log.add(by(director), Outcome(opportunity=own, outcome="lost", closed_on=TODAY))
    list_again(Opportunity.objects.all())

    remove_sample(actor=by(chen))

    assert list(Opportunity.objects.open()) == [own]


@pytest.mark.parametrize("few", [0, 500])
def test_words_are_found_in_names_of_deals_customers_and_owners(director, few, monkeypatch):
    monkeypatch.setattr(import_module(listing.__module__), "FEW", few)
    for word in ("water", "Lin", "a"):
        named = (
            Q(spelled__contains=word.lower())
            | Q(customer__spelled__contains=word.lower())
            | Q(owner__spelled__contains=word.lower())
        )
        assert numbers(director, text=word) == set(
            Opportunity.objects.open().filter(named).values_list("pk", flat=True)
        )
