"""Rates that the musts of their gates can reach: the engine tells which cannot, this names the cell to blame."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import prod

from harehawk.book.checks.context import Context
from harehawk.book.method import method
from harehawk.book.rows import Read
from harehawk.book.sheets import Book
from harehawk.book.sheets.settings import RATES
from harehawk.book.spoken import of_ten
from harehawk.book.words import separator
from harehawk.engine.gates.gate import RateOutOfReach, WrongNumberOfCriteria
from harehawk.engine.gates.method import Method
from harehawk.engine.gates.pack import DEFAULT
from harehawk.engine.gates.setting import compiled


def check_rates(context: Context, complete: Sequence[Read], last: Mapping[int, Read]) -> None:
    """The musts of a gate hold together more often than the gate is said to hold, whatever the customer class.

    `complete` are the rows of criteria that lack nothing, `last` is the last row of a criterion of each gate.
    """
    worst: dict[int, tuple[str, RateOutOfReach]] = {}
    for name, error in out_of_reach(_rules(context, complete)):
        if error.gate not in worst or _missing(error) > _missing(worst[error.gate][1]):
            worst[error.gate] = name, error
    company = next(iter(context.rows("company")), None)
    classes = {read["code"]: read for read in context.rows("classes") if read["shift"] is not None}
    by_class = {(one["customer_class"], one["code"]): one for one in context.rows("criteria") if one["prior"]}
    for gate, (name, error) in sorted(worst.items()):
        places = (
            *((by_class.get((name, code)), "prior") for code in error.musts),
            (classes.get(name), "shift"),
            (last.get(gate), "prior"),
            (company, RATES[gate - 1]),
        )
        read, column = next((read, column) for read, column in places if read is not None)
        criteria = separator(context.report.language).join(context.name("criteria", code) for code in error.musts)
        said = {"gate": gate, "rate": of_ten(error.rate), "musts": criteria, "all": of_ten(_together(error))}
        context.problem(read, column, "rate_out_of_reach", **said, customer_class=context.name("classes", name))


def _rules(context: Context, complete: Sequence[Read]) -> Method:
    """The method that the settings make, as far as they can be read."""
    classes = tuple(read.row for read in context.rows("classes") if read.row)
    known = {None, *DEFAULT.classes, *(row.code for row in classes)}
    criteria = tuple(read.row for read in complete if read.row and read["customer_class"] in known)
    company = tuple(read.row for read in context.rows("company") if read.row)
    return method(Book(company=company, classes=classes, criteria=criteria), context.today)


def out_of_reach(rules: Method) -> Iterator[tuple[str, RateOutOfReach]]:
    """Each gate of each class whose rate no base reaches."""
    for name, emphasis in rules.classes.items():
        given = dict(rules.bases)
        while True:
            try:
                compiled(replace(rules, bases=given), emphasis)
            except RateOutOfReach as error:
                yield name, error
                given[error.gate] = 0.0  # it is not sought again, so that the gates after it are
            except WrongNumberOfCriteria:
                break  # told of the gate itself
            else:
                break


def _together(error: RateOutOfReach) -> float:
    return prod(error.musts.values())


def _missing(error: RateOutOfReach) -> float:
    return error.rate - _together(error)
