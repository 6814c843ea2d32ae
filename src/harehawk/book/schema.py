"""What a sheet and a column are. The sheets themselves: `harehawk.book.sheets`."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import Enum, StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """What a thing is called. `aliases` are other headings understood when reading."""

    en: str
    zh: str
    aliases: tuple[str, ...] = ()

    def say(self, language: str) -> str:
        return self.zh if language.startswith("zh") else self.en


class Kind(Enum):
    """How the cells of a column are read, kept and written."""

    TEXT = "text"
    MONEY = "money"
    NUMBER = "number"
    WHOLE = "whole number"
    SHARE = "share"  # kept as a fraction, shown as per cent
    DAY = "day"
    YES_NO = "yes or no"
    CHOICE = "choice"
    CHOICES = "choices"  # several, separated
    REFERENCE = "reference"  # the id or name of a row on another sheet; kept as its id
    REFERENCES = "references"
    NUMBERS = "numbers"
    SCHEDULE = "schedule"  # month:share; month:share; ... kept as ((month, share), ...)


Choices = Mapping[StrEnum, Words]
type Value = Any  # what a cell of a column holds, by its kind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Column:
    """One column of a sheet. Bounds are inclusive; `fact_day` marks the day a fact was learnt on, `contract` what a
    contract is worth, where an amount of a few hundred is pointed out, `currency` the code of one, `of_ten` a rate
    that is spoken of as a number of ten. `empty_said`: its note says already what counts where it is empty.

    `known` are texts with words of their own in each language: the cell holds the word, the row the code.
    """

    key: str
    words: Words
    kind: Kind
    note: Words | None = None
    required: bool = False
    choices: Choices | None = None
    known: Mapping[str, Words] | None = None
    refers: str | None = None
    low: float | None = None
    high: float | None = None
    fact_day: bool = False
    contract: bool = False
    currency: bool = False
    of_ten: bool = False
    empty_said: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """One sheet: its columns, what identifies a row, and the class of its rows.

    A sheet without `identity` is a list of facts: rows are appended, the order is that of recording.
    """

    key: str
    words: Words
    note: Words
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    row: type[Any]

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


def column(
    kind: Kind,
    en: str,
    zh: str,
    *aliases: str,
    note: tuple[str, str] | None = None,
    required: bool = False,
    choices: Choices | None = None,
    known: Mapping[str, Words] | None = None,
    refers: str | None = None,
    low: float | None = None,
    high: float | None = None,
    fact_day: bool = False,
    contract: bool = False,
    currency: bool = False,
    of_ten: bool = False,
    empty_said: bool = False,
) -> Value:
    """Declare a column as a dataclass field; an empty cell is None, of a list ()."""
    many = kind in {Kind.CHOICES, Kind.REFERENCES, Kind.NUMBERS, Kind.SCHEDULE}
    about = {
        "kind": kind, "words": Words(en, zh, aliases), "note": Words(*note) if note else None, "required": required,
        "choices": choices, "known": known, "refers": refers, "low": low, "high": high, "fact_day": fact_day,
        "contract": contract, "currency": currency, "of_ten": of_ten, "empty_said": empty_said,
    }  # fmt: skip
    return field(default=MISSING if required else () if many else None, metadata=about)


def sheet(row: type[Any], key: str, words: Words, note: tuple[str, str], identity: tuple[str, ...] = ()) -> Sheet:
    """Read a sheet's columns off its row class."""
    columns = tuple(Column(key=f.name, **f.metadata) for f in fields(row))
    return Sheet(key=key, words=words, note=Words(*note), columns=columns, identity=identity, row=row)
