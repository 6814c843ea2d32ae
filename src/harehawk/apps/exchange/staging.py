"""A book put aside under its import, in small batches, until somebody says what to do with it."""

from collections.abc import Iterable
from itertools import batched

from django.db.models import QuerySet

from harehawk.apps.exchange.models import Different, Import, Staged
from harehawk.apps.exchange.plan import SheetPlan
from harehawk.apps.rows.mapping import from_plain, plain
from harehawk.book.sheets import SHEET, SHEETS, Book

AT_ONCE = 500  # rows put aside in one short write


def put_aside(work: Import, book: Book) -> None:
    """Keep a book under its import."""
    for sheet in SHEETS:
        columns = sorted(book.given.get(sheet.key, {column.key for column in sheet.columns}))
        for rows in batched(book.rows(sheet.key), AT_ONCE):
            Staged.objects.create(book=work, sheet=sheet.key, columns=columns, rows=[plain(row) for row in rows])


def put_changes_aside(work: Import, plans: Iterable[SheetPlan]) -> None:
    """Keep what it would change, to be looked at before it is confirmed."""
    for one in plans:
        for rows in batched(one.changed, AT_ONCE):
            Different.objects.bulk_create(
                [
                    Different(book=work, sheet=one.sheet.key, row=number, before=one.stood[number], after=cells)
                    for number, cells in rows
                ]
            )


def put_away(work: Import) -> None:
    """Keep neither any longer."""
    work.staged.all().delete()
    work.different.all().delete()


def taken_up(work: Import) -> Book:
    """The book that was put aside."""
    rows: dict[str, list[object]] = {}
    given: dict[str, frozenset[str]] = {}
    staged: QuerySet[Staged] = work.staged.order_by("pk")
    for part in staged.iterator(chunk_size=10):
        sheet = SHEET[part.sheet]
        rows.setdefault(part.sheet, []).extend(from_plain(sheet, cells) for cells in part.rows)
        given[part.sheet] = frozenset(part.columns)
    return Book(given=given, **{key: tuple(several) for key, several in rows.items()})  # type: ignore[arg-type]  # by sheet
