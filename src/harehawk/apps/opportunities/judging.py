"""Judgements written: after every change of what they rest on, in the same transaction; and many at a time."""

import datetime as dt
from collections.abc import Collection
from dataclasses import asdict

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from harehawk.apps.access.models import Entry
from harehawk.apps.customers.lateness import method_on
from harehawk.apps.method.queries import version
from harehawk.apps.opportunities.known import known
from harehawk.apps.opportunities.listed import list_again
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.book.cases import cases
from harehawk.book.sheets import Book
from harehawk.engine.common import Range
from harehawk.engine.gates import judgement as engine
from harehawk.engine.gates.judge import judge
from harehawk.wording.record import figures

SHOWN = ("verdict", "why", "failing_gate", "level", "customer_class", "method_version", "question")
ROUNDED = {"chance": 2, "chance_low": 2, "chance_high": 2, "confidence": 2}


def judge_now(opportunities: Collection[int], book: Book) -> None:
    """Judge opportunities by a book of what is known of them today, and keep what came out; in a transaction."""
    _keep(judged(book, timezone.localdate()))
    list_again(Opportunity.objects.filter(pk__in=opportunities))


def judged(book: Book, day: dt.date) -> list[Judgement]:
    """The judgements of the open opportunities of a book, not yet kept."""
    number = version()
    found = judge(cases(book, day, rules=method_on(number, day)))
    numbers = dict(Opportunity.objects.filter(key__in=[one.case for one in found]).values_list("key", "pk"))
    cause = Entry.objects.aggregate(last=Max("pk"))["last"]
    return [_row(one, numbers[one.case], day, number, cause) for one in found]


def judge_again(opportunities: Collection[int]) -> int:
    """Judge anew and keep what would be shown otherwise; return how many. Nobody waits for the computing.

    An opportunity that somebody writes meanwhile is left out: its own judgement is newer.
    """
    before = _last_entries(opportunities)
    fresh = judged(known(opportunities, timezone.localdate()), timezone.localdate())
    with transaction.atomic():
        list(Opportunity.objects.select_for_update().filter(pk__in=opportunities).values_list("pk"))
        now = _last_entries(opportunities)
        latest = {
            row.opportunity_id: row for row in Judgement.objects.filter(opportunity__in=opportunities, latest=True)
        }
        kept = [
            row
            for row in fresh
            if now.get(row.opportunity_id) == before.get(row.opportunity_id)
            and not _says_the_same(latest.get(row.opportunity_id), row)
        ]
        _keep(kept)
        list_again(Opportunity.objects.filter(pk__in=[row.opportunity_id for row in kept]))
    return len(kept)


def _keep(rows: list[Judgement]) -> None:
    Judgement.objects.filter(opportunity__in=[row.opportunity_id for row in rows], latest=True).update(latest=False)
    Judgement.objects.bulk_create(rows, batch_size=200)


def _last_entries(opportunities: Collection[int]) -> dict[int | None, int]:
    about = Entry.objects.filter(opportunity__in=opportunities).order_by()
    return dict(about.values_list("opportunity").annotate(last=Max("pk")))


def _says_the_same(old: Judgement | None, new: Judgement) -> bool:
    """Tell whether a person would see no difference."""
    return (
        old is not None
        and all(getattr(old, name) == getattr(new, name) for name in SHOWN)
        and all(
            round(getattr(old, name), digits) == round(getattr(new, name), digits) for name, digits in ROUNDED.items()
        )
        and f"{old.expected_value:.2g}" == f"{new.expected_value:.2g}"
        and f"{old.worth:.2g}" == f"{new.worth:.2g}"
    )


def _row(one: engine.Judgement, number: int, day: dt.date, method_version: int, cause: int | None) -> Judgement:
    record = figures(one)
    ask = one.questions[0].about if one.questions else ()
    return Judgement(
        opportunity_id=number,
        as_of=day,
        method_version=method_version,
        cause=cause,
        customer_class=one.customer_class,
        verdict=str(one.verdict),
        why=str(one.why),
        failing_gate=one.failing_gate,
        level=one.level,
        **_range("chance", one.chance),
        **_range("expected_value", one.expected_value),
        confidence=one.confidence,
        worth=one.worth.total,
        peak_capital=one.worth.peak_capital,
        gates=record["gates"],
        question=[{"kind": str(topic.kind), "id": topic.id} for topic in ask],
        record=record | {"beliefs": {held.code: asdict(held) for held in one.holdings}},
    )


def _range(name: str, value: Range) -> dict[str, float]:
    return {name: value.point, f"{name}_low": value.low, f"{name}_high": value.high}
