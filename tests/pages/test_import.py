"""Sales operations bring a book in by page, watch it go, and take it back; and take one out."""

import re

from playwright.sync_api import expect

DEAL = """{"customers": [{"name": "Walk Rail"}], "colleagues": [{"name": "Walker"}],
"opportunities": [{"name": "Walk Tower", "customer": "Walk Rail", "owner": "Walker"}]}"""
WRONG = DEAL.replace('"Walk Rail", "owner"', '"Walk Rial", "owner"')


def test_a_book_comes_in_by_drag_and_drop_and_is_taken_back(kept_as):
    qian = kept_as("Qian")
    page, say = qian.page, qian.say

    page.goto("/import/")
    qian.check_looks()
    qian.drop("walk.json", DEAL)
    expect(page.get_by_role("heading", level=1)).to_have_text(say("This is what it would store"))
    qian.check_looks()

    page.get_by_role("button", name=say("Store it")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("It is stored"))
    qian.check_looks()
    expect(page.get_by_role("link", name="Walk Tower")).to_be_visible()

    page.get_by_role("button", name=say("Take all of it back")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("It was taken back"))
    page.goto("/import/")
    expect(page.get_by_role("link", name="walk.json").first).to_be_visible()
    qian.check_looks()


def test_every_problem_of_a_book_stands_on_one_page_with_the_way_out(kept_as):
    qian = kept_as("Qian")
    page, say = qian.page, qian.say

    page.goto("/import/")
    qian.drop("wrong.json", WRONG)

    expect(page.get_by_role("cell", name="Walk Rial", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=say("Download as CSV"))).to_be_visible()
    qian.check_looks()


def test_a_file_that_is_no_book_is_said_at_the_field(kept_as):
    qian = kept_as("Qian")

    qian.page.goto("/import/")
    qian.drop("letter.txt", "Dear all,")

    expect(qian.page.locator("#book")).to_have_accessible_description(re.compile("letter.txt"))
    qian.check_looks()


def test_an_account_manager_takes_out_a_workbook_of_her_own(kept):
    page = kept.page

    page.goto("/import/")
    expect(page.locator("#book")).to_have_count(0)
    kept.check_looks()
    with page.expect_download() as download:
        page.get_by_role("link", name="XLSX").click()

    assert download.value.suggested_filename.endswith(".xlsx")
