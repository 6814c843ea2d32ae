"""Rows of a sheet by the opportunity they are about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol


class _AboutOpportunity(Protocol):
    @property
    def opportunity(self) -> str: ...


def by_opportunity[Row: _AboutOpportunity](rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    """The rows of each opportunity in their order; none for one that is not mentioned."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.opportunity].append(row)
    return found
