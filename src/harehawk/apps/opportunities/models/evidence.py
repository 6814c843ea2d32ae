"""Evidence on the criteria, the customer's needs, and files that facts carry."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from harehawk.apps.access.models import Fact, Recorded
from harehawk.apps.customers.models import Colleague, Offering
from harehawk.apps.opportunities.models.opportunity import Opportunity
from harehawk.apps.opportunities.visible import FactOfOpportunityQuerySet, OfOpportunityQuerySet
from harehawk.apps.rows.tables import SheetTable, keeps, rules


@keeps("evidence")
class Evidence(SheetTable, Fact):
    """One dated fact for or against a criterion. The sheet's “recorded by” is a colleague: `recorder` here."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="evidence")
    criterion = models.CharField(max_length=500)
    answer = models.CharField(max_length=30)
    grade = models.CharField(max_length=30)
    source = models.TextField(blank=True)
    learned_on = models.DateField()
    recorder = models.ForeignKey(Colleague, models.PROTECT, null=True, blank=True, related_name="+")
    document = models.TextField(blank=True)
    sealed = models.BooleanField(null=True, blank=True)

    objects = FactOfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("evidence", facts=True)

    def __str__(self) -> str:
        return f"{self.criterion} {self.answer}"


@keeps("needs")
class Need(SheetTable, Recorded):
    """Something the customer wants from this purchase, and where we meet it from."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="needs")
    need = models.CharField(max_length=500)
    weight = models.CharField(max_length=30, blank=True)
    scope = models.CharField(max_length=30, blank=True)
    fit = models.CharField(max_length=30, blank=True)
    offering = models.ForeignKey(Offering, models.PROTECT, null=True, blank=True, related_name="needs")
    provider = models.TextField(blank=True)
    needed_on = models.DateField(null=True, blank=True)
    available_on = models.DateField(null=True, blank=True)
    closing_cost = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    closing_month = models.IntegerField(null=True, blank=True)
    source = models.TextField(blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("needs")

    def __str__(self) -> str:
        return self.need


class File(models.Model):
    """The bytes of attachments, each once. In the database, so that every process on any machine has them."""

    digest = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.digest


class Attachment(Recorded):
    """A file or photo that a fact carries."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="attachments")
    fact = models.CharField(max_length=60)  # sheet of the fact
    fact_number = models.BigIntegerField()
    name = models.CharField(_("file name"), max_length=255)
    kind = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    file = models.ForeignKey(File, models.PROTECT, related_name="attachments")

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["fact", "fact_number"], name="attachment_of_fact")]

    def __str__(self) -> str:
        return self.name
