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
from harehawk.apps.customers.ways import Among, deciding, owned, with_deals
from harehawk.apps.rows.reach import LEADS, reached, sees_all, ways, worker_ways
from harehawk.errors import Problem


def of_customers(model: type[models.Model], user: User, customer: str) -> Q:
    """Rows that a user may see of a model that reaches its customer by `customer` (a lookup that ends in `__`)."""
    if sees_all(user):
        return Q()
    there: Any = model
    steps = customer.removesuffix("__")
    for step in steps.split("__"):
        there = there._meta.get_field(step).related_model
    return Q(**{f"{steps}__in": there.objects.visible_to(user).values("pk")})


class CustomerQuerySet[M: models.Model](models.QuerySet[M]):
    """Customers. `among` are the only ones that matter to who asks."""

    def visible_to(self, user: User, among: Among = None) -> Self:
        """Those that a user may see."""
        if sees_all(user):
            return self
        mine = owned(self.model, user, below=user.has_role(*LEADS))
        return self.filter(mine | with_deals(self.model, ways(user), among))

    def editable_by(self, user: User) -> Self:
        """Those whose own fields a user may write: their owners, directors above, sales operations."""
        if user.has_role(Role.OPERATIONS):
            return self
        return self.filter(owned(self.model, user, below=user.has_role(Role.DIRECTOR)))

    def worked_at_by(self, user: User, among: Among = None) -> Self:
        """Those of which a user may write who sits there: who writes their fields, or works on an opportunity there."""
        if user.has_role(Role.OPERATIONS):
            return self
        mine = owned(self.model, user, below=user.has_role(Role.DIRECTOR))
        return self.filter(mine | with_deals(self.model, worker_ways(user), among))

    def get_visible(self, user: User, number: int) -> M:
        """What is not yours does not exist for you: CustomerNotFound either way."""
        return _one(self.visible_to(user, [number]), number, CustomerNotFound)

    def get_editable(self, user: User, number: int) -> M:
        """The customer, to be written. Raises CustomerNotFound."""
        return _one(self.editable_by(user), number, CustomerNotFound)


class PersonQuerySet[M: models.Model](models.QuerySet[M]):
    """People at customers, or outside them but in their decisions. `among` are the only ones that matter."""

    def visible_to(self, user: User, among: Among = None) -> Self:
        """Those of visible customers, those in visible buying groups, and those of no customer one entered oneself."""
        if sees_all(user):
            return self
        customers, here = self._customers(among)
        seen = Q(customer__in=customers.visible_to(user, here).values("pk")) | deciding(self.model, ways(user), among)
        outside = Q(customer__isnull=True)
        return self.filter(seen | (outside if user.has_role(Role.DIRECTOR) else outside & Q(recorded_by=user)))

    def editable_by(self, user: User, among: Among = None) -> Self:
        """Those at customers of which one writes, or works on an opportunity, and those one entered oneself."""
        if user.has_role(Role.OPERATIONS):
            return self
        customers, here = self._customers(among)
        own = owned(customers.model, user, below=False) | with_deals(customers.model, worker_ways(user), here)
        mine = Q(customer__in=customers.filter(own).values("pk")) | Q(recorded_by=user)
        return self.filter(mine | deciding(self.model, worker_ways(user), among))

    def get_editable(self, user: User, number: int) -> M:
        """The person, to be written. Raises PersonNotFound."""
        return _one(self.editable_by(user, [number]), number, PersonNotFound)

    def get_visible(self, user: User, number: int) -> M:
        """What is not yours does not exist for you: PersonNotFound either way."""
        return _one(self.visible_to(user, [number]), number, PersonNotFound)

    def _customers(self, among: Among) -> tuple[Any, Among]:
        """All customers, or those of some people; and which ones."""
        field: Any = self.model._meta.get_field("customer")
        customers = field.related_model.objects.all()
        if among is None:
            return customers, None
        here = self.model._default_manager.filter(pk__in=among, customer__isnull=False).values("customer")
        return customers.filter(pk__in=here), here


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
