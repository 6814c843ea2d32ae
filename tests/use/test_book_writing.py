"""A book goes out for people: with drop-downs, notes and marks, and what looks like a formula stays text."""

import csv
import datetime as dt
import io
import zipfile

import pytest

from harehawk.book.problems import FileProblem
from harehawk.book.read import read
from harehawk.book.sheets import SHEETS, Book
from harehawk.book.sheets.customers import ColleagueRow, CustomerRow, PersonRow
from harehawk.book.sheets.opportunities import OpportunityRow
from harehawk.book.template import template
from harehawk.book.write import write

TODAY = dt.date(2026, 11, 24)
FORMULAS = ("=1+1", "+86 10", "-1", "@SUM(1)", "\t=1", "'=1", "＝cmd", '=HYPERLINK("http://example.invalid")')
BOOK = Book(
    customers=(CustomerRow(id="A", name="江东电网", customer_class="key"), CustomerRow(id="B", name="西河水务")),
    people=(
        PersonRow(id="1", name="王强", customer="A"),
        PersonRow(id="2", name="王强", customer="B"),
        PersonRow(name="赵刚", customer="A", reports_to="1"),
    ),
    colleagues=(ColleagueRow(name="李雷"),),
    opportunities=(
        OpportunityRow(
            name="调度系统", customer="A", owner="李雷", amount=3_200_000, margin=0.125, expected_signature=TODAY
        ),
    ),
)


def out(book, kind, language="zh"):
    target = io.BytesIO()
    write(book, target, kind, language)
    return target.getvalue()


def part(data, title):
    """The XML of a sheet of a workbook, by its title."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        titles = packed.read("xl/workbook.xml").decode().split('name="')[1:]
        place = next(number for number, one in enumerate(titles, 1) if one.startswith(f'{title}"'))
        return packed.read(f"xl/worksheets/sheet{place}.xml").decode()


def rows(data, name):
    """A CSV file of a zip, as a spreadsheet would show it."""
    text = zipfile.ZipFile(io.BytesIO(data)).read(name).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_names_stand_where_ids_are_kept_and_tell_apart_who_has_the_same_name():
    people = rows(out(BOOK, "zip"), "客户方人员.csv")
    heading = people[0]

    assert [row[heading.index("客户")] for row in people[1:]] == ["江东电网", "西河水务", "江东电网"]
    assert people[3][heading.index("汇报给")] == "王强（江东电网）"
    assert rows(out(BOOK, "zip"), "客户.csv")[1][2] == "重点"
    assert rows(out(BOOK, "zip", "en"), "Customers.csv")[1][2] == "key"


def test_per_cents_days_and_amounts_are_written_as_such():
    deal = dict(zip(*rows(out(BOOK, "zip", "en"), "Opportunities.csv"), strict=True))

    assert (deal["amount"], deal["margin"], deal["expected signature"]) == ("3200000", "12.5%", "2026-11-24")


@pytest.mark.parametrize("kind", ["xlsx", "zip", "json"])
def test_text_that_looks_like_a_formula_stays_text_and_comes_back(kind):
    book = Book(
        customers=tuple(
            CustomerRow(id=str(number), name="x", note=text.strip()) for number, text in enumerate(FORMULAS)
        )
    )

    data = out(book, kind)

    assert read(data, f"a.{kind}", today=TODAY).book == book
    if kind == "xlsx":
        assert "<f>" not in part(data, "客户")
    if kind == "zip":
        assert all(row[-1][0] not in "=+-@\t＝" for row in rows(data, "客户.csv")[1:])


def test_a_workbook_offers_choices_and_names_marks_what_is_needed_and_stays_put():
    sheet = part(out(BOOK, "xlsx"), "商机")

    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet
    assert sheet.count("<dataValidation ") == 6
    assert "OFFSET('客户'!$B$2" in sheet
    with zipfile.ZipFile(io.BytesIO(template("zh"))) as packed:
        strings = packed.read("xl/sharedStrings.xml").decode()
        notes = "".join(packed.read(name).decode() for name in packed.namelist() if "comments" in name)
    for sheet_ in SHEETS:
        assert sheet_.note.zh in notes
        for column in sheet_.columns:
            assert f">{column.words.zh}{' *' if column.required else ''}<" in strings


def test_the_same_book_makes_the_same_file():
    for kind in ("xlsx", "zip", "json"):
        assert out(BOOK, kind) == out(BOOK, kind)
    assert template("en") == template("en")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_template_is_an_empty_book_without_problems_or_warnings(language):
    reading = read(template(language), "template.xlsx", today=TODAY)

    assert (reading.problems, reading.warnings, reading.book) == ((), (), Book())
    assert set(reading.book.given) == {sheet.key for sheet in SHEETS}


def test_a_book_says_which_sheets_and_columns_it_was_given():
    reading = read("名称,行业\n江东电网,\n".encode(), "客户.csv", today=TODAY)

    assert reading.book.given == {"customers": frozenset({"name", "industry"})}


def test_a_file_with_nothing_of_a_book_is_told_what_a_book_is():
    with pytest.raises(FileProblem, match="Take the template"):
        read(b"a,b\n1,2\n", "list.csv", today=TODAY)
