"""Somebody takes the sample to see what Harehawk does: its stories hold, in both languages, on any day."""

import csv
import datetime as dt
import re
from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest

from harehawk.book.cases import cases
from harehawk.book.read import read
from harehawk.book.sample import sample
from harehawk.book.schema import Kind
from harehawk.book.sheets import SHEETS
from harehawk.book.sheets.choices import TriageMoney, TriageNeed
from harehawk.book.write import write
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import Verdict

TODAY = dt.date(2026, 11, 24)
DAYS = (TODAY, dt.date(2027, 11, 24), dt.date(2028, 2, 29), dt.date(2029, 1, 1))
LANGUAGES = ("zh", "en")
PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "sample.md"
HAN = re.compile(r"[\u4e00-\u9fff]")


def judged(language="en", day=TODAY, customer_class=None):
    found = judge(cases(sample(language, day), day, customer_class))
    return {judgement.case: judgement for judgement in found}


def table(heading):
    """The rows of a table of the page, by id."""
    section = PAGE.read_text().partition(f"## {heading}")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:1] == "|"]
    return {row[0]: row[1:] for row in rows[2:]}


def figures(judgement):
    """All that a judgement says in numbers; names of rivals are words of a language."""
    return (
        judgement.verdict, judgement.why, judgement.failing_gate, judgement.level, judgement.chance, judgement.gates,
        judgement.group_support, judgement.expected_value, judgement.confidence, judgement.assumed, judgement.talk_next,
        [(question.value, question.if_yes, question.if_no) for question in judgement.questions],
        list(judgement.shares.values()), judgement.worth.total, judgement.worth.peak_capital,
    )  # fmt: skip


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_open_opportunity_gets_the_verdict_its_story_tells(language, day):
    told = {name: cells[-1] for name, cells in table("Open opportunities").items()}

    assert {name: f"{one.verdict} ({one.why})" for name, one in judged(language, day).items()} == told


def test_both_languages_get_the_same_judgements():
    chinese, english = judged("zh"), judged("en")

    assert {name: figures(one) for name, one in chinese.items()} == {
        name: figures(one) for name, one in english.items()
    }


def test_the_page_names_every_opportunity_as_the_book_does():
    named = {name: cells[0] for heading in ("Open", "Closed") for name, cells in table(f"{heading} opp").items()}
    chinese = {row.id: row.name for row in sample("zh", TODAY).opportunities}

    assert named == {row.id: f"{row.name} {chinese[row.id]}" for row in sample("en", TODAY).opportunities}


def test_the_closed_ones_ended_as_the_page_says():
    told = {name: cells[1] for name, cells in table("Closed opportunities").items()}

    assert {row.opportunity: row.outcome.value for row in sample("en", TODAY).outcomes} == told


def test_what_earns_most_in_cash_is_not_worth_it_and_what_earns_least_is():
    found = judged()
    by_cash = sorted(found, key=lambda name: found[name].worth.net_present_value)

    assert (by_cash[0], found["depot-energy"].verdict) == ("depot-energy", Verdict.PURSUE)
    assert (by_cash[-1], found["dispatch"].verdict) == ("dispatch", Verdict.ABANDON)
    assert found["dispatch"].failing_gate == 4


def test_a_class_change_turns_the_pumping_stations():
    assert judged()["pump-stations"].verdict is Verdict.ABANDON
    assert judged(customer_class="key")["pump-stations"].verdict is Verdict.PURSUE


def test_the_overruled_limit_stays_broken_and_is_pursued_all_the_same():
    relays = judged()["relays"]

    assert not all(limit.kept for limit in relays.worth.limits)
    assert relays.verdict is Verdict.PURSUE


def test_the_sample_is_as_large_as_promised():
    book = sample("en", TODAY)
    counts = [len(book.rows(name)) for name in ("customers", "people", "colleagues", "opportunities", "outcomes")]

    assert counts == [12, 90, 12, 25, 10]
    assert len(book.invoices) >= 30
    assert len({row.parent for row in book.customers if row.parent}) == 3
    assert {row.id for row in book.posts} - {row.post for row in book.people} == {"linjiang.safety"}  # an empty seat
    assert dt.timedelta(500) < TODAY - min(row.found_on for row in book.opportunities) < dt.timedelta(560)


def test_signals_fill_every_cell_of_the_triage():
    cells = {(row.need, row.money) for row in sample("en", TODAY).signals if row.need and row.money}

    assert cells == set(product(TriageNeed, TriageMoney))


def test_rivals_come_in_every_pattern():
    rows = {row.id: row for row in cases(sample("en", TODAY), TODAY).rows}

    assert rows["depot-energy"].rivals == ()
    assert {tie.rival for tie in rows["linjiang-care"].group.ties} == {"Haiyue Information"}
    assert [rival.takes_share for rival in rows["point-machines"].rivals] == [True, True]
    assert [rival.takes_share for rival in rows["plants-platform"].rivals] == [True, False]  # doing nothing
    assert [row.id for row in rows.values() if row.closed] == ["wind-two", "pump-stations"]


def test_nobody_out_of_reach_is_somebody_to_talk_to():
    out_of_reach = {row.id for row in sample("en", TODAY).people if row.no_contact}
    seats = {person for body in sample("en", TODAY).bodies for person in body.members}
    talks = {step.person for one in judged().values() for step in one.talk_next}

    assert out_of_reach & seats == {"luo-yiping"}
    assert not out_of_reach & talks


def test_every_choice_of_the_book_occurs():
    book = sample("en", TODAY)
    used, choices = defaultdict(set), {}
    for sheet in SHEETS:
        for column in (column for column in sheet.columns if column.choices):
            cells = [getattr(row, column.key) for row in book.rows(sheet.key)]
            used[id(column.choices)] |= {
                one for cell in cells for one in (cell if column.kind is Kind.CHOICES else (cell,))
            }
            choices[id(column.choices)] = set(column.choices)

    assert [left for key, own in choices.items() if (left := own - used[key])] == []


def test_each_language_is_whole():
    english = "\n".join(texts(sample("en", TODAY)))
    chinese = "\n".join(texts(sample("zh", TODAY)))

    assert HAN.findall(english) == []
    assert re.findall(r"[\u4e00-\u9fff] +\w|\w +[\u4e00-\u9fff]", chinese) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["xlsx", "csv", "zip", "json"])
def test_the_written_sample_is_read_back_without_a_word_and_unchanged(tmp_path, language, kind):
    book, file = sample(language, TODAY), tmp_path / f"sample.{kind}"

    write(book, file, kind, language)
    reading = read(file, file.name, today=TODAY, language=language)

    assert (reading.problems, reading.warnings) == ((), ())
    assert reading.book == book


def test_no_organisation_of_the_sample_exists(shared_data):
    real = set()
    for file in ("company_names_cn_en.csv", "company_short_cn_40k.csv"):
        with (shared_data / file).open(encoding="utf-8-sig", newline="") as lines:
            real |= {cell.strip().lower() for row in csv.reader(lines) for cell in row if len(cell.strip()) > 2}

    for language in LANGUAGES:
        for name in organisations(sample(language, TODAY)):
            assert name.lower() not in real
            if HAN.search(name):
                assert not [one for one in real if one in name and HAN.search(one)], name


def texts(book):
    """Every text cell of the book but ids and mail addresses."""
    ids = {"id", "email", "code", "number", "currency", "customer_class"}
    for sheet in SHEETS:
        for column in (column for column in sheet.columns if column.kind is Kind.TEXT and column.key not in ids):
            yield from (cell for row in book.rows(sheet.key) if (cell := getattr(row, column.key)))


def organisations(book):
    yield from (row.name for row in (*book.company, *book.customers))
    yield from (row.rival for row in book.rivals)
    yield from (row.organisation for row in book.people if row.organisation)
    yield from (row.provider for row in book.needs if row.provider)
    yield from (row.contractor for row in book.routes)
