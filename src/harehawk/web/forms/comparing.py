"""Which two judgements are to be set side by side."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from harehawk.apps.opportunities.queries import Moment
from harehawk.wording.terms import VERDICT, word
from harehawk.wording.voice import Voice


class CompareForm(forms.Form):
    """Two of the judgements of an opportunity. Unless asked otherwise, the latest two."""

    a = forms.TypedChoiceField(label=_("Judgement"), coerce=int)
    b = forms.TypedChoiceField(label=_("beside"), coerce=int)

    def __init__(self, moments: Sequence[Moment], voice: Voice, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.moments = {one.pk: one for one in moments}
        minutes = Counter(_minute(one) for one in moments)
        said = [(one.pk, _called(one, voice, alike=minutes[_minute(one)] > 1)) for one in moments]
        for name in ("a", "b"):
            self.fields[name].choices = said  # type: ignore[attr-defined]  # a choice field

    def chosen(self) -> tuple[Moment, Moment]:
        """The older and the newer one."""
        older, newer = sorted((self.cleaned_data["a"], self.cleaned_data["b"]))
        return self.moments[older], self.moments[newer]


def _minute(one: Moment) -> str:
    return timezone.localtime(one.made_at).strftime("%Y-%m-%d %H:%M")


def _called(one: Moment, voice: Voice, *, alike: bool) -> str:
    """By when it was made, to the second where others were made in the same minute, and by what it says."""
    made = timezone.localtime(one.made_at).strftime("%Y-%m-%d %H:%M:%S") if alike else _minute(one)
    return f"{made} {word(VERDICT, one.verdict, voice.language)} {voice.chance(one.chance)}"
