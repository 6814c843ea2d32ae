"""Moves."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from harehawk.apps.access.models import Recorded, User
from harehawk.apps.customers.models import Colleague, Person
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.rows.reach import own, reached, sees_all, ways
from harehawk.apps.rows.tables import SheetTable, keeps, rules


class MoveQuerySet(models.QuerySet["Move"]):
    """Moves."""

    def visible_to(self, user: User) -> Self:
        """One's own, and those of visible opportunities."""
        if sees_all(user):
            return self
        return self.filter(
            Q(colleague__in=own(user)) | Q(recorded_by=user) | reached(self.model, ways(user), "opportunity__")
        )


@keeps("moves")
class Move(SheetTable, Recorded):
    """Something one of us does next, with a person, a date and a purpose."""

    key = models.CharField(max_length=500, unique=True)
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, null=True, blank=True, related_name="moves")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="moves")
    colleague = models.ForeignKey(Colleague, models.PROTECT, null=True, blank=True, related_name="moves")
    due_on = models.DateField(null=True, blank=True)
    purpose = models.TextField()
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)

    objects = MoveQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("moves")

    def __str__(self) -> str:
        return self.purpose
