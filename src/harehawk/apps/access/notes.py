"""What happens to an account without changing a value that the log keeps leaves a note in it all the same."""

from collections.abc import Callable
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as factor
from django.contrib.auth import signals as auth
from django.dispatch import Signal

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User

NOTED: tuple[tuple[Signal, str], ...] = (
    (auth.user_logged_in, "signed_in"),
    (auth.user_logged_out, "signed_out"),
    (account.password_changed, "password_changed"),
    (account.password_reset, "password_changed"),
    (factor.authenticator_added, "factor_added"),
    (factor.authenticator_removed, "factor_removed"),
)


def listen() -> None:
    """Write a note whenever one of these happens."""
    for signal, what in NOTED:
        signal.connect(_noting(what), weak=False, dispatch_uid=f"note {what} {id(signal)}")
    auth.user_login_failed.connect(_failed, dispatch_uid="note sign_in_failed")


def _noting(what: str) -> Callable[..., None]:
    def note(user: User | None = None, **_: object) -> None:
        if user is not None:
            log.note(Actor(user=user, door=Door.PAGE), user, what)

    return note


def _failed(credentials: dict[str, Any], **_: object) -> None:
    user = User.objects.filter(email=str(credentials.get("email", "")).lower()).first()
    if user is not None:
        log.note(Actor(user=None, door=Door.PAGE), user, "sign_in_failed")
