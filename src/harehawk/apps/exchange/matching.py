"""Which row of a table each row of a book is: by its key, and without an id also by its name."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from harehawk.apps.rows.mapping import key_name, key_of
from harehawk.apps.rows.tables import Row, SheetTable, Table, field_of, tables
from harehawk.book.references import TARGETS
from harehawk.book.schema import Sheet
from harehawk.book.sheets import SHEET, Book

KEYED = ("colleagues", "customers", "posts", "people", "offerings", "opportunities", "signals", "moves")  # groups first


class Numbers:
    """`known`: number by sheet and key, of rows there are and rows to come; `own`: number of each row of the book."""

    def __init__(self, book: Book, reserve: Callable[[type[SheetTable], int], Iterable[int]]) -> None:
        self.known: dict[str, dict[str, int]] = {}
        self.own: dict[str, dict[int, int]] = {}
        for key in KEYED:
            self._match(SHEET[key], book, reserve)

    def _match(self, sheet: Sheet, book: Book, reserve: Callable[[type[SheetTable], int], Iterable[int]]) -> None:
        model: Any = tables()[sheet.key]
        known: dict[str, int] = dict(model.objects.values_list("key", "pk"))
        self.known[sheet.key] = known
        rows = book.rows(sheet.key)
        own = self.own[sheet.key] = {}
        named = self._named(sheet, model) if rows else {}
        fresh = []
        for row in rows:
            key = key_of(sheet, row)
            if key not in known and (number := self._by_name(sheet, row, named)) is not None:
                known[key] = number
            if key in known:
                own[id(row)] = known[key]
            else:
                fresh.append((row, key))
        for (row, key), number in zip(fresh, reserve(model, len(fresh)) if fresh else (), strict=True):
            known[key] = own[id(row)] = number

    def _named(self, sheet: Sheet, model: Table) -> dict[str, list[tuple[int, Any]]]:
        names = key_name(sheet)
        found: dict[str, list[tuple[int, Any]]] = defaultdict(list)
        if names is None:
            return found
        group = TARGETS[sheet.key].group
        about = group and field_of(sheet.column(group))
        for number, name, its in model.objects.values_list("pk", names[1], about or "pk"):
            found[name].append((number, its if about else None))
        return found

    def _by_name(self, sheet: Sheet, row: Row, named: dict[str, list[tuple[int, Any]]]) -> int | None:
        """The one row of that name, within the same customer or team where the book says one."""
        names = key_name(sheet)
        if names is None or row.id:
            return None
        found = named.get(getattr(row, names[1]), [])
        group = TARGETS[sheet.key].group
        if group and (its := getattr(row, group)):
            refers = sheet.column(group).refers
            wanted = self.known[refers].get(its) if refers and refers in self.known else its
            found = [(number, own) for number, own in found if own == wanted]
        return found[0][0] if len(found) == 1 else None
