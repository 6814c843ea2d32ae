"""The rules of a sheet as constraints of its table, in the words that a user would see."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from harehawk.book.schema import Column, Kind, Sheet, Value, Words
from harehawk.book.sheets import SHEET


class _Said:
    """Words that are said when somebody reads them, in his language."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __str__(self) -> str:
        return self.words.say(get_language() or "en")


def said(words: Words) -> Value:
    """The words as a lazy text."""
    return lazystr(_Said(words))


type Row = Any  # a row of the book, of whatever sheet
type Table = Any  # the model of a table, or a row of it, whichever sheet it keeps


def tables() -> dict[str, type["SheetTable"]]:
    """The model of every sheet, by the key of the sheet."""
    return dict(_TABLES)


_TABLES: dict[str, type["SheetTable"]] = {}


FIELD = {"id": "key", "recorded_by": "recorder"}  # where a field is not called like its column


def field_of(column: Column) -> str:
    """The field that keeps a column."""
    return FIELD.get(column.key, column.key)


class SheetTable(models.Model):
    """A table that keeps the rows of a sheet of the book."""

    sheet: ClassVar[Sheet]

    class Meta:
        abstract = True


def keeps[M: type[SheetTable]](sheet: str) -> Callable[[M], M]:
    """Say which sheet a model keeps, and give its fields the words of the columns."""

    def mark(model: M) -> M:
        model.sheet = SHEET[sheet]
        for column in model.sheet.columns:
            field: models.Field[Any, Any] = model._meta.get_field(field_of(column))  # type: ignore[assignment]  # no relation
            field.verbose_name = said(column.words)
        _TABLES[sheet] = model
        return model

    return mark


def rules(sheet: str, *, facts: bool = False) -> list[models.BaseConstraint]:
    """The bounds, choices and, unless rows are facts, the identity of a sheet."""
    about = SHEET[sheet]
    found: list[models.BaseConstraint] = []
    for column in about.columns:
        found += _bounds(about, column)
        if column.kind == Kind.CHOICE:
            found.append(_choice(about, column))
        if column.required and column.kind == Kind.TEXT:
            found.append(
                models.CheckConstraint(
                    condition=~models.Q(**{field_of(column): ""}),
                    name=f"{sheet}_{column.key}_there",
                    violation_error_message=format_lazy(_("Fill “{column}”."), column=said(column.words)),
                )
            )
    if not facts and about.identity not in {("id",), ("code",)}:
        found += _once(about)
    return found


def _bounds(sheet: Sheet, column: Column) -> Iterable[models.BaseConstraint]:
    if column.low is None and column.high is None:
        return
    condition = models.Q()
    if column.low is not None:
        condition &= models.Q(**{f"{column.key}__gte": column.low})
    if column.high is not None:
        condition &= models.Q(**{f"{column.key}__lte": column.high})
    if column.low is None or column.high is None:
        words = (
            _("“{column}” must be at least {low}.") if column.high is None else _("“{column}” must be at most {high}.")
        )
    else:
        words = _("“{column}” must be from {low} to {high}.")
    yield models.CheckConstraint(
        condition=condition,
        name=f"{sheet.key}_{column.key}_in_bounds",
        violation_error_message=format_lazy(
            words, column=said(column.words), low=_bound(column, column.low), high=_bound(column, column.high)
        ),
    )


def _bound(column: Column, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0%}%" if column.kind == Kind.SHARE else f"{value:g}"  # Django fills a name into the message


def _choice(sheet: Sheet, column: Column) -> models.BaseConstraint:
    codes = [str(code) for code in column.choices or ()]
    return models.CheckConstraint(
        condition=models.Q(**{f"{column.key}__in": codes if column.required else ["", *codes]}),
        name=f"{sheet.key}_{column.key}_is_a_choice",
        violation_error_message=format_lazy(_("Take one of the choices of “{column}”."), column=said(column.words)),
    )


def _once(sheet: Sheet) -> Iterable[models.BaseConstraint]:
    words = format_lazy(_("There is already such a row on “{sheet}”. Change that one."), sheet=said(sheet.words))
    nullable = [key for key in sheet.identity if sheet.column(key).kind == Kind.DAY and not sheet.column(key).required]
    yield models.UniqueConstraint(fields=sheet.identity, name=f"{sheet.key}_once", violation_error_message=words)
    for key in nullable:  # SQL takes two empty cells for different
        yield models.UniqueConstraint(
            fields=[other for other in sheet.identity if other != key],
            condition=models.Q(**{f"{key}__isnull": True}),
            name=f"{sheet.key}_once_without_{key}",
            violation_error_message=words,
        )
