"""The settings a judgement is made with, as far as this company has its own. Empty: the default of the method."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from harehawk.apps.access.models import Recorded
from harehawk.apps.rows.tables import SheetTable, keeps, rules


@keeps("company")
class Company(SheetTable, Recorded):
    """Our own rates and prices. One row."""

    name = models.TextField()
    currency = models.TextField(blank=True)
    rate_purchase = models.FloatField(null=True, blank=True)
    rate_bid = models.FloatField(null=True, blank=True)
    rate_win = models.FloatField(null=True, blank=True)
    hour_price = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    cost_of_capital = models.FloatField(null=True, blank=True)
    loss_given_default = models.FloatField(null=True, blank=True)
    rivals_modelled = models.BooleanField(null=True, blank=True)
    only = models.BooleanField(default=True, editable=False)

    class Meta:
        constraints: ClassVar = [
            *rules("company"),
            models.CheckConstraint(condition=models.Q(only=True), name="company_is_ours"),
            models.UniqueConstraint(
                fields=["only"], name="company_one_row",
                violation_error_message=_("There is one company here: your own. Change that row."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


@keeps("classes")
class CustomerClass(SheetTable, Recorded):
    """What differs for the customers of a class."""

    code = models.CharField(max_length=500, unique=True)
    shift = models.FloatField(null=True, blank=True)
    importance = models.FloatField(null=True, blank=True)
    fit = models.FloatField(null=True, blank=True)
    reference = models.FloatField(null=True, blank=True)
    learning = models.FloatField(null=True, blank=True)
    capital_limit = models.FloatField(null=True, blank=True)
    credit_limit = models.FloatField(null=True, blank=True)
    margin_floor = models.FloatField(null=True, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    margin = models.FloatField(null=True, blank=True)
    milestones = models.JSONField(default=list, blank=True)
    hours_sales = models.FloatField(null=True, blank=True)
    hours_presales = models.FloatField(null=True, blank=True)
    hours_delivery = models.FloatField(null=True, blank=True)
    nurtures = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = rules("classes")

    def __str__(self) -> str:
        return self.code


@keeps("criteria")
class Criterion(SheetTable, Recorded):
    """A statement that a gate judges; with a class, how much it moves for that class only."""

    code = models.CharField(max_length=500)
    customer_class = models.CharField(max_length=500, blank=True)
    name = models.TextField(blank=True)
    gate = models.IntegerField(null=True, blank=True)
    swing = models.FloatField(null=True, blank=True)
    prior = models.FloatField(null=True, blank=True)
    must = models.BooleanField(null=True, blank=True)
    help = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = rules("criteria")

    def __str__(self) -> str:
        return self.code


class Version(models.Model):
    """The settings as they were from a moment on; judgements name the version they were made with."""

    number = models.PositiveIntegerField(unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    settings = models.JSONField()  # sheet -> rows of the book

    def __str__(self) -> str:
        return str(self.number)
