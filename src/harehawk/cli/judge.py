"""`harehawk judge`: a workbook in, verdicts out, without a server."""

import argparse
import datetime as dt
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from harehawk.book.cases import cases
from harehawk.book.problems import CellProblem
from harehawk.book.read import Reading, read
from harehawk.book.references import references_of
from harehawk.book.sheets import Book
from harehawk.book.unfit import Unfit
from harehawk.cli.language import language, translate
from harehawk.cli.parsing import Subparsers, add_command
from harehawk.cli.terminal import progress
from harehawk.engine.gates.cases import Cases
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import Judgement, Verdict
from harehawk.errors import Problem, Translate, gettext_noop
from harehawk.wording.names import Names, names
from harehawk.wording.record import in_order, record
from harehawk.wording.sentences import ask, gate_title, reason
from harehawk.wording.terms import VERDICT, word
from harehawk.wording.voice import Voice

AT_ONCE = 20  # opportunities judged between two steps of the progress bar
PROBLEM = 2
HEADINGS = (
    gettext_noop("verdict"),
    gettext_noop("customer"),
    gettext_noop("opportunity"),
    gettext_noop("chance"),
    gettext_noop("expected value"),
    gettext_noop("confidence"),
    gettext_noop("failing gate"),
    gettext_noop("why, and what to ask next"),
)
FIGURES = slice(3, 6)


def add(subparsers: Subparsers) -> None:
    """Introduce the command."""
    parser = add_command(
        subparsers,
        "judge",
        run,
        summary=translate("judge the opportunities of a workbook"),
        example="harehawk judge book.xlsx --as-of 2026-11-24 --format json",
    )
    parser.add_argument(
        "book",
        type=Path,
        metavar=translate("BOOK"),
        help=translate("a workbook (.xlsx), a folder or zip of CSV files, a CSV file in the short form, or JSON"),
    )
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar=translate("DATE"),
        help=translate("judge by what was known on that day, for example 2026-11-24 (default: today)"),
    )
    parser.add_argument(
        "--class",
        dest="customer_class",
        metavar=translate("CLASS"),
        help=translate("judge every opportunity as one of a customer of this class, for example strategic"),
    )
    parser.add_argument(
        "--format",
        choices=["table", "json"],
        default="table",
        help=translate("a table for people, or JSON for programs (default: table)"),
    )


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            translate("“%(text)s” is not a day. Write it as year-month-day, for example 2026-11-24.") % {"text": text}
        ) from error


def run(arguments: argparse.Namespace) -> int:
    """Judge and print; 2 when the book has problems, all of which are then listed on standard error."""
    today = dt.date.today()  # noqa: DTZ011  a book speaks of the user's own day
    voice = Voice(language(), translate)
    with progress(translate("Reading")) as step:
        found = read(arguments.book, arguments.book.name, today=today, language=voice.language, progress=step)
    _tell(found)
    if found.problems:
        return PROBLEM
    customer_class = arguments.customer_class and _class_code(arguments.customer_class, found.book)
    input_ = cases(found.book, arguments.as_of or today, customer_class)
    judgements = in_order(_judge(input_))
    if not judgements:
        text = translate(
            "There is no open opportunity in this book. Fill in sheet Opportunities, or the short template."
        )
        print(text, file=sys.stderr)
    called = names(found.book, voice.language)
    customers = {case.id: case.customer for case in input_.rows}
    if arguments.format == "json":
        rows = [record(one, customers[one.case], input_.method, called, voice) for one in judgements]
        print(json.dumps(rows, ensure_ascii=False, indent=2, allow_nan=False))
        return 0
    lines = [_cells(one, customers, called, input_, voice) for one in judgements]
    if sys.stdout.isatty():
        Console(highlight=False, markup=False).print(_table(lines))
    else:  # for other programs: one opportunity a line
        for line in ([translate(heading) for heading in HEADINGS], *lines):
            print("\t".join(line))
    return 0


@dataclass
class UnknownClass(Problem):
    """A customer class that neither the method nor the book knows."""

    code = "unknown_class"
    field = "class"
    name: str
    known: tuple[str, ...]

    def message(self, translate: Translate) -> str:
        """Name it and the ones there are."""
        return translate("There is no customer class “%(name)s”. Take one of these: %(known)s.") % {
            "name": self.name,
            "known": Voice(language(), translate).list(list(self.known)),
        }


def _class_code(text: str, book: Book) -> str:
    """The code of a class given by its code or by what it is called."""
    called = references_of(book)
    try:
        return called.resolve("classes", text)
    except Unfit as error:
        known = tuple(called.label("classes", code, language()) for code in called.names["classes"].keys)
        raise UnknownClass(text, known) from error


def _judge(input_: Cases) -> tuple[Judgement, ...]:
    judged: list[Judgement] = []
    with progress(translate("Judging")) as step:
        for start in range(0, len(input_.rows), AT_ONCE):
            judged += judge(replace(input_, rows=input_.rows[start : start + AT_ONCE]))
            step(translate("Judging"), len(judged), len(input_.rows))
    return tuple(judged)


def _tell(found: Reading) -> None:
    """Warnings and problems, one a line, on standard error."""
    for warning in found.warnings:
        print(translate("Warning: ") + _line(warning), file=sys.stderr)
    for problem in found.problems:
        print(_line(problem), file=sys.stderr)
    if found.problems:
        print(
            translate("Problems in the book: %(count)s. Nothing was judged.") % {"count": len(found.problems)},
            file=sys.stderr,
        )


def _line(problem: CellProblem) -> str:
    colon = Voice(language(), translate).colon
    return f"{problem.place(translate)}{colon}{problem.message(translate)}"


def _cells(one: Judgement, customers: dict[str, str], called: Names, input_: Cases, voice: Voice) -> tuple[str, ...]:
    first = one.questions[0] if one.verdict is Verdict.PROBE else None
    question = ask(first.about, one.case, called, voice) if first else ""
    return (
        word(VERDICT, one.verdict, voice.language),
        called.customer(customers[one.case]),
        called.opportunities.get(one.case, one.case),
        voice.chance_range(one.chance.low, one.chance.high),
        voice.money(one.expected_value.point),
        voice.chance(one.confidence),
        gate_title(one.failing_gate, voice) if one.failing_gate else "",
        f"{reason(one, input_.method, called, voice)} {question}".strip(),
    )


def _table(lines: list[tuple[str, ...]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in HEADINGS:
        if heading in HEADINGS[FIGURES]:
            table.add_column(translate(heading), justify="right", no_wrap=True)
        else:
            table.add_column(translate(heading), overflow="fold", ratio=1 if heading == HEADINGS[-1] else None)
    for line in lines:
        table.add_row(*line)
    return table
