"""One customer: its fields, its group, who sits there, who knows whom, its opportunities, how it pays."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.customers.models import Customer
from harehawk.apps.customers.queries.chart import Chart, chart
from harehawk.apps.customers.queries.paying import Paying, paying
from harehawk.apps.customers.queries.ties import Tie, ties
from harehawk.apps.opportunities.models import Outcome
from harehawk.apps.opportunities.queries.listing import Listing, Wish, listing
from harehawk.apps.opportunities.reach import reach_of_customers
from harehawk.apps.rows.tables import field_of


@dataclass(frozen=True, kw_only=True)
class Relative:
    """A customer of the same group."""

    number: int
    name: str
    customer_class: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """The customers around one, as far as its reader sees them."""

    parent: Relative | None
    sisters: Sequence[Relative]
    units: Sequence[Relative]

    @property
    def alone(self) -> bool:
        """Tell whether nobody else is there."""
        return self.parent is None and not self.sisters and not self.units


@dataclass(frozen=True, kw_only=True)
class Closed:
    """An opportunity that ended."""

    number: int
    name: str
    outcome: str
    closed_on: dt.date


@dataclass(frozen=True, kw_only=True)
class CustomerFile:
    """A customer as its reader may see it: fields he may not read are not in `fields`, no more are `ties`."""

    number: int
    version: int
    name: str
    owner_name: str
    fields: Mapping[str, Any]  # by column of the book; links as numbers
    reach: Reach
    edits: bool  # may change its own fields and invoices
    works: bool  # may change who sits there
    group: Group
    chart: Chart
    ties: Sequence[Tie] | None
    open: Listing  # the largest first
    closed: Sequence[Closed]
    paying: Paying


def customer(user: User, number: int) -> CustomerFile:
    """One customer. Raises CustomerNotFound. Twenty statements."""
    row = Customer.objects.select_related("owner").get_visible(user, number)
    reach = reach_of_customers(user, [number])[number]
    works = Customer.objects.worked_at_by(user, [number]).filter(pk=number).exists()
    seats = chart(user, number)
    group = _group(user, row)
    fields = own_fields(row, reach)
    if group.parent is None and row.parent_id:
        del fields["parent"]  # it is not his to see
    people = [one.number for one in [*seats.people(), *seats.gone]]
    return CustomerFile(
        number=row.pk,
        version=row.version,
        name=row.name,
        owner_name=row.owner.name if row.owner else "",
        fields=fields,
        reach=reach,
        edits=works and Customer.objects.editable_by(user).filter(pk=number).exists(),
        works=works,
        group=group,
        chart=seats,
        ties=ties(people) if reach.reads("relationships.closeness") else None,
        open=listing(user, Wish(customer=number, sort="amount")),
        closed=_closed(user, number),
        paying=paying(number),
    )


def _closed(user: User, number: int) -> list[Closed]:
    ended = Outcome.objects.visible_to(user).filter(withdrawn=False, opportunity__customer=number)
    return [
        Closed(number=row.opportunity_id, name=row.opportunity.name, outcome=row.outcome, closed_on=row.closed_on)
        for row in ended.select_related("opportunity").order_by("-closed_on", "-pk")
    ]


def own_fields(row: Any, reach: Reach) -> dict[str, Any]:  # noqa: ANN401  a row of whatever sheet
    """What may be read of a row, by column of the book; links as numbers."""
    sheet = row.sheet
    return {
        column.key: getattr(row, field.attname)
        for column in sheet.columns
        for field in [row._meta.get_field(field_of(column))]
        if not field.many_to_many and reach.reads(f"{sheet.key}.{column.key}")
    }


def _group(user: User, row: Customer) -> Group:
    around = Q(parent=row) | (Q(pk=row.parent_id) | Q(parent=row.parent_id) if row.parent_id else Q(pk__in=[]))
    others = Customer.objects.filter(around).exclude(pk=row.pk)
    found = others.visible_to(user, others.values("pk")).order_by("name")
    known = {
        pk: (parent, name, code)
        for pk, parent, name, code in found.values_list("pk", "parent", "name", "customer_class")
    }
    relatives = {pk: Relative(number=pk, name=name, customer_class=code) for pk, (_, name, code) in known.items()}
    parent = relatives.get(row.parent_id or 0)
    return Group(
        parent=parent,
        sisters=[relatives[pk] for pk, (above, _, _) in known.items() if parent and above == row.parent_id],
        units=[relatives[pk] for pk, (above, _, _) in known.items() if above == row.pk],
    )
