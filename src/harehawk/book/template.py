"""An empty book to fill in."""

import io

from harehawk.book.sheets import SHEETS
from harehawk.book.sheets.short import SHORT
from harehawk.book.workbook_writer import write_workbook


def template(language: str, *, short: bool = False) -> bytes:
    """A workbook with every sheet, or with the one of the short form, and nothing filled in."""
    target = io.BytesIO()
    write_workbook(target, (SHORT,) if short else SHEETS, None, language)
    return target.getvalue()
