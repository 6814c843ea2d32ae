"""Where on the page of an opportunity the rows of each sheet are edited, and how they are listed there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harehawk.apps.opportunities.queries import SHEETS, Choosable, Deal, Entered
from harehawk.book.schema import Column, Kind, Sheet, Value
from harehawk.web.forms.cells import NOTHING, worded
from harehawk.web.forms.usual import USUAL
from harehawk.web.voice import language, voice

PLACES: Mapping[str, tuple[str, ...]] = {
    "group": ("members", "bodies"),
    "rivals": ("rivals", "tender_points", "routes"),
    "needs": ("needs",),
    "worth": ("payments", "costs", "worth", "harms", "effort"),
}
PLACE = {sheet: place for place, sheets in PLACES.items() for sheet in sheets}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Leads to the rows of a sheet."""

    sheet: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """A row as a line: what it is called, and what else people mostly want to see of it."""

    number: int
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsPage:
    """The rows of one sheet of an opportunity."""

    opportunity: int
    name: str
    customer: int
    sheet: str
    title: str
    note: str
    place: str
    people: bool  # rows name people of the customer
    rows: tuple[RowLine, ...]


def links(sheets: Sequence[str]) -> list[Link]:
    """A link for each of these sheets."""
    return [Link(sheet=key, word=SHEETS[key].words.say(language())) for key in sheets]


def rows_page(deal: Deal, sheet: Sheet, rows: Sequence[Entered], chosen: Choosable) -> RowsPage:
    """Make the page of a sheet's rows."""
    return RowsPage(
        opportunity=deal.number,
        name=deal.fields["name"],
        customer=deal.customer,
        sheet=sheet.key,
        title=sheet.words.say(language()),
        note=sheet.note.say(language()),
        place=PLACE[sheet.key],
        people=any(column.refers == "people" for column in sheet.columns),
        rows=tuple(_line(sheet, row, chosen) for row in rows),
    )


def _line(sheet: Sheet, row: Entered, chosen: Choosable) -> RowLine:
    usual = [sheet.column(key) for key in USUAL[sheet.key]]
    said = [_words(column, row.cells[column.key], chosen) for column in usual if row.cells[column.key] not in NOTHING]
    name, *rest = said
    about = [one for one in rest if one.casefold() != name.casefold()]  # a bid bond is mostly called so, too
    return RowLine(number=row.number, name=name, about=voice().list(about))


def _words(column: Column, value: Value, chosen: Choosable) -> str:
    called = {str(number): word for number, word in chosen.get(column.key, chosen.get(column.refers or "", ()))}
    said = worded(column, value, called)
    named = column.kind in {Kind.CHOICE, Kind.CHOICES, Kind.TEXT, Kind.REFERENCE, Kind.REFERENCES}
    return said if named else f"{column.words.say(language())}{voice().colon}{said}"
