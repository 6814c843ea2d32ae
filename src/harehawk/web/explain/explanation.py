"""Where a number comes from, in one shape for all: a sentence, a formula with its figures, its inputs."""

from collections.abc import Iterable
from dataclasses import dataclass

from harehawk.errors import Problem, Translate
from harehawk.wording.voice import MINUS


class NothingToExplain(Problem):
    """There is no such number on the page."""

    code = "nothing_to_explain"
    status = 404

    def message(self, translate: Translate) -> str:
        return translate("There is no such number on the page of this opportunity.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A column; figures stand at its right."""

    text: str
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell, already in words and figures."""

    text: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row; `off` counts for nothing, `total` adds up the rows above."""

    first: str
    cells: tuple[Cell, ...]
    off: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Inputs of a number."""

    caption: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One number explained."""

    title: str
    figure: str
    sentence: str
    formula: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """A row as texts, before it knows its columns."""

    texts: tuple[str, ...]
    off: bool = False
    total: bool = False


def row(*texts: str, off: bool = False, total: bool = False) -> Texts:
    """A row of texts."""
    return Texts(texts=texts, off=off, total=total)


def signed(value: float, digits: int = 2) -> str:
    """A number with its sign."""
    return f"{value:+.{digits}f}".replace("-", MINUS)


def table(caption: str, heads: Iterable[str], rows: Iterable[Texts]) -> Table:
    """A table; a heading that starts with “>” is one of figures."""
    columns = tuple(Head(text=head.removeprefix(">"), right=head.startswith(">")) for head in heads)
    return Table(caption=caption, heads=columns, lines=tuple(_line(columns, one) for one in rows))


def _line(columns: tuple[Head, ...], one: Texts) -> Line:
    first, *rest = one.texts
    cells = tuple(Cell(text=text, right=head.right) for text, head in zip(rest, columns[1:], strict=True))
    return Line(first=first, cells=cells, off=one.off, total=one.total)
