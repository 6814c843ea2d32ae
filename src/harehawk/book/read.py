"""A book in: from a file, a folder or bytes, with all its problems at once."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from harehawk.book import short_form
from harehawk.book.beside import Beside, adopt, breaches, called_by_key, hold
from harehawk.book.checks import check
from harehawk.book.checks.context import Context
from harehawk.book.files import grids
from harehawk.book.grid import Grid, blank
from harehawk.book.problems import CellProblem, FileProblem
from harehawk.book.references import TARGETS, Named, References, names_of
from harehawk.book.report import Report, Table
from harehawk.book.rows import Read, key_of, read_rows, resolve
from harehawk.book.sheets import SHEETS, Book
from harehawk.book.tables import name_unknown_sheet, nearly, sheet_titled, tables
from harehawk.book.words import separator

type Progress = Callable[[str, int, int], None]  # sheet, rows done, rows in all

CURRENCY = "CNY"  # of a company that names none


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file held. With problems, the book holds only the rows that could be read: do not use it."""

    book: Book
    problems: tuple[CellProblem, ...]
    warnings: tuple[CellProblem, ...]


def read(
    source: Path | bytes,
    name: str,
    *,
    today: dt.date,
    language: str = "en",
    progress: Progress | None = None,
    beside: Beside | None = None,
) -> Reading:
    """Read a book from XLSX, JSON, CSV (one file, a folder or a zip) or the short form.

    Parameters
    ----------
    source
        A file, a folder of CSV files, or the bytes of a file.
    name
        What the file is called: in problems, and, by its ending, for what it is.
    today
        No fact may be learnt after it.
    language
        Of the words that problems offer, and of what a short form leaves to be said.
    progress
        Called with a sheet, rows done and rows in all.
    beside
        What is stored already, where the file comes beside it: rows may name it, and leave out what it says.

    Raises
    ------
    FileProblem
        The file cannot be read at all.
    """
    found, not_read = grids(source, name)
    report = Report(language)
    for other in not_read:
        report.warn(other, 0, "", other, "file_not_read")
    filled = [grid for grid in found if any(not blank(cell) for row in grid.rows for cell in row)]
    if short := short_form.tables(filled, report, whole=beside is None):
        for grid in filled:
            if not any(table.grid is grid for table in short):
                name_unknown_sheet(grid, report)
        rows = [read for table in short for read in read_rows(table, report, CURRENCY, today, progress)]
        book = short_form.book(rows, report, today)
        if beside:
            book = called_by_key(book, beside)
        if beside and not report.problems:
            report.problems += breaches(book, today, language, beside)
        return _reading(book, report, filled, short)
    if found and not any(sheet_titled(grid.title) for grid in found):
        if one := nearly(filled, report):
            return _reading(Book(), report, filled, [one])
        known = separator(language).join(sheet.words.say(language) for sheet in SHEETS)
        raise FileProblem(name, "nothing_known", {"known": known})
    known_sheets = tables(found, report, whole=beside is None)
    return _reading(_book(known_sheets, report, today, progress, beside), report, found, known_sheets)


def _book(
    found: Iterable[Table], report: Report, today: dt.date, progress: Progress | None, beside: Beside | None
) -> Book:
    reads: dict[str, list[Read]] = {}
    given: dict[str, frozenset[str]] = {}
    order = {sheet.key: place for place, sheet in enumerate(SHEETS)}
    currency = (beside and beside.currency) or CURRENCY
    for table in sorted(found, key=lambda table: order[table.sheet.key]):
        key = table.sheet.key
        rows = read_rows(table, report, currency, today, progress)
        reads.setdefault(key, []).extend(rows)
        given[key] = given.get(key, frozenset()) | frozenset(table.places)
        if key == "company" and rows:
            currency = rows[0]["currency"] or currency
    stored = names_of(beside.names) if beside else None
    if stored:
        adopt(reads, stored)
    references = References({key: list(_named(rows)) for key, rows in reads.items() if key in TARGETS}, stored)
    for rows in reads.values():
        resolve(rows, references, report)
    if beside:
        hold(reads, references, report, today, beside)
    else:
        check(Context(reads, references, report, today))
    sheets = {key: tuple(read.row for read in rows if read.row is not None) for key, rows in reads.items()}
    return replace(Book(), given=given, **sheets)


def _named(rows: list[Read]) -> Iterable[Named]:
    """Key, name and group of the rows that others may name."""
    for read in rows:
        target = TARGETS[read.table.sheet.key]
        key = key_of(read)
        if key and not (target.id == "code" and read.filled("customer_class")):
            yield key, read[target.name] if target.name else None, read[target.group] if target.group else None


def _reading(book: Book, report: Report, found: list[Grid], known: list[Table]) -> Reading:
    """Put problems and warnings in the order of the file: sheet, row, column."""
    sheets = {grid.title: place for place, grid in enumerate(found)}
    columns = {(one.grid.title, column.heading): column.place for one in known for column in one.headings.found}

    def place(problem: CellProblem) -> tuple[int, int, int]:
        column = columns.get((problem.sheet, problem.column), len(columns))
        return sheets.get(problem.sheet, len(sheets)), problem.row, column

    problems = sorted(report.problems, key=place)
    if report.more:
        problems.append(
            CellProblem(
                sheet=problems[-1].sheet, row=0, column="", value="", rule="more_problems", data={"count": report.more}
            )
        )
    return Reading(book=book, problems=tuple(problems), warnings=tuple(sorted(report.warnings, key=place)))
