"""What is known of customers and people keeps the rules of the book."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from harehawk.apps.customers.models import Colleague, Customer, Invoice, Person, Post, Relationship, Tenure
from harehawk.apps.customers.problems import RuleBroken
from harehawk.apps.rows.current import current
from harehawk.apps.rows.loading import load
from harehawk.apps.rows.mapping import book_of
from harehawk.book.review import review


def hold(customers: Collection[int], people: Collection[int] = ()) -> None:
    """See that customers with all they have, and people with what is known of them, keep the rules.

    Raises RuleBroken.
    """
    someone = Person.objects.filter(Q(customer__in=customers) | Q(pk__in=people))
    about: dict[str, Any] = {"person__in": someone.values("pk")}
    relationships = Relationship.objects.standing().filter(**about)
    groups = _with_groups({*customers, *someone.exclude(customer=None).values_list("customer", flat=True)})
    rows = (
        Customer.objects.filter(pk__in=groups),
        Post.objects.filter(Q(customer__in=groups) | Q(pk__in=someone.values("post"))),
        someone,
        Tenure.objects.filter(**about),
        Colleague.objects.filter(pk__in=relationships.values("colleague")),
        relationships,
        Invoice.objects.filter(customer__in=customers),
    )
    today = timezone.localdate()
    book = current(book_of(load(one) for one in rows), today)
    breaches = review(book, today, get_language() or "en")
    own = tuple(one for one in breaches if one.sheet != "colleagues")
    if own:
        raise RuleBroken(own)


def _with_groups(customers: set[int]) -> set[int]:
    """Customers and all above them: a line that goes round in a circle is seen only whole."""
    found, last = set(customers), set(customers)
    while last:
        above = Customer.objects.filter(pk__in=last, parent__isnull=False).values_list("parent", flat=True)
        last = {number for number in above if number is not None} - found
        found |= last
    return found
