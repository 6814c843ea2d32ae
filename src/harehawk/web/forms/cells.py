"""One cell of the book as a field: read as a cell of a workbook is, shown as people write it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from harehawk.apps.rows.loading import is_link
from harehawk.apps.rows.mapping import bare, stored
from harehawk.book.cells import read_cell
from harehawk.book.grid import blank
from harehawk.book.headings import Found
from harehawk.book.rules import CELL_RULES
from harehawk.book.schema import Column, Kind, Value, Words
from harehawk.book.spoken import SEPARATOR, YES_NO, per_cent, plain_number
from harehawk.book.unfit import Unfit
from harehawk.web.voice import language
from harehawk.wording.voice import WAN

type Choice = tuple[str | int, str]  # what is kept, and what it is called

LISTS = {Kind.CHOICES, Kind.REFERENCES}
FIGURES = {Kind.NUMBER: "decimal", Kind.SHARE: "decimal", Kind.WHOLE: "numeric"}  # an amount may carry its unit
LONG = {"note", "description", "text", "fears", "wants_for_organisation", "wants_for_self", "how_to_meet"}
NOTHING: tuple[Value, ...] = (None, "", [], ())


class CellField(forms.Field):
    """A cell of a column. `offered` are the rows, or the texts, that one may choose from."""

    def __init__(self, column: Column, offered: Sequence[Choice] | None, currency: str) -> None:
        self.column, self.currency = column, currency
        self.offered = None if offered is None else {str(value): value for value, _word in offered}
        super().__init__(
            required=column.required,
            label=_label(column),
            help_text=_help(column),
            widget=_widget(column, offered),
            error_messages={"required": gettext("Fill “{column}”.").format(column=column.words.say(language()))},
        )

    def to_python(self, value: Value) -> Value:
        """The value as the book reads it. Raises ValidationError, in the book's words."""
        if blank(value):
            return bare(self.column)
        if self.offered is not None:
            return self._chosen(value)
        found = Found(self.column, 0, "", 1, self.column.kind == Kind.SHARE)
        try:
            return read_cell(found, self.in_the_book(value), self.currency, language())
        except Unfit as unfit:
            data = {key: one.say(language()) if isinstance(one, Words) else one for key, one in unfit.data.items()}
            raise ValidationError(gettext(CELL_RULES[unfit.rule]) % {"value": value, **data}) from unfit

    def in_the_book(self, value: Value) -> Value:
        """What was typed, as somebody would write it into a workbook."""
        return value

    def kept(self, value: Value) -> Value:
        """A value that was read, as actions take it."""
        if self.column.kind == Kind.REFERENCES or is_link(self.column):
            return list(value) if isinstance(value, tuple) else value
        return stored(self.column, value, {})

    def _chosen(self, value: Value) -> Value:
        several = value if isinstance(value, list) else [value]
        found = tuple(self.offered[one] for one in several if one in self.offered) if self.offered else ()
        if len(found) != len(several):
            raise ValidationError(gettext("This is no longer among the choices. Choose again."))
        return found if self.column.kind in LISTS else found[0]


class OfTen(CellField):
    """A share that is asked for as a number of ten; with a per cent sign it is one of a hundred."""

    def in_the_book(self, value: Value) -> Value:
        with suppress(ValueError):  # empty, a per cent, or wrong in a way that the book has words for
            return f"{float(value or '') * 10:g}%"
        return value


def typed(column: Column, value: Value) -> str | list[str]:  # noqa: PLR0911  one for each kind
    """A kept value as somebody would type it; a list for a column of which several are ticked."""
    if column.kind in LISTS:
        return [str(one) for one in value or ()]
    if value in NOTHING:
        return ""
    match column.kind:
        case Kind.MONEY:
            return _money(Decimal(str(value)))
        case Kind.SHARE:
            return per_cent(float(value))
        case Kind.NUMBER | Kind.WHOLE:
            return plain_number(float(value))
        case Kind.DAY:
            return value.isoformat() if isinstance(value, dt.date) else str(value)
        case Kind.YES_NO:
            return "yes" if value else "no"
        case Kind.NUMBERS:
            return SEPARATOR.say(language()).join(plain_number(float(one)) for one in value)
        case Kind.SCHEDULE:
            pairs = (f"{plain_number(float(month))}:{per_cent(float(share))}" for month, share in value)
            return SEPARATOR.say(language()).join(pairs)
        case _:
            return str(value)


def worded(column: Column, value: Value, called: Mapping[str, str]) -> str:
    """A kept value in words; `called` are the names of rows, by their numbers."""
    if value in NOTHING and column.known is None:
        return "–"
    if column.kind == Kind.YES_NO:
        return YES_NO[bool(value)].say(language())
    shown = typed(column, value)
    several = shown if isinstance(shown, list) else [shown]
    return SEPARATOR.say(language()).join(_called(column, one, called) for one in several)


def _called(column: Column, code: str, called: Mapping[str, str]) -> str:
    words = {str(one): words for one, words in (column.choices or column.known or {}).items()}
    return words[code].say(language()) if code in words else called.get(code, code) or "–"


def _money(value: Decimal) -> str:
    if language() == "zh" and abs(value) >= WAN:
        return _digits(value / int(WAN)) + "万"
    return _digits(value)


def _digits(value: Decimal) -> str:
    shown = f"{value:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _label(column: Column) -> str:
    label = capfirst(column.words.say(language()))
    if column.kind != Kind.SHARE:
        return label
    return f"{label}（%）" if language() == "zh" else f"{label} (%)"


def _help(column: Column) -> str:
    note = column.note.say(language()) if column.note else ""
    if column.kind != Kind.MONEY:
        return note
    return " ".join(filter(None, (note, gettext("For example 1,200,000 or 1.2m."))))


def _widget(column: Column, offered: Sequence[Choice] | None) -> forms.Widget:
    if column.kind == Kind.YES_NO:
        said = [("yes", YES_NO[True].say(language())), ("no", YES_NO[False].say(language())), ("", _("not known"))]
        return forms.RadioSelect(choices=said)
    choices = offered
    if choices is None and column.choices is not None:
        choices = [(str(code), words.say(language())) for code, words in column.choices.items()]
    if choices is None:
        return _text_widget(column)
    if column.kind in LISTS:
        return forms.CheckboxSelectMultiple(choices=choices)
    named = any(value == "" for value, _word in choices)
    return forms.Select(choices=choices if named else [("", "–"), *choices])


def _text_widget(column: Column) -> forms.Widget:
    if column.kind == Kind.DAY:
        return forms.TextInput({"type": "date"})
    if column.known:
        return Suggesting([words.say(language()) for words in column.known.values()])
    if column.key in LONG:
        return forms.Textarea({"rows": 2})
    return forms.TextInput({"inputmode": FIGURES[column.kind]} if column.kind in FIGURES else {})


class Suggesting(forms.TextInput):
    """A text that is often one of a few."""

    def __init__(self, suggested: Sequence[str]) -> None:
        super().__init__()
        self.suggested = suggested

    def render(self, name: str, value: Value, attrs: Value = None, renderer: Value = None) -> SafeString:
        place = f"{(attrs or {}).get('id', name)}-suggested"
        field = super().render(name, value, (attrs or {}) | {"list": place}, renderer)
        options = format_html_join("", '<option value="{}">', ((word,) for word in self.suggested))
        return format_html('{}<datalist id="{}">{}</datalist>', field, place, options)
