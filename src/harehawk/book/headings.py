"""Which row of a sheet holds the headings, and which column each of them means."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from harehawk.book.grid import Cell, Grid, blank
from harehawk.book.schema import Column, Kind, Sheet
from harehawk.book.units import MONEY_UNITS
from harehawk.book.words import dictionary, fold, spellings

LOOKED_AT = 30  # rows from the top among which the headings are looked for
LEAST_OF_ROW = 0.5  # share of a second row's cells that must be headings for it to be one
IN_BRACKETS = re.compile(r"^(.*?)\s*(?:[(\[【](.*?)[)\]】]|[/:]\s*([^/:()]+))\s*$")
UNIT_OF_TABLE = re.compile(r"(?:金额)?(?:单位|unit)\s*:\s*(?:人民币|rmb|cny)?\s*(\S+?)[)\]】]*$")  # above the headings


@dataclass(frozen=True, slots=True)
class Found:
    """A column found in a sheet: where, called what, by what its plain amounts are multiplied, whether a % is in it."""

    column: Column
    place: int
    heading: str
    times: float = 1
    per_cent: bool = False


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a sheet. `first` is the place of the first row below them; `others` have no meaning."""

    row: int
    first: int
    found: tuple[Found, ...]
    others: tuple[tuple[int, str], ...]
    doubled: tuple[tuple[Found, Found], ...]


@cache
def meanings(sheet: Sheet, *, by_key: bool = False) -> dict[str, Column]:
    """What each heading of a sheet means: its own words, then what others call it, then keys; in JSON keys first."""
    keys = {column: (column.key,) for column in sheet.columns}
    own = {column: (column.words.en, column.words.zh) for column in sheet.columns}
    others = {column: column.words.aliases for column in sheet.columns}
    ways = (keys, own, others) if by_key else (own, others, keys)
    found: dict[str, Column] = {}
    for way in ways:
        found = dictionary(way) | found
    return found


def read_headings(grid: Grid, sheet: Sheet) -> Headings | None:
    """Find the row, or two rows, that name the most columns; None where nothing is named."""
    known = meanings(sheet, by_key=grid.named_by_key)
    filled = [number for number, row in enumerate(grid.rows[:LOOKED_AT]) if not all(map(blank, row))]
    best: tuple[int, int, list[str]] | None = None
    most = 0
    for depth in (1, 2):  # two rows only where they name more than one does
        for number in filled:
            texts = _texts(grid, number, depth, known)
            named = len({column.key for text in texts or () if (column := _meaning(text, known)[0])})
            if texts is not None and named > most:
                best, most = (number, depth, texts), named
    if best is None:
        return None
    number = best[0]
    above = [cell for row in grid.rows[:number] for cell in row if isinstance(cell, str)]
    return _headings(grid, best, known, _unit_of_table(above))


def _texts(grid: Grid, number: int, depth: int, known: Mapping[str, Column]) -> list[str] | None:
    """The heading of each column from one row, or from a row and the one below; None where there are no two."""
    upper = [_text(cell) for cell in grid.rows[number]]
    if depth == 1:
        return upper
    if number + 1 >= len(grid.rows):
        return None
    lower = [_text(cell) for cell in grid.rows[number + 1]]
    upper = _spread(grid, number)
    filled = [text for text in lower if text]
    if not filled or sum(_meaning(text, known)[0] is not None for text in filled) < LEAST_OF_ROW * len(filled):
        return None
    upper += [""] * (len(lower) - len(upper))
    lower += [""] * (len(upper) - len(lower))
    return [_of_two(above, below, known) for above, below in zip(upper, lower, strict=True)]


def _spread(grid: Grid, number: int) -> list[str]:
    """The texts of a row, a merged one in each column that it covers."""
    texts = [_text(cell) for cell in grid.rows[number]]
    for (top, left), (bottom, right) in grid.merged:
        if top <= number <= bottom and left < len(texts):
            texts[left : right + 1] = [texts[left]] * len(texts[left : right + 1])
    return texts


def _of_two(above: str, below: str, known: Mapping[str, Column]) -> str:
    both = f"{above} {below}".strip()
    return next((text for text in (below, both, above) if text and _meaning(text, known)[0]), both)


def _headings(grid: Grid, where: tuple[int, int, list[str]], known: Mapping[str, Column], unit: float) -> Headings:
    number, depth, texts = where
    found: dict[str, Found] = {}
    doubled, others = [], []
    parents = number + depth - 2  # the row above the last of the headings
    units = dict(enumerate(map(_stated_unit, _spread(grid, parents)))) if parents >= 0 else {}
    for place, text in enumerate(texts):
        column, times = _meaning(text, known)
        if column is None:
            if text or any(place < len(row) and not blank(row[place]) for row in grid.rows[number + depth :]):
                others.append((place, text))
            continue
        money = column.kind == Kind.MONEY
        one = Found(column, place, text, (times or units.get(place) or unit) if money else 1, "%" in _flat(text))
        if column.key in found:
            doubled.append((found[column.key], one))
        else:
            found[column.key] = one
    return Headings(number, number + depth, tuple(found.values()), tuple(others), tuple(doubled))


def _meaning(text: str, known: Mapping[str, Column]) -> tuple[Column | None, float | None]:
    """What a heading means, and the unit it states: as it stands, else without what follows in brackets."""
    if (column := known.get(fold(text))) is not None:
        return column, None
    flat = _flat(text).rstrip("*").strip()
    if match := IN_BRACKETS.match(flat):
        unit = MONEY_UNITS.get(fold(match[2] or match[3] or ""))
        if match[2] is not None or unit is not None:
            return known.get(fold(match[1])), unit
    return None, None


def _stated_unit(text: str) -> float | None:
    """The unit that a heading states after its name, whatever the name."""
    match = IN_BRACKETS.match(_flat(text))
    return MONEY_UNITS.get(fold(match[2] or match[3] or "")) if match else None


def _unit_of_table(texts: list[str]) -> float:
    for text in texts:
        if match := UNIT_OF_TABLE.search(unicodedata.normalize("NFKC", text).casefold().strip()):
            return MONEY_UNITS.get(fold(match[1]), 1)
    return 1


def _flat(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _text(cell: Cell) -> str:
    return " ".join(str(cell).split()) if not blank(cell) else ""


def called(sheet: Sheet) -> tuple[str, ...]:
    """Every title that means this sheet."""
    return spellings(sheet.words, sheet.key)
