"""The list of customers: filtered, sorted, one page of it, with what its reader may read of their opportunities."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Customer, Relationship
from harehawk.apps.opportunities.models import Evidence, Opportunity, Stance
from harehawk.apps.opportunities.queries.listing import AT_ONCE
from harehawk.apps.opportunities.reach import inside_customers, inside_of
from harehawk.apps.rows.spelled import named_like

SORTS = {"name": "name", "class": "customer_class", "owner": "owner__name", "open": "open", "amount": "most"}
MOST_FIRST = frozenset({"open", "amount"})


@dataclass(frozen=True, kw_only=True)
class CustomerWish:
    """What somebody wants to see of the customers."""

    text: str = ""  # each word in the name, as written or as spelled, in the industry or region
    customer_class: str = ""
    owner: int | None = None
    sort: str = "name"
    backwards: bool = False
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class Largest:
    """The open opportunity of the greatest amount."""

    number: int
    name: str
    amount: Decimal | None


@dataclass(frozen=True, kw_only=True)
class ListedCustomer:
    """A row of the list. `parent` is None where the group is not the reader's to see; so is `heard` if confidential."""

    number: int
    name: str
    customer_class: str
    parent: int | None
    parent_name: str
    owner_name: str
    open: int
    largest: Largest | None
    heard: dt.date | None  # the day of the last fact


@dataclass(frozen=True, kw_only=True)
class CustomerListing:
    """One page of the list, how much there is, and what it can be filtered by."""

    rows: Sequence[ListedCustomer]
    total: int
    page: int
    pages: int
    classes: Sequence[str]
    owners: Sequence[tuple[int, str]]


def customer_listing(user: User, wish: CustomerWish) -> CustomerListing:
    """One page of the customers that a user may see. Twelve statements at most, however many there are."""
    visible = Customer.objects.visible_to(user)
    wanted = _wanted(visible, wish)
    total = wanted.count()
    pages = max(1, -(-total // AT_ONCE))
    page = min(max(1, wish.page), pages)
    start = (page - 1) * AT_ONCE
    rows = list(_sorted(user, wanted, wish).select_related("owner")[start : start + AT_ONCE])
    offered = set(visible.order_by().values_list("customer_class", "owner", "owner__name").distinct())
    return CustomerListing(
        rows=_rows(user, rows),
        total=total,
        page=page,
        pages=pages,
        classes=sorted({code for code, _, _ in offered if code}),
        owners=sorted({(owner, name) for _, owner, name in offered if owner}, key=lambda one: one[1]),
    )


def _wanted(rows: "QuerySet[Customer]", wish: CustomerWish) -> "QuerySet[Customer]":
    for word in wish.text.split():
        rows = rows.filter(named_like(word) | Q(industry__icontains=word) | Q(region__icontains=word))
    if wish.customer_class:
        rows = rows.filter(customer_class=wish.customer_class)
    return rows if wish.owner is None else rows.filter(owner=wish.owner)


def _sorted(user: User, rows: "QuerySet[Customer]", wish: CustomerWish) -> "QuerySet[Customer, Any]":
    if wish.sort in MOST_FIRST:
        there = _open(user).filter(customer=OuterRef("pk")).order_by().values("customer")
        found = there.annotate(n=Count("pk"), most=Max("amount"))
        rows = rows.annotate(open=Coalesce(Subquery(found.values("n")), 0), most=Subquery(found.values("most")))
    by = F(SORTS.get(wish.sort, "name"))
    down = (wish.sort in MOST_FIRST) != wish.backwards
    return rows.order_by(by.desc(nulls_last=True) if down else by.asc(nulls_last=True), "pk")


def _open(user: User) -> "QuerySet[Opportunity]":
    return Opportunity.objects.visible_to(user).open()


def _rows(user: User, rows: Sequence[Customer]) -> list[ListedCustomer]:
    numbers = [row.pk for row in rows]
    groups = {row.parent_id for row in rows if row.parent_id}
    parents = dict(Customer.objects.visible_to(user, groups).filter(pk__in=groups).values_list("pk", "name"))
    deals: dict[int, list[Opportunity]] = defaultdict(list)
    for deal in _open(user).filter(customer__in=numbers).order_by(F("amount").desc(nulls_last=True), "pk"):
        deals[deal.customer_id].append(deal)
    heard = _heard(user, numbers)
    return [
        ListedCustomer(
            number=row.pk,
            name=row.name,
            customer_class=row.customer_class,
            parent=row.parent_id if row.parent_id in parents else None,
            parent_name=parents.get(row.parent_id or 0, ""),
            owner_name=row.owner.name if row.owner else "",
            open=len(deals[row.pk]),
            largest=_largest(deals[row.pk]),
            heard=heard.get(row.pk),
        )
        for row in rows
    ]


def _largest(deals: Sequence[Opportunity]) -> Largest | None:
    if not deals:
        return None
    return Largest(number=deals[0].pk, name=deals[0].name, amount=deals[0].amount)


def _heard(user: User, numbers: Sequence[int]) -> Mapping[int, dt.date]:
    """The day of the last fact about each of these customers, of the facts that a user may read."""
    inside = Opportunity.objects.filter(inside_of(user), customer__in=numbers).values("pk")
    said: list[QuerySet[Any, Any]] = [
        table.objects.filter(opportunity__in=inside, withdrawn=False).values_list("opportunity__customer", "learned_on")
        for table in (Evidence, Stance)
    ]
    ours = Customer.objects.filter(inside_customers(user, numbers), pk__in=numbers).values("pk")
    met = Relationship.objects.standing().filter(person__customer__in=ours)
    said.append(met.values_list("person__customer", Coalesce("learned_on", "last_contact")))
    found: dict[int, dt.date] = {}
    for facts in said:
        for customer, day in facts.order_by():
            if day is not None and day > found.get(customer, dt.date.min):
                found[customer] = day
    return found
