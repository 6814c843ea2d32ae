"""Effort, capacity, moves, decisions, outcomes."""

from harehawk.book.checks.context import Context
from harehawk.book.rows import Read
from harehawk.book.sheets import SHEET
from harehawk.book.sheets.choices import LEVELS

FULL = "full"


def check_work(context: Context) -> None:
    """Levels start from the full one, months stand once, what is overruled has a reason."""
    for opportunity, rows in context.by_opportunity("effort").items():
        levels = [read["level"] for read in rows]
        if FULL not in levels and not any("level" in read.unfit for read in rows):
            said = {"opportunity": context.name("opportunities", opportunity), "full": LEVELS[FULL]}
            level = LEVELS.get(levels[0], levels[0])
            context.problem(rows[0], "level", "full_level_missing", level=level, **said)
    _check_months(context)
    for read in context.rows("decisions"):
        if read["overrules_limit"] and not read.filled("reason"):
            context.problem(read, "reason", "reason_missing")
    _check_closed(context)


def _check_months(context: Context) -> None:
    first: dict[tuple[object, int, int], Read] = {}
    for read in context.rows("capacity"):
        month = read["month"]
        if month is None or read["function"] is None:
            continue
        other = first.setdefault((read["function"], month.year, month.month), read)
        if other is not read and other["month"] != month:
            context.problem(read, "month", "same_month", first=other.number)


def _check_closed(context: Context) -> None:
    closed = {read["opportunity"]: read["closed_on"] for read in context.rows("outcomes") if read["opportunity"]}
    found = {key: read["found_on"] for key, read in context.by_key("opportunities").items()}
    for read in context.rows("outcomes"):
        day = found.get(read["opportunity"])
        if day and read["closed_on"] and read["closed_on"] < day:
            earlier = SHEET["opportunities"].column("found_on").words
            context.problem(read, "closed_on", "days_out_of_order", earlier=earlier, day=day.isoformat())
    for read in context.rows("moves"):
        if read["opportunity"] in closed and not read.filled("done_on"):
            name = context.name("opportunities", read["opportunity"])
            context.warning(read, "opportunity", "move_on_closed", opportunity=name)
