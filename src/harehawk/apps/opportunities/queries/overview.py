"""What the list comes to, by what its reader may read of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, Sum, Value, When

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Colleague, Customer, Person
from harehawk.apps.opportunities.models import Harm, Opportunity, Outcome
from harehawk.apps.opportunities.queries.listing import Listed
from harehawk.apps.opportunities.reach import inside_of
from harehawk.apps.rows.reach import in_order, leads_all, reached, sees_all, ways
from harehawk.engine.gates.judgement import Subject


@dataclass(frozen=True, kw_only=True)
class Summed:
    """Open opportunities with one verdict: how many, what is to be expected of them, how many would lose and what."""

    count: int
    expected_value: float
    losing: int
    loss: float


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Sums of what may be read, by verdict; who owns them; and of closed ones how many ended how."""

    by_verdict: Mapping[str, Summed]
    ended: Mapping[str, int]
    owners: Sequence[tuple[int, str]]


@dataclass(frozen=True, kw_only=True)
class Named:
    """What questions speak of: names by key, and which of their topics are harms (opportunity, who is harmed)."""

    people: Mapping[str, str]
    customers: Mapping[str, str]
    harms: Mapping[tuple[str, str], str]


def overview(user: User, *, closed: bool) -> Overview:
    """Two statements, and one more for closed ones."""
    value, loses = F("expected_value"), Q(expected_value__lt=0)
    sums = (
        Opportunity.objects.open()
        .filter(in_order(user, inside_of(user)))
        .exclude(verdict="")
        .values("verdict")
        .order_by()
        .annotate(
            count=Count("pk"),
            sum=Sum(value),
            losing=Count("pk", filter=loses),
            loss=Sum(Case(When(loses, then=-value), default=Value(0.0))),
        )
    )
    return Overview(
        by_verdict={
            row["verdict"]: Summed(
                count=row["count"], expected_value=row["sum"], losing=row["losing"], loss=row["loss"]
            )
            for row in sums
        },
        ended=_ended(user) if closed else {},
        owners=_owners(user),
    )


def named(rows: Iterable[Listed]) -> Named:
    """What the questions of these rows speak of; a row without a judgement asks none. Three statements at most."""
    asked = [(row.key, topic) for row in rows if row.judged for topic in row.judged.question]
    people = {topic["id"] for _, topic in asked if topic["kind"] == Subject.STANCE}
    worth = {(key, topic["id"]) for key, topic in asked if topic["kind"] == Subject.WORTH}
    harms: dict[tuple[str, str], str] = {}
    customers: dict[str, str] = {}
    if worth:
        harm: Any = Harm.objects.filter(opportunity__key__in={key for key, _ in worth})
        harms = {(key, who): text for key, who, text in harm.values_list("opportunity__key", "harmed", "description")}
        customers = dict(Customer.objects.filter(key__in={who for _, who in harms}).values_list("key", "name"))
    return Named(
        people=dict(Person.objects.filter(key__in=people).values_list("key", "name")) if people else {},
        customers=customers,
        harms=harms,
    )


def _owners(user: User) -> Sequence[tuple[int, str]]:
    """Who owns something that the user sees: anything at all of those whose work is his to see, or one of the rest."""
    owners = Colleague.objects.filter(Exists(Opportunity.objects.filter(owner=OuterRef("pk"))))
    if not (sees_all(user) or leads_all(user)):
        rest = reached(Opportunity, [way for way in ways(user) if way.step != "owner"])
        seen = Q(pk__in=Opportunity.objects.filter(rest).values("owner"))
        for way in ways(user):
            if way.step == "owner":
                seen |= way.there
        owners = owners.filter(seen)
    return list(owners.order_by("name", "pk").values_list("pk", "name"))


def _ended(user: User) -> Mapping[str, int]:
    closed = Opportunity.objects.visible_to(user, of_many=True).exclude(closed_on=None)
    rows = Outcome.objects.filter(opportunity__in=closed.values("pk"), withdrawn=False)
    return dict(rows.order_by().values_list("outcome").annotate(count=Count("opportunity", distinct=True)))
