"""Rows of tables as rows of the book, and back, by the kinds of the columns alone."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from harehawk.apps.rows.loading import Keys, Loaded, is_link
from harehawk.apps.rows.tables import Row
from harehawk.book.references import TARGETS
from harehawk.book.schema import Column, Kind, Sheet, Value
from harehawk.book.sheets import SHEET, Book

CENT = Decimal("0.01")


def key_name(sheet: Sheet) -> tuple[str, str] | None:
    """The columns of a sheet's id and name, where the name serves for an id that is empty."""
    target = TARGETS.get(sheet.key)
    if target is None or target.name is None or target.id != "id" or sheet.column("id").required:
        return None
    return target.id, target.name


def key_of(sheet: Sheet, row: Row) -> str:
    """What others name a row by."""
    names = key_name(sheet)
    return str(row.id or getattr(row, names[1])) if names else str(getattr(row, sheet.identity[0]))


def book_of(all_loaded: Iterable[Loaded]) -> Book:
    """The rows that were loaded, as a book."""
    some = list(all_loaded)
    keys = Keys()
    keys.learn(some)
    rows: dict[str, Any] = {loaded.sheet.key: tuple(row for _, row in as_rows(loaded, keys)) for loaded in some}
    given = {key: frozenset(column.key for column in SHEET[key].columns) for key in rows}
    return replace(Book(), **rows, given=given)


def as_rows(loaded: Loaded, keys: Keys) -> Iterable[tuple[int, Any]]:
    """Number and row of the book, one after the other."""
    sheet = loaded.sheet
    readers = [_reader(column, loaded, keys) for column in sheet.columns]
    names = [column.key for column in sheet.columns]
    own = key_name(sheet)
    for number, *cells in loaded.rows:
        values = {name: read(cell) for name, read, cell in zip(names, readers, cells, strict=True)}
        if own and values["id"] == values[own[1]]:
            values["id"] = None  # the name serves
        yield number, sheet.row(**values)


def _reader(column: Column, loaded: Loaded, keys: Keys) -> Callable[[Any], Any]:  # noqa: PLR0911  one for each kind
    codes = {str(code): code for code in column.choices or ()}
    match column.kind:
        case Kind.REFERENCE if is_link(column):
            known = keys.found[str(column.refers)]
            return lambda number: None if number is None else known[number]
        case Kind.REFERENCES:
            known, several = keys.found[str(column.refers)], loaded.lists[column.key]
            return lambda number: tuple(known[one] for one in several.get(number, ()))
        case Kind.TEXT | Kind.REFERENCE:
            return lambda text: text or None
        case Kind.MONEY:
            return lambda amount: None if amount is None else float(amount)
        case Kind.CHOICE:
            return lambda code: codes[code] if code else None
        case Kind.CHOICES:
            return lambda several: tuple(codes[code] for code in several)
        case Kind.NUMBERS:
            return tuple
        case Kind.SCHEDULE:
            return lambda pairs: tuple((month, share) for month, share in pairs)
        case _:
            return lambda value: value


def stored(column: Column, value: Value, numbers: Mapping[str, Mapping[str, int]]) -> Value:  # noqa: PLR0911  one for each kind
    """A value of the book as its field keeps it; a link as a number, a list of rows as numbers."""
    match column.kind:
        case Kind.REFERENCE if is_link(column):
            return None if value is None else numbers[str(column.refers)][value]
        case Kind.REFERENCES:
            return [numbers[str(column.refers)][one] for one in value]
        case Kind.TEXT | Kind.REFERENCE:
            return value or ""
        case Kind.CHOICE:
            return "" if value is None else str(value)
        case Kind.MONEY:
            return None if value is None else Decimal(repr(value)).quantize(CENT)
        case Kind.CHOICES:
            return [str(code) for code in value]
        case Kind.NUMBERS:
            return list(value)
        case Kind.SCHEDULE:
            return [list(pair) for pair in value]
        case _:
            return value


def bare(column: Column) -> Value:
    """What an empty cell of a column holds."""
    return () if column.kind in {Kind.CHOICES, Kind.REFERENCES, Kind.NUMBERS, Kind.SCHEDULE} else None


def plain(row: Row) -> dict[str, Any]:
    """A row of the book as JSON can hold it, empty cells left out."""
    found = {}
    for key in row.__dataclass_fields__:
        value = getattr(row, key)
        if value is not None and value != ():
            found[key] = value.isoformat() if isinstance(value, dt.date) else value
    return found


def from_plain(sheet: Sheet, cells: Mapping[str, Any]) -> Row:
    """The row that `plain` took apart."""
    values: dict[str, Any] = {}
    for key, cell in cells.items():
        column = sheet.column(key)
        codes = {str(code): code for code in column.choices or ()}
        match column.kind:
            case Kind.DAY:
                values[key] = dt.date.fromisoformat(cell)
            case Kind.CHOICE:
                values[key] = codes[cell]
            case Kind.CHOICES:
                values[key] = tuple(codes[code] for code in cell)
            case Kind.SCHEDULE:
                values[key] = tuple((month, share) for month, share in cell)
            case Kind.REFERENCES | Kind.NUMBERS:
                values[key] = tuple(cell)
            case _:
                values[key] = cell
    return sheet.row(**values)
