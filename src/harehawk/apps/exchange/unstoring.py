"""An import taken back whole: what it added goes, what it changed is as before; or nothing is done."""

from django.db import transaction
from django.db.models import Min, ProtectedError

from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Batch, Entry, Recorded
from harehawk.apps.access.values import assign, lists_in
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.naming import About, about, such_as
from harehawk.apps.exchange.order import delete, users_first
from harehawk.apps.exchange.problems import BuiltUpon
from harehawk.apps.exchange.store import AT_ONCE, hold_writers
from harehawk.apps.method.actions import keep_version
from harehawk.apps.opportunities.listed import close_again
from harehawk.apps.opportunities.models import Judgement, Opportunity, Outcome, Rejudging
from harehawk.apps.opportunities.rejudging import ask_for
from harehawk.apps.rows.spelled import Spelled, spelled
from harehawk.apps.rows.tables import Table


@transaction.atomic
def unstore(work: Import, actor: Actor) -> None:
    """Take an import back. Facts it added vanish with their rows; the log keeps them. Raises BuiltUpon."""
    hold_writers()
    batch = Batch.objects.get(book=work)
    _refuse_if_changed(work, batch, actor)
    added, changed = [batch.entries.filter(act=act) for act in (Entry.Act.ADD, Entry.Act.CHANGE)]
    gone = added.filter(table=Opportunity._meta.label_lower).values("row")
    Judgement.objects.filter(opportunity__in=gone).delete()
    ended = list(Outcome.objects.filter(batch=batch).values_list("opportunity", flat=True))
    inverse: list[Entry] = []
    for model in users_first():
        label = model._meta.label_lower
        inverse += _change_back(actor, model, list(changed.filter(table=label)))
    for model in users_first():
        entries = list(added.filter(table=model._meta.label_lower))
        try:
            delete(model._default_manager.filter(pk__in=[entry.row for entry in entries]))
        except ProtectedError as error:
            used = about(error.protected_objects)
            raise BuiltUpon(work.name, len(used), such_as(actor.user, used)) from error
        inverse += [_inverse(actor, entry) for entry in entries]
    close_again(Opportunity.objects.filter(pk__in=ended))
    _log(inverse)
    keep_version(actor)
    work.state = Import.State.UNDONE
    work.save()
    ask_for(Rejudging.Why.IMPORT, actor.user)


def _refuse_if_changed(work: Import, batch: Batch, actor: Actor) -> None:
    first = batch.entries.aggregate(first=Min("pk"))["first"] or 0
    found: dict[tuple[str, int], About] = {}
    for table in batch.entries.order_by().values_list("table", flat=True).distinct():
        rows = batch.entries.filter(table=table).values("row")
        later = Entry.objects.filter(table=table, row__in=rows, pk__gt=first).exclude(batch=batch)
        standing = later.exclude(act=Entry.Act.NOTE).filter(undone_by=None, undoes=None)
        found |= {(table, row): (of, by) for row, of, by in standing.values_list("row", "opportunity", "customer")}
    if found:
        raise BuiltUpon(work.name, len(found), such_as(actor.user, found.values()))


def _change_back(actor: Actor, model: Table, entries: list[Entry]) -> list[Entry]:
    rows: dict[int, Recorded] = model._default_manager.in_bulk([entry.row for entry in entries])
    names = {"version"}
    inverse = []
    for entry in entries:
        row, before = rows[entry.row], entry.before or {}
        wanted = {name: before[name] for name in entry.changed if name in before}
        lists = lists_in(model, wanted)
        assign(row, {name: value for name, value in wanted.items() if name not in lists})
        names |= wanted.keys() - set(lists)
        for name in lists:
            manager = getattr(row, name)
            manager.clear()
            manager.add(*wanted[name])
        if isinstance(row, Spelled):
            row.spelled = spelled(row.name)
            names.add("spelled")
        row.version += 1
        inverse.append(_inverse(actor, entry))
    if rows:
        model._default_manager.bulk_update(rows.values(), sorted(names), batch_size=AT_ONCE)
    return inverse


def _inverse(actor: Actor, entry: Entry) -> Entry:
    act = Entry.Act.REMOVE if entry.act == Entry.Act.ADD else Entry.Act.CHANGE
    made = Entry(
        actor=actor.user, door=actor.door, act=act, table=entry.table, row=entry.row, version=entry.version + 1,
        opportunity=entry.opportunity, customer=entry.customer, before=entry.after, after=entry.before,
    )  # fmt: skip
    made.undoing = entry  # type: ignore[attr-defined]  # carried along until both have numbers
    return made


def _log(inverse: list[Entry]) -> None:
    for made in Entry.objects.bulk_create(inverse, batch_size=AT_ONCE):
        made.undoing.undone_by = made  # type: ignore[attr-defined]  # carried along until both have numbers
    undone = [made.undoing for made in inverse]  # type: ignore[attr-defined]  # carried along until both have numbers
    Entry.objects.bulk_update(undone, ["undone_by"], batch_size=AT_ONCE)
