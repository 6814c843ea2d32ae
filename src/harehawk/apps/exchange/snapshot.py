"""All that is stored, as a book: of facts that have an identity, the latest of each."""

from typing import Any

from harehawk.apps.access.models import Fact
from harehawk.apps.rows.current import current
from harehawk.apps.rows.loading import load
from harehawk.apps.rows.mapping import book_of
from harehawk.apps.rows.tables import tables
from harehawk.book.sheets import SHEETS, Book


def whole_book() -> Book:
    """Everything, as the local operator may have it."""
    loaded = []
    for sheet in SHEETS:
        rows: Any = tables()[sheet.key]._default_manager.all()
        loaded.append(load(rows.standing() if issubclass(rows.model, Fact) else rows))
    return current(book_of(loaded))
