"""What stands in a cell of a sheet, in words and figures of the reader's language."""

from collections.abc import Callable, Mapping

from harehawk.book.schema import Column, Kind, Value
from harehawk.book.spoken import LISTS, YES_NO, plain_number
from harehawk.wording.schedule import schedule
from harehawk.wording.voice import Voice

FIGURES: Mapping[Kind, Callable[[Value, Voice], str]] = {
    Kind.MONEY: lambda value, voice: voice.money(float(value)),
    Kind.SHARE: lambda value, voice: voice.share(float(value)),
    Kind.YES_NO: lambda value, voice: voice.say(YES_NO[value]),
    Kind.NUMBER: lambda value, _: plain_number(value),
    Kind.WHOLE: lambda value, _: plain_number(value),
}


def cell_text(column: Column, value: Value, voice: Voice) -> str:
    """A value that is there; a link is already the name of what it leads to."""
    if column.kind == Kind.SCHEDULE:
        return schedule(value, voice)
    if column.kind in LISTS:
        return voice.list([_one(column, part, voice) for part in value])
    say = FIGURES.get(column.kind)
    return say(value, voice) if say else _one(column, value, voice)


def _one(column: Column, value: Value, voice: Voice) -> str:
    known = {str(code): words for code, words in (column.choices or column.known or {}).items()}
    return voice.say(known[str(value)]) if str(value) in known else str(value)
