"""One person: their posts, what is known of them, who knows them, and where they stand in opportunities."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.customers.models import Customer, Person, Relationship, Tenure
from harehawk.apps.customers.queries.ties import Tie, tie_row, ties
from harehawk.apps.opportunities.models import Member, Opportunity, Stance
from harehawk.apps.opportunities.queries.customer import own_fields
from harehawk.apps.opportunities.reach import inside_of, reach_of_people
from harehawk.apps.opportunities.sealed import Seal, confirmed


@dataclass(frozen=True, kw_only=True)
class Held:
    """A post somebody holds or held."""

    title: str
    department: str
    customer_name: str
    since: dt.date | None
    until: dt.date | None


@dataclass(frozen=True, kw_only=True)
class Said:
    """A stance as somebody told it on a day; `rival` empty is towards us."""

    opportunity: int
    opportunity_name: str
    rival: str
    attitude: str
    grade: str
    source: str
    day: dt.date


@dataclass(frozen=True, kw_only=True)
class Part:
    """What somebody is in the decision of one opportunity that the reader reads everything of."""

    opportunity: int
    name: str
    roles: Sequence[str]
    scopes: Sequence[str]
    veto: bool
    stance: Said | None  # to us, the latest


@dataclass(frozen=True, kw_only=True)
class PersonFile:
    """A person as their reader may see them: fields he may not read are not in `fields`, no more are `ties`."""

    number: int
    version: int
    name: str
    fields: Mapping[str, Any]  # by column of the book; links as numbers
    reach: Reach
    edits: bool
    customer: int | None
    customer_name: str
    title: str
    department: str
    rank: int | None
    reports_to: str
    no_contact: bool
    held: Sequence[Held]  # the latest first
    ties: Sequence[Tie] | None
    met: Sequence[Tie]  # every word on a relationship, by day
    parts: Sequence[Part]
    said: Sequence[Said]  # the latest first


def person(user: User, number: int) -> PersonFile:
    """One person. Raises PersonNotFound. Twelve statements."""
    row = Person.objects.select_related("post", "reports_to", "post__reports_to").get_visible(user, number)
    reach = reach_of_people(user, [number])[number]
    at = (
        Customer.objects.visible_to(user, [row.customer_id]).filter(pk=row.customer_id).first()
        if row.customer_id
        else None
    )
    fields = own_fields(row, reach)
    if at is None and row.customer_id:
        del fields["customer"], fields["post"]  # not his to see
    reads_ties = reach.reads("relationships.closeness")
    facts = Relationship.objects.standing().filter(person=number).select_related("person", "colleague")
    said = _said(user, number)
    return PersonFile(
        number=row.pk,
        version=row.version,
        name=row.name,
        fields=fields,
        reach=reach,
        edits=Person.objects.editable_by(user, [number]).filter(pk=number).exists(),
        customer=at.pk if at else None,
        customer_name=at.name if at else "",
        title=row.post.title if row.post else row.title,
        department=row.post.department if row.post else row.department,
        rank=row.post.rank if row.post else row.rank,
        reports_to=_above(row),
        no_contact=bool(row.no_contact),
        held=_held(user, row),
        ties=ties([number]) if reads_ties else None,
        met=sorted(map(tie_row, facts), key=_day, reverse=True) if reads_ties else (),
        parts=_parts(user, number, said),
        said=said,
    )


def _day(tie: Tie) -> tuple[dt.date, int]:
    return tie.day or dt.date.min, tie.number


def _above(row: Person) -> str:
    above = row.post.reports_to if row.post else row.reports_to
    return str(above) if above else ""


def _held(user: User, row: Person) -> list[Held]:
    """The posts at customers that the reader sees."""
    where = Customer.objects.filter(Q(people=row) | Q(posts__tenures__person=row) | Q(posts__holders=row)).values("pk")
    seen = set(Customer.objects.visible_to(user, where).filter(pk__in=where).values_list("pk", flat=True))
    found = []
    if row.post and row.post.customer_id in seen:
        found.append((row.post, row.post_since, row.left_on))
    rows = Tenure.objects.filter(person=row, post__customer__in=seen).select_related("post__customer")
    found += [(one.post, one.since, one.until) for one in rows.order_by("-since", "-pk")]
    return [
        Held(title=post.title, department=post.department, customer_name=post.customer.name, since=since, until=until)
        for post, since, until in found
    ]


def _parts(user: User, number: int, said: Sequence[Said]) -> list[Part]:
    inside = Opportunity.objects.open().filter(inside_of(user)).values("pk")
    rows = Member.objects.filter(person=number, opportunity__in=inside).select_related("opportunity").order_by("-pk")
    latest = {one.opportunity: one for one in reversed(said) if not one.rival}
    return [
        Part(
            opportunity=row.opportunity_id,
            name=row.opportunity.name,
            roles=row.roles,
            scopes=row.scopes,
            veto=bool(row.veto),
            stance=latest.get(row.opportunity_id),
        )
        for row in rows
    ]


def _said(user: User, number: int) -> list[Said]:
    """The stances in opportunities that the reader reads everything of; who said what is sealed stays covered."""
    inside = Opportunity.objects.filter(inside_of(user)).values("pk")
    rows = list(
        Stance.objects.standing()
        .filter(person=number, opportunity__in=inside)
        .select_related("opportunity")
        .order_by("-learned_on", "-pk")
    )
    closed = Seal(user).closed("stances", [row.pk for row in rows if row.sealed])
    return [
        Said(
            opportunity=row.opportunity_id,
            opportunity_name=row.opportunity.name,
            rival=row.rival,
            attitude=row.attitude,
            grade=row.grade,
            source=confirmed(1) if row.pk in closed else row.source,
            day=row.learned_on,
        )
        for row in rows
    ]
