"""What a new opportunity can be of, and whose."""

from collections.abc import Sequence
from dataclasses import dataclass

from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Colleague, Customer

MOST = 1_000


@dataclass(frozen=True, kw_only=True)
class Addable:
    """Names of customers to suggest; the colleagues, and which of them one is."""

    customers: Sequence[str]
    owners: Sequence[tuple[int, str]]
    own: int | None


def addable(user: User) -> Addable:
    """What a user may add an opportunity to."""
    rows = list(Colleague.objects.order_by("name", "pk").values_list("pk", "name", "user"))
    return Addable(
        customers=list(Customer.objects.visible_to(user).order_by("name").values_list("name", flat=True)[:MOST]),
        owners=[(number, name) for number, name, _ in rows],
        own=next((number for number, _, one in rows if one == user.pk), None),
    )
