"""XLSX in: the sheets of a workbook that the guard has let through."""

import io

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from harehawk.book.grid import FORMULA_ERROR, Cell, Grid
from harehawk.book.guard import check_workbook
from harehawk.book.problems import FileProblem
from harehawk.book.titles import LISTS, is_own_page


def grids(data: bytes, name: str) -> list[Grid]:
    """All sheets with cells, hidden ones too; pages that the writer adds for people are left out."""
    failed = check_workbook(data, name)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [about for about in workbook.sheets_metadata if about.typ == SheetTypeEnum.WorkSheet]
        found = []
        for about in sheets:
            hidden = about.visible != SheetVisibleEnum.Visible
            if is_own_page(about.name) or (hidden and about.name == LISTS):
                continue
            sheet = workbook.get_sheet_by_name(about.name)
            rows: list[list[Cell]] = [[*row] for row in sheet.to_python(skip_empty_area=False)]
            for row, column in failed.get(about.name, ()):
                rows[row][column] = FORMULA_ERROR
            found.append(Grid(about.name, rows, list(sheet.merged_cell_ranges or ()), hidden))
    except (CalamineError, OSError, IndexError) as error:
        raise FileProblem(name, "not_whole") from error
    return found
