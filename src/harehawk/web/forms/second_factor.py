"""allauth's forms for the second factor, in our words."""

from typing import ClassVar

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _

from harehawk.web.forms.looks import Worded


class GiveCode(Worded, base.AuthenticateForm):
    """A code of the app, or one kept for an emergency."""

    words: ClassVar = {"code": _("Code of your app, or one of your spare codes")}


class GiveCodeAgain(Worded, base.ReauthenticateForm):
    """The same, before something that matters."""

    words: ClassVar = {"code": _("Code of your app, or one of your spare codes")}


class AddApp(Worded, totp.ActivateTOTPForm):
    """The first code of an app."""

    words: ClassVar = {"code": _("Code that the app shows now")}


class AddKey(Worded, webauthn.AddWebAuthnForm):
    """What a new passkey or security key is called."""

    words: ClassVar = {
        "name": _("What you call it"),
        "passwordless": _("Sign in with it alone, without a password"),
    }


class NameKey(Worded, webauthn.EditWebAuthnForm):
    """Another name for a key."""

    words: ClassVar = {"name": _("What you call it")}
