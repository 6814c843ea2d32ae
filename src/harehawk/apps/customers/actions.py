"""Writes of customers, their people, relationships and invoices; what rests on them is judged anew with it."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import User
from harehawk.apps.access.people import must_manage
from harehawk.apps.access.problems import StillUsed
from harehawk.apps.customers.changed import changed
from harehawk.apps.customers.models import Colleague, Customer, Invoice, Person, Post, Relationship, Tenure
from harehawk.apps.customers.problems import (
    ColleagueNotFound,
    CustomerNotFound,
    InvoiceNotFound,
    NamedElsewhere,
    PersonNotFound,
    PostNotFound,
)
from harehawk.apps.customers.rules import hold
from harehawk.apps.rows.tables import Table, said
from harehawk.engine.common import Grade

LINKS: Mapping[str, Table] = {
    "customer": Customer, "parent": Customer, "owner": Colleague, "colleague": Colleague, "post": Post,
    "reports_to": Person,
}  # fmt: skip
PLAIN = (Customer, Post, Person, Tenure, Invoice)  # tables that hold nothing confidential but in fields
NOT_FOUND = {Customer: CustomerNotFound, Colleague: ColleagueNotFound, Post: PostNotFound, Person: PersonNotFound}


@contextmanager
def writing(actor: Actor, *, customer: int | None = None, person: int | None = None) -> Iterator[Any]:
    """Let an actor write about a customer or person: one transaction, by the rules, told to whoever judges by it.

    Raises CustomerNotFound, PersonNotFound, RuleBroken.
    """
    customers = [customer] if customer is not None else []
    people = [person] if person is not None else []
    with transaction.atomic():
        yield _editable(actor, Customer, customer) if customer is not None else _editable(actor, Person, person)
        hold(customers, people)
        changed.send(sender=Customer, customers=customers, people=people)


@transaction.atomic
def add_customer(*, actor: Actor, name: str, owner: int | None = None, **fields: Any) -> int:
    """Add a customer; without an owner it is one's own, if one is a colleague. Raises RowRefused, RuleBroken."""
    seat = Colleague.objects.filter(pk=owner) if owner else Colleague.objects.filter(user=actor.user or 0)
    row = Customer(key=_key(Customer, name), name=name.strip(), owner=seat.first(), **_linked(actor, fields))
    number = log.add(actor, row).pk
    hold([number])
    return number


def change_customer(*, actor: Actor, customer: int, seen_version: int, **fields: Any) -> None:
    """Change a customer as it was seen; links by number.

    Raises CustomerNotFound, ChangedMeanwhile, RowRefused, RuleBroken.
    """
    with writing(actor, customer=customer) as target:
        log.change(actor, target, seen_version, **_linked(actor, fields))


@transaction.atomic
def add_person(*, actor: Actor, name: str, customer: int | None, **fields: Any) -> int:
    """Add somebody at a customer where one works, or outside all. Raises CustomerNotFound, RowRefused, RuleBroken."""
    at = None if customer is None else _worked_at(actor, customer)
    row = Person(key=_key(Person, name), name=name.strip(), customer=at, **_linked(actor, fields))
    number = log.add(actor, row).pk
    hold([], [number])
    return number


def change_person(*, actor: Actor, person: int, seen_version: int, **fields: Any) -> None:
    """Change a person as they were seen; links by number.

    Raises PersonNotFound, ChangedMeanwhile, RowRefused, RuleBroken.
    """
    with writing(actor, person=person) as target:
        log.change(actor, target, seen_version, **_linked(actor, fields))


def move_person(*, actor: Actor, person: int, seen_version: int, post: int, since: dt.date | None) -> None:
    """Say that a person took another post; the one before stays among the tenures.

    Raises PersonNotFound, PostNotFound, ChangedMeanwhile, RowRefused, RuleBroken.
    """
    with writing(actor, person=person) as target:
        (seat,) = _linked(actor, {"post": post}).values()
        if target.post_id not in {None, seat.pk}:
            until = (since or timezone.localdate()) - dt.timedelta(days=1)
            log.add(actor, Tenure(person=target, post=target.post, since=target.post_since, until=until))
        own: dict[str, Any] = {"title": "", "department": "", "rank": None, "reports_to": None}  # the post says it
        log.change(actor, target, seen_version, post=seat, post_since=since, customer=seat.customer, **own)


def add_post(*, actor: Actor, customer: int, title: str, **fields: Any) -> int:
    """Add a seat in the chart of a customer where one works; links by number.

    Raises CustomerNotFound, PostNotFound, RowRefused, RuleBroken.
    """
    with transaction.atomic():
        at = _worked_at(actor, customer)
        lists = {"in_charge_of": _posts(customer, fields.pop("in_charge_of", ()))}
        row = Post(key=uuid.uuid4().hex[:12], customer=at, title=title.strip(), **_post_links(customer, fields))
        number = log.add(actor, row, **lists).pk
        hold([customer])
        return number


def change_post(*, actor: Actor, customer: int, post: int, seen_version: int, **fields: Any) -> None:
    """Change a seat as it was seen. Raises as `add_post`, and ChangedMeanwhile."""
    with transaction.atomic():
        at = _worked_at(actor, customer)
        (row,) = _posts(customer, [post])
        if "in_charge_of" in fields:
            fields["in_charge_of"] = _posts(customer, fields["in_charge_of"])
        log.change(actor, row, seen_version, **_post_links(customer, fields))
        hold([customer])
        changed.send(sender=Customer, customers=[at.pk], people=[])


def record_relationship(
    *, actor: Actor, person: int, closeness: int, colleague: int | None = None, rival: str = "",
    wanted: int | None = None, last_contact: dt.date | None = None, grade: Grade | None = None, source: str = "",
    learned_on: dt.date | None = None,
) -> int:  # fmt: skip
    """Add how close one of ours, or a rival, is to a person. Raises PersonNotFound, RowRefused, RuleBroken."""
    with writing(actor, person=person) as target:
        of = _linked(actor, {"colleague": colleague})
        fact = Relationship(
            person=target, **of, rival=rival.strip(), closeness=closeness, wanted=wanted,
            last_contact=last_contact, grade=grade or "", source=source.strip(), learned_on=learned_on,
        )  # fmt: skip
        return log.add(actor, fact).pk


def add_invoice(
    *, actor: Actor, customer: int, number: str, issued_on: dt.date, due_on: dt.date, paid_on: dt.date | None = None,
    amount: Decimal | None = None, disputed: bool | None = None,
) -> int:  # fmt: skip
    """Add an invoice. Raises CustomerNotFound, RowRefused, RuleBroken."""
    with writing(actor, customer=customer) as target:
        row = Invoice(
            customer=target, number=number.strip(), issued_on=issued_on, due_on=due_on, paid_on=paid_on,
            amount=amount, disputed=disputed,
        )  # fmt: skip
        return log.add(actor, row).pk


def change_invoice(*, actor: Actor, customer: int, invoice: int, seen_version: int, **fields: Any) -> None:
    """Change an invoice, when it is paid. Raises CustomerNotFound, InvoiceNotFound, ChangedMeanwhile, RowRefused."""
    with writing(actor, customer=customer) as target:
        if (row := Invoice.objects.filter(pk=invoice, customer=target).first()) is None:
            raise InvoiceNotFound(invoice)
        log.change(actor, row, seen_version, **fields)


def remove_invoice(*, actor: Actor, customer: int, invoice: int) -> None:
    """Take an invoice away; undo brings it back. Raises CustomerNotFound, InvoiceNotFound."""
    with writing(actor, customer=customer) as target:
        if (row := Invoice.objects.filter(pk=invoice, customer=target).first()) is None:
            raise InvoiceNotFound(invoice)
        _remove(actor, row)


@transaction.atomic
def remove_post(*, actor: Actor, customer: int, post: int) -> None:
    """Take a seat away; undo brings it back. Raises CustomerNotFound, PostNotFound, NamedElsewhere."""
    _worked_at(actor, customer)
    _remove(actor, _posts(customer, [post])[0])


@transaction.atomic
def remove_person(*, actor: Actor, person: int) -> None:
    """Take somebody away; undo brings them back. Raises PersonNotFound, NamedElsewhere."""
    _remove(actor, _editable(actor, Person, person))


@transaction.atomic
def link_user(*, actor: Actor, user: int, colleague: int | None) -> None:
    """Say which colleague a user is, or that he is none. Raises PeopleNotYours, ColleagueNotFound, RowRefused."""
    must_manage(actor)
    for other in Colleague.objects.filter(user=user).exclude(pk=colleague or 0):
        log.change(actor, other, other.version, user=None)
    if colleague is None:
        return
    if (row := Colleague.objects.filter(pk=colleague).first()) is None:
        raise ColleagueNotFound(colleague)
    log.change(actor, row, row.version, user=User.objects.filter(pk=user).first())


def _editable(actor: Actor, table: Table, number: int | None) -> Any:  # noqa: ANN401  a customer or a person
    rows = table.objects.all()
    if actor.user and table is Person:
        rows = rows.editable_by(actor.user, [number])
    elif actor.user:
        rows = rows.editable_by(actor.user)
    if (found := rows.filter(pk=number).select_for_update(of=("self",)).first()) is None:
        raise (CustomerNotFound if table is Customer else PersonNotFound)(number or 0)
    return found


def _remove(actor: Actor, row: Table) -> None:
    try:
        log.remove(actor, row)
    except StillUsed as used:
        naming = {type(one): None for one in used.rows}
        sheets = [said(table.sheet.words) for table in naming if table in PLAIN]
        learnt, person = len(sheets) < len(naming), isinstance(row, Person)
        raise NamedElsewhere(used.what, sheets, learnt=learnt, person=person) from used


def _key(table: Table, name: str) -> str:
    """A stable key: the name, or, where another has it, the name with a mark."""
    name = name.strip()
    return f"{name}-{uuid.uuid4().hex[:8]}" if table.objects.filter(key=name).exists() else name


def _worked_at(actor: Actor, customer: int) -> Customer:
    rows = Customer.objects.worked_at_by(actor.user, [customer]) if actor.user else Customer.objects.all()
    if (found := rows.filter(pk=customer).select_for_update(of=("self",)).first()) is None:
        raise CustomerNotFound(customer)
    return found


def _posts(customer: int, numbers: Any) -> list[Post]:  # noqa: ANN401  numbers of whatever collection
    found = Post.objects.filter(customer=customer).in_bulk(list(numbers))
    if missing := [number for number in numbers if number not in found]:
        raise PostNotFound(missing[0])
    return [found[number] for number in numbers]


def _post_links(customer: int, fields: dict[str, Any]) -> dict[str, Any]:
    if fields.get("reports_to") is not None:
        (fields["reports_to"],) = _posts(customer, [fields["reports_to"]])
    return fields


def _linked(actor: Actor, fields: dict[str, Any]) -> dict[str, Any]:
    """Rows in place of numbers, of those that the actor may see."""
    return {name: _link(actor, LINKS[name], value) if name in LINKS else value for name, value in fields.items()}


def _link(actor: Actor, table: Table, number: int | None) -> Any:  # noqa: ANN401  a row of that table
    if number is None:
        return None
    rows = table.objects.all()
    if actor.user is not None and table is not Colleague:  # our own colleagues everybody sees
        rows = rows.visible_to(actor.user)
    if (found := rows.filter(pk=number).first()) is None:
        raise NOT_FOUND[table](number)
    return found
