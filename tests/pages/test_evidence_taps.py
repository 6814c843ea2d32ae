"""Tell what was learnt with the thumb: at most four taps from the page of an opportunity to the moved verdict."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from harehawk.book.sheets.choices import ANSWERS, ATTITUDES, GRADES


@dataclass
class Taps:
    """Counts what somebody touches."""

    page: Page
    count: int = 0

    def tap(self, target: Locator) -> None:
        target.click()
        self.count += 1


def say(visitor, table, code):
    """A choice of the book as the pages write it."""
    word = table[code].say("zh" if visitor.language == "zh-hans" else "en")
    return word[:1].upper() + word[1:]


def open_one(visitor):
    """Some opportunity of theirs that is judged."""
    visitor.page.goto(addresses(visitor)[0])


def addresses(visitor):
    """Of the opportunities on their list."""
    visitor.page.goto("/opportunities/")
    expect(visitor.page.locator("#list")).to_be_visible()
    links = [a.get_attribute("href") for a in visitor.page.locator("main a").all()]
    return [link for link in links if re.fullmatch(r"/opportunities/\d+/", link or "")]


def test_evidence_takes_four_taps_at_most(kept):
    open_one(kept)
    page, taps, unfold = kept.page, Taps(kept.page), kept.page.locator(".gate-more").first
    folded = kept.width < 720  # on a phone a gate is unfolded first, and the grade is left as it was last time
    line = page.locator(".gate").first.locator("details.crit-more").first
    answer = lambda code: line.get_by_role("radio", name=say(kept, ANSWERS, code), exact=True)  # noqa: E731

    if folded:
        taps.tap(unfold)
    taps.tap(line.locator("summary").first)
    taps.tap(answer("yes"))
    if not folded:
        taps.tap(line.get_by_role("radio", name=say(kept, GRADES, "second-hand"), exact=True))
    kept.check_looks()
    taps.tap(line.get_by_role("button", name=kept.say("Save")))

    assert taps.count <= 4
    expect(page.get_by_role("status").first).to_be_visible()
    if folded:
        unfold.click()
    line.locator("summary").first.click()
    expect(line.locator(".said-list li").first).to_contain_text(say(kept, ANSWERS, "yes"))
    expect(line.locator("[name=by]:checked")).to_have_count(1)  # the next answer starts from who said this one


def test_the_first_question_takes_its_answer_where_it_stands(kept):
    asking = kept.page.locator(".ask-first details.ask-do")
    for address in addresses(kept):
        kept.page.goto(address)
        if asking.count():
            break

    taps = Taps(kept.page)
    taps.tap(asking.get_by_role("radio", name=say(kept, ANSWERS, "asked, not known"), exact=True))
    kept.check_looks()
    taps.tap(asking.get_by_role("button", name=kept.say("Save")))

    assert taps.count <= 4
    expect(kept.page.get_by_role("status").first).to_be_visible()


def test_the_first_evidence_of_a_new_opportunity_takes_four_taps_and_no_typing(kept):
    page = kept.page
    page.goto("/opportunities/add/")
    page.locator("main").get_by_label(kept.say("Customer"), exact=True).fill("临江轨道交通集团")
    page.get_by_label(re.compile("^(Name|名称)$")).fill("第二条线")
    page.get_by_role("button", name=kept.say("Add it")).click()

    taps = Taps(page)
    taps.tap(page.locator(".start").get_by_role("link", name=kept.say("Answer")).first)
    taps.tap(page.get_by_role("radio", name=say(kept, ANSWERS, "yes"), exact=True))
    taps.tap(page.get_by_role("radio", name=say(kept, GRADES, "second-hand"), exact=True))
    kept.check_looks()
    taps.tap(page.get_by_role("button", name=kept.say("Save")))

    assert taps.count == 4
    page.wait_for_url(re.compile(r"/opportunities/\d+/$"))
    expect(page.get_by_role("status").first).to_be_visible()


def test_each_form_of_facts_stands_as_a_page_of_its_own(kept):
    open_one(kept)
    page, start = kept.page, kept.page.url
    forms = [
        *{a.get_attribute("href") for a in page.locator("a[href*='/stances/']").all()},
        *{a.get_attribute("href") for a in page.locator("a[href*='/factors/']").all()[:1]},
        *(f"{start}{one}/" for one in ("influence", "decision", "outcome", "team", "evidence/funds_enough")),
    ]

    for address in forms:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).not_to_be_empty()
        kept.check_looks()


def test_a_stance_is_told_on_its_page(kept):
    open_one(kept)
    page = kept.page
    page.locator("a[href*='/stances/']").first.click()

    page.get_by_role("radio", name=say(kept, ATTITUDES, "neutral"), exact=True).click()
    page.get_by_role("combobox").last.fill("Mei")
    page.get_by_role("button", name=kept.say("Save")).click()

    page.wait_for_url(re.compile(r"/opportunities/\d+/$"))
    expect(page.get_by_role("status").first).to_be_visible()
