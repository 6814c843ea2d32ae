"""All that is known about some opportunities, as a book: four statements, however many they are; of a past day six."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from harehawk.apps.access.models import Fact
from harehawk.apps.customers.models import (
    Colleague,
    Customer,
    Invoice,
    Offering,
    Person,
    Post,
    Relationship,
    Tenure,
)
from harehawk.apps.opportunities.models import (
    Body,
    Cost,
    Decision,
    Effort,
    Evidence,
    Factor,
    Harm,
    Influence,
    Member,
    Need,
    Opportunity,
    Outcome,
    Payment,
    Rival,
    Route,
    Stance,
    TenderPoint,
    Worth,
)  # fmt: skip
from harehawk.apps.opportunities.past import past
from harehawk.apps.opportunities.sealed import Seal
from harehawk.apps.rows.current import current
from harehawk.apps.rows.loading import Loaded, SheetsTogether
from harehawk.apps.rows.mapping import book_of
from harehawk.apps.rows.rewinding import rewound
from harehawk.apps.rows.together import given
from harehawk.book.sheets import Book

OF_OPPORTUNITY: tuple[Any, ...] = (
    Member, Body, Influence, Stance, Evidence, Need, Rival, Factor, TenderPoint, Route, Payment, Cost, Worth, Harm,
    Effort, Decision, Outcome,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`whole` is what is judged; `shown` is the same where who said what is sealed stays covered."""

    whole: Book
    shown: Book


def known(opportunities: Collection[int], as_of: dt.date) -> Book:
    """The opportunities with their customers, people and facts; rows in the order they were recorded."""
    return current(recorded(opportunities, as_of), as_of)


def recorded(opportunities: Collection[int], as_of: dt.date) -> Book:
    """The same with every fact, also those that were replaced and those of days to come."""
    return book_of(_loaded(opportunities, as_of).values())


def known_to(seal: Seal, opportunities: Collection[int], as_of: dt.date) -> Known:
    """The same for a reader."""
    found = _loaded(opportunities, as_of)
    whole, over = current(book_of(found.values()), as_of), seal.over(found)
    covers = any(over[sheet] is not found[sheet] for sheet in over)
    return Known(whole=whole, shown=current(book_of(over.values()), as_of) if covers else whole)


def _loaded(opportunities: Collection[int], as_of: dt.date) -> dict[str, Loaded]:
    then = past(as_of)
    found = DEALS.load(opportunities=opportunities)
    if then:
        found = then.of_opportunities(found, opportunities)
    customers = set(found["opportunities"].column("customer"))
    harmed = set(found["harms"].column("harmed"))
    people = _people(found)
    around = then.around(customers, people) if then else {}
    sides = SIDES.load(customers=customers, people=people, harmed=harmed)
    found |= rewound(sides, around, lambda kept: kept.get("person") in people or "issued_on" in kept)
    named = NAMED.load(
        posts={*found["people"].column("post"), *found["tenures"].column("post")},
        colleagues={*found["opportunities"].column("owner"), *found["relationships"].column("colleague")},
        offerings=set(found["needs"].column("offering")),
    )
    return found | rewound(named, around, lambda _: False)


def _deals() -> Iterator["QuerySet[Any]"]:
    yield Opportunity.objects.filter(pk__in=given("opportunities"))
    for table in OF_OPPORTUNITY:
        rows: QuerySet[Any] = table.objects.filter(opportunity__in=given("opportunities"))
        yield rows.filter(withdrawn=False) if issubclass(table, Fact) else rows


def _sides() -> Iterator["QuerySet[Any]"]:
    harmed = given("harmed", numbers=False)
    yield Customer.objects.filter(Q(pk__in=given("customers")) | Q(name__in=harmed) | Q(key__in=harmed))
    yield Person.objects.filter(pk__in=given("people"))
    yield Tenure.objects.filter(person__in=given("people"))
    yield Relationship.objects.filter(person__in=given("people"), withdrawn=False)
    yield Invoice.objects.filter(customer__in=given("customers"))


def _named() -> Iterator["QuerySet[Any]"]:
    yield Post.objects.filter(pk__in=given("posts"))
    yield Colleague.objects.filter(pk__in=given("colleagues"))
    yield Offering.objects.filter(pk__in=given("offerings"))


DEALS = SheetsTogether(_deals)
SIDES = SheetsTogether(_sides)
NAMED = SheetsTogether(_named)


def _people(found: dict[str, Loaded]) -> set[int]:
    named = [("members", "person"), ("influence", "listener"), ("influence", "speaker"), ("stances", "person")]
    people = {number for sheet, column in named for number in found[sheet].column(column)}
    return people | {*found["bodies"].listed("members"), *found["bodies"].listed("veto")}
