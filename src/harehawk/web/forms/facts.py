"""Facts as people tell them: what, how good, by whom, on which day; what was told last stands there already."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar, cast

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from harehawk.apps.opportunities.files import ENDINGS, MOST_BYTES, Upload
from harehawk.apps.opportunities.problems import FileEmpty, FileTooLarge
from harehawk.apps.opportunities.queries.facts import Hints
from harehawk.book.schema import Choices
from harehawk.book.sheets.choices import ANSWERS, ATTITUDES, FACTORS_, GRADES, Attitude
from harehawk.engine.common import Factor, Grade
from harehawk.engine.gates.cases import Answer
from harehawk.errors import Problem
from harehawk.web.forms.row import faults_of
from harehawk.web.voice import language

MET, CALLED = "*met", "*called"  # sources that need no name: a meeting or a call of the day
MOST_PEOPLE = 5  # to choose from; everybody else is named by typing
WITHOUT_FILE = "without-file"  # the button that saves a fact whose file was refused without one
REFUSED_FILE = "refused-file"  # stands in a form that was sent with a file and came back
WHOLE = "whole"  # the last field of a form: without it the rest did not arrive


LEADS = (
    (-2, _("they lead clearly")), (-1, _("they lead")), (0, _("even")), (1, _("we lead")), (2, _("we lead clearly")),
)  # fmt: skip
STRENGTHS = ((1, _("a little")), (2, _("clearly")), (3, _("much")))


def _of_day(code: str, day: dt.date) -> str:
    """A meeting or a call as a source: those of another day are another source."""
    return (gettext("visit on %(day)s") if code == MET else gettext("call on %(day)s")) % {"day": day.isoformat()}


def worded(words: Choices) -> dict[str, str]:
    """The words of the book by code, as they stand in a form."""
    return {str(code): capfirst(one.say(language())) for code, one in words.items()}


def leads() -> dict[str, str]:
    """Who leads, in words."""
    return {str(value): str(word) for value, word in LEADS}


class DayInput(forms.DateInput):
    """A day, picked or typed."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class FactForm(forms.Form):
    """What every fact has. `sheet` is where the book keeps it."""

    sheet = ""
    put_away: ClassVar[tuple[str, ...]] = ()

    grade = forms.TypedChoiceField(label=_("How good is it?"), widget=forms.RadioSelect, coerce=Grade)
    by = forms.ChoiceField(label=_("Who says so?"), widget=forms.RadioSelect, required=False)
    source = forms.CharField(label=_("Somebody else, or a document"), required=False, max_length=500)
    learned_on = forms.DateField(label=_("Learned on"), widget=DayInput)

    def __init__(self, request: HttpRequest, hints: Hints, *, auto_id: str) -> None:
        data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
        today = timezone.localdate()
        last = next((code for code in (MET, CALLED) if hints.source == _of_day(code, today)), hints.source)
        first = {"grade": hints.grade or Grade.FIRST_HAND, "by": last or MET, "learned_on": today}
        super().__init__(data, files, initial=first, auto_id=auto_id)
        self.request, self.sources = request, hints.sources
        self.choose("grade", GRADES)
        named = dict.fromkeys(name for name in (last, *hints.people[:MOST_PEOPLE]) if name not in {"", MET, CALLED})
        cast("forms.ChoiceField", self.fields["by"]).choices = [
            (MET, gettext("A visit")), (CALLED, gettext("A call")), *((name, name) for name in named),
            ("", gettext("Nobody to name")),
        ]  # fmt: skip
        self.fields["source"].widget.attrs |= {"list": self.source_list, "autocomplete": "off"}

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields to see at once."""
        return [field for field in self if field.name not in self.put_away]

    @property
    def rest(self) -> list[forms.BoundField]:
        """The fields that mostly stay as they are."""
        return [self[name] for name in self.put_away]

    @property
    def rest_open(self) -> bool:
        """Tell whether something is wrong among the rest."""
        return any(field.errors for field in self.rest)

    @property
    def source_list(self) -> str:
        """The id of the sources to choose from."""
        return str(self.auto_id) % "sources"

    def clean(self) -> dict[str, Any]:
        """Who was typed counts before who was chosen; a visit and a call are those of the day."""
        told = self.cleaned_data
        by, day = told.pop("by", ""), told.get("learned_on")
        if day and by in {MET, CALLED}:
            by = _of_day(by, day)
        if "source" in told:
            told["source"] = told["source"] or by
        return told

    def choose(self, field: str, words: Choices) -> None:
        """Offer the words of the book for a choice."""
        cast("forms.ChoiceField", self.fields[field]).choices = list(worded(words).items())

    def after(self, problem: Problem) -> None:
        """Put what stood against a write at its fields. Raises it again where nothing is left to write."""
        if problem.status == 404:
            raise problem
        for name, text in faults_of(problem, self.sheet):
            self.add_error(name if name in self.fields else None, text)


class FileForm(FactForm):
    """A fact that may carry a file, and be sealed."""

    file = forms.FileField(
        label=_("File or photo"), required=False, widget=forms.FileInput({"accept": ",".join(ENDINGS)}),
        allow_empty_file=True, help_text=_("PDF, photo, Office file or text, 10 MB at most."),
    )  # fmt: skip
    sealed = forms.BooleanField(
        label=_("Sealed"), required=False,
        help_text=_("It counts, but only you, the owner and the directors above see who said so."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Tell a file that is too large to arrive, or arrived in part."""
        told = super().clean()
        if int(self.request.headers.get("Content-Length") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            super().after(FileTooLarge(MOST_BYTES))
        elif WHOLE not in self.data:
            super().after(FileEmpty())
        return told

    def full_clean(self) -> None:
        """Say, too, that a browser does not choose a file again by itself; and store nothing without it unasked."""
        super().full_clean()
        if self.errors or not self.files:
            self._choose_again()

    def after(self, problem: Problem) -> None:
        super().after(problem)
        self._choose_again()

    def _choose_again(self) -> None:
        if (self.files or REFUSED_FILE in self.data) and not self._goes_without and "file" not in self.errors:
            self.add_error("file", gettext("Choose the file again: it was not kept."))

    @property
    def _goes_without(self) -> bool:
        return WITHOUT_FILE in self.data

    def upload(self) -> Upload | None:
        """The file, if there is one."""
        found = None if self._goes_without else cast("UploadedFile[bytes] | None", self.cleaned_data["file"])
        return Upload(name=found.name or "", content=found.read()) if found else None

    def told(self) -> dict[str, Any]:
        """All of it, as the actions take it."""
        return self.cleaned_data | {"file": self.upload()}


class EvidenceForm(FileForm):
    """An answer to a criterion."""

    sheet = "evidence"
    put_away = ("learned_on", "document", "file", "sealed")

    answer = forms.TypedChoiceField(label=_("The answer"), widget=forms.RadioSelect, coerce=Answer)
    document = forms.CharField(label=_("Title of the document"), required=False, max_length=500)

    field_order = ("answer", "grade", "by", "source")

    def __init__(self, request: HttpRequest, hints: Hints, *, auto_id: str) -> None:
        super().__init__(request, hints, auto_id=auto_id)
        self.choose("answer", ANSWERS)


class StanceForm(FileForm):
    """Where a person stands, towards us or a rival."""

    sheet = "stances"
    put_away = ("learned_on", "file", "sealed")

    attitude = forms.TypedChoiceField(label=_("The stance"), widget=forms.RadioSelect, coerce=Attitude)
    rival = forms.ChoiceField(label=_("Towards"), required=False)

    field_order = ("attitude", "rival", "grade", "by", "source")

    def __init__(self, request: HttpRequest, hints: Hints, rivals: Sequence[str], *, auto_id: str) -> None:
        super().__init__(request, hints, auto_id=auto_id)
        self.choose("attitude", ATTITUDES)
        field = cast("forms.ChoiceField", self.fields["rival"])
        field.choices = [("", gettext("us")), *((rival, rival) for rival in rivals)]


class FactorForm(FactForm):
    """How we compare with a rival in one factor."""

    sheet = "factors"

    advantage = forms.TypedChoiceField(
        label=_("Who leads?"), widget=forms.RadioSelect, coerce=int,
        choices=LEADS,
    )  # fmt: skip

    field_order = ("advantage", "grade", "by", "source", "learned_on")


class InfluenceForm(FactForm):
    """How much one member listens to another."""

    sheet = "influence"

    listener = forms.TypedChoiceField(label=_("Who listens"), coerce=int)
    speaker = forms.TypedChoiceField(label=_("To whom"), coerce=int)
    strength = forms.TypedChoiceField(
        label=_("How much"), widget=forms.RadioSelect, coerce=int, empty_value=None, required=False, choices=STRENGTHS,
    )  # fmt: skip
    conflict = forms.BooleanField(label=_("The two are at odds"), required=False)

    field_order = ("listener", "speaker", "strength", "conflict", "by", "source", "learned_on")

    def __init__(self, request: HttpRequest, hints: Hints, members: Sequence[tuple[int, str]], *, auto_id: str) -> None:
        super().__init__(request, hints, auto_id=auto_id)
        del self.fields["grade"]
        for name in ("listener", "speaker"):
            cast("forms.ChoiceField", self.fields[name]).choices = [("", "–"), *members]


def factor_of(code: str) -> Factor | None:
    """The factor of a code in an address."""
    return Factor(code) if code in {str(one) for one in FACTORS_} else None
