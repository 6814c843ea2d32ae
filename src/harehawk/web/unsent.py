"""What a form held that was not taken in, in the words of the book, to be looked at and sent once more."""

from collections.abc import Sequence
from dataclasses import dataclass

from harehawk.book.schema import Column
from harehawk.book.sheets import SHEETS

OF_THE_PAGE = {"version", "back", "by", "also", "whole", "next"}  # what pages put into their forms themselves


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called, empty where there is nothing to look at; and what else could stand there."""

    name: str
    value: str
    label: str
    options: tuple[tuple[str, str], ...] = ()


def fields(given: Sequence[tuple[str, str]], language: str) -> list[Field]:
    """The fields of a form, called as on the sheet that has most of them."""
    names = {name for name, _ in given}
    sheet = max(SHEETS, key=lambda one: len(names & {column.key for column in one.columns}))
    columns = {column.key: column for column in sheet.columns}
    return [_field(name, value, columns.get(name), language) for name, value in given]


def _field(name: str, value: str, column: Column | None, language: str) -> Field:
    if not value or name in OF_THE_PAGE:
        return Field(name, value, "")
    if column is None:
        return Field(name, value, name)
    options = tuple((str(code), words.say(language)) for code, words in (column.choices or {}).items())
    return Field(name, value, column.words.say(language), options if value in dict(options) else ())
