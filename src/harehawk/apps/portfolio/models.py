"""Capacity."""

from typing import ClassVar

from django.db import models

from harehawk.apps.access.models import Recorded
from harehawk.apps.rows.tables import SheetTable, keeps, rules


@keeps("capacity")
class Capacity(SheetTable, Recorded):
    """Hours of a function and money there are in a month."""

    function = models.CharField(max_length=30)
    month = models.DateField()
    hours = models.FloatField(null=True, blank=True)
    money = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints: ClassVar = rules("capacity")

    def __str__(self) -> str:
        return f"{self.function} {self.month:%Y-%m}"
