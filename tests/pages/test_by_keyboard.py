"""All that is entered about an opportunity goes in without a mouse: with Tab, the arrows, Space and Enter alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from harehawk.book.sheets import SHEET
from harehawk.book.sheets.choices import OUTCOMES_, Outcome

FARTHEST = 250  # stops of Tab from the top of a page to its end


def go(page: Page, target: Locator, *, fewest: int = FARTHEST) -> None:
    """Press Tab until something has the focus."""
    expect(target).to_be_attached()
    wanted = target.element_handle()
    for _ in range(fewest):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement === wanted", wanted):
            return
    raise AssertionError(f"Tab does not lead to {target}")


def saved(page: Page) -> None:
    """The page says what a write moved."""
    expect(page.locator(".moved")).to_be_visible()


def sheet(visitor, key: str) -> str:
    """What a sheet is called."""
    return SHEET[key].words.say(visitor.language[:2])


def enter_row(visitor, key: str, place: str, typed: dict[str, str]) -> None:
    """Open the rows of a sheet in their section, and fill in a new one; its fields come next after the link."""
    page = visitor.page
    go(page, page.locator(f"#edit-{place}").get_by_role("link", name=sheet(visitor, key), exact=True))
    page.keyboard.press("Enter")
    form = page.locator(f"#edit-{place} form.edit-form")
    expect(form).to_be_visible()
    for name, text in typed.items():
        field = form.locator(f"[name={name}]").first
        go(page, field, fewest=60)
        page.keyboard.type(text) if text else page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    saved(page)


@pytest.mark.slow
def test_everything_about_an_opportunity_is_entered_by_keyboard(kept):
    page = kept.page
    page.goto("/opportunities/")
    page.locator("#list tbody a").first.click()
    page.wait_for_url(re.compile(r"/opportunities/\d+/$"))
    address = page.url

    line = page.locator(".gate details.crit-more").first
    go(page, line.locator("summary").first)
    page.keyboard.press("Enter")
    go(page, line.locator("input[type=radio]").first, fewest=20)
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    saved(page)

    for key, place, typed in (
        ("needs", "needs", {"need": "在三月前上线"}),
        ("rivals", "rivals", {"rival": "白鹭"}),
        ("costs", "worth", {"item": "驻场", "month": "2", "amount": "20000"}),
        ("harms", "worth", {"harmed": "旁边的一单", "probability": "10", "loss": "50000"}),
    ):
        page.goto(address)
        enter_row(kept, key, place, typed)

    page.goto(address)
    go(page, page.locator(".talk a.link, .power a").first)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/stances/"))
    go(page, page.locator("main form input[type=radio]").first)
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    saved(page)

    page.goto(address)
    go(page, page.locator("#decide input[type=radio]").first)
    page.keyboard.press("Space")
    go(page, page.locator("#decide [name=reason]"), fewest=10)
    page.keyboard.type("先摸清再说")
    go(page, page.locator("#decide button"), fewest=10)
    page.keyboard.press("Enter")
    saved(page)

    go(page, page.locator('a[href$="/outcome/"]').first)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/outcome/"))
    go(page, page.locator("main form select[name=outcome]"))
    page.keyboard.press("ArrowDown")
    go(page, page.locator("main form button"))
    page.keyboard.press("Enter")
    page.wait_for_url(address)
    expect(page.locator("main")).to_contain_text(OUTCOMES_[Outcome.WON].say(kept.language[:2]))
