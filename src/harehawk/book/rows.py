"""The rows of a table: cells into values, names into ids, values into rows."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from harehawk.book import figures
from harehawk.book.cells import once, read_cell, split
from harehawk.book.grid import Cell, blank
from harehawk.book.headings import Found
from harehawk.book.money_to_a_person import named_money
from harehawk.book.references import TARGETS, References
from harehawk.book.report import Report, Table
from harehawk.book.schema import Column, Kind, Value
from harehawk.book.unfit import Unfit

REFERRING = {Kind.REFERENCE, Kind.REFERENCES}
LEAST_CONTRACT = 1_000  # below it an amount without a unit is pointed out
PLAIN_NUMBER = re.compile(r"\d+(\.\d+)?")
TOLD_EVERY = 500  # rows between two steps of the progress


@dataclass(slots=True)
class Read:
    """A row of a file: where it stands, its values, the columns that do not fit; `row` once all of them do."""

    table: Table
    place: int
    values: dict[str, Any] = field(default_factory=dict)
    unfit: set[str] = field(default_factory=set)
    row: Any = None

    def __getitem__(self, key: str) -> Value:
        """The value of a column, None where there is none that fits."""
        return self.values.get(key)

    def filled(self, key: str) -> bool:
        """Tell whether something stands in a column, fit or not."""
        return key in self.values or key in self.unfit

    @property
    def number(self) -> int:
        """The number of the row as people count."""
        return self.table.row_number(self.place)


def read_rows(
    table: Table,
    report: Report,
    currency: str,
    today: dt.date,
    progress: Callable[[str, int, int], None] | None = None,
) -> list[Read]:
    """Read the cells of all rows that hold something. References stay text."""
    rows, headings = table.grid.rows, table.headings
    _report_mixed_per_cent(table, report)
    _report_small_amounts(table, report)
    required = [column for column in table.sheet.columns if column.required and column.key in table.places]
    found = []
    for place in range(headings.first, len(rows)):
        row = rows[place]
        filled = [one for one in headings.found if one.place < len(row) and not blank(row[one.place])]
        if not filled:
            continue
        read = Read(table, place)
        for one in filled:
            _read_cell(read, one, report, currency, today)
        for column in required:
            if not read.filled(column.key):
                _refuse(read, column.key, report, Unfit("required"))
        found.append(read)
        if progress and not len(found) % TOLD_EVERY:
            progress(table.grid.title, place, len(rows))
    if progress:
        progress(table.grid.title, len(rows), len(rows))
    return found


def key_of(read: Read) -> str | None:
    """What a row is named by: its id, or its name where that is empty."""
    target = TARGETS.get(read.table.sheet.key)
    if target is None:
        return None
    return read.values.get(target.id) or (read.values.get(target.name) if target.name else None)


def identity_of(read: Read) -> tuple[Value, ...]:
    """What makes two rows of a sheet the same; empty for a fact that stands by itself."""
    sheet = read.table.sheet
    if sheet.identity == ("id",) and sheet.key in TARGETS:
        return (key_of(read),)
    return tuple(read[key] for key in sheet.identity)


def resolve(reads: Iterable[Read], references: References, report: Report) -> None:
    """Turn the names in referring cells into the ids they mean, and make the rows."""
    for read in reads:
        columns = [column for column in read.table.sheet.columns if column.key in read.values]
        own = ""
        for column in columns:
            if column.kind in REFERRING:
                scope = own if column.refers == "posts" else ""
                try:
                    read.values[column.key] = _resolved(column, read.values[column.key], references, scope)
                except Unfit as unfit:
                    _refuse(read, column.key, report, unfit)
                    del read.values[column.key]
                if column.key == "customer":
                    own = read.values.get("customer", "")
        make_row(read)


def make_row(read: Read) -> None:
    """Make the row, if all that it needs is there and fits."""
    if not read.unfit and all(column.key in read.values for column in read.table.sheet.columns if column.required):
        read.row = read.table.sheet.row(**read.values)


def _read_cell(read: Read, found: Found, report: Report, currency: str, today: dt.date) -> None:
    column = found.column
    cell = read.table.grid.rows[read.place][found.place]
    try:
        value = read_cell(found, cell, currency, report.language)
    except Unfit as unfit:
        _refuse(read, column.key, report, unfit)
        return
    if value is None or value == ():
        return
    if column.fact_day and value > today:
        _refuse(read, column.key, report, Unfit("in_the_future", today=today.isoformat()))
        return
    if column.kind == Kind.TEXT and (word := named_money(value)):
        _refuse(read, column.key, report, Unfit("money_to_a_person", word=word))
        return
    read.values[column.key] = value


def _refuse(read: Read, key: str, report: Report, unfit: Unfit) -> None:
    read.unfit.add(key)
    report.problem(read.table, read.place, key, unfit.rule, **unfit.data)


def _resolved(column: Column, value: Value, references: References, scope: str) -> Value:
    sheet = str(column.refers)
    try:
        if column.kind == Kind.REFERENCE:
            return references.resolve(sheet, value, scope)
        parts = split(value, lambda text: references.knows(sheet, text))
        return once([references.resolve(sheet, part, scope) for part in parts])
    except Unfit as unfit:
        if unfit.rule in {"nobody", "nothing"} and not column.required:
            raise Unfit(f"{unfit.rule}_optional", **unfit.data) from unfit
        raise


def _report_mixed_per_cent(table: Table, report: Report) -> None:
    """Plain numbers above 1 are per cent; next to them, nobody can tell what 0.5 means."""
    for found in table.headings.found:
        if found.column.kind != Kind.SHARE:
            continue
        fractions, per_cents = [], []
        for place in range(table.headings.first, len(table.grid.rows)):
            cell = table.cell(place, found.column.key)
            if blank(cell) or (isinstance(cell, str) and (found.per_cent or not cell.strip()[-1:].isdigit())):
                continue
            try:
                value, whole = figures.share(cell, found.column.high)
            except Unfit:
                continue
            if whole:
                per_cents.append((place, value))
            elif value:
                fractions.append(place)
        for place in fractions if per_cents else ():
            report.problem(table, place, found.column.key, "mixed_per_cent")
        if per_cents and not found.per_cent:  # a heading with a % says so itself
            place, value = per_cents[0]
            share = f"{value * 100:g}%"
            report.warning(table, place, found.column.key, "read_as_per_cent", share=share, count=len(per_cents))


def _report_small_amounts(table: Table, report: Report) -> None:
    """A contract of a few hundred is hardly meant where nothing names a unit: 300 is mostly 300万."""
    for found in table.headings.found:
        if not found.column.contract or table.grid.named_by_key or "元" in found.heading:
            continue
        key, places = found.column.key, range(table.headings.first, len(table.grid.rows))
        small = [place for place in places if _hardly_meant(table.cell(place, key), found.times)]
        if small:
            report.warning(table, small[0], key, "read_as_it_stands", least=f"{LEAST_CONTRACT:,}", count=len(small))


def _hardly_meant(cell: Cell, times: float) -> bool:
    return _plain(cell) and 0 < float(str(cell)) * times < LEAST_CONTRACT


def _plain(cell: Cell) -> bool:
    """Tell whether a cell is a number without any unit."""
    return not isinstance(cell, bool) and PLAIN_NUMBER.fullmatch(str(cell).strip()) is not None
