"""`harehawk sample`: the book of an invented company, to look around in."""

import argparse
import datetime as dt
from pathlib import Path

from harehawk.book.sample import sample
from harehawk.book.write import save
from harehawk.cli.language import language, translate
from harehawk.cli.parsing import Subparsers, add_command, add_out


def add(subparsers: Subparsers) -> None:
    """Introduce the command."""
    parser = add_command(
        subparsers,
        "sample",
        run,
        summary=translate("write the book of an invented company"),
        example="harehawk sample --out sample.xlsx --lang zh",
    )
    add_out(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    out: Path = arguments.out
    save(sample(language(), dt.date.today()), out, language())  # noqa: DTZ011  the user's own day
    print(translate("The sample is in %(file)s. To judge it: harehawk judge %(file)s") % {"file": out})
    return 0
