"""Rows as they stood at the end of a past day, by what the log says was written since."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.utils import timezone

from harehawk.apps.access.models import Entry, Fact
from harehawk.apps.rows.loading import Loaded, from_json
from harehawk.apps.rows.tables import field_of, tables
from harehawk.book.schema import Column, Kind

type Rows = dict[str, Loaded]
type Stood = dict[str, dict[int, Mapping[str, Any] | None]]  # of each sheet, the rows that stood otherwise; None: not


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time.max))


def stood_before(entries: Iterable[Entry]) -> Stood:
    """What rows were before these writes, the first of each row first. Facts stand by their own day, if they have one.

    Who was added to a customer meanwhile stays: nothing that names him would be readable without.
    """
    models = {model._meta.label_lower: model for model in tables().values()}
    found: Stood = defaultdict(dict)
    renamed: Stood = defaultdict(dict)
    for entry in entries:
        model = models.get(entry.table)
        if model is None or entry.row in found[model.sheet.key]:
            continue
        if issubclass(model, Fact) and _has_day(model.sheet.columns, entry.after or entry.before or {}):
            _follow(renamed[model.sheet.key], entry)
            continue
        found[model.sheet.key][entry.row] = entry.before
    for sheet, rows in renamed.items():
        found[sheet] |= rows
    return found


def _follow(renamed: dict[int, Mapping[str, Any] | None], entry: Entry) -> None:
    """A fact that stands by its own day spoke of a rival by the name of that day; one taken back stands no more."""
    if (entry.after or {}).get("withdrawn"):
        renamed.pop(entry.row, None)
    elif entry.act == Entry.Act.CHANGE and "withdrawn" not in entry.changed:
        renamed.setdefault(entry.row, entry.before)


def rewound(loaded: Rows, stood: Stood, back: Callable[[Mapping[str, Any]], bool] = lambda _: True) -> Rows:
    """The rows as they stood. `back` tells by its values whether a row that is not among them belongs there."""
    return {key: _rewound(one, stood[key], back) if stood.get(key) else one for key, one in loaded.items()}


def _rewound(
    loaded: Loaded, stood: Mapping[int, Mapping[str, Any] | None], back: Callable[[Mapping[str, Any]], bool]
) -> Loaded:
    rows = {row[0]: row for row in loaded.rows}
    lists = {column: dict(several) for column, several in loaded.lists.items()}
    for number, kept in stood.items():
        if rows.pop(number, None) is None and not (kept and back(kept)):
            continue
        for several in lists.values():
            several.pop(number, None)
        if kept is not None:
            rows[number] = (number, *(_cell(column, kept, number) for column in loaded.sheet.columns))
            for column, several in lists.items():
                several[number] = list(kept.get(field_of(loaded.sheet.column(column)), ()))
    return replace(loaded, rows=[rows[number] for number in sorted(rows)], lists=lists)


def _cell(column: Column, kept: Mapping[str, Any], number: int) -> Any:  # noqa: ANN401  what a cell holds
    return number if column.kind == Kind.REFERENCES else from_json(column)(kept.get(field_of(column)))


def _has_day(columns: Iterable[Column], kept: Mapping[str, Any]) -> bool:
    return any(column.fact_day and kept.get(field_of(column)) for column in columns)
