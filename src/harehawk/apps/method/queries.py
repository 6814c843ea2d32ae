"""The method a judgement is made with on a day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max
from django.utils import timezone

from harehawk.apps.access.models import Entry
from harehawk.apps.method.models import Company, Criterion, CustomerClass, Version
from harehawk.apps.rows.loading import load
from harehawk.apps.rows.mapping import book_of, from_plain, plain
from harehawk.apps.rows.tables import Table
from harehawk.book.read import CURRENCY
from harehawk.book.sheets import SHEET, Book

TABLES: Mapping[str, Table] = {"company": Company, "classes": CustomerClass, "criteria": Criterion}
SETTINGS = tuple(TABLES)
SETTING_TABLES = frozenset(table._meta.label_lower for table in TABLES.values())


def settings_book() -> Book:
    """The settings as they are now."""
    return book_of(load(table._default_manager.all()) for table in (Company, CustomerClass, Criterion))


def version() -> int:
    """The number of the settings in force; 0 as long as the company has none of its own."""
    return Version.objects.aggregate(last=Max("number"))["last"] or 0


def currency() -> str:
    """What all amounts are in."""
    return Company.objects.values_list("currency", flat=True).first() or CURRENCY


def latest_settings() -> Book:
    """The settings in force, in one statement."""
    found = Version.objects.order_by("-number").first()
    return from_kept(found.settings) if found else Book()


def settings_of(number: int) -> Book:
    """The settings that a judgement names."""
    found = Version.objects.filter(number=number).first()
    return from_kept(found.settings) if found else Book()


def version_on(day: dt.date) -> int:
    """The number of the settings in force at the end of a day; of a day before the first ones, the first."""
    end = timezone.make_aware(dt.datetime.combine(day, dt.time.max))
    by_then = Version.objects.filter(made_at__lte=end).aggregate(last=Max("number"))["last"]
    return by_then or (1 if Version.objects.exists() else 0)


def setting(sheet: str, **identity: str) -> Any:  # noqa: ANN401  a row of whichever table
    """The row of a sheet that has these codes, if there is one."""
    return TABLES[sheet]._default_manager.filter(**identity).first()


def as_seen(sheet: str, **identity: str) -> tuple[int, dict[str, Any]]:
    """The version of such a row, 0 where there is none, and its cells by column."""
    row = setting(sheet, **identity)
    return (0, {}) if row is None else (row.version, {one.key: getattr(row, one.key) for one in SHEET[sheet].columns})


def entries_of(made: Version) -> Sequence[Entry]:
    """The writes that made a version and that stand, the last first."""
    before = Version.objects.filter(number=made.number - 1).values_list("made_at", flat=True).first()
    since = Entry.objects.filter(table__in=SETTING_TABLES, at__lte=made.made_at, undone_by=None, undoes=None)
    return list((since.filter(at__gt=before) if before else since).order_by("-pk"))


def as_plain(book: Book) -> dict[str, Any]:
    """The settings of a book as a version keeps them."""
    return {sheet: [plain(row) for row in book.rows(sheet)] for sheet in SETTINGS}


def from_kept(kept: dict[str, Any]) -> Book:
    """The settings that `as_plain` took apart."""
    rows: dict[str, Any] = {
        sheet: tuple(from_plain(SHEET[sheet], row) for row in several) for sheet, several in kept.items()
    }
    return Book(**rows)
