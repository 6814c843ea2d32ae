"""Which day something is to be shown as of."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AsOfForm(forms.Form):
    """A day from the first of which something is known until today; empty is today."""

    as_of = forms.DateField(
        label=_("As it was known on"),
        required=False,
        error_messages={"invalid": _("Write the day as 2026-11-24.")},
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, first: dt.date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first, self.today = first, timezone.localdate()
        self.fields["as_of"].widget.attrs |= {"min": first.isoformat(), "max": self.today.isoformat()}

    def clean_as_of(self) -> dt.date | None:
        """A past day; None is today."""
        day: dt.date | None = self.cleaned_data["as_of"]
        if day is not None and day > self.today:
            raise ValidationError(gettext("That day has not come: choose today or a day before."))
        if day is not None and day < self.first:
            said = gettext("Nothing was known before %(first)s: choose that day or a later one.")
            raise ValidationError(said % {"first": self.first.isoformat()})
        return None if day == self.today else day
