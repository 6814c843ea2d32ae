"""Drop a workbook, see what is wrong with it, mend it, and see it judged."""

import re

from playwright.sync_api import expect

FAULTY = """customer,class,opportunity,owner,amount,expected signature,need,money
Linjiang Rail,strategic,Maintenance platform,Lin,three million,2027-13-01,explicit,secured
Beiling Grid,key,Inspection,He,8000000,2027-03-01,approved,sought
"""
MENDED = FAULTY.replace("three million", "3000000").replace("2027-13-01", "2027-12-01")


def test_a_workbook_with_errors_names_every_cell_and_once_mended_it_is_judged(visitor):
    page = visitor.page
    page.goto("/judge/")
    visitor.check_looks()

    visitor.drop("deals.csv", FAULTY)

    rows = page.locator("tbody").get_by_role("row")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("three million")
    expect(rows.nth(1)).to_contain_text("2027-13-01")
    promise = "Nothing was judged or stored. Mend them all at once, then drop the workbook again."
    expect(page.get_by_text(visitor.say(promise))).to_be_visible()
    visitor.check_looks()

    page.locator("main").get_by_role("link", name=visitor.say("Drop it again")).click()
    visitor.drop("deals.csv", MENDED)

    page.wait_for_url("**/workbook/")
    expect(page.locator("#list tbody").get_by_role("row")).to_have_count(2)
    expect(page.get_by_role("row", name=re.compile("Maintenance platform"))).to_be_visible()


def test_the_problems_stay_when_the_language_changes(visitor):
    page = visitor.page
    page.goto("/judge/")
    visitor.drop("deals.csv", FAULTY)
    page.wait_for_url("**/problems/")

    visitor.switch_language()

    expect(page.locator("html")).to_have_attribute("lang", "en" if visitor.language == "zh-hans" else "zh-Hans")
    expect(page.locator("tbody").get_by_role("row")).to_have_count(2)


def test_the_problems_can_be_taken_along_as_a_table(visitor):
    page = visitor.page
    page.goto("/judge/")
    visitor.drop("deals.csv", FAULTY)

    with page.expect_download() as download:
        page.get_by_role("link", name=visitor.say("Download as CSV")).click()

    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "three million" in text
    assert len(text.splitlines()) == 3


def test_a_file_that_is_no_workbook_is_refused_beside_the_form(visitor):
    page = visitor.page
    page.goto("/judge/")

    visitor.drop("holiday.xlsx", "no workbook at all")

    field = page.locator("input[type=file]")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    expect(page.get_by_role("alert").filter(has_text="holiday.xlsx")).to_be_visible()
    visitor.check_looks()


def test_a_file_too_large_for_a_page_is_sent_to_the_command_line(visitor, tmp_path):
    page = visitor.page
    page.goto("/judge/")
    archive = tmp_path / "archive.csv"
    archive.write_bytes(bytes(33 * 2**20))

    page.locator("input[type=file]").set_input_files(archive)

    expect(page.get_by_role("alert").filter(has_text="harehawk judge")).to_be_visible()


def test_templates_and_the_sample_can_be_fetched_in_both_languages(visitor):
    page = visitor.page
    page.goto("/judge/")

    links = page.locator(".downloads a")

    assert links.count() == 6
    for link in links.all():
        reply = page.request.get(link.get_attribute("href"))
        assert reply.ok
        assert reply.body().startswith(b"PK")
