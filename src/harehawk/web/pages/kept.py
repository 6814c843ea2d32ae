"""What only a stored opportunity has: its number, who may write, and the day it is shown as of."""

import datetime as dt
from dataclasses import dataclass

from harehawk.apps.opportunities.queries import Deal


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Of a stored opportunity. `as_of` is a past day; None is today, and nothing is written as of a past day."""

    deal: Deal
    as_of: dt.date | None

    @property
    def number(self) -> int:
        """Its primary key."""
        return self.deal.number

    @property
    def query(self) -> str:
        """What an address needs to show the same day."""
        return f"?as_of={self.as_of.isoformat()}" if self.as_of else ""

    @property
    def version(self) -> int:
        """Of its own fields."""
        return self.deal.version

    @property
    def writes(self) -> bool:
        """Whether the reader may record something about it."""
        return self.deal.writes and self.as_of is None

    @property
    def edits(self) -> bool:
        """Whether the reader may change its own fields."""
        return self.deal.edits and self.as_of is None

    @property
    def closed(self) -> bool:
        """Whether it has ended."""
        return self.deal.closed
