"""The tree of teams."""

from collections.abc import Mapping

from django.db import transaction

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Team
from harehawk.apps.access.people import must_manage
from harehawk.apps.access.people_problems import TeamHasPeople, TeamInCircle, TeamNotFound
from harehawk.apps.access.problems import StillUsed


@transaction.atomic
def add_team(*, actor: Actor, name: str, parent: int | None) -> Team:
    """Add a team below another, or at the top. Raises PeopleNotYours, TeamNotFound, RowRefused."""
    must_manage(actor)
    return log.add(actor, Team(name=name, parent=_team(parent) if parent else None))


@transaction.atomic
def change_team(*, actor: Actor, team: int, seen_version: int, name: str, parent: int | None) -> None:
    """Rename a team or put it elsewhere. Raises PeopleNotYours, TeamNotFound, TeamInCircle, ChangedMeanwhile."""
    must_manage(actor)
    found, above = _team(team), _team(parent) if parent else None
    if above is not None and above.pk in below(found.pk):
        raise TeamInCircle
    log.change(actor, found, seen_version, name=name, parent=above)


@transaction.atomic
def remove_team(*, actor: Actor, team: int) -> None:
    """Remove a team that nobody is in. Raises PeopleNotYours, TeamNotFound, TeamHasPeople."""
    must_manage(actor)
    found = _team(team)
    try:
        log.remove(actor, found)
    except StillUsed as used:
        raise TeamHasPeople(found.name) from used


def below(team: int) -> set[int]:
    """A team and all below it."""
    return under(team, dict(Team.objects.values_list("pk", "parent")))


def under(team: int, parents: Mapping[int, int | None]) -> set[int]:
    """A team and all below it, where each team's parent is known."""
    found, fresh = {team}, {team}
    while fresh:
        fresh = {one for one, parent in parents.items() if parent in fresh} - found
        found |= fresh
    return found


def _team(number: int) -> Team:
    if (found := Team.objects.filter(pk=number).first()) is None:
        raise TeamNotFound(number)
    return found
