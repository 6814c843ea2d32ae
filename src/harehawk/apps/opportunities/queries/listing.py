"""The list of opportunities: filtered, sorted, one page of it; by what its reader may read, and by nothing else."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.lookups import Exact

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.opportunities.models import Decision, Judgement, Opportunity, Outcome
from harehawk.apps.opportunities.reach import inside_of, reach_of
from harehawk.apps.rows.reach import in_order, one_by_one
from harehawk.apps.rows.spelled import named_like

AT_ONCE = 50
FEW = 500
OWN = {
    "name": "name", "customer": "customer__name", "owner": "owner__name", "amount": "amount",
    "expected_signature": "expected_signature", "found_on": "found_on", "closed_on": "closed_on",
}  # fmt: skip
JUDGED = {"expected_value": "expected_value", "chance": "chance", "confidence": "confidence", "worth": "total_worth"}
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
    rows = Opportunity.objects.visible_to(user, of_many=True).filter(*_wanted(wish))
    if wish.verdict or wish.failing_gate:
        rows = rows.filter(in_order(user, inside_of(user)), _judged_so(wish))
    total = rows.count()
    pages = max(1, -(-total // AT_ONCE))
    page = min(max(1, wish.page), pages)
    start = (page - 1) * AT_ONCE
    numbers = _by_own(rows, wish, start) if wish.sort in OWN else _by_judged(user, rows, wish, start, total)
    return Listing(rows=_rows(user, numbers, closed=wish.closed), total=total, page=page, pages=pages)


def nothing_kept() -> bool:
    """Tell whether nobody here has an opportunity yet, whoever may see them."""
    return not Opportunity.objects.exists()


def _wanted(wish: Wish) -> "Iterator[Q | Exact[bool]]":
    """The filters by what everybody may read."""
    yield Q(closed_on__isnull=not wish.closed)
    if words := wish.text.split():
        yield _named(words)
    if wish.owner is not None:
        yield Q(owner=wish.owner)
    if wish.customer is not None:
        yield Q(customer=wish.customer)
    if wish.customer_class:
        alike = Customer.objects.filter(customer_class=wish.customer_class)
        yield one_by_one(Q(customer__in=alike.values("pk")))


def _named(words: Iterable[str]) -> "Q | Exact[bool]":
    """Each word in one of its names. Where they are few, their numbers: the names are gone through once."""
    found = Q()
    for word in words:
        like = named_like(word)
        for step, table in (("customer", Customer), ("owner", Colleague)):
            like |= Q(**{f"{step}__in": table.objects.filter(named_like(word)).values("pk")})
        found &= like
    few = list(Opportunity.objects.filter(found).order_by().values_list("pk", flat=True)[: FEW + 1])
    return Q(pk__in=few) if len(few) <= FEW else one_by_one(found)


def _judged_so(wish: Wish) -> Q:
    wanted = Q(verdict=wish.verdict) if wish.verdict else Q()
    return wanted & Q(failing_gate=wish.failing_gate) if wish.failing_gate else wanted


def _by_own(rows: "QuerySet[Opportunity]", wish: Wish, start: int) -> list[int]:
    by = F(OWN[wish.sort])
    order = by.desc(nulls_last=True) if _down(wish) else by.asc(nulls_last=True)
    return list(rows.order_by(order, "pk").values_list("pk", flat=True)[start : start + AT_ONCE])


def _by_judged(user: User, rows: "QuerySet[Opportunity]", wish: Wish, start: int, total: int) -> list[int]:
    """By a judged value: first what may be read, in its order, then the rest as it was entered, the latest first."""
    readable = in_order(user, inside_of(user) & ~Q(verdict=""))
    value = JUDGED[wish.sort]
    judged = rows.filter(readable).order_by(f"-{value}" if _down(wish) else value, "pk")
    found = list(judged.values_list("pk", flat=True)[start : start + AT_ONCE])
    if len(found) == AT_ONCE:
        return found
    before = start + len(found) if found or start == 0 else judged.count()
    if before < total:
        others = rows.exclude(readable).order_by("-pk").values_list("pk", flat=True)
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
