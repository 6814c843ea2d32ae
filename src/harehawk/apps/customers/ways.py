"""Filters of customers and people by their opportunities, as lists of numbers that are looked up once.

`among` are the only customers or people that matter: where they are few, so is what is looked up.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Model, Q, QuerySet

from harehawk.apps.access.models import User
from harehawk.apps.rows.reach import Way, leads_all, of_teams, own, reached

type Among = Collection[int] | QuerySet[Any, Any] | None


def owned(customer: type[Model], user: User, *, below: bool) -> Q:
    """Customers that are a user's own, or, `below`, of anybody in his teams; of nobody, whoever entered them."""
    nobodys = Q(owner__isnull=True, recorded_by=user)
    if not below:
        return nobodys | Q(owner__in=own(user))
    if leads_all(user):
        return nobodys | Q(owner__isnull=False)
    colleague: Any = customer._meta.get_field("owner").related_model
    owners = colleague._default_manager.filter(Q(pk__in=own(user)) | of_teams(user))
    return nobodys | Q(owner__in=owners.values("pk"))


def with_deals(customer: type[Model], ways: Iterable[Way], among: Among = None) -> Q:
    """Customers with an opportunity along one of the ways."""
    deal: Any = customer._meta.get_field("opportunities").related_model
    rows = deal._default_manager.filter(reached(deal, ways))
    return Q(pk__in=_only(rows, "customer", among))


def deciding(person: type[Model], ways: Iterable[Way], among: Among = None) -> Q:
    """People who take part in the decision of an opportunity along one of the ways."""
    member: Any = person._meta.get_field("memberships").related_model
    rows = member._default_manager.filter(reached(member, ways, "opportunity__"))
    return Q(pk__in=_only(rows, "person", among))


def _only(rows: "QuerySet[Any]", what: str, among: Among) -> "QuerySet[Any, Any]":
    some = rows if among is None else rows.filter(**{f"{what}__in": among})
    return some.values(what)
