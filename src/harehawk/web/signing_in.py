"""How allauth behaves here: nobody signs up by himself, and every sentence is ours."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from harehawk.apps.access.actor import signed_in
from harehawk.web.views.preferences import keep_language


class Adapter(DefaultAccountAdapter):
    """Signing in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "E-mail and password do not belong together. Look at capitals and the keyboard's language, or take "
            "“Forgot your password?”."
        ),
        "enter_current_password": _("This is not the password you have now. Type it again."),
        "incorrect_password": _("This is not your password. Type it again."),
        "invalid_password_reset": _("The link no longer works. Ask for a new one."),
        "too_many_login_attempts": _("Too many wrong tries. Wait a few minutes, then try again."),
        "rate_limited": _("Too many tries. Wait a minute, then try again."),
    }

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **how: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **how)
        if chosen := signed_in(user).language:
            keep_language(response, chosen)
        return response

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count wrong tries by whom they are at: the host, by which allauth counts too, is what a thief says it is."""
        del request
        return str(credentials.get("email", "")).lower()

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        del request
        return False


class SecondFactor(DefaultMFAAdapter):
    """Codes, passkeys and security keys."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code does not fit. Take the one the app shows now."),
    }

    def generate_authenticator_name(self, *ignored: object) -> str:
        del ignored
        return gettext("My key")
