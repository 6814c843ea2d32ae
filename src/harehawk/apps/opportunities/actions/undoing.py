"""Undo, for whoever may write what is undone."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Batch, Entry
from harehawk.apps.access.problems import AlreadyUndone
from harehawk.apps.access.undo import undo
from harehawk.apps.customers.changed import changed
from harehawk.apps.customers.models import Customer, Person
from harehawk.apps.customers.rules import hold
from harehawk.apps.method.actions import may_set, undo_setting
from harehawk.apps.method.queries import SETTING_TABLES
from harehawk.apps.opportunities.actions.frame import settle
from harehawk.apps.opportunities.actions.rivals import rename
from harehawk.apps.opportunities.models import Judgement, Opportunity, Rival
from harehawk.apps.opportunities.problems import RowNotFound


@transaction.atomic
def undo_entry(*, actor: Actor, entry: int) -> None:
    """Take back one write; of a setting, as `undo_setting`.

    Raises RowNotFound, AlreadyUndone, CannotUndo, StillUsed, RuleBroken.
    """
    undo_entries(actor=actor, entries=[entry])


@transaction.atomic
def undo_entries(*, actor: Actor, entries: Sequence[int]) -> None:
    """Take back several writes that were made together, the last first, or none of them. Raises as `undo_entry`."""
    found = [_take_back(actor, entry) for entry in sorted(entries, reverse=True)]
    for one in found:
        _tell_customers(one)
    _settle({one.opportunity for one in found if one.table not in SETTING_TABLES})


@transaction.atomic
def undo_batch(*, actor: Actor, batch: int) -> None:
    """Take back all writes of one act of one's own. Raises RowNotFound, CannotUndo, StillUsed, RuleBroken."""
    found = Batch.objects.filter(pk=batch, opened_by=actor.user).first()
    if found is None:
        raise RowNotFound(batch)
    undo(actor, found)
    _settle(set(found.entries.values_list("opportunity", flat=True)))


def _take_back(actor: Actor, entry: int) -> Entry:
    found = Entry.objects.filter(pk=entry).exclude(act=Entry.Act.NOTE).first()
    if found is None or not _may(actor, found):
        raise RowNotFound(entry)
    if found.undone_by_id is not None:
        raise AlreadyUndone
    if found.table in SETTING_TABLES:
        undo_setting(actor=actor, entry=found)
        return found
    if found.table == Opportunity._meta.label_lower and found.act == Entry.Act.ADD:
        Judgement.objects.filter(opportunity=found.row).delete()
    undo(actor, found)
    if found.table == Rival._meta.label_lower and found.before and found.after:
        rename(actor, found.opportunity or 0, found.after["rival"], found.before["rival"])
    return found


def _may(actor: Actor, entry: Entry) -> bool:
    if actor.user is None:
        return True
    if entry.table in SETTING_TABLES:
        return may_set(actor.user)
    if entry.opportunity is not None and not took_back_adding(entry):
        rows = Opportunity.objects.select_for_update(of=("self",)).filter(pk=entry.opportunity)
        own_fields = entry.table == Opportunity._meta.label_lower and entry.actor_id == actor.user.pk
        return (rows.editable_by(actor.user) if own_fields else rows.worked_on_by(actor.user)).exists()
    return entry.actor_id == actor.user.pk


def took_back_adding(entry: Entry) -> bool:
    """Nobody sees such an opportunity any more; whoever took it back may bring it again."""
    return entry.act == Entry.Act.REMOVE and entry.table == Opportunity._meta.label_lower


def _settle(opportunities: set[int | None]) -> None:
    """Judge those that were not judged since the last write, with their customer."""
    last = Entry.objects.aggregate(last=Max("pk"))["last"]
    judged = Judgement.objects.filter(latest=True, cause=last).values("opportunity")
    left = Opportunity.objects.filter(pk__in=[number for number in opportunities if number is not None])
    left = left.exclude(pk__in=judged)
    if numbers := list(left.values_list("pk", flat=True)):
        settle(numbers)


def _tell_customers(entry: Entry) -> None:
    """What rests on a customer or a person is judged anew, as after any other write about them."""
    if entry.opportunity is not None or not entry.table.startswith(f"{Customer._meta.app_label}."):
        return
    customers = [] if entry.customer is None else [entry.customer]
    person = entry.row if entry.table == Person._meta.label_lower else (entry.after or entry.before or {}).get("person")
    people = [] if person is None else [person]
    hold(customers, people)
    changed.send(sender=Customer, customers=customers, people=people)
