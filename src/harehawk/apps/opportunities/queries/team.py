"""Who works on an opportunity, with whom it is shared, and who sees it for what other reason."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from harehawk.apps.access.models import Team, User
from harehawk.apps.access.roles import Role
from harehawk.apps.customers.models import Colleague
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.opportunities.problems import OpportunityNotFound
from harehawk.apps.opportunities.reach import reach_of

type Named = tuple[int, str]  # number and name


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Somebody it is opened to. `ended`: the day is over."""

    number: int
    name: str
    until: dt.date | None
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Everybody who has to do with an opportunity, and how much of it each reads."""

    owner: str
    members: Sequence[Named]
    shares: Sequence[Shared]
    inside: Sequence[str]  # all of it
    finance: Sequence[str]  # what it is, and what it is worth
    outside: Sequence[str]  # what it is
    colleagues: Sequence[Named]  # who may be put on it
    users: Sequence[Named]  # whom it may be shared with


def access(user: User, number: int) -> Access:
    """Who has to do with it, for who reads all of it. Raises OpportunityNotFound."""
    row = Opportunity.objects.select_related("owner__user", "customer__owner").get_visible(user, number)
    if not reach_of(user, [number])[number].reads("verdict"):
        raise OpportunityNotFound(number)
    today = timezone.localdate()
    members = list(row.team.select_related("colleague").order_by("pk"))
    shares = list(row.shares.select_related("user").order_by("pk"))
    live = [one.user_id for one in shares if one.until is None or one.until >= today]
    inside = _users(
        Q(pk__in=[row.owner.user_id, *(one.colleague.user_id for one in members), *live]), Role.DIRECTOR, row.owner
    )
    customer_owner = row.customer.owner.user_id if row.customer.owner else None
    finance = _users(Q(pk=None), None, row.owner, Role.FINANCE)
    outside = _users(Q(pk=customer_owner), Role.VIEWER, row.owner, Role.OPERATIONS)
    seats = Colleague.objects.exclude(pk__in=[row.owner_id, *(one.colleague_id for one in members)])
    return Access(
        owner=row.owner.name,
        members=[(one.pk, one.colleague.name) for one in members],
        shares=[
            Shared(number=one.pk, name=one.user.name, until=one.until, ended=one.user_id not in live) for one in shares
        ],
        inside=list(inside.values()),
        finance=[name for number, name in finance.items() if number not in inside],
        outside=[name for number, name in outside.items() if number not in inside and number not in finance],
        colleagues=list(seats.order_by("name").values_list("pk", "name")),
        users=[
            (number, name)
            for number, name in User.objects.filter(is_active=True).order_by("name").values_list("pk", "name")
            if number not in inside
        ],
    )


def _users(named: Q, by_team: Role | None, owner: Colleague, *by_role: Role) -> dict[int, str]:
    """Active users who are named, who have a role that sees all, or one that sees the owner's team."""
    above = set(_above(_team_of(owner)))
    ours = set(User.objects.filter(named).values_list("pk", flat=True))
    return {
        one.pk: one.name
        for one in User.objects.filter(is_active=True).order_by("name", "pk")
        if one.pk in ours or one.has_role(*by_role) or (by_team and one.has_role(by_team) and one.team_id in above)
    }


def _team_of(owner: Colleague) -> Iterable[int]:
    """The owner's team; of a colleague who is no user, by its name."""
    if owner.user is not None:
        return [owner.user.team_id] if owner.user.team_id else []
    return Team.objects.filter(name=owner.team).values_list("pk", flat=True) if owner.team else []


def _above(teams: Iterable[int]) -> Iterable[int]:
    """Teams and all above them."""
    parents = dict(Team.objects.values_list("pk", "parent"))
    for team in teams:
        place: int | None = team
        while place is not None:
            yield place
            place = parents.get(place)
