"""The checks of a book for rows that stand in no file: what a page or a program enters keeps the same rules."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.checks import check
from harehawk.book.checks.context import Context
from harehawk.book.grid import Grid
from harehawk.book.headings import Found, Headings
from harehawk.book.money_to_a_person import named_money
from harehawk.book.problems import CellProblem
from harehawk.book.references import references_of
from harehawk.book.report import Report, Table
from harehawk.book.rows import Read
from harehawk.book.schema import Kind, Sheet
from harehawk.book.sheets import SHEETS, Book


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a row breaks: the keys of its sheet and column, and the problem in words."""

    sheet: str
    column: str
    problem: CellProblem


class _Breaches(Report):
    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.found: list[Breach] = []

    def problem(self, table: Table, place: int | None, key: str, rule: str, **data: object) -> None:
        self.found.append(Breach(table.sheet.key, key, self._made(table, place, key, rule, data)))


def review(book: Book, today: dt.date, language: str) -> list[Breach]:
    """List what in a book breaks the rules.

    What is checked: what `read` checks beyond single cells, words for money to a person, and facts of tomorrow.
    That choices are known, numbers in bounds and references in the book is taken for granted.
    """
    report = _Breaches(language)
    reads = reads_of(book, language)
    for rows in reads.values():
        for read in rows:
            _check_cells(read, report, today)
    check(Context(reads, references_of(book), report, today))
    return report.found


def reads_of(book: Book, language: str) -> dict[str, list[Read]]:
    """The rows of a book as if they had been read from a file."""
    return {sheet.key: _reads(sheet, book, language) for sheet in SHEETS if book.rows(sheet.key)}


def _reads(sheet: Sheet, book: Book, language: str) -> list[Read]:
    rows = book.rows(sheet.key)
    keys = [column.key for column in sheet.columns]
    given = [column for column in sheet.columns if column.key in book.given.get(sheet.key, keys)]
    found = tuple(Found(column, place, column.words.say(language)) for place, column in enumerate(given))
    grid = Grid(sheet.words.say(language), [[getattr(row, column.key) for column in given] for row in rows])
    table = Table(sheet, grid, Headings(row=0, first=0, found=found, others=(), doubled=()))
    filled = [{key: value for key in keys if (value := getattr(row, key)) is not None and value != ()} for row in rows]
    return [Read(table, place, values, row=row) for place, (values, row) in enumerate(zip(filled, rows, strict=True))]


def _check_cells(read: Read, report: Report, today: dt.date) -> None:
    for column in read.table.sheet.columns:
        value = read[column.key]
        if value is None:
            continue
        if column.kind == Kind.TEXT and (word := named_money(value)):
            report.problem(read.table, read.place, column.key, "money_to_a_person", word=word)
        if column.fact_day and value > today:
            report.problem(read.table, read.place, column.key, "in_the_future", today=today.isoformat())
