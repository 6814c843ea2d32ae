"""The list of the opportunities that are kept: start there, find, sort, choose columns, add one."""

import re

from playwright.sync_api import expect


def test_everybody_starts_at_the_list_and_finds_the_other_areas_from_it(kept):
    page = kept.page
    page.goto("/")

    expect(page).to_have_url(re.compile("/opportunities/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(kept.say("Opportunities"))
    kept.check_looks()

    areas = page.get_by_role("navigation", name=kept.say("Bottom" if kept.width == 390 else "Main"), exact=True)
    expect(areas.get_by_role("link", name=kept.say("Customers"))).to_be_visible()
    if kept.width < 1180:
        areas.get_by_text(kept.say("More"), exact=True).click()
    expect(areas.get_by_role("link", name=kept.say("Judge a workbook"))).to_be_visible()
    kept.check_looks()
    areas.get_by_role("link", name=kept.say("Method"), exact=True).click()
    expect(page).to_have_url(re.compile("/method/$"))


def test_what_is_asked_of_the_list_stands_in_the_address_and_outlasts_a_change_of_language(kept):
    page, rows = kept.page, kept.page.locator("#list tbody tr")
    page.goto("/opportunities/")

    page.get_by_label(kept.say("Verdict"), exact=True).first.select_option("probe")
    expect(page).to_have_url(re.compile(r"\?.*verdict=probe"))
    page.get_by_role("searchbox").fill("智能运维平台一期")
    expect(rows).to_have_count(1)
    page.locator("summary", has_text=kept.say("Columns")).click()
    page.get_by_role("checkbox", name=kept.say("Owner")).check()
    expect(rows).to_contain_text("林晓岚")
    kept.check_looks()
    kept.switch_language()

    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("林晓岚")
    expect(page).to_have_url(re.compile("show=owner"))


def test_a_head_of_the_table_sorts_it(kept):
    page = kept.page
    page.goto("/opportunities/")
    if kept.width == 390:  # a list has no heads; the form sorts it
        page.get_by_label(kept.say("In order of"), exact=True).select_option("customer")
    else:
        page.get_by_role("columnheader", name=kept.say("Customer and opportunity")).get_by_role("link").click()

    expect(page).to_have_url(re.compile("sort=customer"))
    names = page.locator("#list tbody th b").all_inner_texts()
    assert names == sorted(names)
    kept.check_looks()


def test_who_reads_no_judgement_is_shown_none(kept_as):
    qian = kept_as("operations")
    qian.page.goto("/opportunities/")

    expect(qian.page.get_by_role("row", name=re.compile("智能运维平台一期"))).to_contain_text("林晓岚")
    expect(qian.page.locator("#list [data-verdict]")).to_have_count(0)
    qian.check_looks()


def test_a_new_opportunity_is_probe_and_asks_its_first_question(kept):
    page = kept.page
    page.goto("/opportunities/")
    page.get_by_role("link", name=kept.say("Add an opportunity")).click()
    kept.check_looks()

    page.locator("main").get_by_label(kept.say("Customer"), exact=True).fill("临江地铁运营公司")
    page.get_by_label(re.compile("^(Name|名称)$")).fill("新线")
    page.get_by_role("button", name=kept.say("Add it")).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("新线")
    expect(page.locator(".vhead")).to_have_attribute("data-verdict", "probe")
    expect(page.locator(".start .start-ask").first.locator(".fact-form .seg-answer input")).to_have_count(3)
