"""Read a verdict, and ask of a number where it comes from."""

import re

from playwright.sync_api import expect

ADDRESS = "/workbook/linjiang-care/"


def test_a_verdict_stands_on_top_with_what_would_turn_it(visitor):
    visitor.open_sample()
    page = visitor.page

    page.locator("#list").get_by_role("link", name=re.compile("智能运维平台一期")).click()

    head = page.get_by_role("region", name=visitor.say("Verdict"))
    expect(head).to_contain_text("Probe" if visitor.language == "en" else "摸底")
    expect(head.get_by_role("link")).to_have_count(4)
    expect(page.locator(".gate")).to_have_count(4)
    expect(page.locator(".ask")).not_to_have_count(0)
    visitor.check_looks()


def test_a_number_explains_itself_in_a_dialog_and_gives_the_focus_back(visitor):
    visitor.open_sample()
    page = visitor.page
    page.goto(ADDRESS)
    number = page.locator(".fig .why").first

    number.focus()
    page.keyboard.press("Enter")

    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("P = ")
    visitor.check_looks()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(number).to_be_focused()
    expect(page).to_have_url(re.compile(f"{ADDRESS}$"))


def test_a_belief_names_who_said_what_and_what_it_counts(visitor):
    visitor.open_sample()
    page = visitor.page

    page.goto(f"{ADDRESS}explain/criterion/funds_enough/")

    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Funds reach" if visitor.language == "en" else "预算", ignore_case=True
    )
    expect(page.get_by_role("row")).not_to_have_count(1)
    expect(page.locator(".formula")).to_contain_text("ln(")
    visitor.check_looks()


def test_every_kind_of_number_has_its_explanation_as_a_page_too(visitor):
    visitor.open_sample()
    page = visitor.page
    page.goto(ADDRESS)
    numbers = [link.get_attribute("href") for link in page.locator("main a[hx-get]").all()]
    one_of_each = {address.split("/explain/")[1].split("/")[0]: address for address in numbers}

    assert len(one_of_each) > 5
    for address in one_of_each.values():
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).not_to_be_empty()
        expect(page.locator(".explain-notes li").first).to_be_visible()
        visitor.check_looks()


def test_an_opportunity_of_each_verdict_can_be_read(visitor):
    visitor.open_sample()
    page = visitor.page
    rows = page.locator("#list tbody tr").all()
    one_of_each = {row.get_attribute("data-verdict"): row.locator("a").get_attribute("href") for row in rows}

    assert len(one_of_each) > 3
    for address in one_of_each.values():
        page.goto(address)
        expect(page.locator(".vhead-why")).not_to_be_empty()
        visitor.check_looks()
