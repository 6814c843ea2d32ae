"""Erasing what is personal about somebody, for privacy law: facts stay, and say it of a pseudonym.

Not undoable: what the log kept is rewritten, too. That it happened is noted there.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import CharField, F, Q, QuerySet, TextField
from django.utils.translation import gettext

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry, User
from harehawk.apps.access.people import must_manage
from harehawk.apps.customers.changed import changed, erased
from harehawk.apps.customers.models import Person, Post
from harehawk.apps.customers.personal import PERSONAL, Personal, entries_of, everywhere, personal
from harehawk.apps.customers.problems import PersonNotFound
from harehawk.apps.rows.spelled import SpelledField, spelled_too
from harehawk.apps.rows.tables import tables

NOTED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasable:
    """Somebody as administrators need to know them for this."""

    number: int
    name: str
    customer: str
    erased: bool


def erasable(user: User, number: int) -> Erasable:
    """Whom an administrator may erase: anybody. Raises PeopleNotYours, PersonNotFound."""
    must_manage(Actor(user=user, door=Door.PAGE))
    if (row := Person.objects.select_related("customer").filter(pk=number).first()) is None:
        raise PersonNotFound(number)
    noted = Entry.objects.filter(table=Person._meta.label_lower, row=number, act=Entry.Act.NOTE, what=NOTED)
    return Erasable(
        number=number,
        name=row.name,
        customer=row.customer.name if row.customer else row.organisation,
        erased=noted.exists(),
    )


@transaction.atomic
def erase_person(*, actor: Actor, person: int) -> None:
    """Put a pseudonym in place of somebody, wherever what is kept names them. Raises PeopleNotYours, PersonNotFound."""
    must_manage(actor)
    if (row := Person.objects.select_for_update(of=("self",)).filter(pk=person).first()) is None:
        raise PersonNotFound(person)
    pseudonym = gettext("Person #%(number)s") % {"number": person}
    known, customers = personal(row, pseudonym), _customers(row)
    opportunities = _opportunities(row, customers)
    cleared = spelled_too(Person, dict.fromkeys(PERSONAL, "") | {"name": pseudonym, "key": pseudonym})
    Person.objects.filter(pk=person).update(**cleared, version=F("version") + 1)
    _rename_in_texts(row, customers, opportunities, known)
    about = Q(opportunity__in=opportunities) | Q(customer__in=customers) | Q(table=row._meta.label_lower, row=person)
    for entry in Entry.objects.filter(about | Q(before__person=person) | Q(after__person=person)):
        own = cleared if (entry.table, entry.row) == (row._meta.label_lower, person) else {}
        _rewrite(entry, known, own)
    erased.send(sender=Person, opportunities=opportunities, personal=known)
    changed.send(sender=Person, customers=[], people=[person])
    log.note(actor, Person.objects.get(pk=person), NOTED)
    if connection.vendor == "sqlite":
        transaction.on_commit(_empty_the_journal)


def _empty_the_journal() -> None:
    """Have SQLite move all writes from its journal, which holds them as they once were, to the file."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _customers(row: Person) -> set[int]:
    """Where they are or were: what is kept of these may name the person."""
    held = Q(holders=row) | Q(tenures__person=row)
    found = {row.customer_id, *entries_of(row).values_list("customer", flat=True)}
    found |= set(Post.objects.filter(held).values_list("customer", flat=True))
    return {number for number in found if number is not None}


def _opportunities(row: Person, customers: Collection[int]) -> list[int]:
    """Those whose facts may name the person: of the customers, and of every buying group they are in."""
    found: set[int] = set()
    related: Any = row
    for group in (related.memberships, related.stances, related.bodies, related.listens, related.heard):
        found |= set(group.values_list("opportunity", flat=True))
    opportunities: Any = tables()["opportunities"]
    theirs = opportunities.objects.filter(customer__in=customers)
    return sorted(found | set(theirs.values_list("pk", flat=True)))


def _rename_in_texts(row: Person, customers: Collection[int], opportunities: Collection[int], known: Personal) -> None:
    """In the texts of all that is kept about the person, their customers and the opportunities."""
    for sheet, model in tables().items():
        fields = {one.name: one for one in model._meta.concrete_fields if not isinstance(one, SpelledField)}
        about = Q(pk__in=[])
        if sheet == "opportunities":
            about |= Q(pk__in=opportunities)
        if sheet == "customers":
            about |= Q(pk__in=customers)
        for name, value in (("opportunity", opportunities), ("person", [row.pk]), ("customer", customers)):
            if name in fields:
                about |= Q(**{f"{name}__in": value})
        texts = [name for name, field in fields.items() if isinstance(field, CharField | TextField)]
        rows: QuerySet[Any] = model._default_manager.filter(about)
        for number, *said in rows.values_list("pk", *texts):
            pairs = zip(texts, said, strict=True)
            fresh = {name: known.rename(text) for name, text in pairs if text != known.rename(text)}
            if fresh:
                model._default_manager.filter(pk=number).update(**spelled_too(model, fresh))


def _rewrite(entry: Entry, known: Personal, own: dict[str, str]) -> None:
    before, after = (
        kept and everywhere(kept, known.rename) | {name: text for name, text in own.items() if name in kept}
        for kept in (entry.before, entry.after)
    )
    if (before, after) != (entry.before, entry.after):
        Entry.objects.filter(pk=entry.pk).update(before=before, after=after)
