"""Somebody follows the tutorial: what it tells is what they see."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

TUTORIALS = Path(__file__).parents[2] / "docs" / "tutorial"
FIGURE = re.compile(r"\d[\d,.]*(?:%–\d+%|%|[KM]\b|万)")


class Words(NamedTuple):
    """What the tutorial calls what is pressed."""

    locale: str
    file: str
    joining: tuple[str, str, str, str]
    pressed: tuple[str, str, str, str]
    deal: str
    answer: tuple[str, str, str, str]
    save: str
    undo: str
    verdicts: tuple[str, str]


ENGLISH = Words(
    locale="en",
    file="first-verdict.md",
    joining=("E-mail", "Name", "New password", "Begin"),
    pressed=("Later: begin with the defaults", "Load the sample", "Look around as one of its people", "Guan Zhiheng"),
    deal="Predictive maintenance platform, phase one",
    answer=("Yes", "First-hand", "Guess", "Chen Li"),
    save="Save",
    undo="Undo",
    verdicts=("pursue", "probe"),
)
CHINESE = Words(
    locale="zh-CN",
    file="first-verdict.zh.md",
    joining=("邮箱", "姓名", "新密码", "开始"),
    pressed=("以后再填，先用缺省值", "载入示例", "以其中一人的身份查看", "关志恒"),
    deal="智能运维平台一期",
    answer=("是", "当面确认", "猜测", "陈立"),
    save="保存",
    undo="撤销",
    verdicts=("出击", "摸底"),
)


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=[ENGLISH, CHINESE], ids=["English", "中文"])
def words(request):
    return request.param


@pytest.fixture(scope="module")
def deal(words, browser, serve_on, tmp_path_factory) -> Iterator[Page]:
    """The page of the opportunity, as whoever did what the first two sections say comes to it."""
    served = serve_on(tmp_path_factory.mktemp("tutorial"))
    context = browser.new_context(base_url=served.address, locale=words.locale)
    page = context.new_page()
    page.goto(served.link)
    *labels, begin = words.joining
    for label, text in zip(labels, ("chen@example.com", "Chen", "a hare in the long grass"), strict=True):
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name=begin).click()
    later, load, look, somebody = words.pressed
    page.get_by_role("link", name=later).click()
    page.get_by_role("button", name=load).click()
    page.get_by_role("link", name=look).click()
    page.get_by_role("button", name=somebody).click()
    page.get_by_role("link", name=words.deal).first.click()
    page.wait_for_url("**/opportunities/*/")
    yield page
    context.close()


def part(words, first, last):
    """What stands in some of the numbered sections."""
    text = (TUTORIALS / words.file).read_text()
    return re.search(rf"^## {first}\..*?(?=^## {last + 1}\.)", text, re.MULTILINE | re.DOTALL)[0]


def record(page, words, grade):
    """Answer the question that is open under “Ask next”."""
    yes, _, _, source = words.answer
    form = page.locator(".ask-first form")
    form.get_by_role("radio", name=yes, exact=True).check()
    form.get_by_role("radio", name=grade, exact=True).check()
    form.locator('[name="source"]').fill(source)
    form.get_by_role("button", name=words.save).click()


def test_every_figure_it_tells_of_the_sample_is_on_the_page(words, deal):
    seen, address = deal.inner_text("body"), deal.url
    deal.goto(f"{address}explain/criterion/formal_fit/")
    seen += deal.inner_text("body")
    deal.goto(address)

    told = FIGURE.findall(part(words, 3, 5))

    assert len(told) > 10
    for figure in told:
        assert re.search(rf"(?<![\d.,]){re.escape(figure)}", seen), figure


def test_one_fact_turns_the_verdict_as_it_tells_and_undo_turns_it_back(words, deal):
    promised, guessed = FIGURE.findall(part(words, 6, 6))
    _, sure, guess, _ = words.answer
    pursue, probe = words.verdicts

    record(deal, words, sure)
    expect(deal.locator(".figs")).to_contain_text(promised)
    expect(deal.locator(".moved")).to_contain_text(pursue)
    deal.locator(".moved").get_by_role("button", name=words.undo).click()
    expect(deal.locator(".moved")).to_contain_text(probe)
    record(deal, words, guess)
    expect(deal.locator(".figs")).to_contain_text(guessed)
