"""What is wrong with a book, a row for each cell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from harehawk.book.problems import CellProblem
from harehawk.errors import Translate


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """One cell: where it stands, what it holds, what is wrong with it and the way out."""

    sheet: str
    row: int
    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCount:
    """How many problems a sheet has."""

    sheet: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsPage:
    """The problems of a book, all of them or those of one sheet; warnings change nothing and stand apart."""

    name: str
    total: int
    sheet: str
    sheets: tuple[SheetCount, ...]
    problems: tuple[ProblemRow, ...]
    warnings: tuple[ProblemRow, ...]


def problem_rows(problems: Iterable[CellProblem], translate: Translate) -> tuple[ProblemRow, ...]:
    """Rows of problems in one language."""
    return tuple(
        ProblemRow(
            sheet=problem.sheet,
            row=problem.row,
            column=problem.column,
            value=problem.value,
            message=problem.message(translate),
        )
        for problem in problems
    )


def problems_page(
    name: str, problems: tuple[ProblemRow, ...], warnings: tuple[ProblemRow, ...], sheet: str
) -> ProblemsPage:
    """Those of one sheet, if it has any."""
    counts = Counter(problem.sheet for problem in problems)
    return ProblemsPage(
        name=name,
        total=len(problems),
        sheet=sheet if sheet in counts else "",
        sheets=tuple(SheetCount(sheet=title, count=count) for title, count in counts.items()),
        problems=tuple(problem for problem in problems if sheet not in counts or problem.sheet == sheet),
        warnings=warnings,
    )
