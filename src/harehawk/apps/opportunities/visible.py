"""Which opportunities somebody may see, and which he may write. The door of every read."""

from collections.abc import Callable
from typing import Any, Self

from django.db import models
from django.db.models import Q

from harehawk.apps.access.models import FactQuerySet, User
from harehawk.apps.access.roles import Role
from harehawk.apps.customers.models import Colleague
from harehawk.apps.customers.visible import of_customers
from harehawk.apps.opportunities.problems import OpportunityNotFound, SignalNotFound
from harehawk.apps.rows.reach import in_order, of_teams, own, reached, sees_all, ways, worker_ways
from harehawk.errors import Problem


def may_add(user: User) -> bool:
    """Tell whether somebody adds opportunities: who sells, and who sets up."""
    return user.has_role(Role.ACCOUNT_MANAGER, Role.DIRECTOR, Role.OPERATIONS, Role.ADMINISTRATOR)


class OpportunityQuerySet[M: models.Model](models.QuerySet[M]):
    """Opportunities."""

    def visible_to(self, user: User, *, of_many: bool = False) -> Self:
        """Those that a user may see; which fields, the field policy says. `of_many`: out of all there are, in order."""
        if sees_all(user):
            return self
        seen = reached(self.model, ways(user))
        return self.filter(in_order(user, seen) if of_many else seen)

    def worked_on_by(self, user: User) -> Self:
        """Those that a user may write: owner, team, the customer's owner, directors above."""
        return self.filter(reached(self.model, worker_ways(user)))

    def editable_by(self, user: User) -> Self:
        """Those of which a user may write names, amounts and dates: who works on them, and sales operations."""
        return self if edits_all(user) else self.worked_on_by(user)

    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(closed_on=None)

    def get_visible(self, user: User, number: int) -> M:
        """What is not yours does not exist for you: OpportunityNotFound either way."""
        return _one(self.visible_to(user), number, OpportunityNotFound)

    def get_worked_on(self, user: User, number: int) -> M:
        """The opportunity, to record something about it. Raises OpportunityNotFound."""
        return _one(self.worked_on_by(user), number, OpportunityNotFound)

    def get_editable(self, user: User, number: int) -> M:
        """The opportunity, to change its own fields. Raises OpportunityNotFound."""
        return _one(self.editable_by(user), number, OpportunityNotFound)


class OfOpportunityQuerySet[M: models.Model](models.QuerySet[M]):
    """Rows of an opportunity."""

    def visible_to(self, user: User) -> Self:
        """Those of opportunities that a user may see."""
        return self if sees_all(user) else self.filter(reached(self.model, ways(user), "opportunity__"))


class FactOfOpportunityQuerySet[M: Any](FactQuerySet[M]):
    """Facts about an opportunity."""

    def visible_to(self, user: User) -> Self:
        """Those of opportunities that a user may see."""
        return self if sees_all(user) else self.filter(reached(self.model, ways(user), "opportunity__"))


class SignalQuerySet[M: models.Model](models.QuerySet[M]):
    """Signals."""

    def visible_to(self, user: User) -> Self:
        """One's own, those of customers and opportunities one sees, and to directors those that are nobody's yet."""
        if sees_all(user):
            return self
        mine = Q(owner__in=own(user)) | Q(recorded_by=user) | reached(self.model, ways(user), "opportunity__")
        mine |= Q(customer__isnull=False) & of_customers(self.model, user, "customer__")
        if user.has_role(Role.DIRECTOR):
            mine |= Q(owner__in=Colleague.objects.filter(of_teams(user)).values("pk"))
            mine |= Q(owner__isnull=True, customer__isnull=True)
        return self.filter(mine)

    def get_visible(self, user: User, number: int) -> M:
        """What is not yours does not exist for you: SignalNotFound either way."""
        return _one(self.visible_to(user), number, SignalNotFound)


def edits_all(user: User) -> bool:
    """Sales operations write names, amounts and dates of every opportunity."""
    return user.has_role(Role.OPERATIONS)


def _one[M: models.Model](rows: "models.QuerySet[M]", number: int, problem: Callable[[int], Problem]) -> M:
    if (found := rows.filter(pk=number).first()) is None:
        raise problem(number)
    return found
