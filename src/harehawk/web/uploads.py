"""What can be wrong with an upload before anybody reads it."""

from dataclasses import dataclass

from harehawk.errors import Problem, Translate


class FileMissing(Problem):
    """The form came without a file."""

    code = "file_missing"
    field = "book"

    def message(self, translate: Translate) -> str:
        return translate("No file came with it. Choose a workbook, then judge it.")


@dataclass
class FileTooLarge(Problem):
    """More than the one web process takes into its memory."""

    code = "file_too_large"
    status = 413
    field = "book"
    most: int

    def message(self, translate: Translate) -> str:
        return translate(
            "The file is larger than %(most)s MB, more than a page takes. Judge it on the command line "
            "instead: harehawk judge FILE."
        ) % {"most": self.most // 2**20}
