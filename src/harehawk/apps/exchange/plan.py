"""What storing a book would do: which of its rows are new, which change what, which say nothing new.

A row is found again by the identity of its sheet. A column or sheet that did not stand in the file changes
nothing; an empty cell clears; a fact that is not there yet is added. Nothing is written here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from harehawk.apps.access.models import Fact
from harehawk.apps.exchange.matching import Numbers
from harehawk.apps.opportunities.sealed import CONFIRMED, hidden, stands_for_a_source
from harehawk.apps.rows.loading import load
from harehawk.apps.rows.mapping import bare, stored
from harehawk.apps.rows.tables import Row, SheetTable, tables
from harehawk.book.schema import Column, Sheet, Value
from harehawk.book.sheets import SHEETS, Book

type Cells = dict[str, Any]  # by column, as the fields keep them
type Progress = Callable[[str, int, int], None]  # sheet, rows done, rows in all
type Emptied = Callable[[Sheet, str, int, Cells], bool]  # column, number and cells of the row

EMPTY: tuple[Value, ...] = (None, "", [])
TOLD_EVERY = 500
ABOUT = ("opportunity", "customer", "person")  # columns that say how secret a row is, and for whom


@dataclass(slots=True, kw_only=True)
class SheetPlan:
    """What happens to one table."""

    sheet: Sheet
    new: list[tuple[int, Cells]] = field(default_factory=list)  # number, all cells
    changed: list[tuple[int, Cells]] = field(default_factory=list)  # number, the cells that change
    stood: dict[int, Cells] = field(default_factory=dict)  # of rows that change, what they are about and what changes
    unchanged: int = 0


def plan(
    book: Book,
    reserve: Callable[[type[SheetTable], int], Iterable[int]],
    progress: Progress,
    emptied: Emptied = lambda *_: True,
) -> list[SheetPlan]:
    """Compare a book with the tables. `reserve` gives numbers for new rows of a table.

    `emptied` tells whether an empty cell clears: not where whoever wrote the book could not read what stands there.
    """
    numbers = Numbers(book, reserve)
    total = sum(len(book.rows(sheet.key)) for sheet in SHEETS)
    done = 0
    found = []
    for sheet in SHEETS:
        if rows := book.rows(sheet.key):
            one = _Comparison(sheet, book.given.get(sheet.key), numbers, emptied)
            for row in rows:
                one.take(row)
                done += 1
                if not done % TOLD_EVERY:
                    progress(sheet.key, done, total)
            one.number_new(reserve)
            found.append(one.plan)
    progress("", total, total)
    return found


class _Comparison:
    """The rows of one sheet against those of its table."""

    def __init__(self, sheet: Sheet, given: frozenset[str] | None, numbers: Numbers, emptied: Emptied) -> None:
        self.sheet, self.numbers, self.emptied = sheet, numbers, emptied
        self.model = tables()[sheet.key]
        self.plan = SheetPlan(sheet=sheet)
        self.columns = [column for column in sheet.columns if given is None or column.key in given]
        self.keyed = sheet.key in numbers.own
        self.facts = issubclass(self.model, Fact)
        standing: Any = self.model._default_manager.all()
        self.before = load(standing.standing() if self.facts else standing)
        self.cells: dict[int, Cells] = {}
        self.bare: Cells = {column.key: stored(column, bare(column), {}) for column in sheet.columns}
        self.found: Mapping[Any, int] = {}
        self.facts_known: dict[tuple[Value, ...], list[int]] = defaultdict(list)
        self.met: set[int] = set()
        self._index()

    def take(self, row: Row) -> None:
        """Say of a row whether it is new, changes something or nothing."""
        cells = {
            column.key: stored(column, getattr(row, column.key), self.numbers.known) for column in self.sheet.columns
        }
        if self.facts:
            if cells.get("sealed") and stands_for_a_source(cells["source"]):
                cells |= hidden(self.sheet.key, CONFIRMED)
            if self._known(_same(cells, self.columns)):
                self.plan.unchanged += 1
            else:
                self.plan.new.append((0, cells))
            return
        number = self.numbers.own[self.sheet.key][id(row)] if self.keyed else self.found.get(self._identity(cells))
        if number is None or number not in self.cells:
            self.plan.new.append((number or 0, cells))
            return
        before = self.cells[number]
        different = {
            column.key: cells[column.key]
            for column in self.columns
            if column.key != "id"
            and cells[column.key] != before[column.key]
            and (cells[column.key] not in EMPTY or self.emptied(self.sheet, column.key, number, before))
        }
        if different:
            self.plan.changed.append((number, different))
            self.plan.stood[number] = {key: cell for key, cell in before.items() if key in different or key in ABOUT}
        else:
            self.plan.unchanged += 1

    def number_new(self, reserve: Callable[[type[SheetTable], int], Iterable[int]]) -> None:
        """Give numbers to the new rows that nobody refers to; the others have theirs."""
        bare = sum(not number for number, _ in self.plan.new)
        fresh = iter(reserve(self.model, bare) if bare else ())
        self.plan.new = [(number or next(fresh), cells) for number, cells in self.plan.new]

    def _index(self) -> None:
        names = [column.key for column in self.sheet.columns]
        for number, *cells in self.before.rows:
            self.cells[number] = dict(zip(names, cells, strict=True))
            for key, lists in self.before.lists.items():
                self.cells[number][key] = lists.get(number, [])
        if self.facts:
            for number, stands in self.cells.items():
                covered = stands | hidden(self.sheet.key, CONFIRMED) if stands.get("sealed") else stands
                forms = (stands, covered, self._read(number, stands))
                for said in {_same(form, self.columns) for form in forms}:
                    self.facts_known[said].append(number)
        elif not self.keyed:
            self.found = {self._identity(cells): number for number, cells in self.cells.items()}

    def _read(self, number: int, cells: Cells) -> Cells:
        """What whoever wrote the book could read of a row."""
        return {
            key: cell if cell in EMPTY or self.emptied(self.sheet, key, number, cells) else self.bare[key]
            for key, cell in cells.items()
        }

    def _known(self, said: tuple[Value, ...]) -> bool:
        """Tell whether a fact stands already; each that stands is met once."""
        number = next((one for one in self.facts_known.get(said, ()) if one not in self.met), None)
        if number is None:
            return False
        self.met.add(number)
        return True

    def _identity(self, cells: Cells) -> tuple[Value, ...]:
        if self.sheet.key == "company":  # there is one
            return ()
        return tuple(cells[key] for key in self.sheet.identity)


def _same(cells: Cells, columns: Iterable[Column]) -> tuple[Any, ...]:
    return tuple(tuple(map(str, cell)) if isinstance(cell := cells[column.key], list) else cell for column in columns)
