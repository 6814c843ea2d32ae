"""The sample comes with one click, to look around in, and goes with one click, leaving nothing."""

import hashlib

import pytest
from django.apps import apps
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.access.people_problems import PeopleNotYours
from harehawk.apps.customers.models import Customer
from harehawk.apps.exchange.problems import SampleClashes, SampleGone, SampleLoaded
from harehawk.apps.exchange.sample import load_sample, remove_sample
from harehawk.apps.method.models import Company
from harehawk.apps.opportunities.actions import add_row, record_evidence
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer

pytestmark = pytest.mark.django_db


def by(user):
    return Actor(user=user, door=Door.PAGE)


def digest():
    """What stands in every table."""
    found = hashlib.sha256()
    for model in apps.get_models():
        for row in sorted(map(repr, model._base_manager.values_list())):
            found.update(f"{model._meta.label} {row}\n".encode())
    return found.hexdigest()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_leaves_nothing_even_when_somebody_worked_in_it(chen, language):
    before = digest()
    load_sample(actor=by(chen), language=language)
    lin = User.objects.get(email="lin-xiaolan@yingye.example")
    deal = Opportunity.objects.open().filter(owner__user=lin).first()
    record_evidence(
        actor=by(lin), opportunity=deal.pk, criterion="funds_enough", answer=Answer.YES, grade=Grade.RECORD,
        source="Approval", learned_on=timezone.localdate(),
    )  # fmt: skip
    add_row(actor=by(lin), opportunity=deal.pk, sheet="needs", need="one more", fit="own")

    remove_sample(actor=by(chen))

    assert digest() == before


def test_every_open_opportunity_of_it_is_judged(chen):
    load_sample(actor=by(chen), language="en")

    assert set(Judgement.objects.filter(latest=True).values_list("opportunity", flat=True)) == set(
        Opportunity.objects.open().values_list("pk", flat=True)
    )


def test_its_people_see_their_own_and_cannot_sign_in(chen):
    load_sample(actor=by(chen), language="en")

    lin, zhou, su = [
        User.objects.get(email=f"{name}@yingye.example") for name in ("lin-xiaolan", "zhou-yan", "su-qing")
    ]
    assert not any(user.has_usable_password() for user in (lin, zhou, su))
    assert 0 < Opportunity.objects.visible_to(lin).count() < Opportunity.objects.visible_to(zhou).count()
    assert Opportunity.objects.visible_to(zhou).count() == Opportunity.objects.count()


def test_a_company_that_set_its_own_rates_keeps_them(chen):
    Company.objects.create(name="Ours", rate_win=0.3)

    load_sample(actor=by(chen), language="en")

    assert Company.objects.get().rate_win == 0.3


def test_it_does_not_come_twice_nor_go_twice_nor_over_rows_of_ones_own(chen, lin):
    with pytest.raises(PeopleNotYours):
        load_sample(actor=by(lin), language="en")
    load_sample(actor=by(chen), language="en")
    with pytest.raises(SampleLoaded):
        load_sample(actor=by(chen), language="en")
    key = Customer.objects.first().key
    remove_sample(actor=by(chen))
    with pytest.raises(SampleGone):
        remove_sample(actor=by(chen))

    Customer.objects.create(key=key, name="Our own")

    with pytest.raises(SampleClashes, match="Our own"):
        load_sample(actor=by(chen), language="en")
