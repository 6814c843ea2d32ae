"""Changes of the method that somebody tries out before they hold."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class Preview(models.Model):
    """One change of the settings, and whose verdict it would change. Nothing of it holds before it is confirmed."""

    asked_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    wanted = models.JSONField(encoder=DjangoJSONEncoder)  # the row of the settings as it is to be
    settings = models.JSONField()  # all of them as they would be, as a version keeps them
    base = models.PositiveIntegerField()  # the version they were tried out on
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    cancelled = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)
    judged = models.JSONField(default=list)  # number of each opportunity, its verdict before and after
    version = models.PositiveIntegerField(null=True)  # that it became

    def __str__(self) -> str:
        return f"{self.pk} {self.done}/{self.total}"
