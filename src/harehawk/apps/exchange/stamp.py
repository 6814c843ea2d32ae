"""Whether somebody wrote, while an import was made ready, what it rests on."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from django.db.models import Max

from harehawk.apps.access.models import Entry
from harehawk.apps.method.queries import SETTINGS
from harehawk.apps.rows.tables import tables

WINDOW = 10_000  # numbers of entries that writes still under way may have taken


@dataclass(frozen=True, slots=True)
class Stamp:
    """How far the log was."""

    last: int
    seen: Set[int]  # of the last ones, those that were there

    @classmethod
    def now(cls) -> "Stamp":
        """Read it."""
        last = Entry.objects.aggregate(last=Max("pk"))["last"] or 0
        return cls(last, set(Entry.objects.filter(pk__gt=last - WINDOW).values_list("pk", flat=True)))

    def holds(self, entries: Iterable[Entry]) -> bool:
        """Tell whether nobody wrote since what these entries, yet to come, are about."""
        later = Entry.objects.filter(pk__gt=self.last - WINDOW).exclude(act=Entry.Act.NOTE)
        fresh = set(later.values_list("pk", flat=True)) - self.seen
        if not fresh:
            return True
        ours = _About()
        for entry in entries:
            ours.take(entry)
        return not any(
            ours.meets(entry)
            for entry in later.filter(pk__gte=min(fresh)).iterator(chunk_size=500)
            if entry.pk in fresh
        )


class _About:
    """What some entries are about."""

    def __init__(self) -> None:
        self.opportunities: set[int | None] = set()
        self.customers: set[int | None] = set()
        self.rows: set[tuple[str, int]] = set()
        self.keys: set[tuple[str, str]] = set()
        self.settings = {tables()[sheet]._meta.label_lower for sheet in SETTINGS}

    def take(self, entry: Entry) -> None:
        self.opportunities.add(entry.opportunity)
        self.customers.add(entry.customer)
        self.rows.add((entry.table, entry.row))
        self.keys.add(_key(entry))

    def meets(self, entry: Entry) -> bool:
        """Tell whether the entry is about the same, or about what anything may rest on."""
        return (
            entry.act == Entry.Act.REMOVE
            or entry.table in self.settings
            or (entry.opportunity is not None and entry.opportunity in self.opportunities)
            or (entry.customer is not None and entry.customer in self.customers)
            or (entry.table, entry.row) in self.rows
            or ("key" in (entry.after or {}) and _key(entry) in self.keys)
        )


def _key(entry: Entry) -> tuple[str, str]:
    return entry.table, str((entry.after or {}).get("key", ""))
