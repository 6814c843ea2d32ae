"""A source into its sheets, whatever kind of file it is; what cannot be read is told with the way out."""

from pathlib import Path

from harehawk.book import csv_files, json_file, workbook
from harehawk.book.grid import Grid
from harehawk.book.limits import MEGABYTE, MOST_BYTES
from harehawk.book.problems import FileProblem

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, .et, and any workbook locked with a password
LOCKED = "EncryptedPackage".encode("utf-16-le")
WORKBOOK_PART = b"[Content_Types].xml"
JSON_STARTS = (b"{", b"[")


def grids(source: Path | bytes, name: str) -> tuple[list[Grid], list[str]]:
    """The sheets of a source, and the names of files in it that were not read. Raises FileProblem."""
    if isinstance(source, Path):
        if not source.exists():
            raise FileProblem(name, "missing")
        if source.is_dir():
            return csv_files.folder(source)
        if source.stat().st_size > MOST_BYTES:
            raise FileProblem(name, "file_too_large", {"most": MOST_BYTES // MEGABYTE})
        source = source.read_bytes()
    if len(source) > MOST_BYTES:
        raise FileProblem(name, "file_too_large", {"most": MOST_BYTES // MEGABYTE})
    if not source.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise FileProblem(name, "empty")
    return _grids(source, name)


def _grids(data: bytes, name: str) -> tuple[list[Grid], list[str]]:
    if data.startswith(COMPOUND):
        raise FileProblem(name, "locked" if LOCKED in data else "old_excel")
    if data.startswith((ZIP, EMPTY_ZIP)):
        if WORKBOOK_PART in data or b"mimetype" in data[:60]:
            return workbook.grids(data, name), []
        return csv_files.archive(data, name)
    ending = Path(name).suffix.lower()
    if ending == ".json" or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(JSON_STARTS):
        return json_file.grids(data, name), []
    if ending in csv_files.ENDINGS or _is_text(data):
        return [csv_files.grid(data, name)], []
    raise FileProblem(name, "not_a_book")


def _is_text(data: bytes) -> bool:
    return not data.startswith((b"%PDF", b"\x89PNG")) and (b"\0" not in data or data[:2] in csv_files.BYTE_ORDER_MARKS)
