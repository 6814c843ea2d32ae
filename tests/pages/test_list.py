"""The judged list: find, filter, keep the place, use the keyboard."""

import re

from playwright.sync_api import expect


def test_an_opportunity_is_found_by_pinyin_initials_and_chinese(visitor):
    visitor.open_sample()
    page, rows = visitor.page, visitor.page.locator("#list tbody tr")
    everything = rows.count()

    for typed in ("biandianzhan", "bdz", "变电站"):
        page.get_by_role("searchbox").fill(typed)
        expect(rows).to_have_count(1)
        expect(rows).to_contain_text("变电站智能巡检")

    page.get_by_role("searchbox").fill("")
    expect(rows).to_have_count(everything)
    visitor.check_looks()


def test_filters_stand_in_the_address_and_outlast_a_change_of_language(visitor):
    visitor.open_sample()
    page, rows = visitor.page, visitor.page.locator("#list tbody tr")

    page.get_by_label(visitor.say("Verdict"), exact=True).select_option("probe")
    expect(page).to_have_url(re.compile(r"\?verdict=probe$"))
    shown = rows.count()
    page.reload()
    expect(rows).to_have_count(shown)
    visitor.switch_language()

    expect(page).to_have_url(re.compile(r"\?verdict=probe$"))
    expect(rows).to_have_count(shown)
    for row in rows.all():
        expect(row).to_have_attribute("data-verdict", "probe")


def test_closed_opportunities_are_named_and_not_judged(visitor):
    visitor.open_sample()

    closed = visitor.page.locator(".closed")

    expect(closed.get_by_role("row", name=re.compile("检修工单系统"))).to_contain_text(
        "won" if visitor.language == "en" else "赢单"
    )
    expect(visitor.page.locator("#list")).not_to_contain_text("检修工单系统")


def test_the_list_is_used_without_a_mouse(visitor):
    visitor.open_sample()
    page = visitor.page

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#main")
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("zzj")
    expect(page.locator("#list tbody tr")).to_have_count(1)
    page.get_by_role("link", name=re.compile("转辙机")).focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("转辙机健康管理")
