"""What the engine judges, out of the tables."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from harehawk.apps.access.models import User
from harehawk.apps.customers.lateness import method_on
from harehawk.apps.method.queries import settings_of, version_on
from harehawk.apps.opportunities.known import Known, known, known_to
from harehawk.apps.opportunities.queries.one import Deal
from harehawk.apps.opportunities.reach import inside
from harehawk.apps.opportunities.sealed import Seal
from harehawk.book.cases import cases as cases_of
from harehawk.book.sheets import Book
from harehawk.engine.gates.cases import Cases
from harehawk.engine.gates.method import Method


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What opportunities are judged by on a day: the method, and the settings as they were entered."""

    book: Book
    method: Method


def cases(user: User | None, opportunities: Collection[int], as_of: dt.date) -> Cases:
    """What the engine judges of these opportunities, as it was known on a day. Seven statements.

    A judgement tells what is confidential: a user gets those he reads everything of; None gets all. The other
    producer of Cases is `harehawk.book.cases`, which this one hands its rows to.
    """
    rules = method_on(version_on(as_of), as_of)
    return cases_of(book(user, opportunities, as_of), as_of, rules=rules)


def book(user: User | None, opportunities: Collection[int], as_of: dt.date) -> Book:
    """All that is known about those of these opportunities that a user reads everything of; None reads all.

    Who said what is sealed a user reads only of what is his: see `harehawk.apps.opportunities.sealed`.
    """
    return (
        known(opportunities, as_of) if user is None else known_to(Seal(user), inside(user, opportunities), as_of).shown
    )


def known_of(user: User, deal: Deal, as_of: dt.date) -> Known:
    """The same of one opportunity that its reader has at hand; nothing, if he does not read how it was judged.

    It is judged whole, so that everybody reads the same verdict.
    """
    return known_to(Seal(user), [deal.number] if deal.reach.reads("verdict") else [], as_of)


def known_of_worth(user: User, deal: Deal, as_of: dt.date) -> Known:
    """The same for a reader of what it is worth, to compute that and nothing else."""
    return known_to(Seal(user), [deal.number] if deal.reach.reads("worth") else [], as_of)


def settings_on(day: dt.date) -> Settings:
    """What was judged by on a day."""
    number = version_on(day)
    return Settings(book=settings_of(number), method=method_on(number, day))
