"""Whose opportunities somebody sees: the ways that lead from an opportunity to a user."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.lookups import Exact
from django.utils import timezone

from harehawk.apps.access.models import Team, User
from harehawk.apps.access.roles import Role
from harehawk.apps.access.teams import under

BELOW = "_teams_below"
LEADS = (Role.DIRECTOR, Role.VIEWER)  # who see what their teams have
EVERYTHING = Q(pk__isnull=False)


class Way(NamedTuple):
    """A step from an opportunity, and which rows there lead on; without a step, which opportunities do."""

    step: str
    there: Q


class Below(NamedTuple):
    """A team with all below it: number and name of each, and whether there are no others."""

    top: int
    teams: list[tuple[int, str]]
    all_teams: bool


def sees_all(user: User) -> bool:
    """Sales operations and finance see every opportunity; which fields of it, the field policy says."""
    return user.has_role(Role.OPERATIONS, Role.FINANCE)


def ways(user: User) -> list[Way]:
    """How an opportunity can be somebody's to see; any one of these suffices."""
    found = [*inside_ways(user), Way("customer", Q(owner__in=own(user)))]
    return found + (_of_teams(user) if user.has_role(Role.VIEWER) else [])


def inside_ways(user: User) -> list[Way]:
    """How somebody comes to read what is confidential about it: who works on it, and with whom it is shared."""
    return worker_ways(user) + shared_ways(user)


def shared_ways(user: User) -> list[Way]:
    """How an opportunity can be opened to somebody who does not work on it."""
    return [Way("shares", Q(user=user.pk) & (Q(until=None) | Q(until__gte=timezone.localdate())))]


def worker_ways(user: User) -> list[Way]:
    """How an opportunity can be somebody's to work on: as its owner, on its team, as a director above."""
    return [Way("team", Q(colleague__in=own(user))), *owner_ways(user)]


def owner_ways(user: User) -> list[Way]:
    """How an opportunity can be somebody's to answer for: as its owner, as a director above the owner."""
    return [Way("", Q(owner__in=own(user))), *(_of_teams(user) if user.has_role(Role.DIRECTOR) else [])]


def reached(model: type[models.Model], ways_there: Iterable[Way], to: str = "") -> Q:
    """Rows of a model that reach, by `to` (a lookup that ends in `__`), an opportunity along one of the ways.

    Where a step leads to other rows, a list of numbers stands in its place: it is looked up once, not for each row,
    and no row is found twice.
    """
    opportunity: Any = model
    for step in to.split("__")[:-1]:
        opportunity = opportunity._meta.get_field(step).related_model
    if to not in {"", "opportunity__"}:
        there = opportunity._default_manager.filter(reached(opportunity, ways_there)).values("pk")
        return Q(pk__in=model._default_manager.filter(**{f"{to}in": there}).values("pk"))
    several = list(ways_there)
    found = Q(pk__in=[])
    for way in [way for way in several if way.there is EVERYTHING] or several:
        found |= _along(opportunity, way, to)
    return found


def _along(opportunity: Any, way: Way, to: str) -> Q:  # noqa: ANN401  the model is below us
    if not way.step:
        return _from(to, way.there)
    field = opportunity._meta.get_field(way.step)
    rows = field.related_model._default_manager.filter(way.there)
    if field.concrete:
        return Q(**{f"{to}{way.step}__in": rows.values("pk")})
    return Q(**{f"{to}pk__in": rows.values(field.remote_field.name)})


def _from(to: str, there: Q) -> Q:
    """The same filter, for a table that reaches what it filters by `to`."""
    children: Any = there.children
    moved = [_from(to, one) if isinstance(one, Q) else (f"{to}{one[0]}", one[1]) for one in children]
    return Q(*moved, _connector=there.connector, _negated=there.negated)


def one_by_one(filtered: Q) -> "Exact[bool]":
    """The same filter, asked of each row in turn: rows come out of one index, in its order.

    A database that collects what a filter finds by other indexes reads each row itself, which is large.
    """
    return Exact(Case(When(filtered, then=Value(1)), default=Value(0)), 1)


def in_order(user: User, filtered: Q) -> "Q | Exact[bool]":
    """A filter of what somebody sees, for a list of it: whoever sees much of what there is goes through all of it."""
    return one_by_one(filtered) if user.has_role(*LEADS) and not leads_all(user) else filtered


def own(user: User) -> list[int]:
    """The number of the colleague who the user is, if he is one; looked up once."""
    colleague: models.Model | None = getattr(user, "colleague", None)
    return [] if colleague is None else [colleague.pk]


def leads_all(user: User) -> bool:
    """Tell whether every team is the user's or below it: what belongs to no team falls to him, too.

    People of the sample lead the sample only.
    """
    return user.team_id is not None and user.batch_id is None and _below(user, user.team_id).all_teams


def _below(user: User, top: int) -> Below:
    known: Below | None = vars(user).get(BELOW)  # a user is read anew for each request
    if known is None or known.top != top:
        rows = list(Team.objects.values_list("pk", "parent", "name"))
        ours = under(top, {number: parent for number, parent, _ in rows})
        found = [(number, name) for number, _, name in rows if number in ours]
        vars(user)[BELOW] = known = Below(top, found, len(found) == len(rows))
    return known


def of_teams(user: User) -> Q:
    """Colleagues of the user's teams; of one who is no user, the name of his team tells."""
    if leads_all(user):
        return EVERYTHING
    teams = [] if user.team_id is None else _below(user, user.team_id).teams
    members = Q(user__team__in=[number for number, _ in teams])
    return members | Q(user__isnull=True, team__in=[name for _, name in teams])


def _of_teams(user: User) -> list[Way]:
    """Owned by somebody of the user's teams; by anybody, where all are his."""
    return [Way("", EVERYTHING) if leads_all(user) else Way("owner", of_teams(user))]
