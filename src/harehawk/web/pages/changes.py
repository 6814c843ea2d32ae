"""What an import changes, field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harehawk.apps.exchange.queries import ChangedCell, ChangedRow
from harehawk.book.pack import CLASS_WORDS, CRITERION_WORDS
from harehawk.book.schema import Column, Value
from harehawk.book.sheets import SHEET
from harehawk.web.pages.cells import cell_text
from harehawk.wording.voice import Voice

AT_FIRST, AT_ONCE = 10, 100  # rows of each sheet below the summary, and on a page of one sheet
NOTHING: tuple[Value, ...] = (None, "", [])


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLine:
    """A field before and after, in words."""

    word: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLines:
    """A row, and what changes in it; `covered` is how many fields of that its reader may not read."""

    name: str
    cells: tuple[CellLine, ...]
    covered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChanges:
    """The rows of one sheet that are shown, of how many. `page` is 0 where only the first ones stand."""

    key: str
    word: str
    rows: tuple[RowLines, ...]
    total: int
    page: int
    pages: int

    @property
    def more(self) -> bool:
        """Whether there are others."""
        return self.total > len(self.rows)


def sheet_changes(
    found: Mapping[str, Sequence[ChangedRow]], totals: Mapping[str, int], page: int, voice: Voice
) -> tuple[SheetChanges, ...]:
    """Say them."""
    return tuple(
        SheetChanges(
            key=key,
            word=voice.say(SHEET[key].words),
            rows=tuple(row_lines(row, voice) for row in rows),
            total=totals[key],
            page=page,
            pages=-(-totals[key] // AT_ONCE),
        )
        for key, rows in found.items()
    )


def row_lines(row: ChangedRow, voice: Voice) -> RowLines:
    """Say one row."""
    return RowLines(name=row.name, cells=tuple(_line(one, voice) for one in row.cells), covered=row.covered)


def _line(one: ChangedCell, voice: Voice) -> CellLine:
    before, after = (_text(one.column, value, voice) for value in (one.before, one.after))
    return CellLine(word=voice.say(one.column.words), before=before, after=after)


def _text(column: Column, value: Value, voice: Voice) -> str:
    if value in NOTHING:
        return "–"
    words = {"classes": CLASS_WORDS, "criteria": CRITERION_WORDS}.get(column.refers or "", {}).get(value)
    return voice.say(words) if words else cell_text(column, value, voice)
