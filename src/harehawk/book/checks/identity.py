"""Rows that say the same thing twice, names that two rows share, lines that go round in a circle."""

from harehawk.book.checks.context import Context, circles
from harehawk.book.references import TARGETS
from harehawk.book.rows import Read, identity_of, key_of
from harehawk.book.sheets import SHEET, SHEETS
from harehawk.book.words import fold

LINES = (("customers", "parent"), ("posts", "reports_to"), ("people", "reports_to"), ("colleagues", "reports_to"))
BY_NAME = {"rival"}  # columns in which case and spaces do not make another name


def check_identity(context: Context) -> None:
    """A row stands for one thing; a name means one row; nobody is above himself."""
    for sheet in SHEETS:
        if sheet.identity:
            _check_twice(context, sheet.key, sheet.identity)
    for key in TARGETS:
        _check_same_name(context, key)
    for key, line in LINES:
        _check_circles(context, key, line)
    for read in context.rows("posts"):
        if key_of(read) in (read["in_charge_of"] or ()):
            context.problem(read, "in_charge_of", "itself")


def _check_twice(context: Context, sheet: str, identity: tuple[str, ...]) -> None:
    first: dict[tuple[object, ...], Read] = {}
    for read in context.rows(sheet):
        values = identity_of(read)
        if values[0] is None or any(key in read.unfit for key in identity):
            continue
        same = tuple(
            fold(value) if key in BY_NAME and value else value for key, value in zip(identity, values, strict=True)
        )
        if same in first:
            pairs = zip(identity, values, strict=True)
            shown = ", ".join(_said(context, read, key, value) for key, value in pairs if value)
            at = next((key for key in reversed(identity) if key in read.values), "name")
            context.problem(read, at, "duplicate", first=first[same].number, same=shown)
        else:
            first[same] = read


def _said(context: Context, read: Read, key: str, value: object) -> str:
    column = read.table.sheet.column(key)
    if column.refers:
        return context.name(column.refers, str(value))
    return str(value)


def _check_same_name(context: Context, sheet: str) -> None:
    """Rows of one name are told apart by their ids; a row without one could then not be named."""
    target = TARGETS[sheet]
    if target.name is None or SHEET[sheet].column(target.id).required:
        return
    first: dict[str, Read] = {}
    for read in context.rows(sheet):
        name = read[target.name]
        if not name:
            continue
        other = first.setdefault(name, read)
        if other is not read and bool(read[target.id]) != bool(other[target.id]):
            context.problem(read, target.name, "same_name", first=other.number, name=name)


def _check_circles(context: Context, sheet: str, line: str) -> None:
    rows = context.by_key(sheet)
    for circle in circles({key: read[line] for key, read in rows.items() if read[line]}):
        if len(circle) == 1:
            context.problem(rows[circle[0]], line, "itself")
            continue
        named = " → ".join(context.name(sheet, key) for key in [*circle, circle[0]])
        last = max((rows[key] for key in circle), key=lambda read: read.place)
        context.problem(last, line, "loop", circle=named)
