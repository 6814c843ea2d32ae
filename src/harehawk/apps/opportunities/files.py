"""Files that facts carry: what is taken, told by the content and not by the name, and what it is then called."""

import io
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from harehawk.apps.opportunities.problems import FileEmpty, FileKindUnknown, FileNamedOtherwise, FileTooLarge

MOST_BYTES = 10 * 2**20
LONGEST_NAME = 120
OFFICE = "application/vnd.openxmlformats-officedocument."
IN_OFFICE = {
    "word/document.xml": (".docx", f"{OFFICE}wordprocessingml.document"),
    "xl/workbook.xml": (".xlsx", f"{OFFICE}spreadsheetml.sheet"),
    "ppt/presentation.xml": (".pptx", f"{OFFICE}presentationml.presentation"),
}
MARKS = (
    (b"%PDF-", ".pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png"),
    (b"\xff\xd8\xff", ".jpg", "image/jpeg"),
)
ENDINGS = (".pdf", ".png", ".jpg", ".jpeg", ".webp", ".docx", ".xlsx", ".pptx", ".txt", ".csv")
FAMILIES = ({".txt", ".csv"}, {".png", ".jpg", ".jpeg", ".webp"})  # cameras and chats rename within one


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it comes in."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file that is taken: what it is called here, and what it is."""

    name: str
    kind: str
    content: bytes


def checked(upload: Upload) -> Checked:
    """Take a file, or say why not. Raises FileTooLarge, FileEmpty, FileKindUnknown, FileNamedOtherwise."""
    if len(upload.content) > MOST_BYTES:
        raise FileTooLarge(MOST_BYTES)
    if not upload.content:
        raise FileEmpty
    found = _sniffed(upload.content)
    name = _clean(upload.name)
    if found is None:
        raise FileKindUnknown(name)
    ending, kind = found
    stem, _, own = name.rpartition(".")
    claimed = f".{own.lower()}"
    if claimed in ENDINGS and not _alike(claimed, ending):
        raise FileNamedOtherwise(name, ending)
    if (claimed, ending) in {(".csv", ".txt"), (".jpeg", ".jpg")}:
        ending = claimed
    return Checked(name=f"{stem or own}{ending}", kind=kind, content=upload.content)


def _alike(claimed: str, found: str) -> bool:
    return claimed == found or any({claimed, found} <= family for family in FAMILIES)


def _sniffed(content: bytes) -> tuple[str, str] | None:
    """Ending and kind of what the bytes are."""
    for mark, ending, kind in MARKS:
        if content.startswith(mark):
            return ending, kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return ".webp", "image/webp"
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    return (".txt", "text/plain") if _is_text(content) else None


def _office(content: bytes) -> tuple[str, str] | None:
    """Of an Office file, by the part that each of them has; one with macros is not taken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            inside = set(packed.namelist())
    except zipfile.BadZipFile:
        return None
    if any(name.endswith("vbaProject.bin") for name in inside):
        return None
    return next((found for part, found in IN_OFFICE.items() if part in inside), None)


def _is_text(content: bytes) -> bool:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return all(letter in "\t\r\n" or unicodedata.category(letter) != "Cc" for letter in text)
    return False


def _clean(name: str) -> str:
    """The last part of a path, without letters that steer a terminal, a path or the direction of writing."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    kept = "".join(one for one in unicodedata.normalize("NFC", last) if unicodedata.category(one)[0] != "C")
    kept = kept.translate(dict.fromkeys(map(ord, '<>:"/\\|?*'), "_")).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:LONGEST_NAME]}" or "file"
