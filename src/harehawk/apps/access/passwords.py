"""What a password must be. The rules of an installation are named in its settings: modern, or strict."""

import string
from collections.abc import Sequence

from django.contrib.auth import password_validation as theirs
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from harehawk.apps.access.models import PastPassword, User

KINDS_ASKED = 3
PASSWORDS_REMEMBERED = 5


class LongEnough(theirs.MinimumLengthValidator):
    """Of some length."""

    def get_error_message(self) -> str:
        return _("The password is too short: take at least %(count)s characters.") % {"count": self.min_length}

    def get_help_text(self) -> str:
        return _("Take at least %(count)s characters.") % {"count": self.min_length}


class UnlikeYou(theirs.UserAttributeSimilarityValidator):
    """Not made of one's name or address."""

    def get_error_message(self) -> str:
        return _("The password is too much like your name or e-mail address. Take another one.")

    def get_help_text(self) -> str:
        return _("Do not make it of your name or e-mail address.")


class NotCommon(theirs.CommonPasswordValidator):
    """None of those that are tried first."""

    def get_error_message(self) -> str:
        return _("This password is among those that are tried first. Take another one.")

    def get_help_text(self) -> str:
        return _("Do not take one that many use.")


class ThreeKindsOfCharacters:
    """At least three of: small letters, capitals, digits, signs."""

    def validate(self, password: str, user: User | None = None) -> None:
        del user
        kinds = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
        found = sum(any(one in kind for one in password) for kind in kinds)
        found += any(one not in "".join(kinds) for one in password)
        if found < KINDS_ASKED:
            raise ValidationError(self.get_help_text(), code="password_kinds")

    def get_help_text(self) -> str:
        return _("Use at least three of: small letters, capitals, digits, signs.")


class NoneOfTheLast:
    """Not one that the user had lately."""

    def validate(self, password: str, user: User | None = None) -> None:
        if user is None or user.pk is None:
            return
        if any(check_password(password, one) for one in [user.password, *_remembered(user)]):
            raise ValidationError(self.get_help_text(), code="password_used_before")

    def password_changed(self, password: str, user: User | None = None) -> None:
        del password
        if user is None or user.pk is None:
            return
        PastPassword.objects.create(user=user, password=user.password)
        kept = PastPassword.objects.filter(user=user).order_by("-pk").values("pk")[:PASSWORDS_REMEMBERED]
        PastPassword.objects.filter(user=user).exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()

    def get_help_text(self) -> str:
        return _("Do not take one of your last %(count)s passwords.") % {"count": PASSWORDS_REMEMBERED}


def _remembered(user: User) -> Sequence[str]:
    return list(PastPassword.objects.filter(user=user).values_list("password", flat=True))
