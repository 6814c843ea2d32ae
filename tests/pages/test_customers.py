"""Walks through customers and people: find, read, change in place, take back."""

import re

from playwright.sync_api import expect


def field(visitor, name):
    return visitor.page.locator(f'main [name="{name}"]')


def test_a_director_finds_a_customer_and_whoever_sits_there(kept_as):
    guan = kept_as("director")
    guan.page.goto("/customers/")
    guan.check_looks()
    guan.page.get_by_label(guan.say("Find"), exact=True).fill("临江地铁")
    expect(guan.page.locator("#list tbody tr")).to_have_count(1)
    expect(guan.page).to_have_url(re.compile(r"\?q="))

    guan.page.get_by_role("link", name="临江地铁运营公司").click()

    expect(guan.page.get_by_role("heading", level=1)).to_have_text("临江地铁运营公司")
    for title in ("Opportunities", "How it pays", "People and posts", "Who knows whom", "The group"):
        expect(guan.page.get_by_role("heading", level=2, name=guan.say(title), exact=True)).to_be_visible()
    guan.page.locator("#invoices summary").click()
    guan.check_looks()

    guan.page.locator("#people").get_by_role("link", name="董凯").click()
    expect(guan.page.get_by_role("heading", level=1)).to_have_text("董凯")
    guan.check_looks()


def test_another_class_is_chosen_in_place_told_and_taken_back(kept):
    kept.page.goto("/customers/")
    kept.page.locator("#list").get_by_role("link", name="临江轨道建设公司").click()
    expect(kept.page.locator(".crumbs .tag")).to_have_count(0)

    kept.page.get_by_role("link", name=kept.say("Change"), exact=True).first.click()
    form = kept.page.locator("#edit-about form")
    expect(form).to_be_visible()
    kept.check_looks()
    field(kept, "customer_class").select_option("standard")
    form.get_by_role("button", name=kept.say("Save")).click()

    expect(kept.page.locator(".moved")).to_contain_text(kept.say("Saved."))
    expect(kept.page.locator(".crumbs .tag")).to_have_count(1)
    expect(form).to_have_count(0)
    kept.check_looks()
    kept.page.locator(".moved").get_by_role("button", name=kept.say("Undo")).click()
    expect(kept.page.locator(".crumbs .tag")).to_have_count(0)


def test_a_wrong_day_stands_at_its_field_and_what_was_typed_stays(kept):
    kept.page.goto("/customers/?q=临江地铁")
    kept.page.locator("#list").get_by_role("link", name="临江地铁运营公司").click()
    kept.page.get_by_role("link", name=kept.say("Add an invoice")).click()
    field(kept, "number").fill("F-1")
    field(kept, "issued_on").fill("2026-03-10")
    field(kept, "due_on").fill("2026-03-01")

    kept.page.locator("#edit-invoices").get_by_role("button", name=kept.say("Save")).click()

    expect(kept.page.locator("#edit-invoices .error-line")).to_be_visible()
    expect(field(kept, "number")).to_have_value("F-1")
    kept.check_looks()


def test_a_relationship_is_recorded_where_a_person_is_read(kept):
    kept.page.goto("/people/")
    kept.check_looks()
    kept.page.get_by_label(kept.say("Find"), exact=True).fill("许静")
    kept.page.locator("#list").get_by_role("link", name="许静").click()
    expect(kept.page.get_by_text(kept.say("Nobody of ours knows them yet."))).to_be_visible()

    kept.page.get_by_role("link", name=kept.say("Record a relationship")).click()
    field(kept, "colleague").select_option(label="林晓岚")
    field(kept, "closeness").fill("2")
    field(kept, "source").fill("年会上聊过")
    kept.page.locator("#edit-ties").get_by_role("button", name=kept.say("Save")).click()

    expect(kept.page.locator("#ties")).to_contain_text("年会上聊过")
    kept.check_looks()
    kept.page.locator(".moved").get_by_role("button", name=kept.say("Undo")).click()
    expect(kept.page.get_by_text(kept.say("Nobody of ours knows them yet."))).to_be_visible()
