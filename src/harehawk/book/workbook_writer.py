"""XLSX out: headings with notes, drop-downs, formats; text stays text whatever it looks like."""

import datetime as dt
from collections.abc import Sequence
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from harehawk.book.contents_page import write_contents
from harehawk.book.drop_downs import DropDowns
from harehawk.book.formula_text import guarded
from harehawk.book.references import References, references_of
from harehawk.book.schema import Column, Kind, Sheet, Value
from harehawk.book.sheets import SHEET, Book
from harehawk.book.spoken import Spoken, spoken

MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001  the same book makes the same file, whenever it is written
REQUIRED = " *"
WIDTHS = {
    Kind.TEXT: 18, Kind.MONEY: 14, Kind.NUMBER: 10, Kind.WHOLE: 9, Kind.SHARE: 10, Kind.DAY: 12, Kind.YES_NO: 9,
    Kind.CHOICE: 14, Kind.CHOICES: 20, Kind.REFERENCE: 20, Kind.REFERENCES: 26, Kind.NUMBERS: 14, Kind.SCHEDULE: 34,
}  # fmt: skip
WIDEST = 44
LOOKED_AT = 100  # rows whose texts decide how wide a column is
NUMBER_FORMATS = {
    Kind.SHARE: "0.0%", Kind.DAY: "yyyy-mm-dd", Kind.WHOLE: "0", Kind.TEXT: "@",
    Kind.REFERENCE: "@", Kind.REFERENCES: "@", Kind.NUMBERS: "@", Kind.SCHEDULE: "@",
}  # fmt: skip


def write_workbook(target: BinaryIO, sheets: Sequence[Sheet], book: Book | None, language: str) -> None:
    """Write sheets with the rows of a book, or without rows: a template."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as workbook:
        workbook.set_properties({"created": MADE})
        _Writer(workbook, sheets, book or Book(), language).write()


class _Writer:
    def __init__(self, workbook: xlsxwriter.Workbook, sheets: Sequence[Sheet], book: Book, language: str) -> None:
        self.workbook, self.sheets, self.book, self.language = workbook, sheets, book, language
        self.references: References = references_of(book)
        self.drop_downs = DropDowns(sheets, book, language)
        self.formats: dict[tuple[object, ...], Format] = {}
        heading = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#F1F1EC"}
        self.heading = workbook.add_format(heading)
        self.required = workbook.add_format(heading | {"bg_color": "#F6E7C8"})

    def write(self) -> None:
        write_contents(self.workbook, self.sheets, self.language)
        for sheet in self.sheets:
            self._sheet(sheet)
        self.drop_downs.write(self.workbook)

    def _sheet(self, sheet: Sheet) -> None:
        page = self.workbook.add_worksheet(sheet.words.say(self.language))
        rows = self.book.rows(sheet.key) if sheet.key in SHEET else ()  # the short form is no part of a book
        columns: list[list[Spoken | None]] = [
            [self._said(column, getattr(row, column.key)) for row in rows] for column in sheet.columns
        ]
        for place, (column, cells) in enumerate(zip(sheet.columns, columns, strict=True)):
            self._heading(page, sheet, place, column)
            page.set_column(place, place, _width(column, cells, self.language), self._format(column, None))
            for number, said in enumerate(cells, 1):
                if said is not None:
                    self._cell(page, number, place, column, said)
            self.drop_downs.offer(page, column, place, len(rows))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(rows), 1), len(sheet.columns) - 1)

    def _said(self, column: Column, value: Value) -> Spoken | None:
        return None if value is None or value == () else spoken(column, value, self.references, self.language)

    def _heading(self, page: Worksheet, sheet: Sheet, place: int, column: Column) -> None:
        text = column.words.say(self.language) + (REQUIRED if column.required else "")
        page.write_string(0, place, text, self.required if column.required else self.heading)
        notes = [sheet.note] if place == 0 else []
        notes += [column.note] if column.note else []
        if notes:
            said = "\n".join(note.say(self.language) for note in notes)
            page.write_comment(0, place, said, {"x_scale": 2, "y_scale": 0.6 + len(said) / 90})

    def _cell(self, page: Worksheet, row: int, place: int, column: Column, said: Spoken) -> None:
        style = self._format(column, said)
        if isinstance(said, str):
            page.write_string(row, place, said, style)
        elif isinstance(said, dt.date):
            page.write_datetime(row, place, dt.datetime.combine(said, dt.time()), style)
        else:
            page.write_number(row, place, said, style)

    def _format(self, column: Column, said: Spoken | None) -> Format:
        """The format of a kind; exact where a number has more digits than the kind shows."""
        shown = NUMBER_FORMATS.get(column.kind, "General")
        if column.kind == Kind.MONEY:
            shown = "#,##0" if said is None or said == int(float(str(said))) else "#,##0.00"
        elif column.kind == Kind.SHARE and said is not None:
            hundredths = float(str(said)) * 100
            shown = "0%" if abs(hundredths - round(hundredths)) < 1e-9 else "0.0###%"
        formula_like = isinstance(said, str) and guarded(said) != said
        key = (shown, formula_like)
        if key not in self.formats:
            style = self.workbook.add_format({"num_format": shown, "valign": "top"})
            if formula_like:
                style.set_quote_prefix()
            self.formats[key] = style
        return self.formats[key]


def _width(column: Column, cells: Sequence[Spoken | None], language: str) -> float:
    """As wide as its texts, within reason; a Chinese letter is two."""
    texts = [column.words.say(language) + REQUIRED, *(cell for cell in cells[:LOOKED_AT] if isinstance(cell, str))]
    longest = max(sum(2 if ord(letter) > 0x2E7F else 1 for letter in text) for text in texts)
    return min(max(WIDTHS[column.kind], longest + 2), WIDEST)
