"""`harehawk import`: a book into the data of this installation, all of it or nothing."""

import argparse
import sys
from pathlib import Path
from typing import Any

from harehawk.book.problems import CellProblem
from harehawk.book.sheets import SHEET
from harehawk.cli.database import open_database
from harehawk.cli.language import language, translate
from harehawk.cli.parsing import Subparsers, add_command
from harehawk.cli.terminal import progress
from harehawk.wording.voice import Voice

PROBLEM = 2
AT_FIRST = 10  # changed rows of each sheet


def add(subparsers: Subparsers) -> None:
    """Introduce the command."""
    parser = add_command(
        subparsers,
        "import",
        run,
        summary=translate("store a book: what is new in it, and what it changes"),
        example="harehawk import book.xlsx",
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "book",
        nargs="?",
        type=Path,
        metavar=translate("BOOK"),
        help=translate("a workbook (.xlsx), a folder or zip of CSV files, a CSV file in the short form, or JSON"),
    )
    which.add_argument(
        "--undo", type=int, metavar=translate("NUMBER"), help=translate("take back the import of this number")
    )
    parser.add_argument(
        "--changes",
        type=int,
        default=AT_FIRST,
        metavar=translate("NUMBER"),
        help=translate("how many changed rows of each sheet to list, field by field"),
    )
    parser.add_argument("--look", action="store_true", help=translate("only say what it would do"))


def run(arguments: argparse.Namespace) -> int:
    """Store and say what was stored; 2 when the book has problems, all of which are then listed."""
    open_database()
    from harehawk.apps.exchange import actions  # noqa: PLC0415  it needs the database

    if arguments.undo is not None:
        actions.undo_import(actor=actions.OPERATOR, number=arguments.undo)
        print(translate("Import %(number)s is taken back.") % {"number": arguments.undo})
        return 0
    with progress(translate("Reading")) as step:
        work = actions.stage(source=arguments.book, language=language(), watch=step)
    for warning in work.warnings:
        print(translate("Warning:"), _line(warning), file=sys.stderr)
    for problem in work.problems:
        print(_line(problem), file=sys.stderr)
    if work.problems:
        said = translate("%(count)s problems in the book. Nothing was stored.") % {"count": len(work.problems)}
        print(said, file=sys.stderr)
        return PROBLEM
    if work.state == work.State.DONE:
        _print(work, AT_FIRST)
        print(translate("Everything in it stands here already. Nothing was changed."))
        return 0
    if arguments.look:
        _print(work, arguments.changes)
        actions.cancel_import(actor=actions.OPERATOR, number=work.pk)
        print(translate("Nothing was stored."))
        return 0
    with progress(translate("Storing")) as step:
        actions.store(work, watch=step)
    _print(work, arguments.changes)
    print(translate("Stored. To take it back: harehawk import --undo %(number)s") % {"number": work.pk})
    return 0


def _line(kept: dict[str, Any]) -> str:
    problem = CellProblem(**kept)
    return f"{problem.place(translate)}{translate(': ')}{problem.message(translate)}"


def _print(work: Any, most: int) -> None:  # noqa: ANN401  an import, whose table is not known before the database is
    from harehawk.apps.exchange.queries import changed_rows  # noqa: PLC0415  it needs the database
    from harehawk.web.pages.changes import row_lines  # noqa: PLC0415  it needs the database

    voice = Voice(language(), translate)
    for row in work.summary:
        counts = translate("%(new)s new, %(changed)s changed, %(unchanged)s unchanged") % row
        print(f"{voice.say(SHEET[row['sheet']].words)}{voice.colon}{counts}")
        if not row["changed"]:
            continue
        shown = changed_rows(work, None, [row["sheet"]], first=0, most=most)[row["sheet"]]
        for line in (row_lines(one, voice) for one in shown):
            said = voice.clauses([f"{cell.word} {cell.before} → {cell.after}" for cell in line.cells])
            print(f"  {line.name}{voice.colon}{said}")
        if (more := row["changed"] - len(shown)) > 0:
            print("  " + translate("%(count)s more: --changes %(all)s") % {"count": more, "all": row["changed"]})
