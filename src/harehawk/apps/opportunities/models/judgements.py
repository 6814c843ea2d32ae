"""Judgements as they were made, and the work of making them anew."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from harehawk.apps.opportunities.models.opportunity import Opportunity


class Judgement(models.Model):
    """The numbers and the verdict of one opportunity on one day, with its method version. Never changed."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="judgements")
    made_at = models.DateTimeField(default=timezone.now)
    as_of = models.DateField()
    method_version = models.PositiveIntegerField()
    cause = models.BigIntegerField(null=True)  # the last entry of the log that it knows of
    latest = models.BooleanField(default=True)
    customer_class = models.CharField(max_length=500)
    verdict = models.CharField(max_length=20)
    why = models.CharField(max_length=30)
    failing_gate = models.PositiveSmallIntegerField(null=True)
    level = models.CharField(max_length=500)
    chance = models.FloatField()
    chance_low = models.FloatField()
    chance_high = models.FloatField()
    expected_value = models.FloatField()
    expected_value_low = models.FloatField()
    expected_value_high = models.FloatField()
    confidence = models.FloatField()
    worth = models.FloatField()
    peak_capital = models.FloatField()
    gates = models.JSONField()  # of each: point, low, high, bar, state
    question = models.JSONField(default=list)  # what to ask first: kind and id of one or two topics
    record = models.JSONField()  # all of it, as `harehawk judge --format json` says it

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["opportunity"], condition=models.Q(latest=True), name="judgement_one_latest"
            ),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index(fields=["opportunity", "-id"], name="judgement_history"),
        ]

    def __str__(self) -> str:
        return f"{self.opportunity_id} {self.verdict}"


class Rejudging(models.Model):
    """Work of judging many opportunities anew: why, how far, and whether somebody stopped it."""

    class Why(models.TextChoices):
        NIGHT = "night"
        CUSTOMER = "customer"
        METHOD = "method"
        IMPORT = "import"

    why = models.CharField(max_length=10, choices=Why.choices)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    opportunities = models.JSONField(null=True)  # null: all open ones
    done = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    cancelled = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.why} {self.done}/{self.total}"
