"""How late customers pay: what all invoices teach, remembered until one of them changes."""

import datetime as dt
from dataclasses import replace
from functools import lru_cache

from django.db.models import Count, Max, Sum

from harehawk.apps.customers.models import Invoice
from harehawk.apps.method.models import Version
from harehawk.apps.method.queries import settings_of
from harehawk.book.method import method
from harehawk.book.schema import Value
from harehawk.book.sheets import Book
from harehawk.book.sheets.worth import InvoiceRow
from harehawk.engine.gates.method import Method


def method_on(number: int, as_of: dt.date) -> Method:
    """The method of a version, with what invoices teach by that day. Two statements while no invoice changes."""
    made_at = Version.objects.filter(number=number).values_list("made_at", flat=True).first()
    stamp = Invoice.objects.aggregate(rows=Count("pk"), last=Max("recorded_at"), versions=Sum("version"))
    return _method(number, as_of, (made_at, *stamp.values()))


def method_with(settings: Book, as_of: dt.date, like: Method) -> Method:
    """The method that other settings would make, with what invoices teach as another one has it."""
    return replace(method(settings, as_of), late_mean=like.late_mean, late_sd=like.late_sd)


@lru_cache(maxsize=16)
def _method(number: int, as_of: dt.date, stamp: tuple[Value, ...]) -> Method:
    del stamp  # part of what the answer is remembered by
    paid = Invoice.objects.filter(paid_on__lte=as_of).order_by("pk")
    rows = tuple(
        InvoiceRow(customer=str(customer), number="", issued_on=issued, due_on=due, paid_on=day)
        for customer, issued, due, day in paid.values_list("customer_id", "issued_on", "due_on", "paid_on")
    )
    made = method(replace(settings_of(number), invoices=rows), as_of)
    return replace(made, version=str(number))
