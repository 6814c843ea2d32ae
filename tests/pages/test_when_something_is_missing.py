"""Not there, not in memory, not answering: always in our own words and looks."""

import re

from playwright.sync_api import expect


def test_an_address_that_leads_nowhere_says_so(visitor):
    reply = visitor.page.goto("/nowhere/")

    assert reply.status == 404
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(visitor.say("There is nothing here"))
    visitor.check_looks()


def test_a_workbook_no_longer_in_memory_is_asked_for_again(visitor):
    reply = visitor.page.goto("/workbook/")

    assert reply.status == 410
    expect(visitor.page.get_by_role("link", name=visitor.say("Judge a workbook")).last).to_be_visible()
    visitor.check_looks()


def test_a_number_asked_of_a_workbook_that_is_gone_says_so_in_its_dialog(visitor, come_in):
    visitor.open_sample()
    page = visitor.page
    page.goto("/workbook/linjiang-care/", wait_until="networkidle")
    page.context.clear_cookies(name="harehawk_session")
    come_in(page.context)

    page.locator(".fig .why").first.click()

    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(visitor.say("The workbook is no longer here: drop it again"))
    expect(dialog.get_by_role("link")).to_have_count(1)
    visitor.check_looks()


def test_an_opportunity_that_is_not_in_the_workbook_does_not_exist(visitor):
    visitor.open_sample()

    reply = visitor.page.goto("/workbook/nobody's/")

    assert reply.status == 404
    expect(visitor.page.locator("main")).to_contain_text("nobody's")


def test_a_form_from_before_a_restart_is_refused_with_the_way_out(visitor):
    visitor.page.goto("/judge/")
    visitor.page.context.clear_cookies(name="harehawk_csrf")

    visitor.page.get_by_role("button", name="English sample").click()

    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(
        visitor.say("Nothing was done: this page was opened too long ago")
    )
    visitor.check_looks()


def test_a_server_that_does_not_answer_is_told_where_one_is(visitor):
    visitor.open_sample()
    page = visitor.page
    page.goto("/workbook/linjiang-care/")
    page.context.set_offline(True)

    page.locator(".fig .why").first.click()

    expect(page.get_by_role("alert")).to_contain_text(visitor.say("The server does not answer."))
    page.context.set_offline(False)
    page.locator(".fig .why").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("[data-away]")).to_be_hidden()
    visitor.complaints.clear()


def test_everything_works_without_scripts(browser, server, come_in):
    context = browser.new_context(base_url=server, java_script_enabled=False)
    come_in(context)
    page = context.new_page()
    page.goto("/judge/")

    page.get_by_role("button", name="English sample").click()
    page.get_by_label("Verdict").select_option("abandon")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("verdict=abandon"))
    page.locator("#list tbody a").first.click()
    page.locator(".fig .why").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Chance of winning")
    context.close()
