"""Writes of customers, their people, relationships and invoices; what rests on them is judged anew with it."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from django.db import transaction

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import User
from harehawk.apps.access.people import must_manage
from harehawk.apps.customers.changed import changed
from harehawk.apps.customers.models import Colleague, Customer, Invoice, Person, Post, Relationship
from harehawk.apps.customers.problems import ColleagueNotFound, CustomerNotFound, InvoiceNotFound, PersonNotFound
from harehawk.apps.rows.tables import Table
from harehawk.engine.common import Grade

LINKS: dict[str, Table] = {
    "customer": Customer, "parent": Customer, "owner": Colleague, "post": Post, "reports_to": Person,
}  # fmt: skip


@contextmanager
def writing(actor: Actor, *, customer: int | None = None, person: int | None = None) -> Iterator[Any]:
    """Let an actor write about a customer or person: one transaction, told to whoever judges by it."""
    with transaction.atomic():
        yield _editable(actor, Customer, customer) if customer is not None else _editable(actor, Person, person)
        changed.send(
            sender=Customer,
            customers=[customer] if customer is not None else [],
            people=[person] if person is not None else [],
        )


@transaction.atomic
def add_customer(*, actor: Actor, name: str, owner: int | None = None, **fields: Any) -> int:
    """Add a customer; without an owner it is one's own, if one is a colleague. Raises RowRefused."""
    seat = Colleague.objects.filter(pk=owner) if owner else Colleague.objects.filter(user=actor.user or 0)
    row = Customer(key=_key(Customer, name), name=name.strip(), owner=seat.first(), **_linked(fields))
    return log.add(actor, row).pk


def change_customer(*, actor: Actor, customer: int, seen_version: int, **fields: Any) -> None:
    """Change a customer as it was seen; links by number. Raises CustomerNotFound, ChangedMeanwhile, RowRefused."""
    with writing(actor, customer=customer) as target:
        log.change(actor, target, seen_version, **_linked(fields))


@transaction.atomic
def add_person(*, actor: Actor, name: str, customer: int | None, **fields: Any) -> int:
    """Add somebody at a customer one sees, or outside all. Raises CustomerNotFound, RowRefused."""
    at = None
    if customer is not None:
        rows = Customer.objects.visible_to(actor.user) if actor.user else Customer.objects.all()
        if (at := rows.filter(pk=customer).first()) is None:
            raise CustomerNotFound(customer)
    row = Person(key=_key(Person, name), name=name.strip(), customer=at, **_linked(fields))
    return log.add(actor, row).pk


def change_person(*, actor: Actor, person: int, seen_version: int, **fields: Any) -> None:
    """Change a person as they were seen; links by number. Raises PersonNotFound, ChangedMeanwhile, RowRefused."""
    with writing(actor, person=person) as target:
        log.change(actor, target, seen_version, **_linked(fields))


def record_relationship(
    *, actor: Actor, person: int, closeness: int, colleague: int | None = None, rival: str = "",
    wanted: int | None = None, last_contact: dt.date | None = None, grade: Grade | None = None, source: str = "",
    learned_on: dt.date | None = None,
) -> int:  # fmt: skip
    """Add how close one of ours, or a rival, is to a person. Raises PersonNotFound, RowRefused, RuleBroken."""
    with writing(actor, person=person) as target:
        fact = Relationship(
            person=target, colleague_id=colleague, rival=rival.strip(), closeness=closeness, wanted=wanted,
            last_contact=last_contact, grade=grade or "", source=source.strip(), learned_on=learned_on,
        )  # fmt: skip
        return log.add(actor, fact).pk


def add_invoice(
    *, actor: Actor, customer: int, number: str, issued_on: dt.date, due_on: dt.date, paid_on: dt.date | None = None,
    amount: Decimal | None = None,
) -> int:  # fmt: skip
    """Add an invoice. Raises CustomerNotFound, RowRefused."""
    with writing(actor, customer=customer) as target:
        row = Invoice(
            customer=target, number=number.strip(), issued_on=issued_on, due_on=due_on, paid_on=paid_on, amount=amount
        )
        return log.add(actor, row).pk


def change_invoice(*, actor: Actor, customer: int, invoice: int, seen_version: int, **fields: Any) -> None:
    """Change an invoice, when it is paid. Raises CustomerNotFound, InvoiceNotFound, ChangedMeanwhile, RowRefused."""
    with writing(actor, customer=customer) as target:
        if (row := Invoice.objects.filter(pk=invoice, customer=target).first()) is None:
            raise InvoiceNotFound(invoice)
        log.change(actor, row, seen_version, **fields)


@transaction.atomic
def link_user(*, actor: Actor, colleague: int, user: int | None) -> None:
    """Say which user a colleague is, or none. Raises PeopleNotYours, ColleagueNotFound, RowRefused."""
    must_manage(actor)
    if (row := Colleague.objects.filter(pk=colleague).first()) is None:
        raise ColleagueNotFound(colleague)
    log.change(actor, row, row.version, user=User.objects.filter(pk=user).first() if user else None)


def _editable(actor: Actor, table: Table, number: int | None) -> Any:  # noqa: ANN401  a customer or a person
    rows = table.objects.editable_by(actor.user) if actor.user else table.objects.all()
    if (found := rows.filter(pk=number).select_for_update(of=("self",)).first()) is None:
        raise (CustomerNotFound if table is Customer else PersonNotFound)(number or 0)
    return found


def _key(table: Table, name: str) -> str:
    """A stable key: the name, or, where another has it, the name with a mark."""
    name = name.strip()
    return f"{name}-{uuid.uuid4().hex[:8]}" if table.objects.filter(key=name).exists() else name


def _linked(fields: dict[str, Any]) -> dict[str, Any]:
    """Rows in place of numbers."""
    return {
        name: LINKS[name].objects.filter(pk=value).first() if name in LINKS and value is not None else value
        for name, value in fields.items()
    }
