"""Reads of imports, and of all that somebody may see as a book."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harehawk.apps.access.models import User
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.problems import ImportNotFound
from harehawk.apps.exchange.readable import readable_book
from harehawk.apps.exchange.sample import sample_batch
from harehawk.book.problems import CellProblem

__all__ = ["Bringing", "bringing", "bringings", "readable_book", "sample_loaded"]

MOST = 50


@dataclass(frozen=True, kw_only=True)
class Bringing:
    """An import: its state, how far it is, what it does or did, and what is wrong with the book."""

    number: int
    name: str
    state: str
    asked_at: dt.datetime
    now: str  # key of the sheet at work
    done: int
    total: int
    summary: Sequence[Mapping[str, Any]]
    problems: Sequence[CellProblem]
    warnings: Sequence[CellProblem]
    failure: str


def bringing(user: User, number: int) -> Bringing:
    """One import of one's own. Raises ImportNotFound."""
    if (found := Import.objects.visible_to(user).filter(pk=number).first()) is None:
        raise ImportNotFound(number)
    return _row(found)


def bringings(user: User) -> Sequence[Bringing]:
    """One's own imports, the latest first."""
    return [_row(found) for found in Import.objects.visible_to(user).order_by("-pk")[:MOST]]


def sample_loaded() -> bool:
    """Tell whether the sample is here."""
    return sample_batch() is not None


def _row(found: Import) -> Bringing:
    return Bringing(
        number=found.pk,
        name=found.name,
        state=found.state,
        asked_at=found.asked_at,
        now=found.now,
        done=found.done,
        total=found.total,
        summary=found.summary,
        problems=[CellProblem(**kept) for kept in found.problems],
        warnings=[CellProblem(**kept) for kept in found.warnings],
        failure=found.failure,
    )
