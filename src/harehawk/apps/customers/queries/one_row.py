"""One row of a customer, to be changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Customer, Invoice, Post
from harehawk.apps.customers.problems import CustomerNotFound, InvoiceNotFound, PostNotFound
from harehawk.apps.rows.tables import Table, field_of
from harehawk.book.schema import Kind


@dataclass(frozen=True, kw_only=True)
class OneRow:
    """Its cells by column; links and lists of rows as numbers."""

    customer_name: str
    name: str
    version: int
    cells: Mapping[str, Any]


def seat(user: User, customer: int, post: int) -> OneRow:
    """A post of a customer where a user writes who sits there. Raises CustomerNotFound, PostNotFound."""
    here = must_work_at(user, customer)
    if (row := Post.objects.filter(customer=customer, pk=post).first()) is None:
        raise PostNotFound(post)
    return _row(row, here)


def invoice(user: User, customer: int, number: int) -> OneRow:
    """An invoice of a customer that a user writes. Raises CustomerNotFound, InvoiceNotFound."""
    here = Customer.objects.get_editable(user, customer).name
    if (row := Invoice.objects.filter(customer=customer, pk=number).first()) is None:
        raise InvoiceNotFound(number)
    return _row(row, here)


def must_work_at(user: User, customer: int) -> str:
    """The name of a customer where a user writes who sits there. Raises CustomerNotFound."""
    if (row := Customer.objects.worked_at_by(user, [customer]).filter(pk=customer).first()) is None:
        raise CustomerNotFound(customer)
    return row.name


def must_edit(user: User, customer: int) -> str:
    """The name of a customer whose own fields a user writes. Raises CustomerNotFound."""
    return Customer.objects.get_editable(user, customer).name


def _row(row: Table, here: str) -> OneRow:
    cells = {}
    for column in row.sheet.columns:
        field = row._meta.get_field(field_of(column))
        listed = column.kind == Kind.REFERENCES
        cells[column.key] = (
            [one.pk for one in getattr(row, field.name).all()] if listed else getattr(row, field.attname)
        )
    return OneRow(customer_name=here, name=str(row), version=row.version, cells=cells)
