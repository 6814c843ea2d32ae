"""The list of opportunities: filtered, sorted, one page of it; by what its reader may read, and by nothing else."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, Max, Q, QuerySet

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.opportunities.models import Decision, Judgement, Opportunity, Outcome
from harehawk.apps.opportunities.reach import inside_of, reach_of
from harehawk.apps.rows.spelled import named_like

AT_ONCE = 50
MANY = 20_000
OWN = {
    "name": "name", "customer": "customer__name", "owner": "owner__name", "amount": "amount",
    "expected_signature": "expected_signature", "found_on": "found_on", "closed_on": "closed_on",
}  # fmt: skip
JUDGED = {"expected_value": "expected_value", "chance": "chance", "confidence": "confidence", "worth": "worth"}
LEAST_FIRST = frozenset({"name", "customer", "owner", "expected_signature"})


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody wants to see of the list. Filters by judged values leave out what he may not read."""

    text: str = ""  # each word in the name of the opportunity, customer or owner, as written or as spelled
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
    """What a judgement says wherever it is spoken of."""

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


@dataclass(frozen=True, kw_only=True)
class Latest(Judged):
    """The latest judgement, and what the answer to its question is worth."""

    question_value: float | None


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
    judged: Latest | None
    outcome: str | None  # of closed ones
    closed_on: dt.date | None


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One page of the list, and how much there is."""

    rows: Sequence[Listed]
    total: int
    page: int
    pages: int


def listing(user: User, wish: Wish) -> Listing:
    """One page of what a user may see. Fifteen statements at most, however long the list."""
    inside = inside_of(user)
    rows = Opportunity.objects.visible_to(user).filter(_wanted(wish))
    if wish.verdict or wish.failing_gate:
        rows = rows.filter(inside, pk__in=_judged_so(wish).values("opportunity"))
    total = rows.count()
    pages = max(1, -(-total // AT_ONCE))
    page = min(max(1, wish.page), pages)
    start = (page - 1) * AT_ONCE
    numbers = _by_own(rows, wish, start) if wish.sort in OWN else _by_judged(user, rows, wish, start, total)
    return Listing(rows=_rows(user, numbers, closed=wish.closed), total=total, page=page, pages=pages)


def nothing_kept() -> bool:
    """Tell whether nobody here has an opportunity yet, whoever may see them."""
    return not Opportunity.objects.exists()


def _wanted(wish: Wish, to: str = "") -> Q:
    """The filter by what everybody may read, for a table that reaches its opportunity by `to`."""
    ended = Outcome.objects.filter(withdrawn=False).values("opportunity")
    closed = Q(opportunity__in=ended) if to else Q(pk__in=ended)
    wanted = closed if wish.closed else ~closed
    for word in wish.text.split():
        found = named_like(word, to)
        for step, table in (("customer", Customer), ("owner", Colleague)):  # few, looked up once
            found |= Q(**{f"{to}{step}__in": table.objects.filter(named_like(word)).values("pk")})
        wanted &= found
    if wish.owner is not None:
        wanted &= Q(**{f"{to}owner": wish.owner})
    if wish.customer is not None:
        wanted &= Q(**{f"{to}customer": wish.customer})
    if wish.customer_class:
        wanted &= Q(**{f"{to}customer__customer_class": wish.customer_class})
    return wanted


def _judged_so(wish: Wish) -> "QuerySet[Judgement]":
    rows = Judgement.objects.filter(latest=True)
    if wish.verdict:
        rows = rows.filter(verdict=wish.verdict)
    return rows.filter(failing_gate=wish.failing_gate) if wish.failing_gate else rows


def _by_own(rows: "QuerySet[Opportunity]", wish: Wish, start: int) -> list[int]:
    if wish.sort == "closed_on":
        rows = rows.annotate(closed_on=Max("outcomes__closed_on", filter=Q(outcomes__withdrawn=False)))
    by = F(OWN[wish.sort])
    order = by.desc(nulls_last=True) if _down(wish) else by.asc(nulls_last=True)
    return list(rows.order_by(order, "pk").values_list("pk", flat=True)[start : start + AT_ONCE])


def _by_judged(user: User, rows: "QuerySet[Opportunity]", wish: Wish, start: int, total: int) -> list[int]:
    """By a judged value: first what may be read, in its order, then the rest as it was entered, the latest first."""
    value = JUDGED[wish.sort]
    if total > MANY:  # go through the judgements in their order until the page is full
        judged = _judged_so(wish).filter(_wanted(wish, "opportunity__"), inside_of(user, Judgement, "opportunity__"))
    else:  # sort the few there are
        readable = rows.filter(inside_of(user)).order_by().values("pk")
        judged = Judgement.objects.filter(latest=True, opportunity__in=readable)
    ordered = judged.order_by(f"-{value}" if _down(wish) else value, "opportunity")
    found = list(ordered.values_list("opportunity", flat=True)[start : start + AT_ONCE])
    if len(found) == AT_ONCE:
        return found
    before = start + len(found) if found or start == 0 else judged.count()
    if before < total:
        others = rows.exclude(pk__in=judged.values("opportunity")).order_by("-pk").values_list("pk", flat=True)
        start = max(0, start - before)
        found += others[start : start + AT_ONCE - len(found)]
    return found


def _down(wish: Wish) -> bool:
    return (wish.sort not in LEAST_FIRST) != wish.backwards


def _rows(user: User, numbers: Sequence[int], *, closed: bool) -> list[Listed]:
    reach = reach_of(user, numbers)
    found = Opportunity.objects.select_related("customer", "owner").in_bulk(list(numbers))
    readable = [number for number in numbers if reach[number].reads("verdict")]
    judged = latest_of(readable)
    decided, ended = _decided(numbers), _ended(numbers) if closed else {}
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
            judged=judged.get(number),
            outcome=outcome,
            closed_on=closed_on,
        )
        for number in numbers
        for outcome, closed_on in [ended.get(number, (None, None))]
        for row in [found[number]]
    ]


def latest_of(numbers: Iterable[int]) -> dict[int, Latest]:
    """What lists say of the latest judgement of each; the whole record of one is too large to be read for them."""
    rows: Any = Judgement.objects.filter(latest=True, opportunity__in=numbers)
    names = [*Latest.__dataclass_fields__.keys() - {"question_value"}]
    asked = rows.values("opportunity", *names, question_value=F("record__questions__0__value"))
    return {row.pop("opportunity"): Latest(**row) for row in asked}


def _decided(numbers: Iterable[int]) -> dict[int, str]:
    """The latest decision of each."""
    rows = Decision.objects.filter(opportunity__in=numbers, withdrawn=False).order_by("decided_on", "pk")
    return dict(rows.values_list("opportunity", "decision"))


def _ended(numbers: Iterable[int]) -> dict[int, tuple[str, dt.date]]:
    """How and when each ended."""
    rows = Outcome.objects.filter(opportunity__in=numbers, withdrawn=False).order_by("closed_on", "pk")
    return {number: (outcome, day) for number, outcome, day in rows.values_list("opportunity", "outcome", "closed_on")}
