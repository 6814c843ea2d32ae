"""Somebody comes in, looks after the own account, lets others in: in every language, theme and width."""

import itertools
import re
from time import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

PASSWORD = "another hare, another field"
NUMBERS = itertools.count(1)
OWN = [
    "/welcome/",
    "/welcome/begin/",
    "/users/",
    "/users/1/",
    "/account/",
    "/account/password/",
    "/account/second-factor/",
    "/account/second-factor/keys/",
    "/look-around/",
    "/sign-out/",
]
OUTSIDE = [
    "/sign-in/",
    "/password/forgotten/",
    "/password/forgotten/sent/",
    "/password/new/1-spoilt/",
    "/password/changed/",
    "/deactivated/",
    "/join/spoilt/",
]


@pytest.mark.parametrize("address", OWN)
def test_a_page_of_ones_own_is_in_order(visitor, address):
    visitor.page.goto(address)

    expect(visitor.page.locator("h1")).to_have_count(1)
    visitor.check_looks()


@pytest.mark.parametrize("address", OUTSIDE)
def test_a_page_before_signing_in_is_in_order(visitor, address):
    visitor.page.context.clear_cookies(name="harehawk_session")
    visitor.page.goto(address)

    expect(visitor.page.locator("h1")).to_have_count(1)
    visitor.check_looks()


def test_a_wrong_password_is_told_and_can_be_shown_while_it_is_typed(visitor):
    page = visitor.page
    page.context.clear_cookies(name="harehawk_session")
    page.goto("/account/")
    page.get_by_label(visitor.say("E-mail")).fill("nobody@example.com")
    secret = page.get_by_label(visitor.say("Password"), exact=True)
    secret.fill("wrong")

    page.get_by_role("button", name=visitor.say("Show")).click()
    expect(secret).to_have_attribute("type", "text")
    page.get_by_role("button", name=visitor.say("Sign in"), exact=True).click()

    expect(page.get_by_role("alert").first).to_be_visible()
    visitor.check_looks()


@pytest.fixture
def sun(visitor, browser, server):
    """Sun's browser, which came in by the visitor's link and calls the server by its name; and his address."""
    page = visitor.page
    email = f"sun-{next(NUMBERS)}@example.com"
    page.goto("/users/")
    page.get_by_label(visitor.say("Name"), exact=True).fill("Sun")
    page.get_by_label(visitor.say("E-mail")).fill(email)
    page.get_by_role("checkbox", name=visitor.say("account manager")).check()
    page.get_by_role("button", name=visitor.say("Make a link")).click()
    link = page.get_by_label(visitor.say("The link"), exact=True).input_value()
    visitor.check_looks()
    context = browser.new_context(base_url=server.replace("127.0.0.1", "localhost"), locale="en")
    sun = context.new_page()
    sun.goto(link.replace("127.0.0.1", "localhost"))
    sun.get_by_label("New password").fill(PASSWORD)
    sun.get_by_role("button", name="Begin").click()
    sun.wait_for_url("**/")
    yield sun, email
    context.close()


def give_password(page):
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name=re.compile("^(Go on|Sign in)$")).click()


def test_the_codes_of_an_app_are_asked_for_and_a_spare_one_helps_when_the_phone_is_lost(sun):
    page, email = sun
    page.goto("/account/second-factor/app/")
    give_password(page)
    secret = page.locator("code").inner_text()

    page.get_by_label("Code that the app shows now").fill(format_hotp_value(hotp_value(secret, int(time()) // 30)))
    page.get_by_role("button", name="Switch it on").click()
    expect(page.locator(".codes li")).to_have_count(10)
    spare = page.locator(".codes li").first.inner_text()
    page.goto("/sign-out/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.get_by_label("E-mail").fill(email)
    give_password(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("One more step")
    page.get_by_label("Code of your app, or one of your spare codes").fill(spare)
    page.get_by_role("button", name="Sign in", exact=True).click()

    expect(page.get_by_role("heading", level=1)).not_to_have_text("One more step")
    expect(page.locator(".menu summary.tool")).to_contain_text("Sun")


def test_a_passkey_opens_the_account_alone(sun):
    page, _ = sun
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": key | {"isUserVerified": True}})
    page.goto("/account/second-factor/keys/add/")
    give_password(page)
    page.get_by_label("What you call it").fill("Laptop")
    page.get_by_label("Sign in with it alone").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.locator(".codes li")).to_have_count(10)
    page.context.clear_cookies(name="harehawk_session")

    page.goto("/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.locator(".menu summary.tool")).to_contain_text("Sun")
