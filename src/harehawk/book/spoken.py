"""A value as people read it in a cell: words of their language, names in place of ids."""

import datetime as dt
import re
from decimal import Decimal

from harehawk.book.references import References
from harehawk.book.schema import Column, Kind, Value, Words

type Spoken = str | float | int | dt.date

YES_NO = {True: Words("yes", "是"), False: Words("no", "否")}
LISTS = {Kind.CHOICES, Kind.REFERENCES, Kind.NUMBERS, Kind.SCHEDULE}
SEPARATOR = Words("; ", "；")
NEEDS_QUOTES = re.compile('[;；\n"]')


def spoken(column: Column, value: Value, references: References, language: str) -> Spoken:
    """What to write into the cell of a value that is there."""
    if column.kind in LISTS:
        parts = (as_text(column, _one(column, part, references, language)) for part in value)
        return SEPARATOR.say(language).join(map(_quoted, parts))
    return _one(column, value, references, language)


def _one(column: Column, value: Value, references: References, language: str) -> Spoken:
    said: Spoken = value
    if column.refers:
        said = references.label(column.refers, value, language)
    elif column.kind == Kind.YES_NO:
        said = YES_NO[value].say(language)
    elif column.kind == Kind.SCHEDULE:
        month, share = value
        said = f"{plain_number(month)}:{per_cent(share)}"
    elif (words := (column.choices or column.known or {}).get(value)) is not None:
        said = words.say(language)
    return said


def as_text(column: Column, said: Spoken) -> str:
    """The same where a cell holds nothing but text."""
    if isinstance(said, dt.date):
        return said.isoformat()
    if isinstance(said, str):
        return said
    return per_cent(said) if column.kind == Kind.SHARE else plain_number(said)


def plain_number(value: float) -> str:
    """All digits, no exponent."""
    digits = format(Decimal(repr(value)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def per_cent(value: float) -> str:
    """20%, with as many digits as the value has."""
    digits = format(Decimal(repr(value)) * 100, "f")
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) + "%"


def of_ten(value: float) -> Words:
    """A rate as people speak of it: 4 of ten, 2.5 of ten."""
    count = f"{round(10 * value, 2):g}"
    return Words(f"{count} of ten", f"十个里有{count}个")


def _quoted(part: str) -> str:
    return '"' + part.replace('"', '""') + '"' if NEEDS_QUOTES.search(part) else part
