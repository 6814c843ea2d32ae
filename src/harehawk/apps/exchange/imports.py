"""An import step by step: read, say what it would do, store all of it at once, take it back."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Batch, User
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.plan import Emptied, Progress, SheetPlan, plan
from harehawk.apps.exchange.readable import Reader
from harehawk.apps.exchange.staging import put_aside, put_away, put_changes_aside, taken_up
from harehawk.apps.exchange.stamp import Stamp
from harehawk.apps.exchange.standing import beside
from harehawk.apps.exchange.store import Ready, hold_writers, ready, reserve, unwatched
from harehawk.apps.method.actions import keep_version
from harehawk.apps.method.queries import SETTINGS
from harehawk.apps.opportunities.listed import close_again
from harehawk.apps.opportunities.models import Opportunity, Rejudging
from harehawk.book.beside import breaches
from harehawk.book.problems import CellProblem
from harehawk.book.read import read
from harehawk.book.sheets import Book

TRIES = 3  # to store while others write; then they wait
TOLD_EVERY = 0.5  # seconds


class Stopped(Exception):
    """Somebody asked the import to stop."""


def read_in(work: Import, source: Path | bytes, watch: Progress | None = None) -> None:
    """Read a file for an import; it then has problems, or waits to be confirmed with a summary of what it would do.

    A book that says nothing new is done with that.
    """
    tell = _teller(work, watch)
    try:
        found = read(
            source,
            work.name,
            today=timezone.localdate(),
            language=work.language,
            progress=tell,
            beside=beside(work.asked_by),
        )
        _heed(work)
        work.problems = [_cell(problem) for problem in found.problems]
        work.warnings = [_cell(problem) for problem in found.warnings]
        if found.problems:
            _leave(work, Import.State.PROBLEMS)
            return
        put_aside(work, found.book)
        plans = plan(found.book, _counting(), tell, _emptied(work.asked_by))
        put_changes_aside(work, plans)
        work.summary = summary(plans)
        _heed(work)
        if any(row["new"] or row["changed"] for row in work.summary):
            _leave(work, Import.State.STAGED)
        else:
            put_away(work)
            _leave(work, Import.State.DONE)
    except Stopped:
        put_away(work)
        _leave(work, Import.State.CANCELLED)
    except Exception:
        work.delete()  # nothing was read, so there is nothing to go on with
        raise


def store(work: Import, actor: Actor, *, judge: Callable[[Rejudging], None], watch: Progress | None = None) -> None:
    """Store an import that was confirmed: all of it in one short transaction, or nothing.

    What it changes is planned and made ready before; if somebody writes meanwhile, it is planned again.
    """
    tell = _teller(work, watch)
    try:
        book = taken_up(work)
        number = reserve(Batch, 1)[0]
        batch = Batch(pk=number, kind=Batch.Kind.IMPORT, title=work.name[:200], opened_by=actor.user)
        for tries in range(TRIES + 1):
            with ExitStack() as held:
                if tries == TRIES:  # others write all the time: they wait once
                    held.enter_context(transaction.atomic())
                    hold_writers()
                stamp = Stamp.now()
                if _refused(work, book, actor):
                    return
                plans = plan(book, reserve, tell, _emptied(actor.user))
                _heed(work)
                prepared = ready(plans, actor)
                _heed(work)
                laid_out = held.enter_context(prepared.staged(batch))
                with unwatched(), transaction.atomic():
                    hold_writers()
                    if Import.objects.filter(pk=work.pk).exclude(batch=None).exists():
                        return  # by another worker, who took us for gone
                    _heed(work)
                    if not stamp.holds(prepared.entries):
                        continue
                    batch.save(force_insert=True)
                    laid_out.move()
                    rejudging = _finish(work, actor, batch, plans, prepared)
                break
    except Stopped:
        put_away(work)
        _leave(work, Import.State.CANCELLED)
        return
    if rejudging is not None:
        judge(rejudging)


def _refused(work: Import, book: Book, actor: Actor) -> bool:
    """Leave an import that breaks a rule together with what others wrote since it was read."""
    found = breaches(book, timezone.localdate(), work.language, beside(actor.user))
    if not found:
        return False
    work.problems = [_cell(problem) for problem in found]
    put_away(work)
    _leave(work, Import.State.PROBLEMS)
    return True


def _finish(work: Import, actor: Actor, batch: Batch, plans: list[SheetPlan], prepared: Ready) -> Rejudging | None:
    work.batch = batch
    work.summary = summary(plans)
    put_away(work)
    _leave(work, Import.State.DONE)
    changed = {one.sheet.key for one in plans if one.new or one.changed}
    if "outcomes" in changed:
        close_again(Opportunity.objects.filter(outcomes__batch=batch))
    if changed & set(SETTINGS):
        keep_version(actor)
    if not changed:
        return None
    touched = {entry.opportunity for entry in prepared.entries}
    chosen = None if None in touched else sorted(number for number in touched if number)
    return Rejudging.objects.create(why=Rejudging.Why.IMPORT, asked_by=actor.user, opportunities=chosen)


def summary(plans: list[SheetPlan]) -> list[dict[str, Any]]:
    """How many rows of each sheet are new, changed and unchanged."""
    return [
        {
            "sheet": one.sheet.key,
            "new": len(one.new),
            "changed": len(one.changed),
            "unchanged": one.unchanged,
        }
        for one in plans
    ]


def _emptied(user: User | None) -> Emptied:
    return Reader(user).emptied if user else lambda *_: True


def _counting() -> Callable[[Any, int], Any]:
    """Numbers that no row has, for a plan that is only looked at."""
    return lambda _, count: range(-count, 0)


def _teller(work: Import, watch: Progress | None) -> Progress:
    """Keep how far the work is, twice a second, and stop it when somebody asks."""
    last = time.monotonic()

    def tell(now: str, done: int, total: int) -> None:
        nonlocal last
        if watch:
            watch(now, done, total)
        if time.monotonic() - last < TOLD_EVERY:
            return
        last = time.monotonic()
        Import.objects.filter(pk=work.pk).update(now=now, done=done, total=total)
        _heed(work)

    return tell


def _heed(work: Import) -> None:
    if Import.objects.filter(pk=work.pk, cancel=True).exists():
        raise Stopped


def _leave(work: Import, state: Import.State) -> None:
    work.state = state
    work.now, work.done, work.total = "", 0, 0
    work.save()


def _cell(problem: CellProblem) -> dict[str, Any]:
    return {
        "sheet": problem.sheet, "row": problem.row, "column": problem.column, "value": problem.value,
        "rule": problem.rule, "data": {key: str(value) for key, value in problem.data.items()},
    }  # fmt: skip
