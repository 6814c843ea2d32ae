"""Who sits where at a customer: its posts with their holders, vacant ones too, and people without a post."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Prefetch, Q
from django.utils import timezone

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Person, Post, Tenure


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Somebody who sits there."""

    number: int
    name: str
    since: dt.date | None
    no_contact: bool
    left_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A post, or where somebody without one stands. `last` held a vacant post until `vacant_since`."""

    post: int | None
    title: str
    department: str
    rank: int | None
    reports_to: str
    in_charge_of: Sequence[str]
    site: str
    holders: Sequence[Holder]
    last: Holder | None = None
    vacant_since: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The seats from the top, and who left."""

    seats: Sequence[Seat]
    gone: Sequence[Holder]

    def people(self) -> list[Holder]:
        """Everybody who sits there today."""
        return [holder for seat in self.seats for holder in seat.holders]


def chart(user: User, customer: int) -> Chart:
    """The people of a customer, which the user sees, as they sit today. Four statements."""
    today = timezone.localdate()
    below = Prefetch("in_charge_of", Post.objects.order_by("rank", "title"))
    posts = list(
        Post.objects.filter(customer=customer).select_related("reports_to").prefetch_related(below).order_by("pk")
    )
    held = Tenure.objects.filter(post__customer=customer).order_by("since", "pk")
    elsewhere = Person.objects.filter(Q(post__customer=customer) | Q(pk__in=held.values("person")))
    elsewhere = elsewhere.exclude(customer=customer)
    seen = Q(customer=customer) | Q(pk__in=elsewhere.visible_to(user, elsewhere.values("pk")).values("pk"))
    people = {row.pk: row for row in Person.objects.filter(seen).select_related("reports_to").order_by("name")}
    tenures = [one for one in held if one.person_id in people]
    sitting: dict[int | None, list[Holder]] = defaultdict(list)
    alone = []
    for row in people.values():
        if _left(row, today):
            continue
        post, since = _post(row, tenures, today)
        if post is not None:
            sitting[post].append(_holder(row, since))
        elif row.customer_id == customer:
            alone.append(_alone(row))
    seats = [_seat(post, sitting[post.pk], _before(post, tenures, people)) for post in posts]
    gone = [
        _holder(row, row.post_since) for row in people.values() if row.customer_id == customer and _left(row, today)
    ]
    return Chart(seats=sorted([*seats, *alone], key=_from_the_top), gone=gone)


def _post(row: Person, tenures: Iterable[Tenure], today: dt.date) -> tuple[int | None, dt.date | None]:
    """The post somebody holds today and since when: the current one once begun, else that of the tenures."""
    if row.post_id and (row.post_since is None or row.post_since <= today):
        return row.post_id, row.post_since
    running = [one for one in tenures if one.person_id == row.pk and _covers(one, today)]
    return (running[-1].post_id, running[-1].since) if running else (None, None)


def _covers(tenure: Tenure, day: dt.date) -> bool:
    return (tenure.since or dt.date.min) <= day and (tenure.until is None or tenure.until >= day)


def _left(row: Person, today: dt.date) -> bool:
    return row.left_on is not None and row.left_on <= today


def _holder(row: Person, since: dt.date | None) -> Holder:
    return Holder(number=row.pk, name=row.name, since=since, no_contact=bool(row.no_contact), left_on=row.left_on)


def _alone(row: Person) -> Seat:
    return Seat(
        post=None,
        title=row.title,
        department=row.department,
        rank=row.rank,
        reports_to=row.reports_to.name if row.reports_to else "",
        in_charge_of=(),
        site="",
        holders=(_holder(row, row.post_since),),
    )


def _seat(post: Post, holders: Sequence[Holder], before: Holder | None) -> Seat:
    seat = Seat(
        post=post.pk,
        title=post.title,
        department=post.department,
        rank=post.rank,
        reports_to=post.reports_to.title if post.reports_to else "",
        in_charge_of=[one.title for one in post.in_charge_of.all()],
        site=post.site,
        holders=holders,
    )
    return seat if holders or before is None else replace(seat, last=before, vacant_since=before.left_on)


def _before(post: Post, tenures: Iterable[Tenure], people: dict[int, Person]) -> Holder | None:
    """Who held a post last, and until when."""
    held = [(one.until, people[one.person_id]) for one in tenures if one.post_id == post.pk and one.until]
    held += [(row.left_on, row) for row in people.values() if row.left_on and row.post_id == post.pk]
    if not held:
        return None
    until, row = max(held, key=lambda pair: pair[0])
    return replace(_holder(row, None), left_on=until)


def _from_the_top(seat: Seat) -> tuple[int, str, str]:
    return (seat.rank or 99, seat.department, seat.holders[0].name if seat.holders else "")
