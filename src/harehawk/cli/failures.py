"""What the machine may refuse to any command: a file, room on the disk, the data. Said in words, with the way out."""

import errno
import sys
from dataclasses import dataclass

from harehawk.errors import Problem, Translate

NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def told(error: Exception) -> Problem | None:
    """The problem that an error of the machine is; None for a mistake of ours, which is to be seen whole."""
    if isinstance(error, OSError):
        if error.errno in NOT_ALLOWED and error.filename:
            return NotAllowed(str(error.filename))
        return DiskFull() if error.errno in NO_ROOM else None
    django = sys.modules.get("django.db")  # not there, or not loaded: then it is no error of the data
    if django is None or not isinstance(error, django.OperationalError):
        return None
    said = str(error).lower()
    if "is full" in said or "no space left" in said:
        return DiskFull()
    return DataBusy() if "is locked" in said or "lock timeout" in said else None


@dataclass
class NotAllowed(Problem):
    """A file or folder that whoever runs the command may not read or write."""

    code = "not_allowed"
    file: str

    def message(self, translate: Translate) -> str:
        """Name it."""
        return translate("%(file)s may not be read or written by you. Choose another place, or change its rights.") % {
            "file": self.file
        }


class DiskFull(Problem):
    """No room left."""

    code = "disk_full"

    def message(self, translate: Translate) -> str:
        """Say that nothing is half done."""
        return translate("The disk is full. Nothing was changed; make room, then do it again.")


class DataBusy(Problem):
    """Another process keeps the data to itself."""

    code = "data_busy"

    def message(self, translate: Translate) -> str:
        """Say that nothing is half done."""
        return translate("Something else keeps the data to itself. Nothing was changed; do it again in a moment.")
