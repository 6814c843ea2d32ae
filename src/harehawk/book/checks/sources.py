"""Facts name who said them, and days follow each other."""

from harehawk.book.checks.context import Context
from harehawk.book.sheets import SHEETS
from harehawk.book.sheets.choices import GRADES
from harehawk.engine.common import Grade

IN_ORDER = {
    "people": (("post_since", "left_on"),),
    "tenures": (("since", "until"),),
    "signals": (("received_on", "look_again_on"),),
    "opportunities": (("notice_on", "opening_on"), ("opening_on", "award_on"), ("notice_on", "award_on")),
    "invoices": (("issued_on", "due_on"), ("issued_on", "paid_on")),
    "decisions": (("decided_on", "review_on"),),
}


def check_sources(context: Context) -> None:
    """A fact that is more than a guess has a source; a later day is not before an earlier one."""
    for sheet in SHEETS:
        keys = {column.key for column in sheet.columns}
        if {"grade", "source"} <= keys:
            _check_source(context, sheet.key)
    for key, pairs in IN_ORDER.items():
        for read in context.rows(key):
            for earlier, later in pairs:
                if read[earlier] and read[later] and read[later] < read[earlier]:
                    heading = context.heading(read, earlier)
                    context.problem(read, later, "days_out_of_order", earlier=heading, day=read[earlier].isoformat())
    for read in context.rows("relationships"):
        if read["last_contact"] and read["last_contact"] > context.today:
            context.problem(read, "last_contact", "in_the_future", today=context.today.isoformat())


def _check_source(context: Context, sheet: str) -> None:
    for read in context.rows(sheet):
        grade = read["grade"]
        if grade in {None, Grade.GUESS} or read.filled("source") or read.filled("document"):
            continue
        context.problem(read, "source", "source_missing", grade=GRADES[grade], guess=GRADES[Grade.GUESS])
