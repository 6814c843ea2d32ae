"""Books in and out of what is stored; the sample, loaded and removed in one click."""

from pathlib import Path
from typing import Protocol

from django.db import transaction
from django.db.models import QuerySet

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.exchange import imports, tasks
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.plan import Progress
from harehawk.apps.exchange.problems import ImportNotFound, ImportNotYours, ImportOfAnother, NothingToUndo, NotWaiting
from harehawk.apps.exchange.queries import may_import
from harehawk.apps.exchange.sample import load_sample, remove_sample
from harehawk.apps.exchange.staging import put_away
from harehawk.apps.exchange.unstoring import unstore
from harehawk.apps.opportunities.rejudging import rejudge

OPERATOR = Actor(user=None, door=Door.COMMAND)

__all__ = [
    "OPERATOR", "Step", "cancel_import", "confirm_import", "load_sample", "remove_sample", "stage", "start_import",
    "store", "undo_import",
]  # fmt: skip


class Step(Protocol):
    """What is done to an import by its number."""

    def __call__(self, *, actor: Actor, number: int) -> None: ...


def start_import(*, actor: Actor, content: bytes, name: str, language: str) -> int:
    """Read a book that was uploaded; the import then has problems, or waits for `confirm_import`.

    Raises ImportNotYours, FileProblem.
    """
    work = _opened(actor, name, language)
    imports.read_in(work, content)
    return work.pk


def confirm_import(*, actor: Actor, number: int) -> None:
    """Have a staged import stored in the background. Raises ImportNotFound, ImportOfAnother, NotWaiting."""
    with transaction.atomic():
        work = _found(_visible(actor).select_for_update(), number)
        if work.asked_by != actor.user:
            raise ImportOfAnother(work.name)
        if work.state != Import.State.STAGED:
            raise NotWaiting(work.name)
        work.state = Import.State.STORING
        work.save()
        tasks.store.enqueue(work.pk, actor.user.pk if actor.user else None)


def cancel_import(*, actor: Actor, number: int) -> None:
    """Stop an import that is not stored yet, whoever brought it; nothing stays. Raises ImportNotFound, NotWaiting."""
    with transaction.atomic():
        work = _found(_visible(actor).select_for_update(), number)
        if work.state in {Import.State.READING, Import.State.STAGED, Import.State.PROBLEMS}:
            put_away(work)
            work.state = Import.State.CANCELLED  # whoever still reads it hears it, if the process was not ended
        elif work.state != Import.State.STORING:
            raise NotWaiting(work.name)
        work.cancel = True
        work.save()


def undo_import(*, actor: Actor, number: int) -> None:
    """Take back all that an import stored, whoever brought it. Raises ImportNotFound, NothingToUndo, BuiltUpon."""
    work = _found(_visible(actor), number)
    if work.state != Import.State.DONE or work.batch is None:
        raise NothingToUndo(work.name)
    unstore(work, actor)


def stage(*, source: Path, language: str, watch: Progress | None = None) -> Import:
    """Read a book for the operator of this machine; it has problems, or waits for `store`. Raises FileProblem."""
    work = _opened(OPERATOR, source.name, language)
    imports.read_in(work, source, watch)
    return work


def store(work: Import, watch: Progress | None = None) -> None:
    """Store what the operator staged, and judge what it touched."""
    imports.store(work, OPERATOR, judge=lambda rejudging: rejudge.call(rejudging.pk), watch=watch)


def _opened(actor: Actor, name: str, language: str) -> Import:
    if actor.user is not None and not may_import(actor.user):
        raise ImportNotYours
    return Import.objects.create(name=name[-255:], language=language, asked_by=actor.user)


def _visible(actor: Actor) -> QuerySet[Import]:
    return Import.objects.visible_to(actor.user) if actor.user else Import.objects.all()


def _found(rows: QuerySet[Import], number: int) -> Import:
    if (found := rows.filter(pk=number).first()) is None:
        raise ImportNotFound(number)
    return found
