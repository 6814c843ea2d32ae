"""The sample company: loaded in one click, with people to look around as, and removed leaving nothing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError, Q, QuerySet
from django.utils import timezone

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Batch, Entry, Recorded, Team, User
from harehawk.apps.access.people import must_manage
from harehawk.apps.access.roles import Role
from harehawk.apps.customers.models import Colleague
from harehawk.apps.exchange.matching import KEYED
from harehawk.apps.exchange.naming import THINGS, things, unseen
from harehawk.apps.exchange.order import delete, users_first
from harehawk.apps.exchange.plan import plan
from harehawk.apps.exchange.problems import SampleClashes, SampleGone, SampleLoaded, SampleUsed
from harehawk.apps.exchange.store import hold_writers, ready, reserve
from harehawk.apps.method.actions import forget_versions, keep_version
from harehawk.apps.method.models import Company
from harehawk.apps.opportunities.judging import judge_now
from harehawk.apps.opportunities.known import known
from harehawk.apps.opportunities.listed import close_again
from harehawk.apps.opportunities.models import File, Opportunity, Outcome, TeamMember
from harehawk.apps.portfolio.models import Capacity
from harehawk.apps.rows.mapping import key_of
from harehawk.apps.rows.tables import Table, tables
from harehawk.book.sample import sample
from harehawk.book.sheets import SHEET, Book
from harehawk.book.sheets.choices import Function

OWN = ("company", "classes", "criteria")  # a company that has its own keeps them
ROLES = {
    Function.SALES: Role.ACCOUNT_MANAGER,
    Function.PRESALES: Role.SPECIALIST,
    Function.DELIVERY: Role.SPECIALIST,
    Function.FINANCE: Role.FINANCE,
    Function.LEGAL: Role.VIEWER,
    Function.MANAGEMENT: Role.DIRECTOR,
}
HANGING = ("opportunity", "customer", "person", "post", "colleague")  # fields by which a row is part of the sample


@transaction.atomic
def load_sample(*, actor: Actor, language: str) -> None:
    """Load the sample in a language (“zh” or “en”), judged. Raises PeopleNotYours, SampleLoaded, SampleClashes."""
    must_manage(actor)
    hold_writers()
    if sample_batch() is not None:
        raise SampleLoaded
    today = timezone.localdate()
    book = sample(language, today)
    if Company.objects.exists():
        own_ones: dict[str, Any] = dict.fromkeys(OWN, ())
        book = replace(book, **own_ones)
    if Capacity.objects.exists():
        book = replace(book, capacity=())
    _refuse_clashes(book)
    batch = Batch.objects.create(kind=Batch.Kind.SAMPLE, title="sample", opened_by=actor.user)
    own = replace(actor, batch=batch)
    with ready(plan(book, reserve, lambda *_: None), own).staged(batch) as laid_out:
        laid_out.move()
    keep_version(own)
    _add_people(own, book, language)
    numbers = list(Opportunity.objects.filter(batch=batch).values_list("pk", flat=True))
    judge_now(numbers, known(numbers, today))


@transaction.atomic
def remove_sample(*, actor: Actor) -> None:
    """Remove the sample with all that was built upon it. Raises PeopleNotYours, SampleGone, SampleUsed."""
    must_manage(actor)
    hold_writers()
    if (batch := sample_batch()) is None:
        raise SampleGone
    added = batch.entries.filter(act=Entry.Act.ADD)
    users, teams = [set(added.filter(table=f"access.{one}").values_list("row", flat=True)) for one in ("user", "team")]
    gone: dict[str, set[int]] = {"access.user": users, "access.team": teams}
    for model in reversed(users_first()):  # what it hangs on first, to know what hangs on it
        gone[model._meta.label_lower] = _of_sample(model, added, gone)
    ended = Outcome.objects.filter(pk__in=gone[Outcome._meta.label_lower]).values_list("opportunity", flat=True)
    left = set(ended) - gone[Opportunity._meta.label_lower]  # of others, which the sample's people closed
    standing: set[models.Model] = set()
    for table in users_first():
        standing |= _delete(table, gone)
    File.objects.filter(attachments=None).delete()
    _forget_entries(batch, gone)
    Batch.objects.filter(opened_by__in=users).delete()
    standing |= _delete(User, gone) | _delete(Team, gone)
    if standing:
        raise _used(actor, standing)
    batch.delete()
    close_again(Opportunity.objects.filter(pk__in=left))
    forget_versions()


def sample_batch() -> Batch | None:
    """The batch of the sample, if it is loaded."""
    return Batch.objects.filter(kind=Batch.Kind.SAMPLE).first()


def _delete(table: type[models.Model], gone: dict[str, set[int]]) -> set[models.Model]:
    """Delete what goes of a table; what stays and refers to it stands against it."""
    try:
        delete(table._default_manager.filter(pk__in=gone[table._meta.label_lower]))
    except ProtectedError as error:
        return {one for one in error.protected_objects if one.pk not in gone.get(one._meta.label_lower, ())}
    return set()


def _used(actor: Actor, standing: Iterable[Any]) -> SampleUsed:
    named, others = things(actor.user, standing)
    return SampleUsed(named, unseen(others))


def _refuse_clashes(book: Book) -> None:
    for sheet in KEYED:
        model: Any = tables()[sheet]
        keys = {key_of(SHEET[sheet], row) for row in book.rows(sheet)}
        if (found := model.objects.filter(key__in=keys).first()) is not None:
            raise SampleClashes(str(found))


def _add_people(actor: Actor, book: Book, language: str) -> None:
    """A user for each colleague, in teams below the one of whoever loads it; specialists on what they move."""
    above = actor.user.team if actor.user else None
    name = book.company[0].name if book.company else sample(language, timezone.localdate()).company[0].name
    top = log.add(actor, Team(name=name, parent=above))
    teams: dict[str, Team] = {}
    leads = {row.reports_to for row in book.colleagues}
    for row in book.colleagues:
        function, place = row.function or Function.LEGAL, str(row.team)
        if function == Function.MANAGEMENT:
            team = top
        else:
            team = teams.get(place) or teams.setdefault(place, log.add(actor, Team(name=place, parent=top)))
        roles = [ROLES[function]]
        if function == Function.SALES and row.id in leads:
            roles.append(Role.DIRECTOR)
        speaks = "zh-hans" if language == "zh" else "en"
        user = User(email=str(row.email), name=row.name, roles=roles, team=team, language=speaks)
        user.set_unusable_password()
        log.add(actor, user)
        Colleague.objects.filter(key=row.id).update(user=user)
    specialists = {row.id for row in book.colleagues if row.function in {Function.PRESALES, Function.DELIVERY}}
    works = {
        (move.opportunity, move.colleague) for move in book.moves if move.opportunity and move.colleague in specialists
    }
    for opportunity, colleague in sorted(works):
        of, who = Opportunity.objects.get(key=opportunity), Colleague.objects.get(key=colleague)
        log.add(actor, TeamMember(opportunity=of, colleague=who))


def _of_sample(model: Table, added: QuerySet[Entry], gone: dict[str, set[int]]) -> set[int]:
    """What the sample brought, what its people wrote, and what hangs on either; but nobody else's own things."""
    label = model._meta.label_lower
    own = Q(pk__in=added.filter(table=label).values("row"))
    if issubclass(model, Recorded):
        own |= Q(recorded_by__in=gone["access.user"])
    for name in () if model in THINGS else HANGING:
        field = next((one for one in model._meta.concrete_fields if one.name == name), None)
        if field is not None and field.related_model is not model:
            own |= Q(**{f"{name}__in": gone[field.related_model._meta.label_lower]})
    rows = model._default_manager.filter(own)
    if issubclass(model, Company):
        rows = rows.filter(version=1)  # one that somebody made his own stays
    return set(rows.values_list("pk", flat=True))


def _forget_entries(batch: Batch, gone: dict[str, set[int]]) -> None:
    users = gone["access.user"]
    about = Q(batch=batch) | Q(actor__in=users) | Q(batch__opened_by__in=users)
    for label, rows in gone.items():
        about |= Q(table=label, row__in=rows)
    entries = Entry.objects.filter(about)
    entries.update(undone_by=None)
    Entry.objects.filter(undone_by__in=entries.values("pk")).update(undone_by=None)
    entries.delete()
