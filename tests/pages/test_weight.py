"""What a page weighs, and how it starts."""

import gzip

from playwright.sync_api import expect

MOST_SCRIPT = 300_000  # bytes, compressed


def test_a_page_loads_little_script_and_none_inline(page):
    scripts: list[bytes] = []
    page.on("response", lambda reply: scripts.append(reply.body()) if ".js" in reply.url else None)

    page.goto("/judge/", wait_until="networkidle")

    assert scripts
    assert sum(len(gzip.compress(script)) for script in scripts) <= MOST_SCRIPT
    assert page.locator("script:not([src])").count() == 0
    assert page.locator("[style]").count() == 0


def test_the_theme_switches_at_once_and_the_next_page_starts_with_it(page):
    page.emulate_media(color_scheme="light")
    page.goto("/judge/")
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")

    with page.expect_response("**/theme/"):
        page.get_by_role("button", name="Switch light and dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
