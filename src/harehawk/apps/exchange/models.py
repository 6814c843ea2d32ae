"""Imports: what was in a book, how far its import is, and how to take it back."""

from typing import ClassVar, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from harehawk.apps.access.models import Batch, User
from harehawk.apps.access.roles import Role

IMPORTERS = (Role.OPERATIONS, Role.ADMINISTRATOR)


class ImportQuerySet(models.QuerySet["Import"]):
    """Imports."""

    def visible_to(self, user: User) -> Self:
        """All of them, for whoever brings in whole books."""
        return self.all() if user.has_role(*IMPORTERS) else self.none()


class Import(models.Model):
    """A book on its way in. Nothing of it is seen before it is confirmed, and then all of it at once."""

    class State(models.TextChoices):
        READING = "reading", _("being read")
        PROBLEMS = "problems", _("has problems")
        STAGED = "staged", _("waits for your word")
        STORING = "storing", _("being stored")
        DONE = "done", _("done")
        CANCELLED = "cancelled", _("cancelled")
        FAILED = "failed", _("did not work")
        UNDONE = "undone", _("taken back")

    name = models.CharField(max_length=255)
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING)
    asked_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    now = models.CharField(max_length=100, blank=True)  # the sheet at work
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    cancel = models.BooleanField(default=False)  # somebody asked to stop
    summary = models.JSONField(default=list)  # of each sheet: key, new, changed, unchanged
    problems = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    failure = models.TextField(blank=True)
    batch = models.OneToOneField(Batch, models.PROTECT, null=True, related_name="book")

    objects = ImportQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class Staged(models.Model):
    """Some rows of a sheet of a book that is not yet stored."""

    book = models.ForeignKey(Import, models.CASCADE, related_name="staged")
    sheet = models.CharField(max_length=30)
    columns = models.JSONField()  # the columns that stood in the file
    rows = models.JSONField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["book", "id"], name="staged_of_book")]

    def __str__(self) -> str:
        return f"{self.book_id} {self.sheet}"


class Different(models.Model):
    """A row that a book that waits would change: by column what stands there, with what it is about, and what would."""

    book = models.ForeignKey(Import, models.CASCADE, related_name="different")
    sheet = models.CharField(max_length=30)
    row = models.BigIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["book", "sheet", "id"], name="different_of_book")]

    def __str__(self) -> str:
        return f"{self.book_id} {self.sheet} {self.row}"
