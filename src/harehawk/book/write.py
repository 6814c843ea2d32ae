"""A book out: a workbook, CSV files or JSON. What is written reads back the same."""

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from harehawk.book.formula_text import guarded
from harehawk.book.json_file import VERSION, VERSION_KEY
from harehawk.book.references import References, references_of
from harehawk.book.schema import Kind, Sheet, Value
from harehawk.book.sheets import SHEETS, Book
from harehawk.book.spoken import as_text, spoken
from harehawk.book.workbook_writer import write_workbook

EPOCH = (1980, 1, 1, 0, 0, 0)  # the same book makes the same file, whenever it is written

NUMERIC = {Kind.MONEY, Kind.NUMBER, Kind.WHOLE, Kind.SHARE, Kind.DAY}  # a minus there is no formula


def write(book: Book, target: Path | BinaryIO, kind: Literal["xlsx", "csv", "zip", "json"], language: str) -> None:
    """Write a book, for people in the language given.

    Parameters
    ----------
    target
        A path or an open binary file; of "csv" a folder, made if it is not there.
    kind
        A workbook with all sheets, drop-downs and notes; a folder or a zip of CSV files, one for each sheet
        with rows; or JSON, in which ids and codes stand in place of names and words.
    """
    if kind == "csv":
        if not isinstance(target, Path):
            raise TypeError("a folder of CSV files needs a path")
        _write_folder(book, target, language)
    elif isinstance(target, Path):
        written = io.BytesIO()
        write(book, written, kind, language)
        put_down(target, written.getvalue())
    elif kind == "xlsx":
        write_workbook(target, SHEETS, book, language)
    elif kind == "zip":
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in _csv_files(book, language):
                packed.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    else:
        target.write(json.dumps(_plain(book), ensure_ascii=False, indent=1, default=str).encode())


def put_down(target: Path, content: bytes) -> None:
    """Write a file whole; a full disk leaves none."""
    part = target.with_name(f"{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _write_folder(book: Book, folder: Path, language: str) -> None:
    fresh = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for name, content in _csv_files(book, language):
            (folder / name).write_bytes(content)
    except OSError:
        if fresh:
            shutil.rmtree(folder)
        raise


def _csv_files(book: Book, language: str) -> Iterator[tuple[str, bytes]]:
    references = references_of(book)
    for sheet in SHEETS:
        if book.rows(sheet.key):
            yield f"{sheet.words.say(language)}.csv", _csv(sheet, book, references, language)


def _csv(sheet: Sheet, book: Book, references: References, language: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.words.say(language) for column in sheet.columns])
    for row in book.rows(sheet.key):
        cells = []
        for column in sheet.columns:
            value = getattr(row, column.key)
            said = "" if value in {None, ()} else as_text(column, spoken(column, value, references, language))
            cells.append(guarded(said) if column.kind not in NUMERIC else said)
        writer.writerow(cells)
    return text.getvalue().encode("utf-8-sig")  # the mark tells spreadsheets that it is UTF-8


def _plain(book: Book) -> dict[str, object]:
    rows = {
        sheet.key: [
            {
                column.key: _natural(value)
                for column in sheet.columns
                if (value := getattr(row, column.key)) is not None and value != ()
            }
            for row in book.rows(sheet.key)
        ]
        for sheet in SHEETS
        if book.rows(sheet.key)
    }
    return {VERSION_KEY: VERSION, **rows}


def _natural(value: Value) -> Value:
    """A number without a fraction is written without one, so that JSON does not depend on how it was made."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [_natural(part) for part in value] if isinstance(value, tuple) else value
