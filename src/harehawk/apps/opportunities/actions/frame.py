"""How every write of an opportunity begins and ends."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Entry
from harehawk.apps.opportunities.judging import judge_now
from harehawk.apps.opportunities.known import recorded
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.opportunities.problems import OpportunityNotFound, RuleBroken
from harehawk.apps.rows.current import current
from harehawk.book.review import review

ABOUT_OTHERS = {"company", "classes", "criteria", "customers", "posts", "people", "colleagues", "offerings"}


@contextmanager
def writing(actor: Actor, opportunity: int, *, own_fields: bool = False) -> Iterator[Opportunity]:
    """Let an actor write about an opportunity: alone, by the rules, and judged anew, or not at all.

    `own_fields`: names, amounts and dates, which sales operations write too.
    Raises OpportunityNotFound, RuleBroken.
    """
    with transaction.atomic():
        target = _locked(actor, opportunity, own_fields=own_fields)
        before = _writes(opportunity)
        yield target
        if _writes(opportunity) != before:  # what is saved as it was is nothing to judge
            settle([opportunity])


def settle(opportunities: Collection[int]) -> None:
    """See that what is known of opportunities keeps the rules, and judge them. Raises RuleBroken."""
    today = timezone.localdate()
    book = recorded(opportunities, today)
    found = review(current(book), today, get_language() or "en")
    if breaches := tuple(one for one in found if one.sheet not in ABOUT_OTHERS):
        raise RuleBroken(breaches)
    judge_now(opportunities, current(book, today))


def _writes(opportunity: int) -> int | None:
    """The latest write about an opportunity."""
    return Entry.objects.filter(opportunity=opportunity).order_by("-pk").values_list("pk", flat=True).first()


def _locked(actor: Actor, opportunity: int, *, own_fields: bool) -> Opportunity:
    rows = Opportunity.objects.all()
    if actor.user is not None:
        rows = rows.editable_by(actor.user) if own_fields else rows.worked_on_by(actor.user)
    found = rows.filter(pk=opportunity).select_for_update(of=("self",)).first()
    if found is None:
        raise OpportunityNotFound(opportunity)
    return found
