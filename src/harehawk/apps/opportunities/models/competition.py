"""Rivals and how we compare, published tender points, contract routes."""

from typing import ClassVar

from django.db import models

from harehawk.apps.access.models import Fact, Recorded
from harehawk.apps.opportunities.models.opportunity import Opportunity
from harehawk.apps.opportunities.visible import FactOfOpportunityQuerySet, OfOpportunityQuerySet
from harehawk.apps.rows.tables import SheetTable, keeps, rules


@keeps("rivals")
class Rival(SheetTable, Recorded):
    """Another way for the customer to meet the need."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="rivals")
    rival = models.CharField(max_length=500)
    kind = models.CharField(max_length=30, blank=True)
    incumbent = models.BooleanField(null=True, blank=True)
    note = models.TextField(blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("rivals")

    def __str__(self) -> str:
        return self.rival


@keeps("factors")
class Factor(SheetTable, Fact):
    """How we compare with a rival in one factor, as learnt on a day."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="factors")
    rival = models.CharField(max_length=500)
    factor = models.CharField(max_length=30)
    advantage = models.IntegerField()
    grade = models.CharField(max_length=30, blank=True)
    source = models.TextField(blank=True)
    learned_on = models.DateField(null=True, blank=True)

    objects = FactOfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("factors", facts=True)

    def __str__(self) -> str:
        return f"{self.rival} {self.factor}"


@keeps("tender_points")
class TenderPoint(SheetTable, Recorded):
    """An item of a published scoring, for us (`party` empty) or for a rival."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="tender_points")
    item = models.CharField(max_length=500)
    party = models.CharField(max_length=500, blank=True)
    maximum = models.FloatField(null=True, blank=True)
    price_formula = models.CharField(max_length=30, blank=True)
    cut = models.FloatField(null=True, blank=True)
    subjective = models.BooleanField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    likely = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("tender_points")

    def __str__(self) -> str:
        return self.item


@keeps("routes")
class Route(SheetTable, Recorded):
    """A contractor through whom we may sell."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="routes")
    contractor = models.CharField(max_length=500)
    route = models.CharField(max_length=30, blank=True)
    contractor_wins = models.FloatField(null=True, blank=True)
    we_are_inside = models.FloatField(null=True, blank=True)
    back_to_back_days = models.FloatField(null=True, blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("routes")

    def __str__(self) -> str:
        return self.contractor
