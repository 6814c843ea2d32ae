"""Where one can go from every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

type Known = tuple[str, "_StrPromise", str, tuple[str, ...]]  # its address, word and picture; names that are part of it

FIRST: tuple[Known, ...] = (
    ("opportunities", _("Opportunities"), "deal", ("opportunit", "row")),
    ("customers", _("Customers"), "people", ("customer", "invoice", "post")),
    ("people", _("People"), "person", ("people", "person", "relationship")),
)
AT_HAND: Known = ("workbook", _("Workbook at hand"), "book", ("workbook",))
MORE: tuple[Known, ...] = (
    ("method", _("Method"), "unclear", ("method",)),
    ("import", _("Import and export"), "arrow", ("import", "bringing", "export")),
    ("judge", _("Judge a workbook"), "book", ("judge", "problems")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place to go to."""

    address: str
    word: "str | _StrPromise"
    icon: str
    here: bool
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Navigation:
    """What stands first, and what a narrow page keeps under “More”."""

    first: tuple[Entry, ...]
    more: tuple[Entry, ...]

    @property
    def here_in_more(self) -> bool:
        return any(one.here for one in self.more)


def navigation(place: str, at_hand: Mapping[str, int] | None) -> Navigation:
    """Everywhere, with the place we are at marked; the visit's workbook only when there is one."""
    first = [_entry(known, place) for known in FIRST]
    if at_hand:
        first.append(_entry(AT_HAND, place, at_hand["count"]))
    return Navigation(first=tuple(first), more=tuple(_entry(known, place) for known in MORE))


def _entry(known: Known, place: str, count: int | None = None) -> Entry:
    name, word, icon, parts = known
    return Entry(address=reverse(name), word=word, icon=icon, here=place.startswith(parts), count=count)
