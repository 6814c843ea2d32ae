"""What was known on a past day: rows as the log says they stood. Two statements, however many opportunities.

What was entered when an opportunity was founded or first brought in counts as known since it was found.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from harehawk.apps.access.models import Entry
from harehawk.apps.customers.models import Person
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.rows.rewinding import Rows, Stood, end_of, rewound, stood_before

if TYPE_CHECKING:
    from django.db.models import QuerySet

FOUNDED = Opportunity._meta.label_lower
PERSON = Person._meta.label_lower


class Past:
    """The end of a past day."""

    def __init__(self, day: dt.date) -> None:
        self.moment = end_of(day)

    def of_opportunities(self, loaded: Rows, opportunities: Collection[int]) -> Rows:
        """Opportunities and the rows that hang on them."""
        written = self._written(Q(opportunity__in=opportunities))
        return rewound(loaded, stood_before(_after_founding(list(written))))

    def around(self, customers: Collection[int], people: Collection[int]) -> Stood:
        """How customers and people stood, and what hangs on them.

        Who was added since stays: a fact of that day may name him.
        """
        about = Q(customer__in=customers, opportunity=None) | Q(table=PERSON, row__in=people)
        return stood_before(self._written(about).exclude(act=Entry.Act.ADD))

    def _written(self, about: Q) -> "QuerySet[Entry]":
        return Entry.objects.filter(about, at__gt=self.moment).exclude(act=Entry.Act.NOTE).order_by("pk")


def past(day: dt.date) -> Past | None:
    """The end of that day, if it is past."""
    return Past(day) if day < timezone.localdate() else None


def _after_founding(entries: list[Entry]) -> Iterator[Entry]:
    """Without what founded an opportunity: its first entry, and those of the batch that brought it in."""
    founding = {one.opportunity: one for one in entries if one.table == FOUNDED and one.act == Entry.Act.ADD}
    for one in entries:
        first = founding.get(one.opportunity)
        if first is None or (one.pk != first.pk and (one.batch_id is None or one.batch_id != first.batch_id)):
            yield one
