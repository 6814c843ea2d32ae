"""What stands against taking something back, by a name that whoever asks may see."""

from collections.abc import Iterable
from typing import Any

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Customer
from harehawk.apps.exchange.standing import visible
from harehawk.apps.opportunities.models import Opportunity

type About = tuple[int | None, int | None]  # numbers of the opportunity and the customer that a row is about
LOOKED_AT = 100


def such_as(user: User | None, rows: Iterable[About]) -> str:
    """An opportunity or a customer that rows are about, if the user sees one; None is the operator, who sees all.

    The rows themselves may be called by what is confidential: a payment, a need.
    """
    numbers = list(rows)[:LOOKED_AT]
    tables: tuple[Any, ...] = (Opportunity, Customer)
    for table, wanted in zip(tables, zip(*numbers, strict=True), strict=False):
        if found := visible(table, user).filter(pk__in=[one for one in wanted if one]).first():
            return str(found)
    return ""


def about(rows: Iterable[Any]) -> list[About]:
    """What rows are about."""
    return [(row.opportunity_number, row.customer_number) for row in rows]
