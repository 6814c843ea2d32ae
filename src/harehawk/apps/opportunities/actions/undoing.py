"""Undo, for whoever may write what is undone."""

from django.db import transaction

from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Batch, Entry
from harehawk.apps.access.undo import undo
from harehawk.apps.opportunities.actions.frame import settle
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.opportunities.problems import RowNotFound


@transaction.atomic
def undo_entry(*, actor: Actor, entry: int) -> None:
    """Take back one write. Raises RowNotFound, CannotUndo, StillUsed, RuleBroken."""
    found = Entry.objects.filter(pk=entry).first()
    if found is None or not _may(actor, found):
        raise RowNotFound(entry)
    undo(actor, found)
    _settle({found.opportunity})


@transaction.atomic
def undo_batch(*, actor: Actor, batch: int) -> None:
    """Take back all writes of one act of one's own. Raises RowNotFound, CannotUndo, StillUsed, RuleBroken."""
    found = Batch.objects.filter(pk=batch, opened_by=actor.user).first()
    if found is None:
        raise RowNotFound(batch)
    undo(actor, found)
    _settle(set(found.entries.values_list("opportunity", flat=True)))


def _may(actor: Actor, entry: Entry) -> bool:
    if actor.user is None:
        return True
    if entry.opportunity is not None:
        rows = Opportunity.objects.select_for_update(of=("self",)).worked_on_by(actor.user)
        return rows.filter(pk=entry.opportunity).exists()
    return entry.actor_id == actor.user.pk


def _settle(opportunities: set[int | None]) -> None:
    left = Opportunity.objects.filter(pk__in=[number for number in opportunities if number is not None])
    if numbers := list(left.values_list("pk", flat=True)):
        settle(numbers)
