"""The log: `add`, `change` and `remove` are the only ways to write a row, and each leaves an entry beside it.

An entry holds the row before and after, so that a write can be undone and any past moment be shown.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.utils import timezone

from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Entry, Fact, Recorded
from harehawk.apps.access.problems import ChangedMeanwhile, Difference, RowGone, RowRefused, StillUsed
from harehawk.apps.access.values import Value, assign, kept_fields, lists_in, plain_value, plain_values, values
from harehawk.book.cells import clean

MANY = 500  # rows in one statement


@transaction.atomic
def add[R: Recorded](actor: Actor, row: R, **lists: Iterable[models.Model]) -> R:
    """Save a new row. `lists` are its list fields. Raises RowRefused."""
    _stamp(actor, row)
    check(row)
    row.save(force_insert=True)
    _set_lists(row, lists)
    _enter(actor, Entry.Act.ADD, row, None, values(row))
    return row


@transaction.atomic
def add_all[R: Recorded](actor: Actor, rows: Sequence[R]) -> Sequence[R]:
    """Save many new rows that were checked before, in few statements; they have no list fields."""
    for row in rows:
        _stamp(actor, row)
    if rows:
        type(rows[0])._default_manager.bulk_create(rows, batch_size=MANY)
        Entry.objects.bulk_create(
            [_entry(actor, Entry.Act.ADD, row, None, plain_values(row)) for row in rows], batch_size=MANY
        )
    return rows


@transaction.atomic
def change[R: Recorded](actor: Actor, row: R, seen_version: int, **wanted: Value) -> R:
    """Change some values of a row, as seen at a version; return the row as it is now.

    What others changed since stays, unless both wanted the same field otherwise.
    Raises ChangedMeanwhile, RowGone, RowRefused.
    """
    if isinstance(row, Fact):
        raise TypeError("a fact is added, not changed")
    now = locked(row)
    before = values(now)
    asked = _plain(now, wanted)
    if seen_version != now.version:
        asked = _merged(now, before, asked, seen_version)
    if all(before.get(name) == value for name, value in asked.items()):
        return now
    for name in asked.keys() - lists_in(type(now), asked):
        setattr(now, name, wanted[name])
    _write(actor, now, before, {name: wanted[name] for name in lists_in(type(now), asked)})
    return now


@transaction.atomic
def change_private[R: Recorded](actor: Actor, row: R, what: str, **wanted: Value) -> R:
    """Change values that stay out of the log, such as a password: the entry says only that it happened."""
    now = locked(row)
    for name, value in wanted.items():
        setattr(now, name, value)
    now.save(update_fields=[*wanted])
    note(actor, now, what)
    return now


@transaction.atomic
def remove(actor: Actor, row: Recorded) -> None:
    """Take a row away; the log keeps what it was. A fact is not removed but undone. Raises RowGone, StillUsed."""
    if isinstance(row, Fact):
        raise TypeError("a fact is taken back by undo, not removed")
    erase_row(actor, locked(row))


def note(actor: Actor, row: Recorded, what: str) -> None:
    """Enter something that happened to a row and that none of its kept values shows."""
    entry = _entry(actor, Entry.Act.NOTE, row, None, None)
    entry.what = what
    entry.save()


def check(row: Recorded) -> None:
    """Clean the texts of a row, and hold it against its rules before it is written. Raises RowRefused."""
    for field in kept_fields(type(row)):
        if isinstance(text := field.value_from_object(row), str):
            setattr(row, field.attname, clean(text))
    try:
        row.full_clean(exclude=[*row.private])
    except ValidationError as error:
        faults = {name: [str(text) for text in texts] for name, texts in error.message_dict.items()}
        own = {("" if name == NON_FIELD_ERRORS else name): texts for name, texts in faults.items()}
        raise RowRefused(own) from error


def locked[R: Recorded](row: R) -> R:
    """Read a row again for writing; nobody else writes it until the transaction ends. Raises RowGone."""
    found = type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
    if found is None:
        raise RowGone(str(row))
    return found


def differing(changed: Recorded, theirs: dict[str, Any], asked: dict[str, Any]) -> list[Difference]:
    """Say in which fields two wishes differ, in the words of the pages."""
    labels = {field.name: str(getattr(field, "verbose_name", field.name)) for field in changed._meta.get_fields()}
    return [
        Difference(name=name, label=labels[name], yours=value, theirs=theirs.get(name))
        for name, value in asked.items()
        if theirs.get(name) != value
    ]


def entries_since(row: Recorded, version: int) -> models.QuerySet[Entry]:
    """The writes of a row after it had a version, the latest first."""
    return Entry.objects.filter(table=row._meta.label_lower, row=row.pk, version__gt=version).order_by("-pk")


def rewrite(actor: Actor, row: Recorded, kept: dict[str, Any]) -> None:
    """Give a locked row kept values back: the inverse of a change, and of taking a fact back."""
    before = values(row)
    assign(row, kept)
    _write(actor, row, before, {name: kept[name] for name in lists_in(type(row), kept)})


def restore(actor: Actor, model: type[Recorded], number: int, version: int, kept: dict[str, Any]) -> None:
    """Bring a removed row back under its old number."""
    row = model()
    row.pk = number
    assign(row, kept)
    _stamp(actor, row)
    row.version = version
    check(row)
    row.save(force_insert=True)
    _set_lists(row, {name: kept[name] for name in lists_in(model, kept)})
    _enter(actor, Entry.Act.ADD, row, None, values(row))


def erase_row(actor: Actor, row: Recorded) -> None:
    """Delete a locked row, and enter what it was. Raises StillUsed."""
    if listed := _listed_in(row):
        raise _still_used(row, listed)
    before, entry = values(row), _entry(actor, Entry.Act.REMOVE, row, None, None)
    entry.before, entry.version = before, row.version + 1
    try:
        row.delete()
    except (models.ProtectedError, models.RestrictedError) as error:
        held = error.protected_objects if isinstance(error, models.ProtectedError) else error.restricted_objects
        raise _still_used(row, held) from error
    entry.save()


def _listed_in(row: Recorded) -> list[models.Model]:
    """The rows in whose list fields it stands: it would vanish from them unseen."""
    lists = [one for one in row._meta.related_objects if one.many_to_many]
    return [other for one in lists for other in getattr(row, str(one.get_accessor_name())).all()]


def _still_used(row: Recorded, held: Iterable[models.Model]) -> StillUsed:
    rows = list(held)
    return StillUsed(str(row), [str(one) for one in rows], rows)


def _write(actor: Actor, row: Recorded, before: dict[str, Any], lists: dict[str, Any]) -> None:
    row.version += 1
    row.batch = actor.batch or row.batch
    check(row)
    row.save(force_update=True)
    _set_lists(row, lists)
    _enter(actor, Entry.Act.CHANGE, row, before, values(row))


def _stamp(actor: Actor, row: Recorded) -> None:
    row.recorded_at = timezone.now()
    row.recorded_by = actor.user
    row.batch = actor.batch


def _merged(row: Recorded, now: dict[str, Any], asked: dict[str, Any], seen_version: int) -> dict[str, Any]:
    """Keep of what is asked only what differs from what was seen. Raises ChangedMeanwhile where others did too."""
    later = list(entries_since(row, seen_version))
    seen = dict(now)
    for entry in later:
        seen.update((entry.before or {}) if entry.act == Entry.Act.CHANGE else {})
    own = {name: value for name, value in asked.items() if value != seen.get(name)}
    theirs = {name for name in own if now.get(name) != seen.get(name)}
    if found := differing(row, now, {name: own[name] for name in theirs}):
        untouched = asked.keys() - own.keys()
        others = {name: now.get(name) for name in untouched if now.get(name) != seen.get(name)}
        raise ChangedMeanwhile(str(later[0].actor or ""), found, row.version, others)
    return own


def _plain(row: Recorded, wanted: dict[str, Any]) -> dict[str, Any]:
    fields = {field.name: field for field in kept_fields(type(row))}
    several = lists_in(type(row), wanted)
    if unknown := wanted.keys() - fields.keys() - set(several):
        raise TypeError(f"{type(row).__name__} has no {', '.join(sorted(unknown))} to change")
    plain = {}
    for name, value in wanted.items():
        if name in several:
            plain[name] = [getattr(one, "pk", one) for one in value]
        else:
            of = value.pk if isinstance(value, models.Model) else value
            plain[name] = plain_value(fields[name], fields[name].to_python(of))
    return plain


def _set_lists(row: Recorded, lists: dict[str, Any]) -> None:
    for name, rows in lists.items():
        manager = getattr(row, name)
        manager.clear()  # the order given is the order kept
        manager.add(*rows)


def _enter(
    actor: Actor, act: Entry.Act, row: Recorded, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> None:
    _entry(actor, act, row, before, after).save()


def _entry(
    actor: Actor, act: Entry.Act, row: Recorded, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> Entry:
    return Entry(
        actor=actor.user,
        door=actor.door,
        act=act,
        table=row._meta.label_lower,
        row=row.pk,
        version=row.version,
        opportunity=row.opportunity_number,
        customer=row.customer_number,
        before=before,
        after=after,
        batch=actor.batch,
    )
