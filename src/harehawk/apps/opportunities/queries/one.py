"""One opportunity: its own fields, and how its reader stands to it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.expressions import Combinable
from django.utils import timezone

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.opportunities.models import Opportunity, Outcome
from harehawk.apps.opportunities.queries.listing import Judged, latest_of
from harehawk.apps.opportunities.reach import others_reach
from harehawk.apps.opportunities.visible import edits_all
from harehawk.apps.rows.reach import reached, shared_ways, worker_ways
from harehawk.apps.rows.tables import field_of


@dataclass(frozen=True, kw_only=True)
class Deal:
    """An opportunity as its reader may see it: fields he may not read are not in `fields`."""

    number: int
    key: str
    version: int
    customer: int
    customer_name: str
    owner: int
    owner_name: str
    fields: Mapping[str, Any]  # by column of the book
    reach: Reach
    writes: bool  # may record something about it
    edits: bool  # may change its own fields
    closed: bool
    known_since: dt.date
    judged: Judged | None
    team: Sequence[tuple[int, str]]  # number of the membership, name


def deal(user: User, number: int) -> Deal:
    """One opportunity. Three statements. Raises OpportunityNotFound."""
    rows = Opportunity.objects.select_related("customer", "owner")
    row: Any = rows.annotate(**_standing(user)).get_visible(user, number)
    reach = Reach.INSIDE if row.works or row.opened else others_reach(user)
    columns = [one for one in Opportunity.sheet.columns if reach.reads(f"opportunities.{one.key}")]
    return Deal(
        number=row.pk,
        key=row.key,
        version=row.version,
        customer=row.customer_id,
        customer_name=row.customer.name,
        owner=row.owner_id,
        owner_name=row.owner.name,
        fields={one.key: getattr(row, field_of(one)) for one in columns if one.key not in {"customer", "owner"}},
        reach=reach,
        writes=row.works,
        edits=row.works or edits_all(user),
        closed=row.ended,
        known_since=row.found_on or timezone.localdate(row.recorded_at),
        judged=latest_of([row.pk]).get(row.pk) if reach.reads("verdict") else None,
        team=list(row.team.order_by("pk").values_list("pk", "colleague__name")),
    )


def _standing(user: User) -> dict[str, Combinable]:
    """How somebody stands to an opportunity, and whether it has ended, in the statement that reads it."""
    return {
        "works": _whether(reached(Opportunity, worker_ways(user))),
        "opened": _whether(reached(Opportunity, shared_ways(user))),
        "ended": Exists(Outcome.objects.filter(opportunity=OuterRef("pk"), withdrawn=False)),
    }


def _whether(filtered: Q) -> Combinable:
    return ExpressionWrapper(filtered, output_field=BooleanField())
