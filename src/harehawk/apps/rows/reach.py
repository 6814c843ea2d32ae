"""Whose opportunities somebody sees: the ways that lead from an opportunity to a user."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from harehawk.apps.access.models import Team, User
from harehawk.apps.access.roles import Role

type Way = dict[str, Any]  # lookups from an opportunity


def sees_all(user: User) -> bool:
    """Sales operations and finance see every opportunity; which fields of it, the field policy says."""
    return user.has_role(Role.OPERATIONS, Role.FINANCE)


def ways(user: User) -> list[Way]:
    """How an opportunity can be somebody's to see; any one of these suffices."""
    found = worker_ways(user)
    found.append({"shares__user": user, "shares__until__isnull": True})
    found.append({"shares__user": user, "shares__until__gte": timezone.localdate()})
    if user.has_role(Role.VIEWER) and user.team_id:
        found += _of_teams(user)
    return found


def worker_ways(user: User) -> list[Way]:
    """How an opportunity can be somebody's to work on: owner, on its team, the customer's owner, director above."""
    found: list[Way] = [{"owner__user": user}, {"team__colleague__user": user}, {"customer__owner__user": user}]
    if user.has_role(Role.DIRECTOR) and user.team_id:
        found += _of_teams(user)
    return found


def reached(model: type[models.Model], ways_there: Iterable[Way], to: str = "") -> Q:
    """Rows of a model that reach, by `to` (a lookup that ends in `__`), an opportunity along one of the ways."""
    found = Q(pk__in=[])
    for way in ways_there:
        lookups = {f"{to}{lookup}": value for lookup, value in way.items()}
        found |= Q(pk__in=model._default_manager.filter(**lookups).values("pk"))  # noqa: SLF001  Django's own door
    return found


def teams_below(user: User) -> list[tuple[int, str]]:
    """Number and name of the user's team and of all below it."""
    if user.team_id is None:
        return []
    teams = {number: (parent, name) for number, parent, name in Team.objects.values_list("pk", "parent", "name")}
    below = {user.team_id}
    grown = True
    while grown:
        more = {number for number, (parent, _) in teams.items() if parent in below} - below
        below |= more
        grown = bool(more)
    return [(number, teams[number][1]) for number in sorted(below)]


def _of_teams(user: User) -> list[Way]:
    """Owned by somebody of these teams; of a colleague who is no user, the name of his team tells."""
    teams = teams_below(user)
    return [
        {"owner__user__team__in": [number for number, _ in teams]},
        {"owner__user__isnull": True, "owner__team__in": [name for _, name in teams]},
    ]
