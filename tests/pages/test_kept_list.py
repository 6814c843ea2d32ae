"""The list of the opportunities that are kept."""

from playwright.sync_api import expect


def test_everybody_starts_at_the_list(kept):
    kept.page.goto("/")

    expect(kept.page).to_have_url("/opportunities/")
    expect(kept.page.get_by_role("heading", level=1)).to_have_text(kept.say("Opportunities"))
    assert kept.page.locator("#list tbody tr").count() > 3
    kept.check_looks()
