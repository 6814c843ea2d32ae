"""A sheet as it stands in a file, nothing understood yet."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

type Plain = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
type Cell = Plain | list[Any]  # a list only in JSON

FORMULA_ERROR = "\0error"  # stands in a cell whose formula failed


@dataclass(slots=True)
class Grid:
    """Rows of cells from the first row and column of the sheet on. `merged` are (first, last) corners."""

    title: str
    rows: list[list[Cell]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    hidden: bool = False
    named_by_key: bool = False  # JSON: sheets and columns are called by their keys


def blank(cell: Cell) -> bool:
    """Tell whether nothing is in a cell."""
    return cell is None or cell == [] or (isinstance(cell, str) and not cell.strip())
