"""One cell into one value, by the kind of its column. References stay text here; they are resolved later."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from harehawk.book import figures
from harehawk.book.days import day
from harehawk.book.grid import FORMULA_ERROR, Cell
from harehawk.book.headings import Found
from harehawk.book.limits import MOST_TEXT
from harehawk.book.schema import Choices, Column, Kind, Value, Words
from harehawk.book.spoken import of_ten
from harehawk.book.unfit import Unfit
from harehawk.book.words import dictionary, fold, look_up, near, separator, spellings

YES = ("yes", "y", "true", "1", "是", "有", "对", "√", "✓", "✔")
NO = ("no", "n", "false", "0", "否", "无", "没有", "不是", "不", "×", "✗", "✘")
UNSURE = {
    fold(word) for word in ("unknown", "not known", "don't know", "tbd", "不知道", "不清楚", "未知", "不详", "待定")
}
ASKED_IN_VAIN = fold("asked, not known")
FIGURES = {Kind.MONEY, Kind.NUMBER, Kind.WHOLE, Kind.SHARE, Kind.DAY}
LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
UNSEEN = re.compile(  # control characters of other programs, and marks that turn the direction of writing around
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
HALF_LETTERS = re.compile("[\ud800-\udfff]")
STRONG = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:[;；\n]|$)|([^;；\n]+)')  # "a; b" is one, a; b are two
WEAK = ("[、,，]", "[/／]")


def read_cell(found: Found, cell: Cell, currency: str, language: str) -> Value:
    """The value of a cell that is not blank. Raises Unfit."""
    if cell == FORMULA_ERROR:
        raise Unfit("formula_error")
    column = found.column
    if column.kind in FIGURES and isinstance(cell, str):
        _refuse_unsure(cell, None, language)
    if column.kind == Kind.MONEY:
        return _bounded(figures.money(_single(cell), found.times, currency), column)
    if column.kind == Kind.SHARE:
        return _bounded(figures.share(_single(cell), column.high, per_cent=found.per_cent)[0], column)
    if column.kind in {Kind.CHOICE, Kind.CHOICES}:
        return CHOOSERS[column.kind](column, cell, language)
    return READERS[column.kind](column, cell)


def clean(cell: Cell) -> str:
    """The text of a cell: one kind of line break, nothing unseen, no space around it."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        cell = cell.date()
    text = cell if isinstance(cell, str) else str(cell)
    if not text.isprintable():  # Chinese is printable, line breaks are not
        text = HALF_LETTERS.sub("\ufffd", UNSEEN.sub("", LINE_BREAKS.sub("\n", text)))
    return text.strip()


def split(cell: Cell, known: Callable[[str], bool]) -> list[str]:
    """The parts of a cell that lists several; a part that is known is not split further."""
    if isinstance(cell, list):
        return [clean(part) for part in cell]
    parts: list[str] = []
    for quoted, plain in STRONG.findall(clean(cell)):
        if quoted:
            parts.append(quoted.replace('""', '"'))
        elif plain.strip():
            parts += _split_weakly(plain.strip(), known, WEAK)
    return parts


def _split_weakly(text: str, known: Callable[[str], bool], separators: tuple[str, ...]) -> list[str]:
    if not separators or known(text):
        return [text]
    parts = [part.strip() for part in re.split(separators[0], text) if part.strip()]
    return [one for part in parts for one in _split_weakly(part, known, separators[1:])]


def once[T](parts: Iterable[T]) -> tuple[T, ...]:
    """The parts, none of them twice. Raises Unfit."""
    seen: dict[T, None] = {}
    for part in parts:
        if part in seen:
            raise Unfit("named_twice", name=part)
        seen[part] = None
    return tuple(seen)


def choice(choices: Choices, words: Mapping[str, Value], text: str, language: str) -> Value:
    """The choice that a text means, by its `words`. Raises Unfit, with the nearest choices or all of them."""
    if (found := look_up(words, text)) is not None:
        return found
    _refuse_unsure(text, choices, language)
    if nearest := near(text, tuple(words)):
        raise Unfit("unknown_choice_near", near=choices[words[nearest]].say(language))
    raise Unfit("unknown_choice", choices=separator(language).join(words.say(language) for words in choices.values()))


def _refuse_unsure(text: str, choices: Choices | None, language: str) -> None:
    """Raise Unfit for a word that only says that something is not known: a figure (None) has a cell to leave empty, of
    some choices one says that somebody asked in vain.
    """
    if fold(text) not in UNSURE:
        return
    if choices is None:
        raise Unfit("says_nothing")
    for code, words in choices.items():
        if fold(str(code)) == ASKED_IN_VAIN:
            raise Unfit("unknown_or_asked", asked=words.say(language))


def choice_words(choices: Choices) -> dict[str, Any]:
    """What each spelling means. Codes are understood too, as JSON writes them."""
    return dictionary({code: spellings(words, str(code)) for code, words in choices.items()})


@cache
def _choices(column: Column) -> tuple[Choices, dict[str, Any]]:
    choices = column.choices or {}
    return choices, choice_words(choices)


@cache
def _known_words(column: Column) -> dict[str, str]:
    return dictionary({code: spellings(words, code) for code, words in (column.known or {}).items()})


def _choose(column: Column, cell: Cell, language: str) -> Value:
    return choice(*_choices(column), clean(_single(cell)), language)


def _choose_several(column: Column, cell: Cell, language: str) -> tuple[Any, ...]:
    choices, words = _choices(column)
    parts = split(cell, lambda text: look_up(words, text) is not None)
    return once([choice(choices, words, part, language) for part in parts])


def _text(column: Column, cell: Cell) -> str | None:
    text = clean(_single(cell))
    if len(text) > MOST_TEXT:
        raise Unfit("too_long", most=MOST_TEXT)
    if column.known and (code := look_up(_known_words(column), text)) is not None:
        return code or None
    if column.currency and text:
        return figures.currency(text)
    return text or None


def _number(column: Column, cell: Cell) -> float:
    return _bounded(figures.number(_single(cell)), column)


def _whole(column: Column, cell: Cell) -> int:
    return int(_bounded(figures.whole(_single(cell)), column))


def _day(_: Column, cell: Cell) -> dt.date:
    return day(_single(cell))


def _yes_no(_: Column, cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    found = look_up(YES_NO, clean(_single(cell)))
    if found is None:
        raise Unfit("not_yes_no")
    return found


def _numbers(_: Column, cell: Cell) -> tuple[float, ...]:
    try:
        return tuple(figures.number(part) for part in split(cell, lambda _: False))
    except Unfit as unfit:
        raise Unfit("not_numbers") from unfit


def _schedule(_: Column, cell: Cell) -> tuple[tuple[float, float], ...]:
    pairs = []
    parts: list[Any] = cell if isinstance(cell, list) else split(cell, lambda _: False)
    for part in parts:
        pair = part if isinstance(part, list) else re.split("[:：]", part)
        try:
            month, share = pair
            pairs.append((figures.number(month), figures.share(share, None)[0]))
        except (Unfit, ValueError) as unfit:
            raise Unfit("not_a_schedule") from unfit
    return tuple(pairs)


def _reference(_: Column, cell: Cell) -> str:
    return clean(_single(cell))


def _references(_: Column, cell: Cell) -> Cell:
    return cell  # what is one name and what are two is known when all names are


def _single(cell: Cell) -> Cell:
    """A cell that JSON may have filled with a list where one value belongs."""
    return "; ".join(map(str, cell)) if isinstance(cell, list) else cell


def _bounded(value: float, column: Column) -> float:
    if column.low is not None and value < column.low:
        raise Unfit("below", low=_bound(column, column.low))
    if column.high is not None and value > column.high:
        raise Unfit("above", high=_bound(column, column.high))
    return value


def _bound(column: Column, value: float) -> str | Words:
    if column.of_ten:
        return of_ten(value)
    return f"{value:.0%}" if column.kind == Kind.SHARE else f"{value:g}"


YES_NO = dictionary({True: YES, False: NO})
READERS: dict[Kind, Callable[[Column, Cell], Any]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.WHOLE: _whole,
    Kind.DAY: _day,
    Kind.YES_NO: _yes_no,
    Kind.NUMBERS: _numbers,
    Kind.SCHEDULE: _schedule,
    Kind.REFERENCE: _reference,
    Kind.REFERENCES: _references,
}
CHOOSERS: dict[Kind, Callable[[Column, Cell, str], Any]] = {Kind.CHOICE: _choose, Kind.CHOICES: _choose_several}
