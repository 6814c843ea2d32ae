"""Facts about rivals name rivals of that opportunity; tender points and routes add up."""

from itertools import pairwise

from harehawk.book.checks.context import Context
from harehawk.book.rows import Read
from harehawk.book.sheets import SHEET
from harehawk.book.words import near
from harehawk.engine.gates.winning import MOST_RIVALS

NAMING = (("stances", "rival"), ("factors", "rival"), ("tender_points", "party"))
POINTS = ("low", "likely", "high", "maximum")
ROUNDING = 1e-9


def check_rivals(context: Context) -> None:
    """Every rival that a fact names is one of the opportunity's."""
    rivals = context.by_opportunity("rivals")
    for rows in rivals.values():
        for read in rows[MOST_RIVALS : MOST_RIVALS + 1]:
            context.problem(read, "rival", "too_many_rivals", most=MOST_RIVALS)
    names = {opportunity: [read["rival"] for read in rows if read["rival"]] for opportunity, rows in rivals.items()}
    for sheet, key in NAMING:
        for read in context.rows(sheet):
            if read[key] and read["opportunity"]:
                _check_named(context, read, key, names.get(read["opportunity"], []))
    for read in context.rows("tender_points"):
        _check_points(context, read)
    for rows in context.by_opportunity("routes").values():
        total = sum(read["contractor_wins"] or 0 for read in rows)
        if total > 1 + ROUNDING:
            context.problem(rows[-1], "contractor_wins", "wins_over", sum=f"{total * 100:.4g}%")


def _check_named(context: Context, read: Read, key: str, names: list[str]) -> None:
    if read[key] in names:
        return
    if nearest := near(read[key], tuple(names)):
        context.problem(read, key, "not_a_rival_near", near=nearest, rivals=SHEET["rivals"].words)
    else:
        context.problem(read, key, "not_a_rival", rivals=SHEET["rivals"].words)


def _check_points(context: Context, read: Read) -> None:
    priced = read["price_formula"] is not None  # then low to high are prices, beside the points a price can earn
    known = [key for key in POINTS if read[key] is not None and not (priced and key == "maximum")]
    for lower, upper in pairwise(known):
        if read[upper] < read[lower]:
            heading = context.heading(read, lower)
            context.problem(read, upper, "points_out_of_order", lower=heading, number=f"{read[lower]:g}")
