"""CSV in: a file, a folder, a zip; in the letters and with the separator that the office at hand writes."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from harehawk.book.formula_text import as_it_was
from harehawk.book.grid import Cell, Grid
from harehawk.book.guard import check_archive
from harehawk.book.limits import MEGABYTE, MOST_AREA, MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_TEXT
from harehawk.book.problems import FileProblem

ENDINGS = (".csv", ".tsv", ".txt")
SEPARATORS = (",", ";", "\t")
UTF8, UTF16, GB = "utf-8-sig", "utf-16", "gb18030"  # gb18030 reads GBK and GB2312 too
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
SEPARATOR_LINE = "sep="  # a first line of Excel's own
NOT_MEANT = "__MACOSX"  # a folder that a Mac adds to every zip


def grid(data: bytes, name: str) -> Grid:
    """One sheet; the name of the file is its title."""
    if data.count(b"\n") + max(data.count(one.encode()) for one in SEPARATORS) > MOST_CELLS:
        raise FileProblem(name, "too_many_cells", {"most": MOST_CELLS})
    separator, text = _separator(_decoded(data, name))
    csv.field_size_limit(MOST_TEXT * 4)
    lines = _Lines(text, separator, name)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    rows: list[list[Cell]] = []
    try:
        for row in reader:
            rows.append([as_it_was(cell) for cell in row])
            lines.end_of_row()
    except csv.Error as error:
        raise FileProblem(name, "broken_quotes", {"line": reader.line_num}) from error
    return Grid(PurePosixPath(name).stem, rows)


def folder(path: Path) -> tuple[list[Grid], list[str]]:
    """The sheets of a folder, and the names of files that are none."""
    files = sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
    sheets = [one for one in files if one.suffix.lower() in ENDINGS]
    if sum(one.stat().st_size for one in sheets) > MOST_BYTES:
        raise FileProblem(path.name, "file_too_large", {"most": MOST_BYTES // MEGABYTE})
    return [grid(one.read_bytes(), one.name) for one in sheets], [one.name for one in files if one not in sheets]


def archive(data: bytes, name: str) -> tuple[list[Grid], list[str]]:
    """The sheets of a zip, and the names of files that are none."""
    check_archive(data, name)
    found, others = [], []
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for entry in packed.infolist():
            inner = PurePosixPath(_entry_name(entry))
            if entry.is_dir() or NOT_MEANT in inner.parts or inner.name.startswith("."):
                continue
            if inner.suffix.lower() in ENDINGS:
                found.append(grid(packed.read(entry), inner.name))
            else:
                others.append(inner.name)
    return found, others


class _Lines:
    """Hands out the lines of a text, and refuses a table too wide or too large in area before its row is built."""

    def __init__(self, text: str, separator: str, name: str) -> None:
        self.lines = io.StringIO(text, newline="")
        self.separator, self.name = separator, name
        self.width = self.widest = self.rows = 1

    def __iter__(self) -> Iterator[str]:
        for line in self.lines:
            self.width += line.count(self.separator)  # a row goes on over lines within quotes
            self.widest = max(self.widest, self.width)
            if self.widest > MOST_COLUMNS or self.rows * self.widest > MOST_AREA:
                raise FileProblem(self.name, "cells_far_apart", {"row": self.rows, "column": self.widest})
            yield line

    def end_of_row(self) -> None:
        self.rows += 1
        self.width = 1


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(BYTE_ORDER_MARKS):
        candidates: tuple[str, ...] = (UTF16,)
    elif b"\0" in data[:200]:  # every second byte of plain letters: UTF-16 without its mark
        little_end = data[1:200:2].count(0) >= data[:200:2].count(0)
        candidates = ("utf-16-le" if little_end else "utf-16-be",)
    else:
        candidates = (UTF8, GB)
    for encoding in candidates:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileProblem(name, "encoding")


def _separator(text: str) -> tuple[str, str]:
    """The separator that makes the most columns of the first lines, and the text without Excel's word on it.

    The line with that word stays, empty, so that rows keep their numbers.
    """
    if text[:5].lower().startswith(SEPARATOR_LINE) and text[5:6] in {"\r", "\n"}:
        return text[4], text[5:]
    first = "\n".join(line for line in text[:20_000].splitlines()[:5] if line.strip())
    return max(SEPARATORS, key=first.count), text


def _entry_name(entry: zipfile.ZipInfo) -> str:
    """The name of a packed file; archives of Chinese Windows write it in GBK and do not say so."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode(GB)
    except UnicodeError:
        return entry.filename
