"""What can be wrong with a book: with one of its cells, or with the file as a whole."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from harehawk.book.rules import CELL_RULES, FILE_RULES
from harehawk.errors import Problem, Translate

MOST_PROBLEMS = 10_000  # nobody mends more in one go, and a hostile file must not fill the memory


@dataclass(frozen=True, kw_only=True)
class CellProblem(Problem):
    """Something to mend in one cell: where it stands, which rule it breaks, and the way out.

    `sheet` and `column` are called as in the file; `row` counts from 1 as in the file. `rule` is for
    programs and never changes; `data` fills the sentence.
    """

    code = "cell"
    sheet: str
    row: int
    column: str
    value: str
    rule: str
    data: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)

    def message(self, translate: Translate) -> str:
        """Say what is wrong and the way out, without the place."""
        return translate(CELL_RULES[self.rule]) % {"value": self.value, **self.data}

    def place(self, translate: Translate) -> str:
        """Say where: sheet, row, column."""
        if not self.row:
            return translate("Sheet %(sheet)s") % {"sheet": self.sheet}
        if not self.column:
            return translate("Sheet %(sheet)s, row %(row)s") % {"sheet": self.sheet, "row": self.row}
        return translate("Sheet %(sheet)s, row %(row)s, “%(column)s”") % {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
        }

    def __str__(self) -> str:
        return f"{self.place(str)}: {self.message(str)}"


@dataclass
class FileProblem(Problem):
    """A file that cannot be read at all. `rule` says why; `data` fills the sentence."""

    code = "file"
    field = "book"
    name: str
    rule: str
    data: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def message(self, translate: Translate) -> str:
        """Say which file, why, and the way out."""
        return translate(FILE_RULES[self.rule]) % {"name": self.name, **self.data}
