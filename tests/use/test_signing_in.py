"""Somebody comes in: by the link of the terminal, by an invitation, with a password, or after forgetting it."""

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail

from harehawk.apps.access import people
from harehawk.apps.access.models import Entry, Invitation, User

PASSWORD = "a hare in the long grass"

pytestmark = pytest.mark.django_db


def sign_in(client, email, password=PASSWORD, **more):
    return client.post("/sign-in/", {"login": email, "password": password} | more)


def follow(client, token):
    page = client.get(f"/join/{token}/", follow=True)
    return page.redirect_chain[-1][0] if page.redirect_chain else page


def test_the_first_link_makes_one_administrator_and_then_works_no_more(client):
    token = people.first_link()

    assert follow(client, token) == "/join/"
    done = client.post("/join/", {"email": "Chen@Example.com", "name": "Chen", "password": PASSWORD})

    assert done.url == "/welcome/"
    chen = User.objects.get()
    assert (chen.email, chen.roles) == ("chen@example.com", ["administrator"])
    assert chen.password.startswith("argon2$argon2id$")
    assert client.get(f"/join/{token}/").status_code == 410
    assert people.first_link() is None


def test_a_new_first_link_ends_the_one_before(client):
    earlier = people.first_link()

    people.first_link()

    assert client.get(f"/join/{earlier}/").status_code == 410


def test_the_secret_of_a_link_is_kept_neither_in_the_database_nor_in_the_address(client):
    token = people.first_link()

    reply = client.get(f"/join/{token}/")

    assert reply.url == "/join/"
    assert token not in str(list(Invitation.objects.values()) + list(Entry.objects.values()))


def test_whoever_is_not_signed_in_comes_back_to_the_page_wanted(client, lin):
    reply = client.get("/account/?a=1")

    assert reply.url == "/sign-in/?next=/account/%3Fa%3D1"
    assert (
        client.post(reply.url, {"login": lin.email, "password": PASSWORD, "next": "/account/?a=1"}).url
        == "/account/?a=1"
    )


def test_nobody_is_sent_to_another_site_after_signing_in(client, lin):
    assert sign_in(client, lin.email, next="https://elsewhere.example/").url == "/"


@pytest.mark.parametrize("email", ["lin", "nobody@example.com"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, lin, email):
    page = sign_in(client, lin.email if email == "lin" else email, "wrong")

    assert page.status_code == 200
    assert "E-mail and password do not belong together." in page.text
    assert re.sub(r'value="[^"]*"', "", page.text) == re.sub(
        r'value="[^"]*"', "", sign_in(client, "other@example.com", "wrong").text
    )


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(client, lin):
    for _ in range(5):
        sign_in(client, lin.email, "wrong")

    page = sign_in(client, lin.email)

    assert "Too many wrong tries" in page.text
    assert "_auth_user_id" not in client.session


def test_wrong_passwords_are_counted_together_whatever_host_was_asked(client, lin):
    for port in range(5):
        client.post("/sign-in/", {"login": lin.email, "password": "wrong"}, headers={"host": f"localhost:{port}"})

    assert "Too many wrong tries" in sign_in(client, lin.email).text


def test_nobody_signs_up_by_himself(client):
    assert client.get("/sign-up/").status_code == 404
    assert client.get("/signup/").status_code == 404
    assert client.get("/accounts/signup/").status_code == 404


def test_the_session_gets_a_new_key_when_somebody_signs_in(client, lin):
    client.get("/sign-in/")
    client.session["seen"] = 1
    client.session.save()
    before = client.session.session_key

    sign_in(client, lin.email)

    assert client.session.session_key != before


def test_signing_in_and_failing_to_are_in_the_log_without_what_was_typed(client, lin):
    sign_in(client, lin.email, "wrong")
    sign_in(client, lin.email)

    assert list(Entry.objects.order_by("pk").values_list("what", "row")) == [
        ("sign_in_failed", lin.pk),
        ("signed_in", lin.pk),
    ]


def test_it_speaks_the_language_of_whoever_signs_in(client, lin):
    User.objects.filter(pk=lin.pk).update(language="zh-hans")

    sign_in(client, lin.email)

    assert "我的账号" in client.get("/account/").text


class TestForgotten:
    """Somebody forgot the password."""

    @pytest.fixture
    def posted(self, settings, client):
        """The server sends mail, at once."""
        settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
        settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
        settings.HERE = _with_mail(settings.HERE)

        def ask(email):
            return client.post("/password/forgotten/", {"email": email})

        return ask

    def test_the_answer_does_not_tell_whether_the_address_is_anybodys(self, posted, lin):
        known, unknown = posted(lin.email), posted("nobody@example.com")

        assert (
            (known.status_code, known.url) == (unknown.status_code, unknown.url) == (303, "/password/forgotten/sent/")
        )
        assert [message.to for message in mail.outbox] == [[lin.email]]

    def test_the_link_of_the_mail_makes_a_new_password_once(self, posted, client, lin):
        posted(lin.email)
        way = urlsplit(re.search(r"http\S+", mail.outbox[0].body)[0]).path

        form = client.get(way, follow=True)
        client.post(form.redirect_chain[-1][0], {"password1": "another hare, another field"})

        assert sign_in(client, lin.email, "another hare, another field").status_code == 303
        assert "This link no longer works" in client.get(way, follow=True).text

    def test_the_link_leads_to_our_own_address_whatever_host_was_asked(self, posted, lin, settings):
        posted(lin.email)

        assert settings.HERE.address.geturl() in mail.outbox[0].body

    def test_without_mail_it_says_whom_to_ask(self, client):
        page = client.get("/password/forgotten/")

        assert "Ask an administrator" in page.text
        assert '<input type="email"' not in page.text


def test_an_account_without_a_password_is_told_how_to_get_one(client, lin):
    lin.set_unusable_password()
    lin.save()
    client.force_login(lin)

    account, page = client.get("/account/"), client.get("/account/password/")

    assert "no password yet" in account.text
    assert 'href="/account/password/"' not in account.text
    assert page.status_code == 409
    assert "Ask an administrator for a link" in page.text
    for way in ("", "app/", "app/remove/", "keys/", "keys/add/", "codes/", "codes/new/"):
        assert client.get(f"/account/second-factor/{way}", follow=True).status_code < 500, way


def test_what_was_typed_when_the_session_ended_is_kept_and_sent_after_signing_in(client, chen):
    reply = client.post("/users/invite/", {"name": "Sun <b>", "email": "sun@example.com", "password": "secret"})
    assert reply.url.startswith("/sign-in/?next=/account/unsent/")

    client.post(reply.url, {"login": chen.email, "password": PASSWORD, "next": "/account/unsent/"})
    page = client.get("/account/unsent/")

    assert 'action="/users/invite/"' in page.text
    assert "Sun &lt;b&gt;</textarea>" in page.text
    assert "secret" not in page.text
    assert not Invitation.objects.exists()


def test_a_part_of_a_page_asked_for_after_the_session_ended_leads_to_signing_in(client, lin):
    reply = client.get("/account/", headers={"HX-Request": "true"})

    assert (reply.status_code, reply.headers["HX-Redirect"]) == (401, "/sign-in/?next=/account/")


def _with_mail(here):
    from dataclasses import replace

    return replace(here, mail={"host": "mail.example.com"})
