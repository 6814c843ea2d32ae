"""Writes of settings. Whoever changes them makes a new version, and judgements name theirs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Entry, Recorded, User
from harehawk.apps.access.problems import ChangedMeanwhile, StillUsed
from harehawk.apps.access.roles import Role
from harehawk.apps.access.undo import undo
from harehawk.apps.access.values import values
from harehawk.apps.method.changed import changed
from harehawk.apps.method.models import Criterion, Version
from harehawk.apps.method.problems import (
    ClassInUse,
    CodeTaken,
    CriterionInUse,
    MadeByImport,
    MethodNotYours,
    NothingChanged,
    SettingNotFound,
    SettingRefused,
)
from harehawk.apps.method.queries import SETTINGS, TABLES, as_plain, entries_of, setting, settings_book, version
from harehawk.apps.rows.tables import Table, tables
from harehawk.book.review import review
from harehawk.book.sheets import Book
from harehawk.engine.gates.pack import DEFAULT

SHIPPED = {"classes": {*DEFAULT.classes}, "criteria": {one.code for one in DEFAULT.criteria}}
NOTHING: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What one row of the settings is to be. A row is named by its code, one for a class alone by the class too.

    `cells` are values of fields; without them the row is to go. `seen_version` 0: there was none. `adds`: a class
    or criterion that nobody has yet.
    """

    sheet: str
    code: str = ""
    customer_class: str = ""
    seen_version: int = 0
    adds: bool = False
    cells: Mapping[str, Any] | None = None

    @property
    def identity(self) -> dict[str, str]:
        """The fields that name the row."""
        named = {"code": self.code, "customer_class": self.customer_class}
        return {key: named[key] for key in TABLES[self.sheet].sheet.identity if key in named}


def may_set(user: User) -> bool:
    """Tell whether somebody sets the method."""
    return user.has_role(Role.ADMINISTRATOR, Role.OPERATIONS)


def must_set(actor: Actor) -> None:
    """Raises MethodNotYours."""
    if actor.user is not None and not may_set(actor.user):
        raise MethodNotYours


@transaction.atomic
def try_out(*, actor: Actor, wanted: Wanted) -> Book:
    """The settings as they would be: written by all the rules, looked at, and not kept.

    Raises MethodNotYours, SettingNotFound, CodeTaken, ClassInUse, CriterionInUse, ChangedMeanwhile, RowRefused,
    SettingRefused, NothingChanged.
    """
    must_set(actor)
    with transaction.atomic():
        found = _write(actor, wanted)
        transaction.set_rollback(True)
    return found


@transaction.atomic
def change_setting(*, actor: Actor, wanted: Wanted) -> int:
    """Let it hold from now on; return the number of the new version. Raises what `try_out` does."""
    must_set(actor)
    hold_versions()
    _write(actor, wanted)
    return settle(actor)


@transaction.atomic
def undo_version(*, actor: Actor, number: int) -> int:
    """Take back what made a version, by one more version. Raises MethodNotYours, SettingNotFound, CannotUndo, …"""
    must_set(actor)
    hold_versions()
    before = settings_book()
    if (found := Version.objects.filter(number=number).first()) is None:
        raise SettingNotFound(str(number))
    entries = entries_of(found)
    if any(entry.batch_id for entry in entries):
        raise MadeByImport
    for entry in entries:
        undo(actor, entry)
    _must_hold_together("", before, settings_book())
    return settle(actor)


@transaction.atomic
def undo_setting(*, actor: Actor, entry: Entry) -> int:
    """Take back one write of a setting, by one more version. Raises MethodNotYours, CannotUndo, SettingRefused."""
    must_set(actor)
    hold_versions()
    before = settings_book()
    undo(actor, entry)
    _must_hold_together("", before, settings_book())
    return settle(actor)


def hold_versions() -> None:
    """Let nobody else make a version until the transaction ends, so that numbers follow each other."""
    list(Version.objects.select_for_update().order_by("-number")[:1])


def settle(actor: Actor) -> int:
    """Keep what was written under a number of its own, and have what rests on it judged anew."""
    before, number = version(), keep_version(actor)
    if number != before:
        changed.send(sender=Version, user=actor.user)
    return number


@transaction.atomic
def keep_version(actor: Actor) -> int:
    """Keep the settings as they are now under a number of their own, if they differ from the last ones."""
    settings = as_plain(settings_book())
    number = version()
    last = Version.objects.filter(number=number).first()
    if settings == (last.settings if last else as_plain(Book())):
        return number
    Version.objects.create(number=number + 1, made_by=actor.user, settings=settings)
    return number + 1


@transaction.atomic
def forget_versions() -> None:
    """Drop the versions of settings that are gone, when nothing was ever set beside them."""
    if as_plain(settings_book()) == as_plain(Book()):
        Version.objects.all().delete()


def _write(actor: Actor, wanted: Wanted) -> Book:
    """Write the row and return the settings as they are with it."""
    before = settings_book()
    must_be_known(wanted, before)
    row = setting(wanted.sheet, **wanted.identity)
    if wanted.cells is None:
        _take_away(actor, wanted, row)
    elif row is None and not wanted.adds and all(value in NOTHING for value in wanted.cells.values()):
        raise NothingChanged
    elif row is None:
        log.add(actor, TABLES[wanted.sheet](**wanted.identity, **wanted.cells))
    elif wanted.seen_version:
        log.change(actor, row, wanted.seen_version, **wanted.cells)
    else:
        _add_to(actor, row, wanted.cells)
    after = settings_book()
    if as_plain(after) == as_plain(before):
        raise NothingChanged
    _must_hold_together(wanted.sheet, before, after)
    return after


def must_be_known(wanted: Wanted, book: Book) -> None:
    """What is to change is there, what is to be added is not. Raises SettingNotFound, CodeTaken."""
    known = _codes(book, wanted.sheet) if wanted.sheet in SHIPPED else {""}
    if wanted.adds and wanted.code in known:
        raise CodeTaken(wanted.code)
    if not wanted.adds and wanted.code not in known:
        raise SettingNotFound(wanted.code)
    if wanted.customer_class and wanted.customer_class not in _codes(book, "classes"):
        raise SettingNotFound(wanted.customer_class)


def _add_to(actor: Actor, row: Any, cells: Mapping[str, Any]) -> None:  # noqa: ANN401  of whichever table
    """Somebody made the row since the page was opened."""
    filled = {name: value for name, value in cells.items() if value not in NOTHING}
    theirs = {name: value for name, value in values(row).items() if name in cells and value not in NOTHING}
    if found := log.differing(row, theirs, {name: value for name, value in filled.items() if name in theirs}):
        others = {name: value for name, value in theirs.items() if name not in filled}
        by = log.entries_since(row, 0)[0].actor
        raise ChangedMeanwhile(str(by or ""), found, row.version, others)
    log.change(actor, row, row.version, **filled)


def _take_away(actor: Actor, wanted: Wanted, row: Recorded | None) -> None:
    """What is shipped stays, with its defaults. What goes takes what is set of it for single classes along."""
    if row is None:
        raise NothingChanged
    gone = Criterion.objects.none()
    if not wanted.customer_class and wanted.code not in SHIPPED[wanted.sheet]:
        of_it = {"customer_class": wanted.code} if wanted.sheet == "classes" else {"code": wanted.code}
        gone = Criterion.objects.filter(**of_it).exclude(customer_class="")
    for one in [*gone, row]:
        log.remove(actor, one)


def _must_hold_together(sheet: str, before: Book, after: Book) -> None:
    """Nothing is named that is gone, and a method can be computed. Raises ClassInUse, CriterionInUse, …"""
    customers: Table = tables()["customers"]
    evidence: Table = tables()["evidence"]
    for code in _codes(before, "classes") - _codes(after, "classes"):
        if count := customers.objects.filter(customer_class=code).count():
            raise ClassInUse(code, count)
        if left := [row.code for row in after.criteria if row.customer_class == code]:
            raise StillUsed(code, left)
    for code in _codes(before, "criteria") - _codes(after, "criteria"):
        if evidence.objects.filter(criterion=code, withdrawn=False).exists():
            raise CriterionInUse(code)
    found = review(after, timezone.localdate(), get_language() or "en")
    told = [one if one.sheet == sheet else replace(one, column="") for one in found if one.sheet in SETTINGS]
    if told:
        raise SettingRefused(tuple(replace(one, sheet=sheet) for one in told))


def _codes(book: Book, sheet: str) -> set[str]:
    """All classes, or all criteria, that there are."""
    return SHIPPED[sheet] | {row.code for row in book.rows(sheet) if not getattr(row, "customer_class", None)}
