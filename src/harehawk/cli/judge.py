"""`harehawk judge`: a workbook in, verdicts out, without a server."""

import argparse
import datetime as dt
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from rich.table import Table

from harehawk.book.cases import cases
from harehawk.book.problems import CellProblem
from harehawk.book.read import Reading, read
from harehawk.book.references import references_of
from harehawk.book.sheets import Book
from harehawk.book.unfit import Unfit
from harehawk.cli.language import language, translate
from harehawk.cli.parsing import Subparsers, add_command
from harehawk.cli.terminal import printer, progress
from harehawk.engine.gates.cases import Cases
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import Judgement, Verdict
from harehawk.errors import Problem, Translate
from harehawk.wording.names import Names, names
from harehawk.wording.record import in_order, record
from harehawk.wording.sentences import ask, gate_title, reason
from harehawk.wording.terms import VERDICT, word
from harehawk.wording.voice import Voice

AT_ONCE = 20  # opportunities judged between two steps of the progress bar
PROBLEM = 2


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
        type=dt.date.fromisoformat,
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
    called = names(found.book, voice.language)
    customers = {case.id: case.customer for case in input_.rows}
    if arguments.format == "json":
        rows = [record(one, customers[one.case], input_.method, called, voice) for one in judgements]
        print(json.dumps(rows, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        printer().print(_table(judgements, customers, called, input_, voice))
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
            "known": ", ".join(self.known),
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
        print(translate("Warning:"), _line(warning), file=sys.stderr)
    for problem in found.problems:
        print(_line(problem), file=sys.stderr)
    if found.problems:
        print(
            translate("%(count)s problems in the book. Nothing was judged.") % {"count": len(found.problems)},
            file=sys.stderr,
        )


def _line(problem: CellProblem) -> str:
    return f"{problem.place(translate)}{translate(': ')}{problem.message(translate)}"


def _table(judgements: list[Judgement], customers: dict[str, str], called: Names, input_: Cases, voice: Voice) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in (translate("verdict"), translate("customer"), translate("opportunity")):
        table.add_column(heading, overflow="fold")
    for heading in (translate("chance"), translate("expected value"), translate("confidence")):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column(translate("failing gate"), overflow="fold")
    table.add_column(translate("why, and what to ask next"), overflow="fold", ratio=1)
    for one in judgements:
        first = one.questions[0] if one.verdict is Verdict.PROBE else None
        question = ask(first, one, called, voice) if first else ""
        table.add_row(
            word(VERDICT, one.verdict, voice.language),
            called.customer(customers[one.case]),
            called.opportunities.get(one.case, one.case),
            voice.chance_range(one.chance.low, one.chance.high),
            voice.money(one.expected_value.point),
            voice.chance(one.confidence),
            gate_title(one.failing_gate, voice) if one.failing_gate else "",
            f"{reason(one, input_.method, called, voice)} {question}".strip(),
        )
    return table
