"""What is entered of an opportunity is changed where it is shown, and the verdict follows before one's eyes."""

import re

from playwright.sync_api import Page, expect

from harehawk.book.sheets import SHEET


def open_first(page: Page) -> None:
    """The first opportunity of somebody's list."""
    page.goto("/opportunities/")
    page.locator("#list tbody a").first.click()
    page.wait_for_url(re.compile(r"/opportunities/\d+/$"))


def sheet(visitor, key: str) -> str:
    """What a sheet is called."""
    return SHEET[key].words.say(visitor.language[:2])


def label(visitor, sheet: str, key: str) -> re.Pattern[str]:
    """What a field is called, in whichever case it begins."""
    return re.compile(re.escape(SHEET[sheet].column(key).words.say(visitor.language[:2])), re.IGNORECASE)


def open_sheet(visitor, key: str, place: str) -> None:
    """The rows of a sheet, in their section."""
    visitor.page.locator(f"#edit-{place}").get_by_role("link", name=sheet(visitor, key), exact=True).click()
    expect(visitor.page.get_by_role("heading", name=sheet(visitor, key), exact=True).last).to_be_visible()


def test_a_need_that_nobody_meets_turns_the_verdict_in_place_and_undo_turns_it_back(kept):
    page = kept.page
    open_first(page)
    verdict = page.locator(".vhead").get_attribute("data-verdict")
    address = page.url

    open_sheet(kept, "needs", "needs")
    form = page.locator("#edit-needs form.edit-form")
    form.get_by_label(label(kept, "needs", "need"), exact=True).first.fill("在三月前上线")
    form.locator("select[name=fit]").select_option("none")
    kept.check_looks()
    form.get_by_role("button", name=kept.say("Save"), exact=True).click()

    moved = page.locator(".moved")
    expect(moved).to_be_in_viewport()
    expect(page.locator(".vhead")).to_have_attribute("data-verdict", "abandon")
    assert page.url.split("#")[0] == address
    kept.check_looks()
    moved.get_by_role("button", name=kept.say("Undo"), exact=True).click()

    expect(page.locator(".vhead")).to_have_attribute("data-verdict", verdict or "")
    expect(page.get_by_text("在三月前上线")).to_have_count(0)


def test_what_cannot_be_is_said_at_its_field_without_leaving_the_page(kept):
    page = kept.page
    open_first(page)

    open_sheet(kept, "payments", "worth")
    form = page.locator("#edit-worth form.edit-form")
    form.locator("[name=name]").fill("尾款")
    form.locator("[name=share]").fill("150")
    form.locator("[name=share]").press("Enter")

    share = page.locator("#edit-worth [name=share]")
    expect(share).to_have_attribute("aria-invalid", "true")
    expect(share).to_have_value("150")
    expect(page.locator("#edit-worth [name=name]")).to_have_value("尾款")
    kept.check_looks()
    page.locator("#edit-worth").get_by_role("link", name=kept.say("Close"), exact=True).click()
    expect(page.locator("#edit-worth form.edit-form")).to_have_count(0)


def test_the_rows_and_the_fields_have_pages_of_their_own(kept):
    page = kept.page
    open_first(page)
    address = page.url

    for key in ("members", "bodies", "rivals", "tender_points", "routes", "costs", "worth", "harms", "effort"):
        page.goto(f"{address}rows/{key}/")
        expect(page.get_by_role("heading", name=sheet(kept, key), exact=True)).to_be_visible()
        kept.check_looks()
    page.goto(address)
    page.get_by_role("link", name=kept.say("Change"), exact=True).first.click()
    expect(page.locator("[name=amount]")).to_be_visible()
    kept.check_looks()


def test_two_people_at_the_same_cost_see_what_the_other_wrote_and_lose_nothing(kept_as):
    lin, zhou = kept_as("林晓岚"), kept_as("account_manager")
    open_first(lin.page)
    costs = f"{lin.page.url}rows/costs/"
    lin.page.goto(costs)
    item = f"吊装 {lin.language} {lin.theme} {lin.width}"
    for key, value in {"item": item, "month": "5", "amount": "200000"}.items():
        lin.page.locator(f"[name={key}]").fill(value)
    lin.page.get_by_role("button", name=lin.say("Save"), exact=True).click()
    expect(lin.page.locator(".moved")).to_be_visible()

    for one in (lin, zhou):
        one.page.goto(costs)
        one.page.locator(".entered li").filter(has_text=item).get_by_role("link").click()
        expect(one.page.locator("[name=item]")).to_have_value(item)
    zhou.page.locator("[name=amount]").fill("300000")
    zhou.page.locator("[name=amount]").press("Enter")
    expect(zhou.page.locator(".moved")).to_be_visible()
    lin.page.locator("[name=amount]").fill("250000")
    lin.page.locator("[name=month]").fill("6")
    lin.page.locator("[name=amount]").press("Enter")

    expect(lin.page.locator(".clash")).to_contain_text("周岩")
    expect(lin.page.locator("[name=amount]")).to_have_value("250000")
    lin.check_looks()
    lin.page.get_by_label(lin.say("take theirs"), exact=True).check()
    lin.page.get_by_role("button", name=lin.say("Save"), exact=True).click()
    expect(lin.page.locator(".moved")).to_be_visible()
    lin.page.goto(costs)
    row = lin.page.locator(".entered li").filter(has_text=item)
    expect(row).to_contain_text("6")
    expect(row).to_contain_text("30万" if lin.language == "zh-hans" else "300,000")
    row.get_by_role("button").click()
    expect(lin.page.locator(".moved")).to_be_visible()
