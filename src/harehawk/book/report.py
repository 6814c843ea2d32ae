"""Collects problems and warnings of a book, each with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harehawk.book.grid import FORMULA_ERROR, Cell, Grid
from harehawk.book.headings import Found, Headings
from harehawk.book.problems import MOST_PROBLEMS, CellProblem
from harehawk.book.schema import Sheet, Words

SHOWN = 200  # characters of a value that a problem repeats


@dataclass(slots=True)
class Table:
    """A sheet of the file that was recognised, with its headings."""

    sheet: Sheet
    grid: Grid
    headings: Headings
    places: dict[str, Found] = field(init=False)

    def __post_init__(self) -> None:
        self.places = {found.column.key: found for found in self.headings.found}

    def row_number(self, place: int) -> int:
        """The number of a row as people count: from 1; in JSON the first row of the list."""
        return place if self.grid.named_by_key else place + 1

    def heading(self, key: str, language: str) -> str:
        """What a column is called in the file, or, if it is not there, what it would be called."""
        found = self.places.get(key)
        return found.heading if found else self.sheet.column(key).words.say(language)

    def cell(self, place: int, key: str) -> Cell:
        """The cell of a column in a row, None if there is none."""
        found = self.places.get(key)
        row = self.grid.rows[place]
        return row[found.place] if found and found.place < len(row) else None


class Report:
    """Problems and warnings found so far; sentences are filled in the language of the reader."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.problems: list[CellProblem] = []
        self.warnings: list[CellProblem] = []
        self.more = 0

    def problem(self, table: Table, place: int | None, key: str, rule: str, **data: object) -> None:
        """Something to mend in a cell of a table; `place` None is the row of headings."""
        if len(self.problems) >= MOST_PROBLEMS:
            self.more += 1
            return
        self.problems.append(self._made(table, place, key, rule, data))

    def heading_problem(self, table: Table, heading: str, rule: str, **data: object) -> None:
        """Something to mend in a heading that means what another means already."""
        row = table.row_number(table.headings.row)
        self.problems.append(
            CellProblem(
                sheet=table.grid.title, row=row, column=heading, value=heading, rule=rule, data=self._said(data)
            )
        )

    def warning(self, table: Table, place: int | None, key: str, rule: str, **data: object) -> None:
        """Something to know about a cell of a table."""
        if len(self.warnings) < MOST_PROBLEMS:
            self.warnings.append(self._made(table, place, key, rule, data))

    def warn(self, sheet: str, row: int, column: str, value: str, rule: str, **data: object) -> None:
        """Something to know about a part of the file that is no table."""
        self.warnings.append(
            CellProblem(sheet=sheet, row=row, column=column, value=value, rule=rule, data=self._said(data))
        )

    def _made(self, table: Table, place: int | None, key: str, rule: str, data: Mapping[str, object]) -> CellProblem:
        cell = table.cell(place, key) if key and place is not None else None
        return CellProblem(
            sheet=table.grid.title,
            row=table.row_number(table.headings.row if place is None else place),
            column=table.heading(key, self.language) if key else "",
            value=shown(cell),
            rule=rule,
            data=self._said(data),
        )

    def _said(self, data: Mapping[str, object]) -> dict[str, object]:
        return {key: value.say(self.language) if isinstance(value, Words) else value for key, value in data.items()}


def shown(cell: Cell) -> str:
    """The text of a cell as a problem repeats it."""
    if cell is None or cell == FORMULA_ERROR:
        return ""
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, list):
        return ", ".join(map(str, cell))[:SHOWN]
    return str(cell).strip()[:SHOWN]
