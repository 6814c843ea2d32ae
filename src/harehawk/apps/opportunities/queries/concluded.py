"""What people decided about an opportunity, and how it ended."""

import datetime as dt
from dataclasses import dataclass

from harehawk.apps.access.policy import Reach
from harehawk.apps.access.queries import entries_of
from harehawk.apps.opportunities.models import Decision, Outcome
from harehawk.apps.opportunities.queries.one import Deal


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A decision. `reason` is empty, too, where it may not be read."""

    decision: str
    decided_on: dt.date
    decided_by: str
    review_on: dt.date | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class Ended:
    """An outcome. `won_by` and `reason` are empty, too, where they may not be read."""

    outcome: str
    closed_on: dt.date
    amount: float | None
    won_by: str
    reason: str
    entry: int | None  # of the log; undone, it is open again


@dataclass(frozen=True, kw_only=True)
class Concluded:
    """The latest of both."""

    decided: Decided | None
    ended: Ended | None


def concluded(deal: Deal) -> Concluded:
    """What was decided of an opportunity that its reader has at hand, and how it ended. Two statements."""
    row, reach = deal.number, deal.reach
    decision = Decision.objects.filter(opportunity=row, withdrawn=False).select_related("decided_by")
    decided = decision.order_by("decided_on", "pk").last()
    ended = Outcome.objects.filter(opportunity=row, withdrawn=False).order_by("closed_on", "pk").last()
    return Concluded(
        decided=None if decided is None else _decided(decided, reach),
        ended=None if ended is None else _ended(ended, reach),
    )


def _decided(row: Decision, reach: Reach) -> Decided:
    return Decided(
        decision=row.decision,
        decided_on=row.decided_on,
        decided_by=row.decided_by.name if row.decided_by else "",
        review_on=row.review_on,
        reason=row.reason if reach.reads("decisions.reason") else "",
    )


def _ended(row: Outcome, reach: Reach) -> Ended:
    return Ended(
        outcome=row.outcome,
        closed_on=row.closed_on,
        amount=None if row.amount is None else float(row.amount),
        won_by=row.won_by if reach.reads("outcomes.won_by") else "",
        reason=row.reason if reach.reads("outcomes.reason") else "",
        entry=entries_of(Outcome, [row.pk]).get(row.pk),
    )
