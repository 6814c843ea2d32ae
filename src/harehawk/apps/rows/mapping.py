"""Rows of tables as rows of the book, and back, by the kinds of the columns alone.

A row of the book names another by its key; a row of a table by its number. `Loaded` holds what was read with
numbers still in it, so that all keys a book needs are looked up at once, in one statement for each sheet.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db import models

from harehawk.book.references import TARGETS
from harehawk.book.schema import Column, Kind, Sheet
from harehawk.book.sheets import SHEET, SHEETS, Book
from harehawk.apps.rows.tables import SheetTable, field_of, tables

CENT = Decimal("0.01")


def is_link(column: Column) -> bool:
    """Tell whether a column names one row of another table; classes and criteria are named by code."""
    return column.kind == Kind.REFERENCE and str(column.refers) not in {"classes", "criteria"}


def key_name(sheet: Sheet) -> tuple[str, str] | None:
    """The columns of a sheet's id and name, where the name serves for an id that is empty."""
    target = TARGETS.get(sheet.key)
    if target is None or target.name is None or target.id != "id" or sheet.column("id").required:
        return None
    return target.id, target.name


def key_of(sheet: Sheet, row: Any) -> str:
    """What others name a row by."""
    names = key_name(sheet)
    return str(row.id or getattr(row, names[1])) if names else str(getattr(row, sheet.identity[0]))


@dataclass(slots=True, kw_only=True)
class Loaded:
    """Some rows of one table: of each its number, then its columns in order; lists of rows by number."""

    sheet: Sheet
    rows: list[tuple[Any, ...]]
    lists: Mapping[str, Mapping[int, list[int]]]

    def numbers(self) -> list[int]:
        """The numbers of the rows."""
        return [row[0] for row in self.rows]

    def column(self, key: str) -> list[Any]:
        """All values of a column, links as numbers."""
        place = 1 + next(i for i, column in enumerate(self.sheet.columns) if column.key == key)
        return [row[place] for row in self.rows]


def load(rows: "models.QuerySet[Any]") -> Loaded:
    """Read rows of a table: one statement, and one for each list column."""
    model: type[SheetTable] = rows.model
    lists: dict[str, dict[int, list[int]]] = {}
    names = []
    for column in model.sheet.columns:
        if column.kind == Kind.REFERENCES:
            lists[column.key] = _list(model, column, rows)
            names.append("pk")
        else:
            names.append(f"{field_of(column)}_id" if is_link(column) else field_of(column))
    return Loaded(sheet=model.sheet, rows=list(rows.order_by("pk").values_list("pk", *names)), lists=lists)


def _list(model: type[SheetTable], column: Column, rows: "models.QuerySet[Any]") -> dict[int, list[int]]:
    about: Any = model._meta.get_field(field_of(column))  # noqa: SLF001  Django's own door
    owner, target = about.m2m_field_name(), about.m2m_reverse_field_name()
    found: dict[int, list[int]] = defaultdict(list)
    through = about.remote_field.through.objects.filter(**{f"{owner}__in": rows.order_by().values("pk")})
    for row, one in through.order_by("pk").values_list(f"{owner}_id", f"{target}_id"):
        found[row].append(one)
    return found


@dataclass(slots=True)
class Keys:
    """The keys of rows by sheet and number."""

    found: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))

    def learn(self, all_loaded: Iterable[Loaded]) -> None:
        """Take the keys of what was loaded, and look up those that it names besides."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for loaded in all_loaded:
            key = next((i for i, column in enumerate(loaded.sheet.columns, 1) if field_of(column) == "key"), None)
            if key:
                self.found[loaded.sheet.key].update((row[0], row[key]) for row in loaded.rows)
            for place, column in enumerate(loaded.sheet.columns, 1):
                if is_link(column):
                    wanted[str(column.refers)].update(row[place] for row in loaded.rows if row[place] is not None)
                elif column.kind == Kind.REFERENCES:
                    for several in loaded.lists[column.key].values():
                        wanted[str(column.refers)].update(several)
        for sheet, numbers in wanted.items():
            if missing := numbers - self.found[sheet].keys():
                table: Any = tables()[sheet]
                some = table.objects.filter(pk__in=missing) if len(missing) < MANY else table.objects.all()
                self.found[sheet].update(some.values_list("pk", "key"))


MANY = 30_000  # numbers in one statement; SQLite takes 250,000


def book_of(all_loaded: Iterable[Loaded]) -> Book:
    """The rows that were loaded, as a book."""
    some = list(all_loaded)
    keys = Keys()
    keys.learn(some)
    rows = {loaded.sheet.key: tuple(row for _, row in as_rows(loaded, keys)) for loaded in some}
    given = {key: frozenset(column.key for column in SHEET[key].columns) for key in rows}
    return replace(Book(), **rows, given=given)  # type: ignore[arg-type]


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


def stored(column: Column, value: Any, numbers: Mapping[str, Mapping[str, int]]) -> Any:
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


def plain(row: Any) -> dict[str, Any]:
    """A row of the book as JSON can hold it, empty cells left out."""
    found = {}
    for key in row.__dataclass_fields__:
        value = getattr(row, key)
        if value is not None and value != ():
            found[key] = value.isoformat() if isinstance(value, dt.date) else value
    return found


def from_plain(sheet: Sheet, cells: Mapping[str, Any]) -> Any:
    """The row that `plain` took apart."""
    values = {}
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


ORDER = {sheet.key: place for place, sheet in enumerate(SHEETS)}
