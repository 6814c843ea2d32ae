"""Which pages a list and its opportunities link to: the same templates serve more than one set of addresses."""

from dataclasses import dataclass


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
