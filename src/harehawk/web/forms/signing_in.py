"""allauth's forms for signing in, in our words."""

from typing import Any, ClassVar

from allauth.account import forms as allauth
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from harehawk.apps.access.tasks import send_link
from harehawk.web.forms.looks import Worded


class SignIn(Worded, allauth.LoginForm):
    """E-mail and password."""

    words: ClassVar = {
        "login": _("E-mail"),
        "password": _("Password"),
        "remember": _("Stay signed in for 14 days on this device"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ChangePassword(Worded, allauth.ChangePasswordForm):
    """The old one, and a new one once."""

    words: ClassVar = {"oldpassword": _("Password you have now")}


class AskForLink(Worded, allauth.ResetPasswordForm):
    """An address to send a link to. Whether anybody has it is looked up elsewhere, later: the reply cannot tell."""

    words: ClassVar = {"email": _("E-mail")}

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        del request, kwargs
        email: str = self.cleaned_data["email"]
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "WHO", "key": "KEY"})
        if settings.HERE.mail:  # without a mail server the page has no form, but anybody can send one
            send_link.enqueue(email, settings.HERE.address.geturl() + path.replace("WHO-KEY", "{}"))
        return email


class ChoosePassword(Worded, allauth.ResetPasswordKeyForm):
    """A new password."""


class SayAgain(Worded, allauth.ReauthenticateForm):
    """The password once more, before something that matters."""

    words: ClassVar = {"password": _("Password")}
