"""What a password must be, under each of the two named policies."""

import datetime as dt

import pytest
from django.utils import timezone

from harehawk.apps.access import people
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.config import environment, passwords
from harehawk.config.problems import MailUrlWrong, PasswordPolicyWrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(settings):
    settings.AUTH_PASSWORD_VALIDATORS = passwords.RULES["strict"]
    settings.PASSWORD_DAYS = passwords.DAYS_A_PASSWORD_LASTS["strict"]


def join(client, password):
    """Come in by the first link with a password; what the page says to it."""
    client.get(f"/join/{people.first_link()}/")
    return client.post("/join/", {"email": "chenyilin@example.com", "name": "Chen Yilin", "password": password})


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "The password is too short: take at least 10 characters."),
        ("password123", "among those that are tried first"),
        ("chenyilin1", "too much like your name or e-mail address"),
    ],
)
def test_a_password_easy_to_guess_is_refused_at_its_field(client, password, said):
    page = join(client, password)

    assert page.status_code == 422
    assert said in page.text
    assert 'aria-describedby="id_password_helptext id_password_error"' in page.text
    assert not User.objects.exists()


@pytest.mark.parametrize("policy", ["modern", "strict"])
def test_what_is_asked_and_what_is_wrong_is_said_in_one_voice(client, settings, policy):
    settings.AUTH_PASSWORD_VALIDATORS = passwords.RULES[policy]
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"

    page = join(client, "short")

    assert "至少用10个字符。不要用您的姓名或邮箱来组成。不要用很多人都在用的密码。" in page.text
    assert "密码太短：请至少用10个字符。" in page.text
    assert "你" not in page.text


def test_words_alone_are_enough_under_modern_and_not_under_strict(client, strict, settings):
    page = join(client, "a hare in the long grass")

    assert "Use at least three of: small letters, capitals, digits, signs." in page.text
    assert join(client, "A hare in the long grass!").status_code == 303


def test_under_strict_none_of_the_last_five_comes_back_not_even_by_a_link(client, strict, chen, lin):
    def choose(number):
        token = people.new_way_in(actor=Actor(user=chen, door=Door.PAGE), user=lin.pk)
        client.get(f"/join/{token}/")
        return client.post("/join/", {"password": f"Hare number {number} in the grass"})

    for number in range(5):
        assert choose(number).status_code == 303

    assert "Do not take one of your last 5 passwords." in choose(0).text
    assert choose(5).status_code == 303
    assert choose(0).status_code == 303


def test_under_strict_an_old_password_is_changed_before_anything_else(client, strict, lin):
    User.objects.filter(pk=lin.pk).update(password_since=timezone.now() - dt.timedelta(days=91))
    client.force_login(lin)

    page = client.get("/account/", follow=True)
    assert page.redirect_chain == [("/account/password/", 302)]
    assert "Your password is older than the rules of your company allow." in page.text
    form = {"oldpassword": "a hare in the long grass", "password1": "Hare 2 in the grass!"}
    client.post("/account/password/", form)

    assert client.get("/account/").status_code == 200


def test_a_policy_that_does_not_exist_is_told_with_those_that_do(tmp_path):
    with pytest.raises(PasswordPolicyWrong, match="Set it to modern or strict"):
        environment.read({"HAREHAWK_HOME": str(tmp_path), "HAREHAWK_PASSWORD_POLICY": "lax"})


@pytest.mark.parametrize("url", ["mail.example.com", "http://u:secret@mail.example.com", "smtp://u:secret@:x"])
def test_a_mail_server_written_wrongly_is_told_without_its_password(url):
    with pytest.raises(MailUrlWrong) as told:
        environment.read_mail({"HAREHAWK_MAIL_URL": url})

    assert "smtps://user:password@host:465" in str(told.value)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtps://u:p%40ss@mail.example.com", 465, True, False),
        ("smtp://u:p%40ss@mail.example.com", 587, False, True),
        ("smtp://u:p%40ss@127.0.0.1:25", 25, False, False),
    ],
)
def test_mail_leaves_encrypted_unless_its_server_is_this_machine(url, port, ssl, tls):
    mail = environment.read_mail({"HAREHAWK_MAIL_URL": url})

    assert (mail["port"], mail["use_ssl"], mail["use_tls"], mail["password"]) == (port, ssl, tls, "p@ss")
