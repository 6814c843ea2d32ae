"""`harehawk export`: all that is stored, as a book."""

import argparse

from harehawk.cli.database import open_database
from harehawk.cli.language import language, translate
from harehawk.cli.out import KINDS, add_out, book_kind
from harehawk.cli.parsing import Subparsers, add_command


def add(subparsers: Subparsers) -> None:
    """Introduce the command."""
    parser = add_command(
        subparsers,
        "export",
        run,
        summary=translate("write all that is stored as a book; importing it changes nothing"),
        example="harehawk export --out book.xlsx",
    )
    add_out(parser, translate("where to write: a name that ends in .xlsx, .json or .zip, or a folder for CSV files"))


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    kind = book_kind(arguments.out, KINDS)
    open_database()
    from harehawk.apps.exchange.snapshot import whole_book  # noqa: PLC0415  it needs the database
    from harehawk.book.write import write  # noqa: PLC0415  the same

    write(whole_book(), arguments.out, kind, language())
    print(translate("All that is stored is in %(file)s.") % {"file": arguments.out})
    return 0
