"""Reads of users, teams and invitations, for pages."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max
from django.utils import timezone

from harehawk.apps.access.actor import Door
from harehawk.apps.access.models import Batch, Entry, Invitation, Recorded, Team, User
from harehawk.apps.access.people import find_link
from harehawk.apps.access.people_problems import PeopleNotYours, SamplePersonOnly, TeamNotFound, UserNotFound
from harehawk.apps.access.roles import Role


@dataclass(frozen=True, kw_only=True)
class Person:
    """A user as administrators see one."""

    number: int
    version: int
    name: str
    email: str
    roles: tuple[str, ...]
    team: int | None
    team_name: str
    active: bool
    last_seen: dt.datetime | None


@dataclass(frozen=True, kw_only=True)
class TeamRow:
    """A team in its tree; `depth` 0 is the top."""

    number: int
    version: int
    name: str
    parent: int | None
    depth: int
    people: int


@dataclass(frozen=True, kw_only=True)
class OpenInvitation:
    """A link that was not used yet."""

    number: int
    name: str
    email: str
    ends_at: dt.datetime
    for_password: bool


@dataclass(frozen=True, kw_only=True)
class Link:
    """What a link is good for, as its page shows it."""

    first: bool
    email: str
    name: str
    for_password: bool


def may_manage(user: User) -> bool:
    """Tell whether somebody manages users and teams."""
    return user.has_role(Role.ADMINISTRATOR)


def people(viewer: User) -> Sequence[Person]:
    """All users, by name, the active ones first. Raises PeopleNotYours."""
    _must(viewer)
    rows = User.objects.select_related("team").order_by("-is_active", "name", "pk")
    return [_person(row) for row in rows]


def person(viewer: User, number: int) -> Person:
    """One user. Raises PeopleNotYours, UserNotFound."""
    _must(viewer)
    if (found := User.objects.select_related("team").filter(pk=number).first()) is None:
        raise UserNotFound(number)
    return _person(found)


def teams(viewer: User) -> Sequence[TeamRow]:
    """The tree of teams, each before those below it. Raises PeopleNotYours."""
    _must(viewer)
    return team_tree()


def team(viewer: User, number: int) -> TeamRow:
    """One team. Raises PeopleNotYours, TeamNotFound."""
    if (found := next((row for row in teams(viewer) if row.number == number), None)) is None:
        raise TeamNotFound(number)
    return found


def team_tree() -> Sequence[TeamRow]:
    """The tree of teams."""
    rows = list(Team.objects.order_by("name", "pk"))
    seats: dict[int, int] = {}
    for number in User.objects.filter(is_active=True, team__isnull=False).values_list("team", flat=True):
        seats[number] = seats.get(number, 0) + 1
    children: dict[int | None, list[Team]] = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row)
    return list(_grown(children, seats, None, 0))


def invitations(viewer: User) -> Sequence[OpenInvitation]:
    """Links that can still be used. Raises PeopleNotYours."""
    _must(viewer)
    rows = Invitation.objects.filter(used_at=None, ends_at__gt=timezone.now()).order_by("-pk")
    return [
        OpenInvitation(
            number=row.pk, name=row.name, email=row.email, ends_at=row.ends_at, for_password=row.user_id is not None
        )
        for row in rows
    ]


def link(token: str) -> Link:
    """What a link is good for. Raises LinkUsed."""
    found = find_link(token)
    return Link(
        first=found.recorded_by_id is None,
        email=found.email,
        name=found.name,
        for_password=found.user_id is not None,
    )


def sample_people() -> Sequence[Person]:
    """The people of the sample, if it is loaded, those who lead first."""
    rows = User.objects.select_related("team").filter(batch__kind=Batch.Kind.SAMPLE, is_active=True)
    return sorted(
        (_person(row) for row in rows), key=lambda one: (Role.DIRECTOR not in one.roles, one.team_name, one.name)
    )


def sample_user(number: int) -> User:
    """A person of the sample, to look around as. Raises SamplePersonOnly."""
    found = User.objects.filter(batch__kind=Batch.Kind.SAMPLE, is_active=True, pk=number).first()
    if found is None:
        raise SamplePersonOnly
    return found


def active_user(number: int) -> User | None:
    """A user who may sign in."""
    return User.objects.filter(pk=number, is_active=True).first()


def nobody_here() -> bool:
    """Tell whether this installation waits for its first administrator."""
    return not User.objects.exists()


def _must(viewer: User) -> None:
    if not may_manage(viewer):
        raise PeopleNotYours


def _person(row: User) -> Person:
    return Person(
        number=row.pk,
        version=row.version,
        name=row.name,
        email=row.email,
        roles=tuple(row.roles),
        team=row.team_id,
        team_name=row.team.name if row.team else "",
        active=row.is_active,
        last_seen=row.last_login,
    )


def _grown(
    children: Mapping[int | None, Sequence[Team]], seats: Mapping[int, int], parent: int | None, depth: int
) -> Sequence[TeamRow]:
    found: list[TeamRow] = []
    for row in children.get(parent, ()):
        people_here = seats.get(row.pk, 0)
        found.append(
            TeamRow(number=row.pk, version=row.version, name=row.name, parent=parent, depth=depth, people=people_here)
        )
        found += _grown(children, seats, row.pk, depth + 1)
    return found


def last_entry() -> int:
    """The number of the latest write of all; 0 where nothing was written yet."""
    return Entry.objects.aggregate(last=Max("pk"))["last"] or 0


def entries_of(table: type[Recorded], rows: Iterable[int]) -> Mapping[int, int]:
    """By which entry each of these rows was added."""
    added = Entry.objects.filter(table=table._meta.label_lower, row__in=list(rows), act=Entry.Act.ADD)
    return dict(added.order_by("pk").values_list("row", "pk"))


def written_since(user: User, entry: int) -> Sequence[int]:
    """What a user wrote on pages after an entry: the numbers of the entries, the first one first."""
    own = Entry.objects.filter(actor=user, door=Door.PAGE, pk__gt=entry).exclude(act=Entry.Act.NOTE)
    return list(own.order_by("pk").values_list("pk", flat=True))
