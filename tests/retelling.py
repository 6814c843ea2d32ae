"""The sample told in other words: every text of it replaced, for tests that look where those texts come out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from harehawk.book.schema import Column, Kind, Sheet
from harehawk.book.sheets import SHEETS, Book

type Say = Callable[[Sheet, Column, Any, str], str]  # what stands in a cell of a row, instead of its text

NAMED_BY = {"id", "code", "email", "currency"}  # others name the row by these, or they have a form of their own


def retold(book: Book, say: Say) -> Book:
    """The same book with other texts. A text that has a meaning of its own, such as “us” for a rival, stays."""
    changed: dict[str, Any] = {}
    for sheet in SHEETS:
        columns = [one for one in sheet.columns if one.kind == Kind.TEXT and one.key not in NAMED_BY]
        changed[sheet.key] = tuple(
            replace(row, **{one.key: _told(sheet, one, row, say) for one in columns}) for row in book.rows(sheet.key)
        )
    return replace(book, **changed)


def _told(sheet: Sheet, column: Column, row: Any, say: Say) -> Any:
    text = getattr(row, column.key)
    return text if not text or text in (column.known or {}) else say(sheet, column, row, text)
