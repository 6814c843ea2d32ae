"""The list of opportunities: filtered, sorted, one page of it; by what its reader may read, and by nothing else."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, Q, QuerySet

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.opportunities.models import Decision, Judgement, Opportunity, Outcome
from harehawk.apps.opportunities.reach import inside_of, reach_of

AT_ONCE = 50
OWN = {
    "name": "name", "customer": "customer__name", "owner": "owner__name", "amount": "amount",
    "expected_signature": "expected_signature", "found_on": "found_on",
}  # fmt: skip
JUDGED = {"expected_value": "expected_value", "chance": "chance", "confidence": "confidence", "worth": "worth"}
LEAST_FIRST = frozenset({"name", "customer", "owner", "expected_signature"})


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody wants to see of the list. Filters by judged values leave out what he may not read."""

    text: str = ""  # in the name of the opportunity or customer
    owner: int | None = None
    customer: int | None = None
    customer_class: str = ""
    closed: bool = False
    verdict: str = ""
    failing_gate: int | None = None
    sort: str = "expected_value"
    backwards: bool = False
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What a judgement says in the list."""

    verdict: str
    why: str
    failing_gate: int | None
    chance: float
    chance_low: float
    chance_high: float
    expected_value: float
    confidence: float
    worth: float
    question: Sequence[Any]
    made_at: dt.datetime
    record: Any


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A row of the list. `judged` is None where it is confidential or not made; so is `decision` where none is."""

    number: int
    key: str
    name: str
    customer: int
    customer_name: str
    customer_class: str
    owner: int
    owner_name: str
    amount: Decimal | None
    expected_signature: dt.date | None
    reach: Reach
    decision: str | None
    judged: Judged | None


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One page of the list, and how much there is."""

    rows: Sequence[Listed]
    total: int
    page: int
    pages: int


def listing(user: User, wish: Wish) -> Listing:
    """One page of what a user may see. Twelve statements at most, however long the list."""
    rows = _filtered(user, wish)
    total = rows.count()
    pages = max(1, -(-total // AT_ONCE))
    page = min(max(1, wish.page), pages)
    numbers = _numbers(user, rows, wish, (page - 1) * AT_ONCE)
    return Listing(rows=_rows(user, numbers), total=total, page=page, pages=pages)


def _filtered(user: User, wish: Wish) -> "QuerySet[Opportunity]":
    rows = Opportunity.objects.visible_to(user)
    rows = rows.filter(pk__in=_closed()) if wish.closed else rows.exclude(pk__in=_closed())
    if wish.text:
        rows = rows.filter(Q(name__icontains=wish.text) | Q(customer__name__icontains=wish.text))
    if wish.owner is not None:
        rows = rows.filter(owner=wish.owner)
    if wish.customer is not None:
        rows = rows.filter(customer=wish.customer)
    if wish.customer_class:
        rows = rows.filter(customer__customer_class=wish.customer_class)
    judged = {"verdict": wish.verdict, "failing_gate": wish.failing_gate}
    if wanted := {name: value for name, value in judged.items() if value}:
        latest = Judgement.objects.filter(latest=True, **wanted).values("opportunity")
        rows = rows.filter(inside_of(user), pk__in=latest)
    return rows


def _closed() -> "QuerySet[Any, Any]":
    return Outcome.objects.filter(withdrawn=False).values("opportunity")


def _numbers(user: User, rows: "QuerySet[Opportunity]", wish: Wish, start: int) -> list[int]:
    """The numbers of a page. By a judged value, what may be read comes first, and the rest as it was entered."""
    down = (wish.sort not in LEAST_FIRST) != wish.backwards
    if wish.sort in OWN:
        by = F(OWN[wish.sort])
        order = by.desc(nulls_last=True) if down else by.asc(nulls_last=True)
        return list(rows.order_by(order, "pk").values_list("pk", flat=True)[start : start + AT_ONCE])
    value = JUDGED[wish.sort]
    readable = rows.filter(inside_of(user))
    judged = Judgement.objects.filter(latest=True, opportunity__in=readable.order_by().values("pk"))
    judged = judged.order_by(f"-{value}" if down else value, "opportunity")
    found = list(judged.values_list("opportunity", flat=True)[start : start + AT_ONCE])
    if len(found) < AT_ONCE:
        others = rows.exclude(pk__in=judged.order_by().values("opportunity")).order_by("-pk")
        start = max(0, start - judged.count())
        found += others.values_list("pk", flat=True)[start : start + AT_ONCE - len(found)]
    return found


def _rows(user: User, numbers: Sequence[int]) -> list[Listed]:
    reach = reach_of(user, numbers)
    found = Opportunity.objects.select_related("customer", "owner").in_bulk(list(numbers))
    readable = [number for number in numbers if reach[number].reads("verdict")]
    judged = {row.opportunity_id: row for row in Judgement.objects.filter(latest=True, opportunity__in=readable)}
    decided = _decided(numbers)
    return [
        Listed(
            number=number,
            key=row.key,
            name=row.name,
            customer=row.customer_id,
            customer_name=row.customer.name,
            customer_class=row.customer.customer_class,
            owner=row.owner_id,
            owner_name=row.owner.name,
            amount=row.amount,
            expected_signature=row.expected_signature,
            reach=reach[number],
            decision=decided.get(number),
            judged=judged_row(judged[number]) if number in judged else None,
        )
        for number in numbers
        for row in [found[number]]
    ]


def judged_row(row: Judgement) -> Judged:
    """A judgement as pages show it."""
    return Judged(**{name: getattr(row, name) for name in Judged.__dataclass_fields__})


def _decided(numbers: Iterable[int]) -> dict[int, str]:
    """The latest decision of each."""
    rows = Decision.objects.filter(opportunity__in=numbers, withdrawn=False).order_by("decided_on", "pk")
    return dict(rows.values_list("opportunity", "decision"))
