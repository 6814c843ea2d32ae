"""Which fields an import changes, from what to what, by what its reader may read of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from harehawk.apps.access.models import Entry, User
from harehawk.apps.access.policy import Reach
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.plan import ABOUT
from harehawk.apps.exchange.readable import Reader
from harehawk.apps.exchange.standing import visible
from harehawk.apps.rows.loading import is_link
from harehawk.apps.rows.tables import FIELD, Table, tables
from harehawk.book.schema import Column, Kind, Sheet, Value
from harehawk.book.sheets import SHEET

COLUMN = {field: column for column, field in FIELD.items()}
NEW = gettext_lazy("a new row")  # in place of the name of one that comes with the book
UNSEEN = "?"  # in place of the name of what its reader does not see


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedCell:
    """A cell before and after; links are names. What may not be read is not here."""

    column: Column
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """A row: what it is called, and what changes in it. `covered` counts what its reader may not read of that."""

    name: str
    cells: Sequence[ChangedCell]
    covered: int


type Kept = tuple[int, Mapping[str, Any], Mapping[str, Any]]  # number of a row, some of its cells before and after


def changed_rows(
    work: Import, user: User | None, keys: Iterable[str], *, first: int, most: int
) -> Mapping[str, Sequence[ChangedRow]]:
    """Some of the rows that an import changes, by sheet, in order; None is the operator, who reads all."""
    reader = Reader(user) if user else None
    return {key: _rows_of(work, user, reader, SHEET[key], slice(first, first + most)) for key in keys}


def _rows_of(work: Import, user: User | None, reader: Reader | None, sheet: Sheet, part: slice) -> list[ChangedRow]:
    table = tables()[sheet.key]
    kept = list(_stored(work, sheet, table, part) if work.batch else _waiting(work, sheet, part))
    about = [one.name for one in table._meta.concrete_fields if one.name in ABOUT]
    rows = visible(table, user)
    rows = (rows.select_related(*about) if about else rows).in_bulk([number for number, _, _ in kept])
    names = _names(sheet, user, kept)
    return [_row(sheet, one, rows.get(one[0]), reader, names) for one in kept]


def _waiting(work: Import, sheet: Sheet, part: slice) -> Iterable[Kept]:
    rows = work.different.filter(sheet=sheet.key).order_by("pk")[part]
    return ((one.row, one.before, one.after) for one in rows)


def _stored(work: Import, sheet: Sheet, table: Table, part: slice) -> Iterable[Kept]:
    """What the log says of it."""
    entries = Entry.objects.filter(batch=work.batch, act=Entry.Act.CHANGE, table=table._meta.label_lower)
    columns = {column.key for column in sheet.columns}
    for entry in entries.order_by("pk")[part]:
        before, after = (
            {COLUMN.get(name, name): value for name, value in (cells or {}).items()}
            for cells in (entry.before, entry.after)
        )
        changed = [key for key in columns if before.get(key) != after.get(key)]
        yield entry.row, before, {key: after.get(key) for key in changed}


def _row(
    sheet: Sheet,
    kept: Kept,
    row: Any,  # noqa: ANN401  of whichever table
    reader: Reader | None,
    names: Mapping[str, Mapping[int, str]],
) -> ChangedRow:
    number, before, after = kept
    reach = reader.reach(sheet, number, dict(before)) if reader else Reach.INSIDE
    seen = [one for one in sheet.columns if one.key in after and row and reach.reads(f"{sheet.key}.{one.key}")]
    called = row and all(reach.reads(f"{sheet.key}.{key}") for key in sheet.identity)
    return ChangedRow(
        name=_called(row) if called else UNSEEN,
        cells=[
            ChangedCell(
                column=one,
                before=_named(one, before.get(one.key), names),
                after=_named(one, after[one.key], names),
            )
            for one in seen
        ],
        covered=len(after) - len(seen),
    )


def _called(row: Any) -> str:  # noqa: ANN401  of whichever table
    """Its name, after that of what it is about."""
    about = next((of for name in ABOUT if (of := getattr(row, name, None))), None)
    own = str(row)
    return own if about is None or str(about) in own else f"{about} · {own}"


def _names(sheet: Sheet, user: User | None, kept: Iterable[Kept]) -> Mapping[str, Mapping[int, str]]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for column in filter(_leads, sheet.columns):
        for _, before, after in kept:
            for value in (before.get(column.key), after.get(column.key)):
                wanted[str(column.refers)] |= set(value) if isinstance(value, list) else {value} if value else set()
    return {
        refers: {number: str(row) for number, row in visible(tables()[refers], user).in_bulk(numbers).items()}
        for refers, numbers in wanted.items()
    }


def _named(column: Column, value: Value, names: Mapping[str, Mapping[int, str]]) -> Value:
    if not _leads(column) or not value:
        return value
    known = names[str(column.refers)]
    said = [str(NEW) if one < 0 else known.get(one, UNSEEN) for one in (value if isinstance(value, list) else [value])]
    return said if isinstance(value, list) else said[0]


def _leads(column: Column) -> bool:
    return is_link(column) or column.kind == Kind.REFERENCES
