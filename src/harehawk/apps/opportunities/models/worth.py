"""What winning is worth: payments, costs, aspects beside money, harms; and the effort it takes."""

from typing import ClassVar

from django.db import models

from harehawk.apps.access.models import Recorded
from harehawk.apps.opportunities.models.opportunity import Opportunity
from harehawk.apps.opportunities.visible import OfOpportunityQuerySet
from harehawk.apps.rows.tables import SheetTable, keeps, rules


@keeps("payments")
class Payment(SheetTable, Recorded):
    """A milestone that brings money, or a bond of ours that comes back."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="payments")
    name = models.CharField(max_length=500)
    kind = models.CharField(max_length=30, blank=True)
    month = models.FloatField(null=True, blank=True)
    share = models.FloatField(null=True, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    days = models.FloatField(null=True, blank=True)
    form = models.CharField(max_length=30, blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("payments")

    def __str__(self) -> str:
        return self.name


@keeps("costs")
class Cost(SheetTable, Recorded):
    """What delivery costs in a month after signature."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="costs")
    item = models.CharField(max_length=500)
    month = models.FloatField()
    amount = models.DecimalField(max_digits=18, decimal_places=2)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("costs")

    def __str__(self) -> str:
        return self.item


@keeps("worth")
class Worth(SheetTable, Recorded):
    """A score on an aspect beside money, or a yes/no statement that would change what winning is worth."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="worth")
    aspect = models.CharField(max_length=30, blank=True)
    score = models.FloatField(null=True, blank=True)
    statement = models.CharField(max_length=500, blank=True)
    probability = models.FloatField(null=True, blank=True)
    difference = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    source = models.TextField(blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("worth")

    def __str__(self) -> str:
        return self.aspect or self.statement


@keeps("harms")
class Harm(SheetTable, Recorded):
    """What winning would cost us with another customer or partner."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="harms")
    harmed = models.CharField(max_length=500)
    description = models.TextField(blank=True)
    probability = models.FloatField()
    loss = models.DecimalField(max_digits=18, decimal_places=2)
    source = models.TextField(blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("harms")

    def __str__(self) -> str:
        return self.harmed


@keeps("effort")
class Effort(SheetTable, Recorded):
    """What pursuing takes at one level, and what was spent."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="effort")
    level = models.CharField(max_length=500)
    hours_sales = models.FloatField(null=True, blank=True)
    hours_presales = models.FloatField(null=True, blank=True)
    hours_delivery = models.FloatField(null=True, blank=True)
    money = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    hours_spent = models.FloatField(null=True, blank=True)
    money_spent = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    remainder = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    shift = models.FloatField(null=True, blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("effort")

    def __str__(self) -> str:
        return self.level
