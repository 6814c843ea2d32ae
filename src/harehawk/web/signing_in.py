"""How allauth behaves here: nobody signs up by himself, and every sentence is ours."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as lazy


class Adapter(DefaultAccountAdapter):
    """Signing in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": lazy(
            "E-mail and password do not belong together. Look at capitals and the keyboard's language, or take "
            "“Forgot your password?”."
        ),
        "enter_current_password": lazy("This is not the password you have now. Type it again."),
        "incorrect_password": lazy("This is not your password. Type it again."),
        "invalid_password_reset": lazy("The link no longer works. Ask for a new one."),
        "too_many_login_attempts": lazy("Too many wrong tries. Wait a few minutes, then try again."),
        "rate_limited": lazy("Too many tries. Wait a minute, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        del request
        return False


class SecondFactor(DefaultMFAAdapter):
    """Codes, passkeys and security keys."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": lazy("This code does not fit. Take the one the app shows now."),
    }

    def generate_authenticator_name(self, *_: object) -> str:
        return gettext("My key")
