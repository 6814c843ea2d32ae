"""What somebody wants to see of the list of what is kept, as it stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from harehawk.apps.opportunities.queries import Wish

SORTS = (
    "expected_value", "chance", "confidence", "worth", "customer", "name", "owner", "amount", "expected_signature",
    "closed_on",
)  # fmt: skip
LONGEST_NUMBER = 9  # digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """A word or a number for each field of the address; empty or None where nothing, or nothing sensible, is asked."""

    q: str
    verdict: str
    customer_class: str
    owner: int | None
    customer: int | None
    gate: int | None
    closed: bool
    sort: str  # one of SORTS
    sort_asked: str  # the same, empty where the usual order is
    backwards: bool
    show: Sequence[str]  # columns
    page: int

    @property
    def filtered(self) -> bool:
        return bool(self.q or self.verdict or self.customer_class or self.owner or self.customer or self.gate)

    def wish(self) -> Wish:
        """The same, for the query."""
        return Wish(
            text=self.q,
            owner=self.owner,
            customer=self.customer,
            customer_class=self.customer_class,
            closed=self.closed,
            verdict=self.verdict,
            failing_gate=self.gate,
            sort=self.sort,
            backwards=self.backwards,
            page=self.page,
        )


def wished(given: QueryDict) -> Wished:
    """Read an address."""
    closed = bool(given.get("closed"))
    sort = given.get("sort", "")
    field = sort.removeprefix("-")
    usual = "closed_on" if closed else "expected_value"
    return Wished(
        q=given.get("q", "").strip(),
        verdict=given.get("verdict", ""),
        customer_class=given.get("customer_class", ""),
        owner=number_in(given.get("owner", "")),
        customer=number_in(given.get("customer", "")),
        gate=number_in(given.get("gate", "")),
        closed=closed,
        sort=field if field in SORTS else usual,
        sort_asked=field if field in SORTS else "",
        backwards=sort.startswith("-"),
        show=tuple(given.getlist("show")),
        page=number_in(given.get("page", "")) or 1,
    )


def number_in(text: str) -> int | None:
    """A number in an address; None where there is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None
