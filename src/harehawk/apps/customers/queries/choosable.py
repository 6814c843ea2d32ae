"""Whom and what rows about a customer can name: of what their writer sees."""

from collections.abc import Sequence

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Colleague, Customer, Person, Post

type Choices = Sequence[tuple[str | int, str]]  # what is kept, and its name


def customers(user: User, *, but: int | None = None) -> Choices:
    """Customers; all but one, which is not its own group."""
    rows = Customer.objects.visible_to(user).exclude(pk=but) if but else Customer.objects.visible_to(user)
    return list(rows.order_by("name", "pk").values_list("pk", "name"))


def colleagues() -> Choices:
    """Our own people, whom everybody sees."""
    return list(Colleague.objects.order_by("name", "pk").values_list("pk", "name"))


def colleague_of(user: int) -> int | None:
    """Which of them a user is."""
    return Colleague.objects.filter(user=user).values_list("pk", flat=True).first()


def posts(user: User, customer: int | None, *, but: int | None = None) -> Choices:
    """The posts of a customer; all but one, which does not report to itself."""
    rows = Post.objects.visible_to(user).filter(customer=customer).order_by("rank", "title", "pk")
    return [
        (number, f"{title} · {department}" if department else title)
        for number, title, department in rows.values_list("pk", "title", "department")
        if number != but
    ]


def people(user: User, customer: int | None, *, but: int | None = None) -> Choices:
    """The people of a customer; all but one, who does not report to himself."""
    rows = Person.objects.visible_to(user).filter(customer=customer) if customer else Person.objects.none()
    return [pair for pair in rows.order_by("name", "pk").values_list("pk", "name") if pair[0] != but]
