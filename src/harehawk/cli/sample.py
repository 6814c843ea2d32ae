"""`harehawk sample`: the book of an invented company, to look around in."""

import argparse
import datetime as dt

from harehawk.book.sample import sample
from harehawk.book.write import write
from harehawk.cli.language import language, translate
from harehawk.cli.out import KINDS, add_out, book_kind
from harehawk.cli.parsing import Subparsers, add_command


def add(subparsers: Subparsers) -> None:
    """Introduce the command."""
    parser = add_command(
        subparsers,
        "sample",
        run,
        summary=translate("write the book of an invented company"),
        example="harehawk sample --out sample.xlsx --lang zh",
    )
    add_out(parser, translate("where to write: a name that ends in .xlsx, .json or .zip, or a folder for CSV files"))


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    kind = book_kind(arguments.out, KINDS)
    day = dt.date.today()  # noqa: DTZ011  a book speaks of the user's own day
    write(sample(language(), day), arguments.out, kind, language())
    print(translate("The sample is in %(file)s. To judge it: harehawk judge %(file)s") % {"file": arguments.out})
    return 0
