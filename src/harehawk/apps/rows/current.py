"""Facts that replace each other: of one identity, only the latest word counts."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from harehawk.book.sheets import SHEET, Book

DAY: dict[str, Callable[[Any], dt.date | None]] = {
    "relationships": lambda row: row.learned_on or row.last_contact,
    "influence": lambda row: row.learned_on,
    "factors": lambda row: row.learned_on,
    "outcomes": lambda row: row.closed_on,
}


def current(book: Book, as_of: dt.date | None = None) -> Book:
    """A book with the latest fact of each identity, in the order they were first entered.

    With a day, what was learnt later is left out; a fact without a day was always known.
    """
    latest: dict[str, Any] = {sheet: tuple(_latest(sheet, book.rows(sheet), as_of)) for sheet in DAY}
    return replace(book, **latest)


def _latest(sheet: str, rows: Iterable[Any], as_of: dt.date | None) -> Iterable[Any]:
    day = DAY[sheet]
    found: dict[tuple[Any, ...], Any] = {}
    for row in rows:
        when = day(row) or dt.date.min
        if as_of is not None and when > as_of:
            continue
        identity = tuple(getattr(row, key) for key in SHEET[sheet].identity)
        if identity not in found or when >= (day(found[identity]) or dt.date.min):
            found[identity] = row
    return found.values()
