"""Where a command writes: `--out`, and what can be wrong with it."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from harehawk.cli.language import translate
from harehawk.errors import Problem, Translate

type BookKind = Literal["xlsx", "csv", "zip", "json"]

KINDS: dict[str, BookKind] = {".xlsx": "xlsx", ".zip": "zip", ".json": "json", "": "csv"}


def add_out(parser: argparse.ArgumentParser, kinds: str) -> None:
    """Ask where to write; `kinds` says in words what the name may be."""
    parser.add_argument("--out", type=Path, required=True, metavar=translate("FILE"), help=kinds)


def book_kind(out: Path, kinds: dict[str, BookKind]) -> BookKind:
    """Tell the kind of a book by its name, after seeing that it can be written there and overwrites nothing."""
    if out.suffix.lower() not in kinds:
        raise UnknownKind(out, tuple(kinds))
    if out.exists():
        raise AlreadyThere(out)
    if not out.absolute().parent.is_dir():
        raise NoSuchFolder(out.parent)
    return kinds[out.suffix.lower()]


@dataclass
class AlreadyThere(Problem):
    """A file that somebody may have filled in."""

    code = "already_there"
    field = "out"
    file: Path

    def message(self, translate: Translate) -> str:
        """Say what stands in the way."""
        return translate("%(file)s is there already. Choose another name, or move it away first.") % {"file": self.file}


@dataclass
class NoSuchFolder(Problem):
    """A folder to write to that is not there."""

    code = "no_such_folder"
    field = "out"
    folder: Path

    def message(self, translate: Translate) -> str:
        """Name it."""
        return translate("There is no folder %(folder)s. Make it first, or choose another place.") % {
            "folder": self.folder
        }


@dataclass
class UnknownKind(Problem):
    """A name whose ending says nothing."""

    code = "unknown_kind"
    field = "out"
    file: Path
    kinds: tuple[str, ...]

    def message(self, translate: Translate) -> str:
        """Name the endings there are."""
        if len(self.kinds) == 1:
            return translate("%(file)s: choose a name that ends in %(kind)s.") % {
                "file": self.file,
                "kind": self.kinds[0],
            }
        return translate(
            "%(file)s: choose a name that ends in .xlsx, .zip or .json, or one without an ending for a folder "
            "of CSV files."
        ) % {"file": self.file}
