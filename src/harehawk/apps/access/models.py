"""People, teams and invitations; and the log that every write of every app leaves an entry in."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from harehawk.apps.access.roles import Role

KEPT = frozenset({"version", "recorded_at", "recorded_by", "batch"})  # about the row, not about the thing

TEAM_TWICE = _("There is already a team of this name there. Choose another name.")


class Batch(models.Model):
    """Writes that belong together and are undone together: an import, the sample, one act that touches several rows."""

    class Kind(models.TextChoices):
        ACT = "act", _("one act")
        IMPORT = "import", _("an import")
        SAMPLE = "sample", _("the sample")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.kind} {self.title}".strip()


class Recorded(models.Model):
    """A row that is written through the log only: `harehawk.apps.access.log`.

    `version` counts its writes. Foreign keys to and from such rows are PROTECT: a removal the log did not see
    could not be undone. `private` names fields whose values stay out of the log.
    """

    private: ClassVar[frozenset[str]] = frozenset()

    version = models.PositiveIntegerField(default=1, editable=False)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, blank=True, editable=False, related_name="+")

    class Meta:
        abstract = True

    @property
    def opportunity_number(self) -> int | None:
        """Primary key of the opportunity it is part of."""
        return getattr(self, "opportunity_id", None)

    @property
    def customer_number(self) -> int | None:
        """Primary key of the customer it is about."""
        return getattr(self, "customer_id", None)


class FactQuerySet[F: "Fact"](models.QuerySet[F]):
    """Facts."""

    def standing(self) -> "FactQuerySet[F]":
        """Those that nobody took back."""
        return self.filter(withdrawn=False)


class Fact(Recorded):
    """A row that is added and never changed; taken back by undo, it stays and is marked."""

    withdrawn = models.BooleanField(default=False, editable=False)

    class Meta:
        abstract = True


class Team(Recorded):
    """A part of our sales organisation; teams form a tree."""

    name = models.CharField(_("name"), max_length=100)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="below", verbose_name=_("part of")
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                "parent", "name", name="team_name_once_in_its_parent", violation_error_message=TEAM_TWICE,
            ),
            models.UniqueConstraint(
                "name", condition=models.Q(parent=None), name="team_name_once_at_the_top",
                violation_error_message=TEAM_TWICE,
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("pk")), name="team_not_part_of_itself",
                violation_error_message=_("A team cannot be part of itself. Choose another one."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Finds people by what they sign in with."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, Recorded):
    """Somebody who signs in. Deactivated, not deleted: what they recorded stays theirs."""

    private = frozenset({"password", "last_login", "password_since"})

    email = models.EmailField(_("e-mail"), unique=True, error_messages={
        "unique": _("Somebody here already has this e-mail address. Give another one.")
    })  # fmt: skip
    name = models.CharField(_("name"), max_length=100)
    language = models.CharField(_("language"), max_length=10, blank=True, choices=settings.LANGUAGES)
    roles = models.JSONField(_("roles"), default=list, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("team"))
    is_active = models.BooleanField(_("active"), default=True)
    password_since = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="user_email_in_small_letters",
                violation_error_message=_("Write the e-mail address in small letters."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""), name="user_has_a_name", violation_error_message=_("Enter a name."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def set_password(self, raw_password: str | None) -> None:
        super().set_password(raw_password)
        self.password_since = timezone.now()

    def has_role(self, *roles: Role) -> bool:
        """Tell whether the person is one of these."""
        return any(role in self.roles for role in roles)


class PastPassword(models.Model):
    """What a password was, hashed, so that the strict rules can refuse it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    password = models.CharField(max_length=128)

    def __str__(self) -> str:
        return str(self.user_id)


class Invitation(Recorded):
    """A link that lets somebody in once: to join, or, when it is for a user, to choose a new password.

    The link itself is not kept, only what tells that it is ours.
    """

    private = frozenset({"token_hash"})

    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    roles = models.JSONField(_("roles"), default=list, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("team"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.email or self.name


class Entry(models.Model):
    """One write: who, when, through which door, and the row before and after."""

    class Act(models.TextChoices):
        ADD = "add", _("added")
        CHANGE = "change", _("changed")
        REMOVE = "remove", _("removed")
        NOTE = "note", _("noted")  # something happened to the row that no value shows, a password changed

    at = models.DateTimeField(default=timezone.now)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    door = models.CharField(max_length=10)
    act = models.CharField(max_length=10, choices=Act.choices)
    what = models.CharField(max_length=40, blank=True)  # of a note
    table = models.CharField(max_length=60)
    row = models.BigIntegerField()
    version = models.PositiveIntegerField()  # of the row, after it
    opportunity = models.BigIntegerField(null=True)
    customer = models.BigIntegerField(null=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="entries")
    undone_by = models.OneToOneField("self", models.PROTECT, null=True, related_name="undoes")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["table", "row", "id"], name="entry_of_row"),
            models.Index(fields=["opportunity", "id"], name="entry_of_opportunity"),
            models.Index(fields=["customer", "id"], name="entry_of_customer"),
            models.Index(fields=["actor", "id"], name="entry_of_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row} {self.act}"

    @property
    def changed(self) -> frozenset[str]:
        """Names of the fields whose value differs before and after."""
        before: dict[str, Any] = self.before or {}
        after: dict[str, Any] = self.after or {}
        return frozenset(name for name in before | after if before.get(name) != after.get(name))
