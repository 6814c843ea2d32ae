"""The first administrator says how it goes in the company, loads the sample, looks around in it, and takes it away."""

import re

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from harehawk.apps.access.models import Team, User
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.method.models import Company, CustomerClass, Version
from harehawk.apps.opportunities.models import Attachment, Decision, Opportunity

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, chen):
    """Chen's browser."""
    client.force_login(chen)
    return client


def test_three_sentences_make_the_rates_and_what_is_left_empty_stays_assumed(office, chen):
    first = office.get("/welcome/")
    page = office.post(
        "/welcome/", {"name": "Acme", "rate_purchase": "4", "rate_bid": "", "rate_win": "3", "hour_price": "420"}
    )

    assert "if empty: 7, assumed" in first.text
    assert page.url == "/welcome/begin/"
    company = Company.objects.get()
    assert (company.rate_purchase, company.rate_bid, company.rate_win) == (0.4, None, 0.3)
    assert (company.hour_price, company.cost_of_capital, company.currency) == (420, None, "")
    assert Version.objects.get().made_by == chen
    assert not CustomerClass.objects.exists()


def test_own_limits_are_kept_for_their_class_only(office):
    office.post("/welcome/", {"name": "Acme", "key:capital_limit": "35"})

    key = CustomerClass.objects.get()
    assert (key.code, key.capital_limit, key.margin_floor) == ("key", 0.35, None)


def test_whoever_leads_sales_gets_the_whole_company_to_see(office, chen):
    office.post("/welcome/", {"name": "Acme", "lead": "on"})

    chen.refresh_from_db()
    assert chen.team == Team.objects.get(name="Acme", parent=None)
    assert "director" in chen.roles


def test_a_rate_that_cannot_be_is_refused_at_its_sentence_and_nothing_is_saved(office):
    page = office.post("/welcome/", {"name": "Acme", "rate_bid": "9.8"})

    assert page.status_code == 422
    assert "This rate is too high" in page.text
    assert 'value="9.8"' in page.text
    assert not Company.objects.exists()


@pytest.mark.parametrize(("typed", "kept"), [("eur", "EUR"), ("人民币", "CNY"), ("", "")])
def test_a_currency_is_kept_by_its_code(office, typed, kept):
    office.post("/welcome/", {"name": "Acme", "currency": typed})

    assert Company.objects.get().currency == kept


@pytest.mark.parametrize("way", ["/welcome/", "/method/company/"])
def test_what_is_no_currency_is_refused_at_its_field(office, way):
    page = office.post(way, {"name": "Acme", "currency": "人民币元<scrip"})

    assert page.status_code == 422
    assert "is not a currency. Write its code of three letters" in page.text
    assert not Company.objects.exists()


def test_rates_are_asked_for_alike_when_one_begins_and_later(office):
    office.post("/welcome/", {"name": "Acme", "rate_purchase": "4"})

    page = office.get("/method/company/")
    tried = office.post(
        "/method/company/", {"name": "Acme", "rate_purchase": "3", "rate_bid": "60%", "version": "1"}, follow=True
    )
    office.post(f"{tried.redirect_chain[-1][0]}confirm/")

    for said in ("Of ten signals, how many become a purchase?", "A number of ten. If empty: 5."):
        assert said in page.text
    assert 'value="4"' in page.text
    company = Company.objects.get()
    assert (company.rate_purchase, company.rate_bid) == (0.3, 0.6)


def test_a_second_save_changes_what_is_there(office):
    office.post("/welcome/", {"name": "Acme", "rate_win": "3"})
    office.post("/welcome/", {"name": "Acme", "rate_win": "5"})

    assert Company.objects.get().rate_win == 0.5


def test_the_sample_comes_with_people_to_look_around_as_and_goes_without_a_trace(office):
    office.post("/welcome/sample/load/", {"language": "en"})

    page = office.get("/look-around/")
    numbers = re.findall(r"/look-around/(\d+)/", page.text)
    guests = User.objects.filter(pk__in=numbers)
    assert len(numbers) > 5
    assert not any(guest.has_usable_password() for guest in guests)
    office.post(f"/look-around/{numbers[0]}/")
    assert "You look around as" in office.get("/", follow=True).text
    assert "Take the sample away" not in office.get("/look-around/").text
    office.post("/look-around/end/")
    for way in ("/look-around/", "/import/"):
        assert 'action="/welcome/sample/remove/"' in office.get(way).text, way
    office.post("/welcome/sample/remove/")
    assert "Take the sample away" not in office.get("/import/").text

    assert User.objects.count() == 1
    assert not Team.objects.exists()
    assert "The sample is not loaded" in office.get("/look-around/").text


def test_a_sample_person_cannot_sign_in_by_the_form_nor_get_a_link(client, chen):
    client.force_login(chen)
    client.post("/welcome/sample/load/", {"language": "en"})
    guest = User.objects.exclude(pk=chen.pk).first()
    client.logout()

    page = client.post("/sign-in/", {"login": guest.email, "password": guest.password})

    assert "E-mail and password do not belong together." in page.text


@pytest.fixture
def in_sample(office):
    """Chen's browser with the sample loaded."""
    office.post("/welcome/sample/load/", {"language": "en"})
    return office


def be(office, name):
    office.post(f"/look-around/{User.objects.get(email=f'{name}@yingye.example').pk}/")


def rows():
    """How many rows stand in every table that keeps what people enter."""
    passing = {"sessions", "access.Entry", "usersessions"}
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if not passing & {model._meta.label, model._meta.app_label}
    }


def test_what_its_people_wrote_while_one_looked_around_goes_with_it(office):
    before = rows()
    office.post("/welcome/sample/load/", {"language": "en"})
    be(office, "lin-xiaolan")
    own = Colleague.objects.get(user__email="lin-xiaolan@yingye.example").pk
    office.post("/opportunities/add/", {"customer": "Quite new", "name": "Tried out", "owner": own})
    deal = Opportunity.objects.get(name="Tried out")
    letter = SimpleUploadedFile("letter.pdf", b"%PDF-1.4\n%%EOF\n")
    fact = {"answer": "yes", "grade": "record", "source": "Letter", "learned_on": "2026-11-02"}
    office.post(f"/opportunities/{deal.pk}/evidence/funds_enough/", fact | {"file": letter, "whole": "1"})
    decision = {"decision": "abandon", "decided_on": "2026-11-03", "reason": "Tried"}
    office.post(f"/opportunities/{deal.pk}/decision/", decision)
    assert Attachment.objects.filter(opportunity=deal).exists()
    assert Decision.objects.filter(opportunity=deal).exists()
    office.post("/look-around/end/")

    page = office.post("/welcome/sample/remove/")

    assert page.url == "/welcome/begin/"
    assert rows() == before


def test_what_ones_own_people_made_stands_against_it_and_is_listed_with_the_way_there(in_sample, chen, lin):
    own = Colleague.objects.create(key="us", name="Us", user=chen)
    of = Customer.objects.first()
    seen = Opportunity.objects.create(key="a", name="Ours to see", customer=of, owner=own, recorded_by=chen)
    theirs = Colleague.objects.create(key="them", name="Them")
    Opportunity.objects.create(key="b", name="Not ours to see", customer=of, owner=theirs, recorded_by=lin)
    chen.roles = [*chen.roles, "account_manager"]
    chen.save()

    page = in_sample.post("/welcome/sample/remove/")

    assert page.status_code == 409
    assert f'href="/opportunities/{seen.pk}/">Ours to see</a>' in page.text
    assert "Not ours to see" not in page.text
    assert "Some of them you do not see. Ask whoever made them:" in page.text
    assert f"<li>Opportunities × 1 · {lin.name}</li>" in page.text
    assert Opportunity.objects.filter(key="a").exists()
    assert User.objects.filter(email="lin-xiaolan@yingye.example").exists()
