"""Letting people in, changing what they are, and their leaving."""

import datetime as dt
import hashlib
import secrets

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Invitation, Team, User
from harehawk.apps.access.people_problems import (
    LastAdministrator,
    LinkUsed,
    NotYourself,
    PeopleNotYours,
    UserNotFound,
)
from harehawk.apps.access.problems import RowRefused
from harehawk.apps.access.roles import Role

DAYS_TO_JOIN = 7
MOST_SEATS = 2000  # read in one go where all are looked through


def first_link() -> str | None:
    """The one-time link that makes the first administrator; None once somebody is here. Earlier ones end."""
    program = Actor(user=None, door=Door.COMMAND)
    with transaction.atomic():
        if User.objects.exists():
            return None
        for earlier in Invitation.objects.filter(used_at=None):
            log.remove(program, earlier)
        return _link(program, Invitation(roles=[Role.ADMINISTRATOR]))


@transaction.atomic
def invite(*, actor: Actor, email: str, name: str, roles: list[str], team: int | None) -> tuple[str, bool]:
    """Make a link that lets somebody join once, and tell whether it takes the place of one that nobody used.

    Raises PeopleNotYours, RowRefused.
    """
    must_manage(actor)
    fresh = User(email=email.lower(), name=name, roles=roles, team_id=team)
    log.check(fresh)  # so that a wrong address shows now, not to the person invited
    earlier = list(Invitation.objects.filter(email=email.lower(), user=None, used_at=None))
    for one in earlier:
        log.remove(actor, one)
    return _link(actor, Invitation(email=email.lower(), name=name, roles=roles, team_id=team)), bool(earlier)


@transaction.atomic
def take_back(*, actor: Actor, invitation: int) -> None:
    """End a link that was not used. Raises PeopleNotYours; one that is gone already stays so."""
    must_manage(actor)
    if (found := Invitation.objects.filter(pk=invitation, used_at=None).first()) is not None:
        log.remove(actor, found)


@transaction.atomic
def new_way_in(*, actor: Actor, user: int) -> str:
    """Make a link by which a user chooses a new password. Raises PeopleNotYours, UserNotFound."""
    must_manage(actor)
    found = _user(user)
    for earlier in Invitation.objects.filter(user=found, used_at=None):
        log.remove(actor, earlier)
    return _link(actor, Invitation(user=found, email=found.email, name=found.name))


def find_link(token: str) -> Invitation:
    """The invitation behind a link that can be used now. Raises LinkUsed."""
    found = Invitation.objects.filter(token_hash=_hash(token), used_at=None, ends_at__gt=timezone.now()).first()
    if found is None or (found.user is not None and not found.user.is_active):
        raise LinkUsed
    return found


@transaction.atomic
def join(*, token: str, email: str, name: str, language: str, password: str) -> User:
    """Use a link: become a user, or, if it is for one, choose a new password. Raises LinkUsed, RowRefused."""
    invitation = log.locked(find_link(token))
    if invitation.used_at is not None:
        raise LinkUsed
    if invitation.user is not None:
        user = _with_new_password(invitation.user, password)
    else:
        user = _joined(invitation, email=email, name=name, language=language, password=password)
    used = timezone.now()
    log.change(Actor(user=user, door=Door.PAGE), invitation, invitation.version, used_at=used, user=user)
    return user


@transaction.atomic
def change_person(
    *, actor: Actor, user: int, seen_version: int, email: str, name: str, roles: list[str], team: int | None
) -> None:
    """Change what somebody is here. Raises PeopleNotYours, UserNotFound, LastAdministrator, ChangedMeanwhile."""
    must_manage(actor)
    found = _user(user)
    if Role.ADMINISTRATOR in found.roles and Role.ADMINISTRATOR not in roles:
        _not_the_last(found)
    before = found.email
    wanted = Team.objects.filter(pk=team).first() if team else None
    now = log.change(actor, found, seen_version, email=email.lower(), name=name, roles=roles, team=wanted)
    if now.email != before:
        EmailAddress.objects.filter(user=now).delete()
        _trust_address(now)
        end_sessions(now)


@transaction.atomic
def lead_all(*, actor: Actor, company: str) -> None:
    """Make the actor director of the whole company: the team at the top, made where there is none of that name.

    Raises PeopleNotYours.
    """
    must_manage(actor)
    me = _user(actor.user.pk if actor.user else 0)
    top = Team.objects.filter(parent=None, name=company).first() or log.add(actor, Team(name=company))
    roles = list(dict.fromkeys([*me.roles, Role.DIRECTOR, Role.OPERATIONS]))
    log.change(actor, me, me.version, roles=roles, team=top)


@transaction.atomic
def change_myself(*, actor: Actor, name: str, language: str) -> None:
    """Change one's own name and language. Raises RowRefused."""
    me = _user(actor.user.pk if actor.user else 0)
    log.change(actor, me, me.version, name=name, language=language)


@transaction.atomic
def set_active(*, actor: Actor, user: int, active: bool) -> None:
    """Deactivate somebody, or take that back; what he recorded stays. Ends his sessions and links.

    Raises PeopleNotYours, UserNotFound, NotYourself, LastAdministrator.
    """
    must_manage(actor)
    found = _user(user)
    if not active:
        if actor.user and actor.user.pk == found.pk:
            raise NotYourself
        _not_the_last(found)
        for link in Invitation.objects.filter(user=found, used_at=None):
            log.remove(actor, link)
    now = log.change(actor, found, found.version, is_active=active)
    if not active:
        end_sessions(now)


def end_sessions(user: User) -> None:
    """Sign somebody out everywhere."""
    from allauth.usersessions.models import UserSession  # noqa: PLC0415  its module reads settings when loaded

    for session in UserSession.objects.filter(user=user):
        Session.objects.filter(session_key=session.session_key).delete()
        session.delete()


def must_manage(actor: Actor) -> None:
    """Only administrators manage people. Raises PeopleNotYours."""
    if actor.user is None or not actor.user.has_role(Role.ADMINISTRATOR):
        raise PeopleNotYours


def _joined(invitation: Invitation, *, email: str, name: str, language: str, password: str) -> User:
    first = invitation.recorded_by is None
    if first and User.objects.exists():
        raise LinkUsed
    user = User(
        email=(invitation.email or email).lower(),
        name=name,
        language=language,
        roles=invitation.roles,
        team=invitation.team,
    )
    _allowed(password, user)
    user.set_password(password)
    log.add(Actor(user=invitation.recorded_by, door=Door.PAGE), user)
    _trust_address(user)
    return user


def _with_new_password(user: User, password: str) -> User:
    _allowed(password, user)
    user.set_password(password)
    user.save(update_fields=["password", "password_since"])
    log.note(Actor(user=user, door=Door.PAGE), user, "password_by_link")
    end_sessions(user)
    return user


def _allowed(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise RowRefused({"password": error.messages}) from error


def _link(actor: Actor, invitation: Invitation) -> str:
    token = secrets.token_urlsafe(32)
    invitation.token_hash = _hash(token)
    invitation.ends_at = timezone.now() + dt.timedelta(days=DAYS_TO_JOIN)
    log.add(actor, invitation)
    return token


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()  # 256 random bits need no salt and no slow hash


def _trust_address(user: User) -> None:
    """An administrator gave the address: that is as good as having written to it."""
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def _user(number: int) -> User:
    if (found := User.objects.filter(pk=number).first()) is None:
        raise UserNotFound(number)
    return log.locked(found)


def _not_the_last(user: User) -> None:
    if not user.is_active or not user.has_role(Role.ADMINISTRATOR):
        return
    others = User.objects.select_for_update().filter(is_active=True).exclude(pk=user.pk)
    if not any(other.has_role(Role.ADMINISTRATOR) for other in others):
        raise LastAdministrator
