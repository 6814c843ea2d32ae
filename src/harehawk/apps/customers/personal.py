"""What is personal about somebody, as it stands and as it ever stood, and how it goes out of a text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from harehawk.apps.access.models import Entry
from harehawk.apps.customers.models import Person

PERSONAL = ("wants_for_organisation", "wants_for_self", "fears", "how_to_meet", "contact")
SHORTEST = 2  # letters of a name that is looked for in other texts
ADDRESS = re.compile(r"[^\s,;:<>()，；：、（）]+@[^\s,;:<>()，；：、（）]+")
NUMBER = re.compile(r"\+?\d[\d -]{5,}\d")


@dataclass(frozen=True, kw_only=True)
class Personal:
    """Names, ways to reach them and notes; `pseudonym` stands in place of the names and of the key."""

    key: str
    pseudonym: str
    names: frozenset[str]
    ways: frozenset[str]  # addresses and numbers
    notes: frozenset[str]  # whole texts
    kept: frozenset[str]  # names of others that only begin or end like theirs

    def rename(self, text: str) -> str:
        """The text without names, addresses and numbers."""
        return self._named.sub(lambda found: self.pseudonym if found["name"] else found[0], text)

    def blot(self, text: str) -> str:
        """The same for a text that may be a cell of a book: then it may be a key or a note."""
        return "" if text in self.notes else self.pseudonym if text == self.key else self.rename(text)

    @cached_property
    def _named(self) -> re.Pattern[str]:
        names = [rf"(?<![A-Za-z]){one}(?![A-Za-z])" for one in _longest_first(self.names)]
        theirs = "|".join([*names, *_longest_first(self.ways)])
        return re.compile("|".join([*_longest_first(self.kept), f"(?P<name>{theirs or '(?!)'})"]))


def personal(row: Person, pseudonym: str) -> Personal:
    """Gather it from the row and from what the log kept of it."""
    told: list[dict[str, Any]] = [{name: getattr(row, name) for name in ("name", *PERSONAL)}]
    for entry in entries_of(row):
        told += [kept for kept in (entry.before, entry.after) if kept]
    names = {kept["name"] for kept in told if len(kept.get("name", "")) >= SHORTEST}
    longer = {
        other
        for name in names
        for other in Person.objects.filter(name__contains=name).exclude(pk=row.pk).values_list("name", flat=True)
    }
    contacts = [kept["contact"] for kept in told if kept.get("contact")]
    return Personal(
        key=row.key,
        pseudonym=pseudonym,
        names=frozenset(names),
        ways=frozenset(way for said in contacts for how in (ADDRESS, NUMBER) for way in how.findall(said)),
        notes=frozenset(kept[name] for kept in told for name in PERSONAL if kept.get(name)),
        kept=frozenset(longer - names),
    )


def entries_of(row: Person) -> Any:  # noqa: ANN401  a queryset of entries
    """What the log kept of the row itself."""
    return Entry.objects.filter(table=row._meta.label_lower, row=row.pk)


def everywhere(kept: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401  whatever JSON holds
    """The same with every text changed, names of values included."""
    if isinstance(kept, str):
        return change(kept)
    if isinstance(kept, list):
        return [everywhere(one, change) for one in kept]
    if isinstance(kept, dict):
        return {change(name): everywhere(value, change) for name, value in kept.items()}
    return kept


def _longest_first(texts: frozenset[str]) -> list[str]:
    return [re.escape(one) for one in sorted(texts, key=lambda one: (-len(one), one))]
