"""What people decided, and how it ended."""

from typing import ClassVar

from django.db import models

from harehawk.apps.access.models import Fact
from harehawk.apps.customers.models import Colleague
from harehawk.apps.opportunities.models.opportunity import Opportunity
from harehawk.apps.opportunities.visible import FactOfOpportunityQuerySet
from harehawk.apps.rows.tables import SheetTable, keeps, rules


@keeps("decisions")
class Decision(SheetTable, Fact):
    """What people decided; against the verdict it carries a reason."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="decisions")
    decided_on = models.DateField()
    decision = models.CharField(max_length=30)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(Colleague, models.PROTECT, null=True, blank=True, related_name="decisions")
    overrules_limit = models.BooleanField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)

    objects = FactOfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("decisions", facts=True)

    def __str__(self) -> str:
        return self.decision


@keeps("outcomes")
class Outcome(SheetTable, Fact):
    """How the opportunity ended. A closed one is no longer judged."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="outcomes")
    outcome = models.CharField(max_length=30)
    closed_on = models.DateField()
    won_by = models.TextField(blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    reason = models.TextField(blank=True)

    objects = FactOfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("outcomes", facts=True)

    def __str__(self) -> str:
        return self.outcome
