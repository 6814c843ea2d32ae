"""Which customers and people somebody may see. The door of every read.

Whoever sees an opportunity sees its customer and the people there; our own colleagues everybody sees.
"""

from collections.abc import Callable
from typing import Any, Self

from django.db import models
from django.db.models import Q

from harehawk.apps.access.models import FactQuerySet, User
from harehawk.apps.access.roles import Role
from harehawk.apps.customers.problems import CustomerNotFound, PersonNotFound
from harehawk.apps.rows.reach import owned_below, reached, sees_all, ways, worker_ways
from harehawk.errors import Problem


def of_customers(model: type[models.Model], user: User, customer: str = "") -> Q:
    """Rows that a user may see of a model that reaches its customer by `customer` (a lookup that ends in `__`)."""
    if sees_all(user):
        return Q()
    seen = reached(model, ways(user), f"{customer}opportunities__")
    seen |= Q(**{f"{customer}owner__user": user})
    seen |= Q(**{f"{customer}owner__isnull": True, f"{customer}recorded_by": user})
    if user.has_role(Role.DIRECTOR, Role.VIEWER):
        seen |= owned_below(user, customer)
    return seen


class CustomerQuerySet[M: models.Model](models.QuerySet[M]):
    """Customers."""

    def visible_to(self, user: User) -> Self:
        """Those that a user may see."""
        return self.filter(of_customers(self.model, user))

    def editable_by(self, user: User) -> Self:
        """Those whose own fields a user may write: their owners, directors above, sales operations."""
        return self.filter(_answered_for(user))

    def worked_at_by(self, user: User) -> Self:
        """Those of which a user may write who sits there: who writes their fields, or works on an opportunity there."""
        return self.filter(_answered_for(user) | reached(self.model, worker_ways(user), "opportunities__"))

    def get_visible(self, user: User, number: int) -> M:
        """What is not yours does not exist for you: CustomerNotFound either way."""
        return _one(self.visible_to(user), number, CustomerNotFound)

    def get_editable(self, user: User, number: int) -> M:
        """The customer, to be written. Raises CustomerNotFound."""
        return _one(self.editable_by(user), number, CustomerNotFound)


def _answered_for(user: User) -> Q:
    if user.has_role(Role.OPERATIONS):
        return ~Q(pk__in=[])  # not Q(), which vanishes beside another one
    mine = Q(owner__user=user) | Q(owner__isnull=True, recorded_by=user)
    return mine | owned_below(user) if user.has_role(Role.DIRECTOR) else mine


class PersonQuerySet[M: models.Model](models.QuerySet[M]):
    """People at customers, or outside them but in their decisions."""

    def visible_to(self, user: User) -> Self:
        """Those of visible customers, those in visible buying groups, and those of no customer one entered oneself."""
        if sees_all(user):
            return self
        seen = of_customers(self.model, user, "customer__") | reached(
            self.model, ways(user), "memberships__opportunity__"
        )
        outside = Q(customer__isnull=True)
        return self.filter(seen | (outside if user.has_role(Role.DIRECTOR) else outside & Q(recorded_by=user)))

    def editable_by(self, user: User) -> Self:
        """Those at customers of which one writes, or works on an opportunity, and those one entered oneself."""
        if user.has_role(Role.OPERATIONS):
            return self
        mine = Q(customer__owner__user=user) | Q(recorded_by=user)
        mine |= reached(self.model, worker_ways(user), "customer__opportunities__")
        return self.filter(mine | reached(self.model, worker_ways(user), "memberships__opportunity__"))

    def get_editable(self, user: User, number: int) -> M:
        """The person, to be written. Raises PersonNotFound."""
        return _one(self.editable_by(user), number, PersonNotFound)

    def get_visible(self, user: User, number: int) -> M:
        """What is not yours does not exist for you: PersonNotFound either way."""
        return _one(self.visible_to(user), number, PersonNotFound)


class OfCustomerQuerySet[M: models.Model](models.QuerySet[M]):
    """Rows of a customer: posts, invoices."""

    def visible_to(self, user: User) -> Self:
        """Those of customers that a user may see."""
        return self.filter(of_customers(self.model, user, "customer__"))


class OfPersonQuerySet[M: Any](FactQuerySet[M]):
    """Facts about a person: relationships."""

    def visible_to(self, user: User) -> Self:
        """Those about people of customers that a user may see."""
        if sees_all(user):
            return self
        through = reached(self.model, ways(user), "person__memberships__opportunity__")
        return self.filter(of_customers(self.model, user, "person__customer__") | through)


def _one[M: models.Model](rows: "models.QuerySet[M]", number: int, problem: Callable[[int], Problem]) -> M:
    if (found := rows.filter(pk=number).first()) is None:
        raise problem(number)
    return found
