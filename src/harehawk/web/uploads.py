"""Uploads, and what can be wrong with one before anybody reads it."""

from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import File
from django.http import HttpRequest

from harehawk.errors import Problem, Translate


class FileMissing(Problem):
    """The form came without a file."""

    code = "file_missing"
    field = "book"

    def message(self, translate: Translate) -> str:
        return translate("No file came with it. Choose a workbook first.")


@dataclass
class FileTooLarge(Problem):
    """More than the one web process takes into its memory."""

    code = "file_too_large"
    status = 413
    field = "book"
    most: int
    command: str

    def message(self, translate: Translate) -> str:
        return translate(
            "The file is larger than %(most)s MB, more than a page takes. "
            "Use the command line instead: %(command)s FILE."
        ) % {"most": self.most // 2**20, "command": self.command}


def uploaded(request: HttpRequest, *, command: str) -> "File[bytes]":
    """The workbook that came with a form; `command` takes larger ones. Raises FileTooLarge, FileMissing."""
    if int(request.headers.get("Content-Length") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        raise FileTooLarge(settings.FILE_UPLOAD_MAX_MEMORY_SIZE, command)
    upload = request.FILES.get("book")
    if upload is None:
        raise FileMissing
    return upload
