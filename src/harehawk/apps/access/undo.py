"""Undo: every entry has an inverse, which is an entry itself."""

from typing import cast

from django.apps import apps
from django.db import transaction

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Batch, Entry, Fact, Recorded
from harehawk.apps.access.problems import CannotUndo


@transaction.atomic
def undo(actor: Actor, what: Entry | Batch) -> None:
    """Write the inverse of one write, or of all of a batch, the last first; or change nothing.

    May the actor edit those rows? The caller asks. Raises CannotUndo, StillUsed, RowRefused.
    """
    entries = what.entries.order_by("-pk") if isinstance(what, Batch) else Entry.objects.filter(pk=what.pk)
    for entry in entries.select_for_update().filter(undone_by=None).exclude(act=Entry.Act.NOTE):
        _undo(actor, entry)
        entry.undone_by = Entry.objects.filter(table=entry.table, row=entry.row).latest("pk")
        entry.save(update_fields=["undone_by"])
        # what this one had taken back stands again, and can be taken back once more
        Entry.objects.filter(undone_by=entry).update(undone_by=None)


def _undo(actor: Actor, entry: Entry) -> None:
    model = cast("type[Recorded]", apps.get_model(entry.table))
    row = model._default_manager.select_for_update().filter(pk=entry.row).first()
    if entry.act == Entry.Act.REMOVE:
        if row is not None:
            raise CannotUndo(str(row))
        log.restore(actor, model, entry.row, entry.version + 1, entry.before or {})
        return
    if row is None:
        raise CannotUndo(str((entry.after or {}).get("name") or entry.table))
    if entry.act == Entry.Act.CHANGE:
        _change_back(actor, entry, row)
    elif isinstance(row, Fact):
        log.rewrite(actor, row, {"withdrawn": True})
    else:
        _only_write(entry, row)
        log.erase_row(actor, row)


def _change_back(actor: Actor, entry: Entry, row: Recorded) -> None:
    later = log.entries_since(row, entry.version).filter(undone_by=None, undoes=None)
    if any(entry.changed & one.changed for one in later):
        raise CannotUndo(str(row))
    before = entry.before or {}
    log.rewrite(actor, row, {name: before[name] for name in entry.changed if name in before})


def _only_write(entry: Entry, row: Recorded) -> None:
    """What others made of a row since would be lost with it."""
    later = log.entries_since(row, entry.version).filter(undone_by=None, undoes=None).exclude(act=Entry.Act.NOTE)
    if later.exists():
        raise CannotUndo(str(row))
