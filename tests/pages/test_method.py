"""The method in a browser: read it, change it as sales operations, and see as a director what it would do."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.pages.conftest import Visitor


def test_a_floor_is_raised_and_a_director_sees_first_whose_verdict_turns(kept_as: Callable[[str], Visitor]) -> None:
    qian, director = kept_as("operations"), kept_as("director")
    page = qian.page
    page.goto("/method/")
    qian.check_looks()
    page.get_by_role("region", name=qian.say("Classes of customers")).get_by_role("link").nth(2).click()
    qian.check_looks()

    page.locator("#classes-margin_floor").fill("300%")
    page.get_by_role("button", name=qian.say("See what it would change")).click()
    expect(page.locator("#classes-margin_floor_error")).to_be_visible()
    expect(page.locator("#classes-margin_floor")).to_have_value("300%")
    qian.check_looks()
    page.locator("#classes-margin_floor").fill("60%")
    page.get_by_role("button", name=qian.say("See what it would change")).click()
    page.wait_for_url("**/method/previews/*/")
    qian.check_looks()

    director.page.goto("/method/")
    director.page.locator(".trials a").first.click()
    expect(director.page.locator(".turned .verdict").first).to_be_visible()
    expect(director.page.get_by_role("button", name=director.say("Let it hold from now on"))).to_have_count(0)
    director.check_looks()

    page.get_by_role("button", name=qian.say("Let it hold from now on")).click()
    expect(page.locator(".said")).to_contain_text(qian.say("It holds from now on. What rests on it is judged anew."))
    qian.check_looks()
    page.get_by_role("button", name=qian.say("Take it back")).first.click()
    expect(page.locator(".said")).to_contain_text(qian.say("It was taken back. What rests on it is judged anew."))


def test_who_does_not_set_the_method_reads_it(kept: Visitor) -> None:
    kept.page.goto("/method/")

    expect(kept.page.locator(".lead-say")).to_be_visible()
    expect(kept.page.locator(".sec-do")).to_have_count(0)
    kept.check_looks()
