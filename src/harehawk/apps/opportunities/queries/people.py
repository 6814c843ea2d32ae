"""The list of people at customers, or outside them but in their decisions."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Customer, Person, Relationship
from harehawk.apps.customers.queries.ties import Tie, ties
from harehawk.apps.opportunities.queries.listing import AT_ONCE
from harehawk.apps.opportunities.reach import inside_people, reach_of_people
from harehawk.apps.rows.spelled import named_like

SORTS = {"name": "name", "customer": "customer__name", "rank": "level"}


class Which(StrEnum):
    """Parts of the list."""

    OUTSIDE = "outside"
    NO_CONTACT = "no_contact"
    UNKNOWN = "unknown"  # nobody of ours knows them
    LEFT = "left"


@dataclass(frozen=True, kw_only=True)
class PeopleWish:
    """What somebody wants to see of the people. Whom we do not know, only those learn who may read it."""

    text: str = ""  # each word in the name or customer, as written or as spelled, in the title or department
    which: str = ""
    sort: str = "name"
    backwards: bool = False
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class ListedPerson:
    """A row of the list. `closest` is None where it is confidential, or nobody of ours knows them; `known` tells."""

    number: int
    name: str
    title: str
    department: str
    rank: int | None
    customer: int | None
    customer_name: str
    outside: str
    no_contact: bool
    left_on: dt.date | None
    known: bool  # whether the reader may know whom of ours they know
    closest: Tie | None


@dataclass(frozen=True, kw_only=True)
class PeopleListing:
    """One page of the list, and how much there is."""

    rows: Sequence[ListedPerson]
    total: int
    page: int
    pages: int


def people_listing(user: User, wish: PeopleWish) -> PeopleListing:
    """One page of the people whom a user may see. Eight statements at most, however many there are."""
    rows = _wanted(user, wish)
    total = rows.count()
    pages = max(1, -(-total // AT_ONCE))
    page = min(max(1, wish.page), pages)
    start = (page - 1) * AT_ONCE
    level = rows.annotate(level=Coalesce("post__rank", "rank"))
    by = F(SORTS.get(wish.sort, "name"))
    ordered = level.order_by(by.desc(nulls_last=True) if wish.backwards else by.asc(nulls_last=True), "name", "pk")
    some = list(ordered.select_related("customer", "post")[start : start + AT_ONCE])
    return PeopleListing(rows=_rows(user, some), total=total, page=page, pages=pages)


def _wanted(user: User, wish: PeopleWish) -> "QuerySet[Person]":
    everybody = Person.objects.all()
    unknown = wish.which == Which.UNKNOWN  # of whom one reads everything, so one sees them
    rows = everybody.filter(inside_people(user)) if unknown else everybody.visible_to(user)
    for word in wish.text.split():
        customers = Customer.objects.visible_to(user).filter(named_like(word))
        found = named_like(word) | Q(customer__in=customers.values("pk"))
        for place in ("title", "department", "post__title", "post__department", "organisation"):
            found |= Q(**{f"{place}__icontains": word})
        rows = rows.filter(found)
    gone = Q(left_on__lte=timezone.localdate())
    match wish.which:
        case Which.LEFT:
            return rows.filter(gone)
        case Which.OUTSIDE:
            rows = rows.exclude(outside="")
        case Which.NO_CONTACT:
            rows = rows.filter(no_contact=True)
        case Which.UNKNOWN:
            met = Relationship.objects.standing().filter(
                person=OuterRef("pk"), colleague__isnull=False, closeness__gt=0
            )
            rows = rows.exclude(no_contact=True).exclude(Exists(met))
    return rows.exclude(gone)


def _rows(user: User, some: Sequence[Person]) -> list[ListedPerson]:
    reach = reach_of_people(user, [row.pk for row in some])
    readable = [number for number, own in reach.items() if own.reads("relationships.closeness")]
    closest: Mapping[int, Tie] = {tie.person: tie for tie in reversed(ties(readable)) if tie.ours and tie.closeness}
    at = {row.customer_id for row in some if row.customer_id is not None}
    customers = dict(Customer.objects.visible_to(user, at).filter(pk__in=at).values_list("pk", "name"))
    return [
        ListedPerson(
            number=row.pk,
            name=row.name,
            title=row.post.title if row.post else row.title,
            department=row.post.department if row.post else row.department,
            rank=row.post.rank if row.post else row.rank,
            customer=row.customer_id if row.customer_id in customers else None,
            customer_name=customers.get(row.customer_id or 0, ""),
            outside=row.outside,
            no_contact=bool(row.no_contact),
            left_on=row.left_on,
            known=row.pk in readable,
            closest=closest.get(row.pk),
        )
        for row in some
    ]
