"""What a contract brings and costs is said once, and adds up to the contract."""

from harehawk.book.checks.context import Context
from harehawk.book.rows import Read
from harehawk.book.sheets.choices import NeedWeight, PaymentKind
from harehawk.engine.gates.draws import MOST_HARMS
from harehawk.engine.gates.pack import NEEDS_MET

ROUNDING = 1e-6  # shares like a third
WITH_SCORE = ("aspect", "score")
WITH_DIFFERENCE = ("statement", "probability", "difference")


def check_worth(context: Context) -> None:
    """Payments, aspects and statements, harms, needs."""
    opportunities = context.by_key("opportunities")
    for opportunity, rows in context.by_opportunity("payments").items():
        for read in rows:
            _check_payment(context, read)
        _check_sum(context, opportunity, rows, opportunities.get(opportunity))
    for read in context.rows("worth"):
        _check_worth(context, read)
    for rows in context.by_opportunity("harms").values():
        for read in rows[MOST_HARMS : MOST_HARMS + 1]:
            context.problem(read, "harmed", "too_many_harms", most=MOST_HARMS)
    _check_derived(context)


def _check_payment(context: Context, read: Read) -> None:
    share, amount = read.filled("share"), read.filled("amount")
    if share and amount:
        context.problem(read, "amount", "share_and_amount")
    elif not (share or amount):
        headings = {key: context.heading(read, key) for key in ("share", "amount")}
        context.problem(read, "share", "no_money", **headings)
    if _is_payment(read) and not read.filled("month"):
        context.problem(read, "month", "month_missing")


def _check_sum(context: Context, opportunity: str, rows: list[Read], about: Read | None) -> None:
    payments = [read for read in rows if _is_payment(read)]
    amount = about["amount"] if about else None
    if not payments or (amount is None and any(read["amount"] for read in payments)):
        return
    total = sum((read["share"] or 0) + ((read["amount"] or 0) / amount if amount else 0) for read in payments)
    said = {"opportunity": context.name("opportunities", opportunity), "sum": f"{total * 100:.4g}%"}
    last = payments[-1]
    key = "amount" if last["amount"] else "share"
    if total > 1 + ROUNDING:
        context.problem(last, key, "payments_over", **said)
    elif total < 1 - ROUNDING and not any(read.unfit for read in payments):
        context.warning(last, key, "payments_under", **said)


def _is_payment(read: Read) -> bool:
    return (read["kind"] or PaymentKind.PAYMENT) == PaymentKind.PAYMENT and "kind" not in read.unfit


def _check_worth(context: Context, read: Read) -> None:
    score, difference = [any(read.filled(key) for key in keys) for keys in (WITH_SCORE, WITH_DIFFERENCE)]
    if score and difference:
        context.problem(read, "statement", "aspect_or_statement")
        return
    for key in WITH_DIFFERENCE if difference else WITH_SCORE:
        if not read.filled(key):
            context.problem(read, key, "worth_incomplete", missing=context.heading(read, key))


def _check_derived(context: Context) -> None:
    """Where must-have needs are listed, they decide whether all needs are met, not somebody's word."""
    listed = {read["opportunity"] for read in context.rows("needs") if read["weight"] != NeedWeight.WANT}
    for read in context.rows("evidence"):
        if read["criterion"] == NEEDS_MET and read["opportunity"] in listed:
            name = context.name("opportunities", read["opportunity"])
            context.warning(read, "criterion", "derived", opportunity=name)
