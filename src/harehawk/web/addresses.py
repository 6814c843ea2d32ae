"""Which pages a list and its opportunities link to: the same templates serve more than one set of addresses."""

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Names of the addresses of one set."""

    listing: str
    opportunity: str
    classes: str
    explain: str


WORKBOOK = Addresses(
    listing="workbook",
    opportunity="workbook-opportunity",
    classes="workbook-classes",
    explain="workbook-explain",
)
STORED = Addresses(
    listing="opportunities",
    opportunity="opportunity",
    classes="opportunity-classes",
    explain="opportunity-explain",
)


def without_empty(request: HttpRequest) -> str:
    """The address of a list without the fields of its form that ask for nothing."""
    wanted = request.GET.copy()
    for field in [field for field, value in wanted.items() if not value]:
        del wanted[field]
    query = wanted.urlencode()
    return request.path + (f"?{query}" if query else "")
