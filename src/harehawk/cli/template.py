"""`harehawk template`: an empty book to fill in."""

import argparse

from harehawk.book.template import template
from harehawk.book.write import put_down
from harehawk.cli.language import language, translate
from harehawk.cli.out import add_out, book_kind
from harehawk.cli.parsing import Subparsers, add_command


def add(subparsers: Subparsers) -> None:
    """Introduce the command."""
    parser = add_command(
        subparsers,
        "template",
        run,
        summary=translate("write an empty book to fill in"),
        example="harehawk template --out short.xlsx --short",
    )
    add_out(parser, translate("where to write: a name that ends in .xlsx"))
    parser.add_argument(
        "--short",
        action="store_true",
        help=translate("the short form: one sheet, a row for each opportunity, fifteen columns"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    book_kind(arguments.out, {".xlsx": "xlsx"})
    put_down(arguments.out, template(language(), short=arguments.short))
    print(translate("The template is in %(file)s. Filled in: harehawk judge %(file)s") % {"file": arguments.out})
    return 0
