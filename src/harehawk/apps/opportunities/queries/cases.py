"""What the engine judges, out of the tables."""

import datetime as dt
from collections.abc import Collection

from harehawk.apps.access.models import User
from harehawk.apps.customers.lateness import method_on
from harehawk.apps.method.queries import version_on
from harehawk.apps.opportunities.known import known
from harehawk.apps.opportunities.reach import inside
from harehawk.book.cases import cases as cases_of
from harehawk.book.sheets import Book
from harehawk.engine.gates.cases import Cases


def cases(user: User | None, opportunities: Collection[int], as_of: dt.date) -> Cases:
    """What the engine judges of these opportunities, as it was known on a day. Seven statements.

    A judgement tells what is confidential: a user gets those he reads everything of; None gets all. The other
    producer of Cases is `harehawk.book.cases`, which this one hands its rows to.
    """
    rules = method_on(version_on(as_of), as_of)
    return cases_of(book(user, opportunities, as_of), as_of, rules=rules)


def book(user: User | None, opportunities: Collection[int], as_of: dt.date) -> Book:
    """All that is known about those of these opportunities that a user reads everything of; None reads all."""
    return known(opportunities if user is None else inside(user, opportunities), as_of)
