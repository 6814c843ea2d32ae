"""What the cells of a workbook offer to choose from. Offers, not fences: aliases and ids may be typed too."""

from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from harehawk.book.references import SHIPPED, TARGETS, references_of
from harehawk.book.schema import Column, Kind, Sheet
from harehawk.book.sheets import Book
from harehawk.book.spoken import YES_NO
from harehawk.book.titles import LISTS

ROWS_BELOW = 1_000  # empty rows that offer choices too
NAMES_OFFERED = 5_000  # rows of another sheet whose names are offered


class DropDowns:
    """Lists of words stand on a hidden sheet; names are taken from their own sheets as these are filled."""

    def __init__(self, sheets: Sequence[Sheet], book: Book, language: str) -> None:
        self.sheets, self.language = {sheet.key: sheet for sheet in sheets}, language
        self.references = references_of(book)
        self.lists: dict[tuple[str, ...], str] = {}

    def offer(self, page: Worksheet, column: Column, place: int, rows: int) -> None:
        """Let the cells of a column offer what they may hold."""
        if source := self._source(column):
            offered = {"validate": "list", "source": source, "show_error": False, "show_input": False}
            page.data_validation(1, place, rows + ROWS_BELOW, place, offered)

    def write(self, workbook: xlsxwriter.Workbook) -> None:
        """Write the hidden sheet with the lists that were offered."""
        page = workbook.add_worksheet(LISTS)
        for place, words in enumerate(self.lists):
            for row, word in enumerate(words):
                page.write_string(row, place, word)
        page.hide()

    def _source(self, column: Column) -> str | None:
        if column.choices:
            return self._list(tuple(words.say(self.language) for words in column.choices.values()))
        if column.kind == Kind.YES_NO:
            return self._list(tuple(words.say(self.language) for words in YES_NO.values()))
        if column.refers in SHIPPED:
            keys = self.references.names[column.refers].keys
            return self._list(tuple(self.references.label(column.refers, key, self.language) for key in keys))
        if column.refers in self.sheets:
            return self._names(self.sheets[column.refers])
        if column.known and (words := tuple(one.say(self.language) for code, one in column.known.items() if code)):
            return self._list(words)
        return None

    def _list(self, words: tuple[str, ...]) -> str:
        if words not in self.lists:
            letters = xl_col_to_name(len(self.lists), col_abs=True)
            self.lists[words] = f"={LISTS}!{letters}$1:{letters}${len(words)}"
        return self.lists[words]

    def _names(self, sheet: Sheet) -> str:
        """The filled part of the column of names of another sheet."""
        target = TARGETS[sheet.key]
        place = next(place for place, column in enumerate(sheet.columns) if column.key == (target.name or target.id))
        title, letters = sheet.words.say(self.language), xl_col_to_name(place, col_abs=True)
        first = f"'{title}'!{letters}$2"
        filled = f"COUNTA({first}:{letters}${NAMES_OFFERED})"
        return f"=OFFSET({first},0,0,MAX(1,{filled}),1)"
