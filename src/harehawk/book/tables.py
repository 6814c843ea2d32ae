"""Which sheets of a file belong to a book, and what their headings mean."""

from collections.abc import Iterable

from harehawk.book.grid import Grid, blank
from harehawk.book.headings import LOOKED_AT, called, meanings, read_headings
from harehawk.book.report import Report, Table, shown
from harehawk.book.schema import Sheet
from harehawk.book.sheets import SHEETS
from harehawk.book.sheets.short import SHORT
from harehawk.book.words import dictionary, fold, near, separator

TITLES = dictionary({sheet.key: called(sheet) for sheet in SHEETS})
BY_KEY = {sheet.key: sheet for sheet in SHEETS}
LEAST_NAMED = 2  # columns by which an untitled list is likened to a sheet
SHOWN_NAMES = 8  # of headings expected in a sheet in which none is known


def sheet_titled(title: str) -> Sheet | None:
    """The sheet of the book with that title; what stands in brackets or before a dash may be left out."""
    key = TITLES.get(fold(title))
    return BY_KEY[key] if key else None


def tables(grids: Iterable[Grid], report: Report, *, whole: bool = True) -> list[Table]:
    """The sheets that belong to a book; what does not is named in the report, as are headings unknown.

    Of a book that is not whole, columns that its rows need may stand elsewhere.
    """
    found = []
    for grid in grids:
        sheet = sheet_titled(grid.title)
        if sheet is None:
            name_unknown_sheet(grid, report)
        elif any(not blank(cell) for row in grid.rows for cell in row):
            one = table(grid, sheet, report, whole=whole)
            found += [one] if one else []
    return found


def table(grid: Grid, sheet: Sheet, report: Report, *, whole: bool = True) -> Table | None:
    """Understand the headings of a sheet, or say that none is known."""
    if (headings := read_headings(grid, sheet)) is None:
        first = next(number for number, row in enumerate(grid.rows) if not all(map(blank, row)))
        names = (column.words.say(report.language) for column in sheet.columns[:SHOWN_NAMES])
        known = separator(report.language).join(names)
        value = ", ".join(shown(cell) for cell in grid.rows[first] if not blank(cell))
        report.warn(grid.title, first + 1, "", value, "no_rows_known", known=known)
        return None
    one = Table(sheet, grid, headings)
    if grid.hidden:
        report.warning(one, None, "", "hidden_sheet")
    for first_found, second in headings.doubled:
        said = {"first": first_found.heading, "second": second.heading}
        report.heading_problem(one, second.heading, "column_twice", **said)
    for place, text in headings.others:
        name_unknown_column(one, place, text, report)
    if whole and any(not all(map(blank, row)) for row in grid.rows[headings.first :]):
        for column in sheet.columns:
            if column.required and column.key not in one.places:
                report.problem(one, None, column.key, "column_missing")
    return one


def nearly(grids: Iterable[Grid], report: Report) -> Table | None:
    """The list among untitled ones that is nearest to the short form or a sheet, with what it lacks reported.

    None where none is near, or where nothing is lacking but the title.
    """
    best: tuple[Grid, Sheet] | None = None
    most = LEAST_NAMED - 1
    for grid in grids:
        texts = {fold(cell) for row in grid.rows[:LOOKED_AT] for cell in row if isinstance(cell, str)}
        for sheet in (SHORT, *SHEETS):
            known = meanings(sheet, by_key=grid.named_by_key)
            named = len({known[text].key for text in known.keys() & texts})
            if named > most:
                best, most = (grid, sheet), named
    if best is None:
        return None
    grid, sheet = best
    one = table(grid, sheet, report)
    if one is None or not report.problems:
        return None
    if sheet is not SHORT:
        report.warn(grid.title, 0, "", grid.title, "unknown_sheet_near", near=sheet.words)
    return one


def name_unknown_sheet(grid: Grid, report: Report) -> None:
    """Warn of a sheet that is not read, with the title that may have been meant."""
    titles = [sheet.words.say(report.language) for sheet in SHEETS]
    others = {title: sheet.words.say(report.language) for sheet in SHEETS for title in called(sheet)}
    nearest = near(grid.title, (*titles, *others))
    if nearest:
        report.warn(grid.title, 0, "", grid.title, "unknown_sheet_near", near=others.get(nearest, nearest))
    else:
        report.warn(grid.title, 0, "", grid.title, "unknown_sheet")


def name_unknown_column(one: Table, place: int, text: str, report: Report) -> None:
    """Warn of a column that is not read, with the heading that may have been meant."""
    row = one.row_number(one.headings.row)
    if not text:
        letters = column_letters(place)
        report.warn(one.grid.title, row, letters, "", "no_heading")
        return
    missing = tuple(column.words.say(report.language) for column in one.sheet.columns if column.key not in one.places)
    nearest = near(text, missing)
    rule = "unknown_column_near" if nearest else "unknown_column"
    report.warn(one.grid.title, row, text, text, rule, **({"near": nearest} if nearest else {}))


def column_letters(place: int) -> str:
    """The letters of a column, counted from 0, as a spreadsheet shows them."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
