"""Somebody follows the tutorial: what it tells is what they see."""

import json
import re
from pathlib import Path

import pytest
from django.utils import timezone

from harehawk.cli import main

TUTORIALS = Path(__file__).parents[2] / "docs" / "tutorial"
FIGURE = re.compile(r"\d[\d,.]*(?:%–\d+%|%|[KM]\b|万)")
OPPORTUNITY = "/workbook/linjiang-care/"


@pytest.fixture(
    params=[("en", "en", "first-verdict.md"), ("zh", "zh-CN", "first-verdict.zh.md")], ids=["English", "中文"]
)
def tutorial(request, browser, server, come_in):
    """The language, the text, and a page on which somebody who reads it has taken the sample."""
    language, locale, name = request.param
    context = browser.new_context(base_url=server, locale=locale)
    come_in(context)
    page = context.new_page()
    page.goto("/judge/")
    page.get_by_role("button", name={"en": "English sample", "zh": "中文示例"}[language]).click()
    yield language, (TUTORIALS / name).read_text(), page
    context.close()


def part(text, first, last):
    """What stands in some of its numbered sections."""
    return re.search(rf"^## {first}\..*?(?=^## {last + 1}\.)", text, re.MULTILINE | re.DOTALL)[0]


def test_every_figure_it_tells_of_the_sample_is_on_the_page(tutorial):
    _, text, page = tutorial
    page.goto(OPPORTUNITY)
    seen = page.inner_text("body")
    page.goto(f"{OPPORTUNITY}explain/criterion/formal_fit/")
    seen += page.inner_text("body")

    told = FIGURE.findall(part(text, 3, 5))

    assert len(told) > 10
    for figure in told:
        assert re.search(rf"(?<![\d.,]){re.escape(figure)}", seen), figure


def test_one_fact_turns_the_verdict_as_it_tells(tutorial, tmp_path):
    language, text, page = tutorial
    sure, guessed = FIGURE.findall(part(text, 6, 6))
    file = tmp_path / "sample.json"
    assert main(["sample", "--lang", language, "--out", str(file)]) == 0
    book = json.loads(file.read_text())

    for grade, figure in (("first-hand", sure), ("guess", guessed)):
        fact = {"opportunity": "linjiang-care", "criterion": "not_rigged", "answer": "yes", "grade": grade}
        fact |= {"source": "Chen Li", "learned_on": timezone.localdate().isoformat()}
        file.write_text(json.dumps(book | {"evidence": [*book["evidence"], fact]}))
        page.goto("/judge/")
        page.set_input_files("#book", file)
        page.wait_for_url("**/workbook/")
        page.goto(OPPORTUNITY)

        assert figure in page.inner_text(".figs")
