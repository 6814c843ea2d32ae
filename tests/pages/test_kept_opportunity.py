"""Read a stored opportunity: today, as of a past day, how it was judged over time, and what would turn it."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

NAME = re.compile("智能运维平台一期")


@pytest.fixture
def at_care(kept):
    """Before the opportunity of which most is known."""
    kept.page.goto("/opportunities/")
    kept.page.get_by_role("link", name=NAME).first.click()
    expect(kept.page.get_by_role("heading", level=1)).to_have_text(NAME)
    return kept


def test_the_page_says_the_verdict_first_and_its_parts_come_by_themselves(at_care):
    page = at_care.page

    expect(page.get_by_role("region", name=at_care.say("Verdict"))).to_be_visible()
    expect(page.locator("table.classes tbody tr")).to_have_count(4)
    page.locator("#turning").scroll_into_view_if_needed()
    expect(page.locator("#turning .foot-note")).not_to_be_empty()
    page.locator("#history").scroll_into_view_if_needed()
    expect(page.locator("#history .log > li").first).to_be_visible()
    at_care.check_looks()


def test_a_number_explains_itself_in_place(at_care):
    page = at_care.page
    page.locator(".fig .why").first.click()

    expect(page.get_by_role("dialog")).to_contain_text("P = ")
    at_care.check_looks()


def test_a_past_day_is_chosen_in_the_head_and_left_again(at_care):
    page = at_care.page
    day = (timezone.localdate() - dt.timedelta(days=20)).isoformat()
    page.get_by_label(at_care.say("As it was known on")).fill(day)
    page.get_by_role("button", name=at_care.say("Show"), exact=True).click()

    line = page.get_by_role("status").filter(has_text=day)
    expect(line).to_be_visible()
    expect(page.locator("table.classes tbody tr")).to_have_count(4)
    at_care.check_looks()
    page.get_by_role("link", name=at_care.say("Back to today")).click()
    expect(line).to_be_hidden()


def test_a_day_to_come_is_refused_at_its_field(at_care):
    page = at_care.page
    page.goto(page.url + "?as_of=2999-01-01")

    field = page.get_by_label(at_care.say("As it was known on"))
    expect(field).to_have_value("2999-01-01")
    expect(field).to_have_accessible_description(at_care.say("That day has not come: choose today or a day before."))
    at_care.check_looks()


@pytest.mark.parametrize("part", ["history/", "history/compare/", "turning/", "classes/"])
def test_every_part_is_a_page_of_its_own_too(at_care, part):
    at_care.page.goto(at_care.page.url.split("?")[0] + part)

    expect(at_care.page.get_by_role("heading", level=1)).not_to_be_empty()
    at_care.check_looks()


def test_a_closed_one_leads_to_its_last_day(kept):
    page = kept.page
    page.goto("/opportunities/?closed=on")
    page.locator("main tbody a").first.click()
    kept.check_looks()

    page.get_by_role("link", name=kept.say("How it was judged on its last day")).click()

    expect(page.get_by_role("region", name=kept.say("Verdict"))).to_be_visible()


@pytest.mark.parametrize("who", ["finance", "operations"])
def test_for_others_there_is_a_page_of_what_they_may_read(kept_as, who):
    other = kept_as(who)
    other.page.goto("/opportunities/")
    other.page.get_by_role("link", name=NAME).first.click()

    expect(other.page.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(other.page.get_by_role("region", name=other.say("Verdict"))).to_be_hidden()
    expect(other.page.locator("svg.cash")).to_have_count(1 if who == "finance" else 0)
    other.check_looks()
