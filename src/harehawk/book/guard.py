"""What is looked at before a parser may open a file: size, shape and what it refers to.

Everything is unpacked in pieces and thrown away, so a bomb costs neither time nor memory.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from xml.parsers import expat

from harehawk.book.limits import (
    CHUNK,
    MEGABYTE,
    MOST_BYTES,
    MOST_CELLS,
    MOST_FILES,
    MOST_PART,
    MOST_ROWS,
    MOST_UNPACKED,
)
from harehawk.book.problems import FileProblem
from harehawk.book.sheet_scan import FailedCells, PartScan, Room, failed_cells

ENTRY = b"PK\x01\x02"  # starts every entry in the list of contents of a zip
PACKED = b"PK\x03\x04"
LOCKED_FLAG = 0x1
PLAIN_WAYS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # what spreadsheets write; others need much memory
BINARY_WORKBOOK = "xl/workbook.bin"
SHEETS, STRINGS = "xl/worksheets/", "xl/sharedStrings"
XML_ENDINGS = (".xml", ".rels")
XML_MAY_START = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # byte order marks, and white space
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"


def check_archive(data: bytes, name: str) -> None:
    """Refuse a zip that is locked, damaged, too large, leads out of its folder or holds another zip."""
    with _opened(data, name, MOST_BYTES) as packed:
        for entry in packed.infolist():
            for number, piece in enumerate(_pieces(packed, entry, name)):  # to its end: damage shows there
                if number == 0:
                    _refuse_packed(piece, entry, name)


def check_workbook(data: bytes, name: str) -> FailedCells:
    """Refuse a workbook that is hostile or too large, and tell which cells hold a failed formula."""
    with _opened(data, name, MOST_UNPACKED) as packed:
        names = packed.namelist()
        if BINARY_WORKBOOK in names:
            raise FileProblem(name, "binary_excel")
        if "mimetype" in names:
            with packed.open("mimetype") as kind:
                if kind.read(100).startswith(OPEN_DOCUMENT):
                    raise FileProblem(name, "open_document")
        _count_cells(packed, name)
        room = Room(name)
        failed = {entry.filename: _scan(packed, entry, room).failed for entry in packed.infolist()}
        room.check_repeated_text()
        failed = {path: cells for path, cells in failed.items() if cells}
        return failed_cells(packed, failed) if failed else {}


def _count_cells(packed: zipfile.ZipFile, name: str) -> None:
    """A first look, fast, for the plain bomb; the scan then counts exactly."""
    cells = rows = 0
    for entry in packed.infolist():
        if not entry.filename.startswith((SHEETS, STRINGS)) and entry.file_size > MOST_PART:
            raise FileProblem(name, "unpacked_too_large", {"most": MOST_PART // MEGABYTE})
        for number, piece in enumerate(_pieces(packed, entry, name)):
            if number == 0:
                _refuse_packed(piece, entry, name)
            cells += piece.count(b"<c ") + piece.count(b"<c>") + piece.count(b"<c/") + piece.count(b"<si>")
            rows += piece.count(b"<row")
            if cells > 2 * MOST_CELLS or rows > MOST_ROWS:  # as many texts as cells; rows may be empty
                raise FileProblem(name, "too_many_cells", {"most": MOST_CELLS})


def _scan(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, room: Room) -> PartScan:
    scan = PartScan(room)
    try:
        for number, piece in enumerate(_pieces(packed, entry, room.name)):
            if number == 0 and not piece.lstrip(XML_MAY_START).startswith(b"<"):
                return scan  # a picture or the like
            scan.read(piece)
        return scan.read(b"", last=True)
    except expat.ExpatError as error:
        if entry.filename.endswith(XML_ENDINGS):
            raise FileProblem(room.name, "not_whole") from error
        return scan  # old drawings are not quite XML, and are not opened


def _opened(data: bytes, name: str, most: int) -> zipfile.ZipFile:
    """The archive, once its list of contents is known to be harmless."""
    if data.count(ENTRY) > MOST_FILES:
        raise FileProblem(name, "too_many_files", {"most": MOST_FILES})
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FileProblem(name, "not_whole") from error
    for entry in packed.infolist():
        if entry.flag_bits & LOCKED_FLAG:
            raise FileProblem(name, "locked")
        if _leads_out(entry.filename):
            raise FileProblem(name, "bad_name", {"inner": entry.filename})
        if entry.compress_type not in PLAIN_WAYS:
            raise FileProblem(name, "not_whole")
    if sum(entry.file_size for entry in packed.infolist()) > most:
        raise FileProblem(name, "unpacked_too_large", {"most": most // MEGABYTE})
    return packed


def _pieces(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """Unpack piece by piece, never more than the entry says it holds; one that says less than it holds is damaged."""
    try:
        with packed.open(entry) as unpacked:
            while piece := unpacked.read(CHUNK):
                yield piece
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise FileProblem(name, "not_whole") from error


def _refuse_packed(first_piece: bytes, entry: zipfile.ZipInfo, name: str) -> None:
    if first_piece.startswith(PACKED):
        raise FileProblem(name, "packed_twice", {"inner": entry.filename})


def _leads_out(inner: str) -> bool:
    posix, windows = PurePosixPath(inner), PureWindowsPath(inner)
    return ".." in windows.parts or posix.is_absolute() or bool(windows.anchor)
