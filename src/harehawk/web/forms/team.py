"""Who is put on an opportunity, and with whom it is shared until when."""

import datetime as dt
from collections.abc import Sequence
from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from harehawk.web.forms.facts import DayInput


class MemberForm(forms.Form):
    """One of ours who is to work on it."""

    colleague = forms.TypedChoiceField(label=_("Colleague"), coerce=int)

    def __init__(self, colleagues: Sequence[tuple[int, str]], data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="member-%s")
        cast("forms.ChoiceField", self.fields["colleague"]).choices = [("", "–"), *colleagues]


class ShareForm(forms.Form):
    """Somebody who is to read it, until the end of a day."""

    user = forms.TypedChoiceField(label=_("With whom"), coerce=int)
    until = forms.DateField(label=_("Until, or empty"), required=False, widget=DayInput)

    def __init__(self, users: Sequence[tuple[int, str]], data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="share-%s")
        cast("forms.ChoiceField", self.fields["user"]).choices = [("", "–"), *users]
        self.fields["until"].widget.attrs["min"] = timezone.localdate().isoformat()

    def clean_until(self) -> dt.date | None:
        """Today or later; None until it is ended."""
        day: dt.date | None = self.cleaned_data["until"]
        if day is not None and day < timezone.localdate():
            raise ValidationError(gettext("That day is over: choose today or a later one, or none."))
        return day
