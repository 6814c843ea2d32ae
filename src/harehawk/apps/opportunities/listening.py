"""Opportunities judged anew because a customer, a person or the method changed."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q

from harehawk.apps.access.models import User
from harehawk.apps.opportunities.actions.frame import settle
from harehawk.apps.opportunities.models import Opportunity, Rejudging
from harehawk.apps.opportunities.rejudging import ask_for

AT_ONCE = 10  # judged before the page answers; more are judged in the background


def judge_touched(*, customers: Collection[int], people: Collection[int], **_: Any) -> None:
    """Judge the open opportunities of customers and people, in the transaction that changed them. Raises RuleBroken."""
    touched = Q(customer__in=customers) | Q(members__person__in=people) | Q(stances__person__in=people)
    touched |= Q(bodies__members__in=people)
    numbers = sorted(set(Opportunity.objects.open().filter(touched).values_list("pk", flat=True)))
    if 0 < len(numbers) <= AT_ONCE:
        settle(numbers)
    elif numbers:
        ask_for(Rejudging.Why.CUSTOMER, None, numbers)


def judge_all(*, user: User | None, **_: Any) -> None:
    """Have all open opportunities judged by the method as it is now, in the background."""
    if Opportunity.objects.open().exists():
        ask_for(Rejudging.Why.METHOD, user)
