"""Whose opportunities somebody sees: the ways that lead from an opportunity to a user."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Q
from django.utils import timezone

from harehawk.apps.access.models import Team, User
from harehawk.apps.access.roles import Role
from harehawk.apps.access.teams import under

type Way = dict[str, Any]  # lookups from an opportunity

BELOW = "_teams_below"
MANY = ("team__", "shares__")  # of an opportunity there may be several


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
    found = [*inside_ways(user), {"customer__owner__user": user}]
    return found + (_of_teams(user) if user.has_role(Role.VIEWER) else [])


def inside_ways(user: User) -> list[Way]:
    """How somebody comes to read what is confidential about it: who works on it, and with whom it is shared."""
    return worker_ways(user) + shared_ways(user)


def shared_ways(user: User) -> list[Way]:
    """How an opportunity can be opened to somebody who does not work on it."""
    return [
        {"shares__user": user, "shares__until__isnull": True},
        {"shares__user": user, "shares__until__gte": timezone.localdate()},
    ]


def worker_ways(user: User) -> list[Way]:
    """How an opportunity can be somebody's to work on: as its owner, on its team, as a director above."""
    return [{"team__colleague__user": user}, *owner_ways(user)]


def owner_ways(user: User) -> list[Way]:
    """How an opportunity can be somebody's to answer for: as its owner, as a director above the owner."""
    return [{"owner__user": user}, *(_of_teams(user) if user.has_role(Role.DIRECTOR) else [])]


def reached(model: type[models.Model], ways_there: Iterable[Way], to: str = "") -> Q:
    """Rows of a model that reach, by `to` (a lookup that ends in `__`), an opportunity along one of the ways.

    Where a step leads to many rows, a list of numbers stands in its place, so that no row is found twice.
    """
    many = to not in {"", "opportunity__"}
    found = Q(pk__in=[])
    for way in ways_there:
        lookups = {f"{to}{lookup}": value for lookup, value in way.items()}
        if many or any(lookup.startswith(MANY) for lookup in way):
            found |= Q(pk__in=model._default_manager.filter(**lookups).values("pk"))
        else:
            found |= _direct(model, to, way)
    return found


def _direct(model: type[models.Model], to: str, way: Way) -> Q:
    """A way without joins: the few owners or customers it comes from are looked up once, not for each row."""
    opportunity: Any = model._meta.get_field("opportunity").related_model if to else model
    steps: dict[str, Way] = {}
    for lookup, value in way.items():
        step, _, rest = lookup.partition("__")
        steps.setdefault(step, {})[rest] = value
    found = Q()
    for step, rests in steps.items():
        target = opportunity._meta.get_field(step).related_model
        found &= Q(**{f"{to}{step}__in": target._default_manager.filter(**rests).values("pk")})
    return found


def leads_all(user: User) -> bool:
    """Tell whether every team is the user's or below it: what belongs to no team falls to him, too.

    People of the sample lead the sample only.
    """
    return user.team_id is not None and user.batch_id is None and _below(user, user.team_id).all_teams


def teams_below(user: User) -> list[tuple[int, str]]:
    """Number and name of the user's team and of all below it."""
    return [] if user.team_id is None else _below(user, user.team_id).teams


def _below(user: User, top: int) -> Below:
    known: Below | None = vars(user).get(BELOW)  # a user is read anew for each request
    if known is None or known.top != top:
        rows = list(Team.objects.values_list("pk", "parent", "name"))
        ours = under(top, {number: parent for number, parent, _ in rows})
        found = [(number, name) for number, _, name in rows if number in ours]
        vars(user)[BELOW] = known = Below(top, found, len(found) == len(rows))
    return known


def owned_below(user: User, to: str = "") -> Q:
    """Rows whose owner, reached by `to`, is of the user's teams."""
    found = Q(pk__in=[])
    for way in _of_teams(user):
        found |= Q(**{f"{to}{lookup}": value for lookup, value in way.items()}, **{f"{to}owner__isnull": False})
    return found


def _of_teams(user: User) -> list[Way]:
    """Owned by somebody of the user's teams; of a colleague who is no user, the name of his team tells."""
    if leads_all(user):
        return [{"owner__pk__isnull": False}]
    teams = teams_below(user)
    return [
        {"owner__user__team__in": [number for number, _ in teams]},
        {"owner__user__isnull": True, "owner__team__in": [name for _, name in teams]},
    ]
