"""The buying group of an opportunity: members, bodies, influence, stances."""

from typing import ClassVar

from django.db import models

from harehawk.apps.access.models import Fact, Recorded
from harehawk.apps.customers.models import Person
from harehawk.apps.opportunities.models.opportunity import Opportunity
from harehawk.apps.opportunities.visible import FactOfOpportunityQuerySet, OfOpportunityQuerySet
from harehawk.apps.rows.tables import SheetTable, keeps, rules


@keeps("members")
class Member(SheetTable, Recorded):
    """Somebody who takes part in the decision, and as what."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    roles = models.JSONField(default=list, blank=True)
    scopes = models.JSONField(default=list, blank=True)
    weight = models.FloatField(null=True, blank=True)
    veto = models.BooleanField(null=True, blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("members")

    def __str__(self) -> str:
        return str(self.person)


@keeps("bodies")
class Body(SheetTable, Recorded):
    """One step of a chain: members, rule, own veto."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="bodies")
    order = models.IntegerField()
    name = models.CharField(max_length=500)
    rule = models.CharField(max_length=30)
    members: models.ManyToManyField[Person, Person] = models.ManyToManyField(Person, blank=True, related_name="bodies")
    unnamed = models.IntegerField(null=True, blank=True)
    weights = models.JSONField(default=list, blank=True)
    quota = models.FloatField(null=True, blank=True)
    veto: models.ManyToManyField[Person, Person] = models.ManyToManyField(
        Person, blank=True, related_name="vetoes", db_table="opportunities_body_veto_of"
    )
    meets_on = models.DateField(null=True, blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("bodies")

    def __str__(self) -> str:
        return self.name


@keeps("influence")
class Influence(SheetTable, Fact):
    """How much one member listens to another."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="influence")
    listener = models.ForeignKey(Person, models.PROTECT, related_name="listens")
    speaker = models.ForeignKey(Person, models.PROTECT, related_name="heard")
    strength = models.IntegerField(null=True, blank=True)
    conflict = models.BooleanField(null=True, blank=True)
    source = models.TextField(blank=True)
    learned_on = models.DateField(null=True, blank=True)

    objects = FactOfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("influence", facts=True)

    def __str__(self) -> str:
        return f"{self.listener} {self.speaker}"


@keeps("stances")
class Stance(SheetTable, Fact):
    """A person's attitude to us or to a rival, as somebody told it on a day. `rival` empty: to us."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="stances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="stances")
    rival = models.CharField(max_length=500, blank=True)
    attitude = models.CharField(max_length=30)
    grade = models.CharField(max_length=30)
    source = models.TextField(blank=True)
    learned_on = models.DateField()
    sealed = models.BooleanField(null=True, blank=True)

    objects = FactOfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("stances", facts=True)

    def __str__(self) -> str:
        return f"{self.person} {self.attitude}"
