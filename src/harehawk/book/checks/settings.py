"""The company's own rates, classes and criteria make a method that can be computed."""

from collections import Counter, defaultdict
from dataclasses import replace
from math import prod

from harehawk.book.checks.context import Context
from harehawk.book.pack import CRITERION_WORDS
from harehawk.book.rows import Read
from harehawk.book.words import separator
from harehawk.engine.gates.gate import MOST_CRITERIA
from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.pack import CRITERIA, DEFAULT
from harehawk.engine.gates.setting import shifted

NEEDED = ("name", "gate", "swing", "prior")
NOT_BY_CLASS = ("name", "gate", "must", "help")
RATES = ("rate_purchase", "rate_bid", "rate_win")
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
        elif read["code"] and read["code"] not in CRITERION_WORDS:
            for key in NEEDED:
                if not read.filled(key):
                    missing = context.heading(read, key)
                    context.problem(read, key, "criterion_incomplete", code=read["code"], missing=missing)
    _check_gates(context, own)


def _check_gates(context: Context, own: dict[str, Read]) -> None:
    shipped = {one.code: one for one in CRITERIA}
    moved = {read["code"] for read in context.rows("criteria") if read["customer_class"] and read["swing"]}
    counts: Counter[int] = Counter()
    last: dict[int, Read] = {}
    musts: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for code in {**shipped, **own}:
        one = _merged(shipped.get(code), own.get(code))
        if one is None:
            continue
        if code in own:
            last[one.gate] = own[code]
        if not (one.swing or one.must or code in moved):
            continue
        counts[one.gate] += 1
        if one.must:
            musts[one.gate].append((code, one.prior))
    for gate, read in last.items():
        if not counts[gate]:
            context.problem(read, "swing", "gate_empty", gate=gate)
        if counts[gate] > MOST_CRITERIA:
            said = {"gate": gate, "count": counts[gate], "most": MOST_CRITERIA, "moves": context.heading(read, "swing")}
            context.problem(read, "gate", "too_many_criteria", **said)
    _check_rates(context, musts, last)


def _merged(shipped: Criterion | None, own: Read | None) -> Criterion | None:
    """A criterion as it will be: what the row says, else what is shipped; None while its gate is missing."""
    if own is None:
        return shipped
    said = {key: own[key] for key in ("gate", "swing", "prior", "must") if own[key] is not None}
    if shipped:
        return replace(shipped, **said)
    return Criterion(code=own["code"], **{"swing": 0.0, "prior": 1.0, **said}) if "gate" in said else None


def _check_rates(context: Context, musts: dict[int, list[tuple[str, float]]], last: dict[int, Read]) -> None:
    """The musts of a gate hold together more often than the gate is said to hold, whatever the customer class."""
    company = next(iter(context.rows("company")), None)
    first, second, third = (
        usual if company is None or company[key] is None else company[key]
        for key, usual in zip(RATES, DEFAULT.rates, strict=True)
    )
    classes = {read["code"]: read for read in context.rows("classes") if read["shift"] is not None}
    shifts = {code: emphasis.shift for code, emphasis in DEFAULT.classes.items()}
    shifts |= {code: read["shift"] for code, read in classes.items()}
    by_class = {(one["customer_class"], one["code"]): one for one in context.rows("criteria") if one["prior"]}
    for gate, key in enumerate(RATES, 1):
        reach: dict[str, tuple[float, float]] = {}
        for name, shift in shifts.items():
            own = {code: by_class[name, code]["prior"] for code, _ in musts[gate] if (name, code) in by_class}
            together = prod(own.get(code, prior) for code, prior in musts[gate])
            reach[name] = together, shifted((first, second, third), shift)[gate - 1]
        name = max(reach, key=lambda name: reach[name][1] - reach[name][0])
        together, rate = reach[name]
        if together > rate:
            continue
        places = (
            *((by_class.get((name, code)), "prior") for code, _ in musts[gate]),
            (classes.get(name), "shift"),
            (last.get(gate), "prior"),
            (company, key),
        )
        read, column = next((read, column) for read, column in places if read is not None)
        criteria = separator(context.report.language).join(context.name("criteria", code) for code, _ in musts[gate])
        said = {"gate": gate, "rate": f"{rate:.0%}", "musts": criteria, "all": f"{together:.0%}"}
        context.problem(read, column, "rate_out_of_reach", **said, customer_class=context.name("classes", name))
