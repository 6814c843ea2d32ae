"""Opportunities themselves, who works on them, and with whom they are shared."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Recorded
from harehawk.apps.access.policy import Reach
from harehawk.apps.customers.actions import add_customer
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.customers.problems import CustomerNotFound
from harehawk.apps.opportunities.actions.frame import settle, writing
from harehawk.apps.opportunities.models import Opportunity, Share, TeamMember
from harehawk.apps.opportunities.problems import (
    CustomerNotClear,
    FieldNotYours,
    OpportunitiesNotYours,
    OwnerMissing,
    RowNotFound,
)
from harehawk.apps.opportunities.reach import reach_of
from harehawk.apps.opportunities.visible import may_add
from harehawk.apps.rows.tables import Table

LINKS: dict[str, Table] = {"customer": Customer, "owner": Colleague}


@transaction.atomic
def add_opportunity(*, actor: Actor, name: str, customer: int | str, owner: int | None = None, **fields: Any) -> int:
    """Add an opportunity of a customer one can see, by number or by name; of a new one if the name is new.

    Without an owner it is one's own.
    Raises OpportunitiesNotYours, CustomerNotFound, CustomerNotClear, OwnerMissing, RuleBroken, RowRefused.
    """
    if actor.user and not may_add(actor.user):
        raise OpportunitiesNotYours
    found = Colleague.objects.filter(pk=owner) if owner else Colleague.objects.filter(user=actor.user)
    if (whose := found.first()) is None:
        raise OwnerMissing
    where = _at(actor, customer, whose)
    key = name if not Opportunity.objects.filter(key=name).exists() else f"{name}-{uuid.uuid4().hex[:8]}"
    row = log.add(actor, Opportunity(key=key, name=name.strip(), customer=where, owner=whose, **fields))
    settle([row.pk])
    return row.pk


def change_opportunity(*, actor: Actor, opportunity: int, seen_version: int, **fields: Any) -> None:
    """Change own fields of an opportunity as it was seen; customer and owner by their numbers.

    Raises OpportunityNotFound, FieldNotYours, ChangedMeanwhile, RuleBroken, RowRefused.
    """
    with writing(actor, opportunity, own_fields=True) as target:
        reach = reach_of(actor.user, [opportunity])[opportunity] if actor.user else Reach.INSIDE
        for name in fields:
            if not reach.reads(f"opportunities.{name}"):
                raise FieldNotYours(name)
        linked = {name: LINKS[name].objects.get(pk=value) if name in LINKS else value for name, value in fields.items()}
        log.change(actor, target, seen_version, **linked)


def add_team_member(*, actor: Actor, opportunity: int, colleague: int) -> int:
    """Let a colleague work on the opportunity. Raises OpportunityNotFound, RowRefused."""
    with writing(actor, opportunity) as target:
        return log.add(actor, TeamMember(opportunity=target, colleague_id=colleague)).pk


def remove_team_member(*, actor: Actor, opportunity: int, member: int) -> None:
    """Take a colleague off the opportunity. Raises OpportunityNotFound, RowNotFound."""
    with writing(actor, opportunity) as target:
        log.remove(actor, _one(TeamMember.objects.filter(opportunity=target), member))


def share(*, actor: Actor, opportunity: int, user: int, until: dt.date | None) -> int:
    """Open the opportunity to a user until the end of a day, or until ended; shared already, the day is changed.

    Raises OpportunityNotFound, RowRefused.
    """
    with writing(actor, opportunity) as target:
        if (before := Share.objects.filter(opportunity=target, user=user).first()) is not None:
            return log.change(actor, before, before.version, until=until).pk
        return log.add(actor, Share(opportunity=target, user_id=user, until=until)).pk


def unshare(*, actor: Actor, opportunity: int, shared: int) -> None:
    """End a share. Raises OpportunityNotFound, RowNotFound."""
    with writing(actor, opportunity) as target:
        log.remove(actor, _one(Share.objects.filter(opportunity=target), shared))


def _at(actor: Actor, customer: int | str, owner: Colleague) -> Customer:
    """The customer, which a new opportunity's owner also looks after if it is new."""
    seen = Customer.objects.visible_to(actor.user) if actor.user else Customer.objects.all()
    if isinstance(customer, int):
        found = list(seen.filter(pk=customer))
        if not found:
            raise CustomerNotFound(customer)
    else:
        found = list(seen.filter(name__iexact=customer.strip())[:2])
        if len(found) > 1:
            raise CustomerNotClear(customer.strip())
        if not found:
            found = [Customer.objects.get(pk=add_customer(actor=actor, name=customer, owner=owner.pk))]
    return found[0]


def _one[M: Recorded](rows: QuerySet[M], number: int) -> M:
    if (found := rows.filter(pk=number).first()) is None:
        raise RowNotFound(number)
    return found
