"""A new opportunity: customer, name and owner are enough; it is judged at once."""

import re

import pytest

from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.opportunities.models import Evidence, Opportunity

pytestmark = pytest.mark.django_db
ADD = "/opportunities/add/"


@pytest.fixture
def seats(lin, zhao):
    """Lin and Zhao as colleagues."""
    return [Colleague.objects.create(key=one.name, name=one.name, user=one).pk for one in (lin, zhao)]


@pytest.fixture
def rail(seats):
    return Customer.objects.create(key="Rail", name="Linjiang Rail", owner_id=seats[0])


def entered(owner, **others):
    return {"customer": "Linjiang Rail", "name": "Tower", "owner": owner, **others}


def undo(client, page):
    first = re.search(r'action="(/undo/\d+/)"', page.text)[1]
    also = re.findall(r'name="also" value="(\d+)"', page.text)
    back = re.search(r'name="back" value="([^"]*)"', page.text)[1]
    return client.post(first, {"also": also, "back": back}, follow=True)


def test_three_things_lead_to_the_page_of_a_judged_opportunity(client, lin, rail, seats):
    client.force_login(lin)

    form = client.get(ADD)
    added = client.post(ADD, entered(seats[0]), follow=True)

    assert f'<option value="{seats[0]}" selected>Lin' in form.text
    assert "Linjiang Rail" in form.text
    tower = Opportunity.objects.get()
    assert added.redirect_chain == [(f"/opportunities/{tower.pk}/", 303)]
    assert tower.customer == rail
    assert tower.judgements.count() == 1


def test_amount_and_date_are_read_as_people_write_them(client, lin, rail, seats):
    client.force_login(lin)

    client.post(ADD, entered(seats[0], amount="3.2m", expected_signature="2027-03-01"))

    tower = Opportunity.objects.get()
    assert (tower.amount, tower.expected_signature.isoformat()) == (3_200_000, "2027-03-01")


def test_a_name_that_is_new_makes_a_new_customer_of_the_owner(client, lin, seats):
    client.force_login(lin)

    client.post(ADD, entered(seats[0], customer=" North Harbour "))

    assert (Customer.objects.get().name, Customer.objects.get().owner_id) == ("North Harbour", seats[0])


def test_a_customer_somebody_cannot_see_is_not_found_by_its_name(client, zhao, rail, seats):
    client.force_login(zhao)

    form = client.get(ADD)
    client.post(ADD, entered(seats[1]))

    assert "Linjiang Rail" not in form.text
    assert Opportunity.objects.get().customer != rail


def test_two_customers_of_one_name_are_not_guessed_between(client, lin, rail, seats):
    Customer.objects.create(key="Rail 2", name="Linjiang Rail", owner_id=seats[0])
    client.force_login(lin)

    page = client.post(ADD, entered(seats[0]))

    assert page.status_code == 422
    assert "Several customers are called “Linjiang Rail”" in page.text
    assert 'value="Tower"' in page.text
    assert not Opportunity.objects.exists()


def test_an_amount_with_its_commas_out_of_place_is_asked_about_and_never_guessed(client, lin, rail, seats):
    client.force_login(lin)

    page = client.post(ADD, entered(seats[0], amount="4,0,0"))

    assert page.status_code == 422
    assert "The digits of “4,0,0” are not grouped as a number is." in page.text
    assert not Opportunity.objects.exists()


def test_what_is_missing_or_wrong_is_said_at_its_field_and_what_was_typed_stays(client, lin, rail, seats):
    client.force_login(lin)

    page = client.post(ADD, entered(seats[0], name="", amount="a lot"))

    assert page.status_code == 422
    assert "Fill “name”." in page.text
    assert 'value="a lot"' in page.text
    assert 'aria-invalid="true"' in page.text
    assert not Opportunity.objects.exists()


def test_an_opportunity_added_by_mistake_is_taken_back_and_brought_again(client, lin, seats, static_files):
    client.force_login(lin)

    added = client.post(ADD, entered(seats[0], customer="North Harbour"), follow=True)
    gone = undo(client, added)
    left = Opportunity.objects.count(), Customer.objects.count()
    again = undo(client, gone)

    assert "It was added." in added.text
    assert "It was taken back." in gone.text
    assert gone.redirect_chain == [("/opportunities/", 303)]
    assert left == (0, 0)
    assert "It was taken back." in again.text
    assert Opportunity.objects.get().customer.name == "North Harbour"
    assert Opportunity.objects.get().judgements.count() == 1


def test_an_opportunity_of_which_something_was_learnt_is_not_taken_back(client, lin, rail, seats, static_files):
    client.force_login(lin)
    added = client.post(ADD, entered(seats[0]), follow=True)
    tower = Opportunity.objects.get()
    client.post(f"/opportunities/{tower.pk}/rows/rivals/", {"rival": "Haiyue"})

    refused = undo(client, added)

    assert refused.status_code == 200
    assert "moved-wrong" in refused.text
    assert tower.judgements.exists()


def test_handed_to_somebody_else_it_is_his_and_the_list_says_so(client, lin, rail, seats):
    Customer.objects.update(owner=seats[1])
    client.force_login(lin)

    page = client.post(ADD, entered(seats[1], customer="South Harbour"), follow=True)

    assert "It was added, and is now with its owner." in page.text
    assert "South Harbour" not in page.text


def test_who_only_looks_adds_nothing(client, person, rail, seats):
    client.force_login(person("Fan", "viewer"))

    assert client.get(ADD).status_code == 404
    assert client.post(ADD, entered(seats[0])).status_code == 404
    assert not Opportunity.objects.exists()


def test_marks_that_turn_a_text_around_are_not_kept_whichever_form_they_come_by(client, lin, rail, seats):
    client.force_login(lin)

    client.post(ADD, entered(seats[0], customer="North\u202e Harbour\x07", name="To\u2066wer \u202efdp\u2069"))
    tower = Opportunity.objects.get()
    told = {"answer": "yes", "grade": "first-hand", "source": "M\u202eei", "learned_on": "2026-01-01", "whole": "1"}
    client.post(f"/opportunities/{tower.pk}/evidence/funds_enough/", told)

    assert (tower.name, tower.customer.name) == ("Tower fdp", "North Harbour")
    assert Evidence.objects.get().source == "Mei"
