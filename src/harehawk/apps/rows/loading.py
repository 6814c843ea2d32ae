"""Rows out of tables, with few statements: what a book of them is made from.

A row of the book names another by its key; a row of a table by its number. What was loaded has numbers still
in it, so that all keys a book needs are looked up at once.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import F

from harehawk.apps.rows.tables import SheetTable, field_of, tables
from harehawk.apps.rows.together import Part, Together, given
from harehawk.book.schema import Column, Kind, Sheet, Value

LISTED = {Kind.CHOICES, Kind.NUMBERS, Kind.SCHEDULE}


def is_link(column: Column) -> bool:
    """Tell whether a column names one row of another table; classes and criteria are named by code."""
    return column.kind == Kind.REFERENCE and str(column.refers) not in {"classes", "criteria"}


@dataclass(slots=True, kw_only=True)
class Loaded:
    """Some rows of one table: of each its number, then its columns in order; lists of rows by number."""

    sheet: Sheet
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    lists: Mapping[str, Mapping[int, list[int]]] = field(default_factory=dict)

    def numbers(self) -> list[int]:
        """The numbers of the rows."""
        return [row[0] for row in self.rows]

    def column(self, key: str) -> list[Any]:
        """All values of a column that are there, links as numbers."""
        place = 1 + next(i for i, column in enumerate(self.sheet.columns) if column.key == key)
        return [row[place] for row in self.rows if row[place] is not None]

    def listed(self, key: str) -> list[int]:
        """All numbers in a column that lists rows."""
        return [one for several in self.lists[key].values() for one in several]


def load(rows: "models.QuerySet[Any]") -> Loaded:
    """Read rows of a table: one statement, and one for each list column."""
    model: type[SheetTable] = rows.model
    lists: dict[str, dict[int, list[int]]] = {}
    for column in model.sheet.columns:
        if column.kind == Kind.REFERENCES:
            lists[column.key] = defaultdict(list)
            for row, one in _through(column, rows).values_list(*_ends(model, column)):
                lists[column.key][row].append(one)
    names = ["pk" if column.kind == Kind.REFERENCES else _cell(column) for column in model.sheet.columns]
    return Loaded(sheet=model.sheet, rows=list(rows.order_by("pk").values_list("pk", *names)), lists=lists)


class SheetsTogether:
    """Rows of many sheets in one statement: `tables` gives them, filtered by `given` lists."""

    def __init__(self, several: Callable[[], Iterable["models.QuerySet[Any]"]]) -> None:
        self.several = several
        self.made: list[models.QuerySet[Any]] | None = None
        self.together = Together(self._parts)

    def load(self, **lists: Collection[Any]) -> dict[str, Loaded]:
        """The rows, by the key of the sheet; `lists` fill the filters."""
        sheets = [rows.model.sheet for rows in self._once()]
        found = {
            sheet.key: Loaded(sheet=sheet, lists={column.key: defaultdict(list) for column in _lists(sheet)})
            for sheet in sheets
        }
        read = {sheet.key: [(column.key, from_json(column)) for column in sheet.columns] for sheet in sheets}
        for what, number, cells in self.together.rows(**lists):
            key, _, column = what.partition(" ")
            if column:
                found[key].lists[column][cells["row"]].append(cells["one"])
            else:
                found[key].rows.append((number, *(make(cells.get(name, number)) for name, make in read[key])))
        return found

    def _once(self) -> list["models.QuerySet[Any]"]:
        if self.made is None:
            self.made = list(self.several())
        return self.made

    def _parts(self) -> Iterator[Part]:
        for rows in self._once():
            model: type[SheetTable] = rows.model
            lists = _lists(model.sheet)
            yield model.sheet.key, rows, {c.key: F(_cell(c)) for c in model.sheet.columns if c not in lists}
            for column in lists:
                owner, target = _ends(model, column)
                yield f"{model.sheet.key} {column.key}", _through(column, rows), {"row": F(owner), "one": F(target)}


def _lists(sheet: Sheet) -> list[Column]:
    return [column for column in sheet.columns if column.kind == Kind.REFERENCES]


@dataclass(slots=True)
class Keys:
    """The keys of rows by sheet and number."""

    found: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))

    def learn(self, all_loaded: Iterable[Loaded]) -> None:
        """Take the keys of what was loaded, and look up those that it names besides, in one statement."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for loaded in all_loaded:
            key = next((i for i, column in enumerate(loaded.sheet.columns, 1) if field_of(column) == "key"), None)
            if key:
                self.found[loaded.sheet.key].update((row[0], row[key]) for row in loaded.rows)
            for column in loaded.sheet.columns:
                if is_link(column):
                    wanted[str(column.refers)].update(loaded.column(column.key))
                elif column.kind == Kind.REFERENCES:
                    wanted[str(column.refers)].update(loaded.listed(column.key))
        missing = {sheet: numbers - self.found[sheet].keys() for sheet, numbers in wanted.items()}
        if any(missing.values()):
            for sheet, number, cells in KEYS.rows(**{sheet: missing.get(sheet, ()) for sheet in NAMED}):
                self.found[sheet][number] = cells["key"]


NAMED = ("colleagues", "customers", "offerings", "opportunities", "people", "posts")
KEYS = Together(lambda: [(sheet, _keyed(sheet), {"key": F("key")}) for sheet in NAMED])


def _keyed(sheet: str) -> "models.QuerySet[Any]":
    return tables()[sheet]._default_manager.filter(pk__in=given(sheet))


def _cell(column: Column) -> str:
    return f"{field_of(column)}_id" if is_link(column) else field_of(column)


def _list_field(model: type[models.Model], column: Column) -> Value:
    return model._meta.get_field(field_of(column))


def _ends(model: type[models.Model], column: Column) -> tuple[str, str]:
    about = _list_field(model, column)
    return f"{about.m2m_field_name()}_id", f"{about.m2m_reverse_field_name()}_id"


def _through(column: Column, rows: "models.QuerySet[Any]") -> "models.QuerySet[Any]":
    about = _list_field(rows.model, column)
    through: models.QuerySet[Any] = about.remote_field.through.objects.order_by("pk")
    return through.filter(**{f"{about.m2m_field_name()}__in": rows.order_by().values("pk")})


def from_json(column: Column) -> Callable[[Value], Value]:
    """Make of a cell in JSON what `load` would have read."""
    if column.kind == Kind.DAY:
        return lambda cell: None if cell is None else dt.date.fromisoformat(cell)
    if column.kind == Kind.YES_NO:
        return lambda cell: None if cell is None else bool(cell)
    if column.kind in LISTED:
        return lambda cell: json.loads(cell) if isinstance(cell, str) else cell
    if column.kind in {Kind.NUMBER, Kind.SHARE}:
        return lambda cell: None if cell is None else float(cell)
    return lambda cell: cell
