"""`harehawk backup` and `harehawk restore`: all data of this installation, out and in again."""

import argparse
import os
from pathlib import Path

from harehawk.cli.database import open_database
from harehawk.cli.language import translate
from harehawk.cli.out import add_out, book_kind
from harehawk.cli.parsing import Subparsers, add_command


def add(subparsers: Subparsers) -> None:
    """Introduce both commands."""
    parser = add_command(
        subparsers,
        "backup",
        run,
        summary=translate("write all data into one file, also while the server runs"),
        example="harehawk backup --out harehawk.backup",
    )
    add_out(parser, translate("where to write: a name that ends in .backup"))
    parser = add_command(
        subparsers,
        "restore",
        restore,
        summary=translate("put the data of a backup in place of what is here; the server must not run"),
        example="harehawk restore harehawk.backup",
    )
    parser.add_argument("file", type=Path, metavar=translate("FILE"), help=translate("what harehawk backup wrote"))


def run(arguments: argparse.Namespace) -> int:
    """Write the file, read it back, and say how much is in it."""
    book_kind(arguments.out, {".backup": "zip"})
    open_database()
    from harehawk.apps.exchange import backups  # noqa: PLC0415  it needs the database

    found = backups.backup(arguments.out)
    print(translate("%(rows)s rows are in %(file)s, read back and whole.") % {"rows": found, "file": arguments.out})
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put the data in place, keeping what was there."""
    from harehawk.config import environment, server  # noqa: PLC0415  other commands need no database

    here = environment.read(os.environ)
    with server.alone(here):
        open_database()
        from harehawk.apps.exchange import backups  # noqa: PLC0415  it needs the database

        kept = backups.restore(arguments.file)
        open_database()
    print(translate("The data of %(file)s are in place.") % {"file": arguments.file})
    if kept is not None:
        print(translate("What was here before is kept in %(file)s.") % {"file": kept})
    return 0
