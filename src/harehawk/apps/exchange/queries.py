"""Reads of imports, and of all that somebody may see as a book."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Customer, Person
from harehawk.apps.exchange.changes import ChangedCell, ChangedRow, changed_rows
from harehawk.apps.exchange.models import IMPORTERS, Import
from harehawk.apps.exchange.problems import ImportNotFound
from harehawk.apps.exchange.readable import readable_book
from harehawk.apps.exchange.sample import sample_batch
from harehawk.apps.opportunities.models import Opportunity
from harehawk.book.problems import CellProblem

__all__ = [
    "Bringing", "Brought", "ChangedCell", "ChangedRow", "Earlier", "bringing", "bringings", "brought", "changed",
    "changed_rows", "may_import", "problems", "readable_book", "readable_counts", "sample_loaded",
]  # fmt: skip

MOST = 50
BUSY = frozenset({Import.State.READING, Import.State.STORING})


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """An import in a list of them."""

    number: int
    name: str
    state: str
    state_words: str
    by: str  # empty for the command
    asked_at: dt.datetime
    new: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class Bringing:
    """An import: its state, how far it is, what it does or did, and what is wrong with the book.

    Problems quote the book, and so what may be confidential: only whoever brought it reads them, others their number.
    """

    number: int
    name: str
    state: str
    by: str  # empty for the command
    own: bool
    asked_at: dt.datetime
    now: str  # key of the sheet at work
    done: int
    total: int
    summary: Sequence[Mapping[str, Any]]
    wrong: int
    problems: Sequence[CellProblem]
    warnings: Sequence[CellProblem]
    failure: str

    @property
    def busy(self) -> bool:
        """Tell whether it is at work, so that its state changes by itself."""
        return self.state in BUSY


@dataclass(frozen=True, kw_only=True)
class Brought:
    """What an import brought or changed that has a page: number and name of each, as far as a list goes."""

    customers: Sequence[tuple[int, str]]
    opportunities: Sequence[tuple[int, str]]


def may_import(user: User) -> bool:
    """Tell whether somebody brings in whole books."""
    return user.has_role(*IMPORTERS)


def bringing(user: User, number: int) -> Bringing:
    """One import. Raises ImportNotFound."""
    found = Import.objects.visible_to(user).select_related("asked_by").filter(pk=number).first()
    if found is None:
        raise ImportNotFound(number)
    return _row(found, own=found.asked_by == user)


def changed(
    user: User, number: int, keys: Iterable[str], *, first: int, most: int
) -> Mapping[str, Sequence[ChangedRow]]:
    """Which fields it changes, of some rows of some sheets. Raises ImportNotFound."""
    if (found := Import.objects.visible_to(user).filter(pk=number).first()) is None:
        raise ImportNotFound(number)
    return changed_rows(found, user, keys, first=first, most=most)


def problems(user: User, number: int) -> Sequence[CellProblem]:
    """What is wrong or odd with a book that one brought oneself. Raises ImportNotFound."""
    found = bringing(user, number)
    if not found.own:
        raise ImportNotFound(number)
    return (*found.problems, *found.warnings)


def bringings(user: User) -> Sequence[Earlier]:
    """The imports so far, the latest first."""
    rows = Import.objects.visible_to(user).select_related("asked_by").defer("problems", "warnings")
    return [
        Earlier(
            number=one.pk,
            name=one.name,
            state=one.state,
            state_words=one.get_state_display(),
            by=_by(one),
            asked_at=one.asked_at,
            new=sum(row["new"] for row in one.summary),
            changed=sum(row["changed"] for row in one.summary),
        )
        for one in rows.order_by("-pk")[:MOST]
    ]


def brought(user: User, number: int) -> Brought:
    """What came in by an import, of what one may see. Raises ImportNotFound."""
    if (found := Import.objects.visible_to(user).filter(pk=number).first()) is None:
        raise ImportNotFound(number)
    tables: Sequence[Any] = (Customer, Opportunity)
    rows = (table.objects.visible_to(user).filter(batch=found.batch, batch__isnull=False) for table in tables)
    customers, opportunities = (list(some.order_by("pk").values_list("pk", "name")[:MOST]) for some in rows)
    return Brought(customers=customers, opportunities=opportunities)


def readable_counts(user: User) -> Mapping[str, int]:
    """How many customers, people and opportunities a user's export holds."""
    several: Mapping[str, Any] = {"customers": Customer, "people": Person, "opportunities": Opportunity}
    return {name: table.objects.visible_to(user).count() for name, table in several.items()}


def sample_loaded() -> bool:
    """Tell whether the sample is here."""
    return sample_batch() is not None


def _by(found: Import) -> str:
    return found.asked_by.name if found.asked_by else ""


def _row(found: Import, *, own: bool) -> Bringing:
    return Bringing(
        number=found.pk,
        name=found.name,
        state=found.state,
        by=_by(found),
        own=own,
        asked_at=found.asked_at,
        now=found.now,
        done=found.done,
        total=found.total,
        summary=found.summary,
        wrong=len(found.problems),
        problems=[CellProblem(**kept) for kept in found.problems if own],
        warnings=[CellProblem(**kept) for kept in found.warnings if own],
        failure=found.failure if own else "",
    )
