"""Erasing what is personal about somebody, for privacy law: facts stay, and say it of a pseudonym.

Not undoable: what the log kept is rewritten, too. That it happened is noted there.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import CharField, F, Q, QuerySet, TextField
from django.utils.translation import gettext

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry, User
from harehawk.apps.access.people import must_manage
from harehawk.apps.customers.changed import changed, erased
from harehawk.apps.customers.models import Person
from harehawk.apps.customers.problems import PersonNotFound
from harehawk.apps.rows.spelled import SpelledField, spelled_too
from harehawk.apps.rows.tables import tables

NOTED = "erased"
PERSONAL = ("wants_for_organisation", "wants_for_self", "fears", "how_to_meet", "contact")
SHORTEST = 2  # letters of a name that is looked for in other texts


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
    pseudonym, key, opportunities = gettext("Person #%(number)s") % {"number": person}, row.key, _opportunities(row)
    rename = _renaming(row, pseudonym)
    cleared = spelled_too(Person, dict.fromkeys(PERSONAL, "") | {"name": pseudonym, "key": pseudonym})
    Person.objects.filter(pk=person).update(**cleared, version=F("version") + 1)
    _rename_in_texts(row, opportunities, rename)
    about = Q(opportunity__in=opportunities) | Q(table=row._meta.label_lower, row=person)
    if row.customer_id is not None:
        about |= Q(customer=row.customer_id)
    for entry in Entry.objects.filter(about):
        own = cleared if (entry.table, entry.row) == (row._meta.label_lower, person) else {}
        _rewrite(entry, rename, own)
    erased.send(sender=Person, opportunities=opportunities, key=key, pseudonym=pseudonym, rename=rename)
    changed.send(sender=Person, customers=[], people=[person])
    log.note(actor, Person.objects.get(pk=person), NOTED)


def everywhere(kept: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401  whatever JSON holds
    """The same with every text changed, names of values included."""
    if isinstance(kept, str):
        return change(kept)
    if isinstance(kept, list):
        return [everywhere(one, change) for one in kept]
    if isinstance(kept, dict):
        return {change(name): everywhere(value, change) for name, value in kept.items()}
    return kept


def _opportunities(row: Person) -> list[int]:
    """Those whose facts may name the person: of the customer, and of every buying group they are in."""
    found: set[int] = set()
    related: Any = row
    for group in (related.memberships, related.stances, related.bodies, related.listens, related.heard):
        found |= set(group.values_list("opportunity", flat=True))
    customer: Any = row.customer
    return sorted(found | (set(customer.opportunities.values_list("pk", flat=True)) if customer else set()))


def _renaming(row: Person, pseudonym: str) -> Callable[[str], str]:
    """Puts the pseudonym where a text names the person, and leaves longer names that only begin or end like theirs."""
    if len(row.name) < SHORTEST:
        return lambda text: text
    longer = Person.objects.filter(name__contains=row.name).exclude(name=row.name).values_list("name", flat=True)
    kept = [re.escape(name) for name in sorted(longer, key=len, reverse=True)]
    named = re.compile("|".join([*kept, rf"(?<![A-Za-z])({re.escape(row.name)})(?![A-Za-z])"]))
    return lambda text: named.sub(lambda found: pseudonym if found[1] else found[0], text)


def _rename_in_texts(row: Person, opportunities: Iterable[int], rename: Callable[[str], str]) -> None:
    """In the texts of all that is kept about the person, their customer and the opportunities."""
    for sheet, model in tables().items():
        fields = {one.name: one for one in model._meta.concrete_fields if not isinstance(one, SpelledField)}
        about = Q(pk__in=[])
        if sheet == "opportunities":
            about |= Q(pk__in=opportunities)
        if "opportunity" in fields:
            about |= Q(opportunity__in=opportunities)
        if "person" in fields:
            about |= Q(person=row.pk)
        if "customer" in fields and row.customer_id is not None:
            about |= Q(customer=row.customer_id)
        texts = [name for name, field in fields.items() if isinstance(field, CharField | TextField)]
        rows: QuerySet[Any] = model._default_manager.filter(about)
        for number, *said in rows.values_list("pk", *texts):
            fresh = {name: rename(text) for name, text in zip(texts, said, strict=True) if text != rename(text)}
            if fresh:
                model._default_manager.filter(pk=number).update(**spelled_too(model, fresh))


def _rewrite(entry: Entry, rename: Callable[[str], str], own: dict[str, str]) -> None:
    before, after = (
        kept and everywhere(kept, rename) | {name: text for name, text in own.items() if name in kept}
        for kept in (entry.before, entry.after)
    )
    if (before, after) != (entry.before, entry.after):
        Entry.objects.filter(pk=entry.pk).update(before=before, after=after)
