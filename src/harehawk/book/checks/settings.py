"""The company's own rates, classes and criteria make a method that can be computed."""

from collections import Counter
from dataclasses import replace

from harehawk.book.checks.context import Context
from harehawk.book.checks.rates import check_rates
from harehawk.book.pack import CRITERION_WORDS
from harehawk.book.rows import Read
from harehawk.engine.gates.gate import MOST_CRITERIA
from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.pack import CRITERIA

NEEDED = ("name", "gate", "swing", "prior")
NOT_BY_CLASS = ("name", "gate", "must", "help")
MILESTONES_OVER = 1 + 1e-9


def check_settings(context: Context) -> None:
    """One company; own criteria complete; gates of a size that can be summed over; schedules up to the whole."""
    for read in context.rows("company")[1:]:
        context.problem(read, "name", "one_company")
    for read in context.rows("classes"):
        total = sum(share for _, share in read["milestones"] or ())
        if total > MILESTONES_OVER:
            context.problem(read, "milestones", "milestones_over", sum=f"{total * 100:.4g}%")
    _check_criteria(context)


def _check_criteria(context: Context) -> None:
    own = {read["code"]: read for read in context.rows("criteria") if read["code"] and not read["customer_class"]}
    for read in context.rows("criteria"):
        if read.filled("customer_class"):
            for key in NOT_BY_CLASS:
                if read.filled(key):
                    context.problem(read, key, "criterion_by_class")
        for key in _not_said(read):
            missing = context.heading(read, key)
            context.problem(read, key, "criterion_incomplete", code=read["code"], missing=missing)
    _check_gates(context, own)


def _check_gates(context: Context, own: dict[str, Read]) -> None:
    shipped = {one.code: one for one in CRITERIA}
    moved = {read["code"] for read in context.rows("criteria") if read["customer_class"] and read["swing"]}
    counts: Counter[int] = Counter()
    last: dict[int, Read] = {}
    for code in {**shipped, **own}:
        one = _merged(shipped.get(code), own.get(code))
        if one is None:
            continue
        if code in own:
            last[one.gate] = own[code]
        if one.swing or one.must or code in moved:
            counts[one.gate] += 1
    for gate, read in last.items():
        if not counts[gate]:
            context.problem(read, "swing", "gate_empty", gate=gate)
        if counts[gate] > MOST_CRITERIA:
            said = {"gate": gate, "count": counts[gate], "most": MOST_CRITERIA, "moves": context.heading(read, "swing")}
            context.problem(read, "gate", "too_many_criteria", **said)
    check_rates(context, complete=[read for read in context.rows("criteria") if not _not_said(read)], last=last)


def _merged(shipped: Criterion | None, own: Read | None) -> Criterion | None:
    """A criterion as it will be: what the row says, else what is shipped; None while its gate is missing."""
    if own is None:
        return shipped
    said = {key: own[key] for key in ("gate", "swing", "prior", "must") if own[key] is not None}
    if shipped:
        return replace(shipped, **said)
    return Criterion(code=own["code"], **{"swing": 0.0, "prior": 1.0, **said}) if "gate" in said else None


def _not_said(read: Read) -> list[str]:
    """What a criterion of one's own lacks."""
    own = read["code"] and read["code"] not in CRITERION_WORDS and not read.filled("customer_class")
    return [key for key in NEEDED if own and not read.filled(key)]
