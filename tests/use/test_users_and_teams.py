"""An administrator lets people in, gives them roles and teams, and closes accounts; nobody else may."""

import re

import pytest
from django.test import Client

from harehawk.apps.access.models import Entry, Invitation, Team, User
from harehawk.apps.customers.models import Colleague, Customer

PASSWORD = "a hare in the long grass"

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, chen):
    """Chen's browser."""
    client.force_login(chen)
    return client


def link_in(page):
    return re.search(r'value="http://testserver(/join/[^"]+)"', page.text)[1]


def test_an_invitation_lets_one_person_in_with_the_roles_and_the_team_given(office, north):
    wanted = {"name": "Sun", "email": "Sun@example.com", "roles": ["account_manager"], "team": north.pk}
    link = link_in(office.post("/users/invite/", wanted, follow=True))
    sun = Client()

    sun.get(link)
    page = sun.get("/join/")
    done = sun.post(
        "/join/", {"name": "Sun Li", "password": PASSWORD, "email": "evil@example.com", "roles": "administrator"}
    )

    assert "You are invited as sun@example.com" in page.text
    assert done.status_code == 303
    user = User.objects.get(email="sun@example.com")
    assert (user.name, user.roles, user.team) == ("Sun Li", ["account_manager"], north)
    assert sun.get(link).status_code == 410


def test_a_link_is_shown_once_and_can_be_taken_back(office):
    page = office.post("/users/invite/", {"name": "Sun", "email": "sun@example.com", "roles": ["viewer"]}, follow=True)
    link = link_in(page)

    assert "/join/" not in office.get("/users/link/", follow=True).text
    office.post(f"/users/invitations/{Invitation.objects.get().pk}/end/")

    assert Client().get(link).status_code == 410


def test_an_address_that_is_taken_is_refused_at_the_field(office, lin):
    page = office.post("/users/invite/", {"name": "Sun", "email": lin.email.upper(), "roles": ["viewer"]})

    assert page.status_code == 422
    assert "Somebody here already has this e-mail address" in page.text
    assert 'aria-describedby="id_email_error"' in page.text
    assert not Invitation.objects.exists()


def test_a_second_link_for_an_address_takes_the_place_of_the_first(office):
    first, second = [
        office.post("/users/invite/", {"name": "Wang", "email": email, "roles": ["viewer"]}, follow=True)
        for email in ("WANG@example.cn", "wang@EXAMPLE.cn")
    ]

    assert "no longer works" not in first.text
    assert "The earlier link for this address no longer works" in second.text
    assert Client().get(link_in(first)).status_code == 410
    assert Client().get(link_in(second), follow=True).status_code == 200


def test_no_role_is_ticked_beforehand_and_none_at_all_is_refused_at_its_field(office):
    first = office.get("/users/")
    page = office.post("/users/invite/", {"name": "Sun", "email": "sun@example.com"})

    assert not re.search(r'name="roles"[^>]*checked', first.text)
    assert page.status_code == 422
    assert "Choose at least one role" in page.text
    assert 'value="sun@example.com"' in page.text
    assert not Invitation.objects.exists()


def test_a_deactivated_user_is_out_at_once_and_what_he_recorded_stays(office, lin):
    browser = Client()
    browser.force_login(lin)
    browser.post("/account/", {"name": "Lin Hai", "language": "en"})

    office.post(f"/users/{lin.pk}/active/", {"active": "no"})

    assert browser.get("/account/").status_code == 302
    assert (
        "Your account is closed"
        in browser.post("/sign-in/", {"login": lin.email, "password": PASSWORD}, follow=True).text
    )
    assert Entry.objects.filter(actor=lin, after__name="Lin Hai").exists()


def test_the_last_administrator_stays_one(office, chen):
    page = office.post(f"/users/{chen.pk}/", {"name": "Chen", "email": chen.email, "roles": ["viewer"]})

    assert page.status_code == 422
    assert "This is the last administrator who can sign in." in page.text
    chen.refresh_from_db()
    assert chen.roles == ["administrator"]


def test_nobody_deactivates_himself(office, chen, person):
    person("Sun", "administrator")

    page = office.post(f"/users/{chen.pk}/active/", {"active": "no"})

    assert page.status_code == 409
    chen.refresh_from_db()
    assert chen.is_active


def test_a_link_for_a_new_password_ends_all_sessions_and_the_old_password(office, lin):
    elsewhere, browser = Client(), Client()
    elsewhere.post("/sign-in/", {"login": lin.email, "password": PASSWORD})
    link = link_in(office.post(f"/users/{lin.pk}/link/", follow=True))

    browser.get(link)
    browser.post("/join/", {"password": "another hare, another field"})

    assert browser.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    lin.refresh_from_db()
    assert not lin.check_password(PASSWORD)


def test_a_change_another_administrator_made_meanwhile_is_not_lost(office, lin, person, north, south):
    page = office.get(f"/users/{lin.pk}/")
    seen = re.search(r'name="version" value="(\d+)"', page.text)[1]
    other = Client()
    other.force_login(person("Sun", "administrator"))
    form = {"name": "Lin", "email": lin.email, "roles": ["account_manager"], "team": north.pk, "version": seen}
    other.post(f"/users/{lin.pk}/", form | {"name": "Lin Hai"})

    told = office.post(f"/users/{lin.pk}/", form | {"name": "Lin Shan"})
    merged = office.post(f"/users/{lin.pk}/", form | {"team": south.pk})

    assert "Sun changed this while you were writing" in told.text
    assert 'value="Lin Shan"' in told.text
    assert merged.status_code == 303
    lin.refresh_from_db()
    assert (lin.name, lin.team) == ("Lin Hai", south)


def test_teams_form_a_tree_without_circles(office, north, south):
    office.post("/teams/add/", {"team-name": "Coast", "team-parent": south.pk})
    coast = Team.objects.get(name="Coast")

    page = office.post(f"/teams/{south.pk}/", {"name": "South", "parent": coast.pk})

    assert "That team is itself below this one." in page.text
    south.refresh_from_db()
    assert south.parent is None


def test_a_team_with_people_is_not_removed(office, north, lin):
    page = office.post(f"/teams/{north.pk}/remove/")

    assert page.status_code == 409
    assert "still has people" in page.text


def test_one_signs_out_another_browser_of_ones_own_and_nobody_elses(client, lin, zhao):
    from allauth.usersessions.models import UserSession

    phone, stranger = Client(), Client()
    for browser, who in ((client, lin), (phone, lin), (stranger, zhao)):
        browser.post("/sign-in/", {"login": who.email, "password": PASSWORD})
    own, foreign = (UserSession.objects.filter(user=who).latest("pk").pk for who in (lin, zhao))

    for number in (own, foreign):
        client.post(f"/account/sessions/{number}/end/")

    assert client.get("/account/").status_code == 200
    assert phone.get("/account/").status_code == 302
    assert stranger.get("/account/").status_code == 200


def test_a_user_is_told_to_be_a_colleague_of_the_book_and_sees_what_that_one_owns(office, lin):
    first, second = (Colleague.objects.create(key=name, name=name) for name in ("Lin of old", "Lin"))
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=second)

    for seat in (first, second):
        office.post(f"/users/{lin.pk}/colleague/", {"colleague": seat.pk})

    first.refresh_from_db()
    assert first.user is None
    assert list(Customer.objects.visible_to(lin)) == [rail]
    page = office.get(f"/users/{lin.pk}/").text
    assert f'<option value="{second.pk}" selected>Lin</option>' in page
    office.post(f"/users/{lin.pk}/colleague/", {"colleague": ""})
    assert not Customer.objects.visible_to(User.objects.get(pk=lin.pk)).exists()


def test_after_a_refused_form_a_change_of_language_leads_to_the_page_again(office):
    refused = office.post("/users/invite/", {"name": "Sun", "email": "nonsense", "roles": []})
    assert refused.status_code == 422

    page = office.post("/language/", {"language": "zh-hans", "next": "/users/invite/"}, follow=True)

    assert page.status_code == 200
    assert page.redirect_chain[-1] == ("/users/", 302)
