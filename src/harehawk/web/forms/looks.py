"""How fields of allauth look here: our words as labels, nothing in a field that could be taken for a value."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _

from harehawk.web.voice import language

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

DIGITS = {"inputmode": "numeric", "autocomplete": "one-time-code"}


class Worded(forms.BaseForm):
    """Before a form of allauth among the bases of ours: `words` are the labels."""

    words: ClassVar[Mapping[str, "_StrPromise"]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""
            field.label = self.words.get(name, field.label)
        self.fields.pop("password2", None)  # the first can be shown while it is typed
        if "password1" in self.fields:
            rules_of(self.fields["password1"])
        if "code" in self.fields:
            self.fields["code"].widget.attrs |= DIGITS


def rules_of(field: forms.Field) -> None:
    """A new password's label, and what is asked of it."""
    field.label = _("New password")
    texts = [str(text) for text in password_validators_help_texts()]
    field.help_text = ("" if language() == "zh" else " ").join(texts)
