"""Sealed facts: they count like others, and only few read who said so and where it is written.

A sealed fact opens to whoever recorded it, to the owner of its opportunity, and to the directors above the owner.
Everybody else reads “confirmed source” in its place, wherever it is shown, exported or logged.
"""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext, gettext_noop, override

from harehawk.apps.access.models import User
from harehawk.apps.opportunities.models import Evidence, Opportunity, Stance
from harehawk.apps.rows.loading import Loaded
from harehawk.apps.rows.reach import owner_ways, reached

HIDDEN: Mapping[str, frozenset[str]] = {
    "evidence": frozenset({"source", "document", "recorded_by"}),
    "stances": frozenset({"source"}),
}
CONFIRMED = gettext_noop("confirmed source")


class Seal:
    """Which sealed facts a user reads whole. Nothing is looked up while nothing is sealed."""

    def __init__(self, user: User) -> None:
        self.user = user

    def closed(self, sheet: str, numbers: Collection[int]) -> set[int]:
        """Those of these facts of which he does not read who said so."""
        if sheet not in HIDDEN or not numbers:
            return set()
        table, own = (Evidence, Q(recorder__user=self.user)) if sheet == "evidence" else (Stance, Q())
        own |= Q(recorded_by=self.user)
        owned = Opportunity.objects.filter(reached(Opportunity, owner_ways(self.user)))
        mine = Q(opportunity__in=owned.values("pk")) | own
        sealed: QuerySet[Any] = table.objects.filter(pk__in=numbers, sealed=True)
        return set(sealed.exclude(pk__in=sealed.filter(mine).values("pk")).values_list("pk", flat=True))

    def over(self, loaded: Mapping[str, Loaded]) -> dict[str, Loaded]:
        """The same rows without what is sealed; who said different things is still told apart by a number."""
        return {key: self._over(one) if key in HIDDEN else one for key, one in loaded.items()}

    def _over(self, loaded: Loaded) -> Loaded:
        names = ["", *(column.key for column in loaded.sheet.columns)]
        place = {name: at for at, name in enumerate(names)}
        closed = self.closed(loaded.sheet.key, [row[0] for row in loaded.rows if row[place["sealed"]]])
        if not closed:
            return loaded
        labels: dict[tuple[int, str], str] = {}
        rows = [_covered(loaded.sheet.key, names, row, labels) if row[0] in closed else row for row in loaded.rows]
        return Loaded(sheet=loaded.sheet, rows=rows, lists=loaded.lists)


def _covered(sheet: str, names: list[str], row: tuple[Any, ...], labels: dict[tuple[int, str], str]) -> tuple[Any, ...]:
    """A row with a label where it says who said it, the same label for the same source of an opportunity."""
    cells = dict(zip(names, row, strict=True))
    of_one = sum(opportunity == cells["opportunity"] for opportunity, _ in labels)
    said = cells["source"] or cells.get("document") or ""
    label = labels.setdefault((cells["opportunity"], said), confirmed(of_one + 1))
    return tuple((cells | hidden(sheet, label)).values())


def hidden(sheet: str, label: str) -> dict[str, Any]:
    """What stands in the columns of a sealed fact for who may not read them."""
    return {name: label if name == "source" else None if name == "recorded_by" else "" for name in HIDDEN[sheet]}


def confirmed(place: int) -> str:
    """What stands for a source, the first or a later one of an opportunity."""
    return gettext(CONFIRMED) if place == 1 else f"{gettext(CONFIRMED)} {place}"


def stands_for_a_source(text: str) -> bool:
    """Tell whether a text only says that somebody said it."""
    return text.rstrip("0123456789 ") in _in_every_language()


@cache
def _in_every_language() -> frozenset[str]:
    found = set()
    for code, _ in settings.LANGUAGES:
        with override(code):
            found.add(gettext(CONFIRMED))
    return frozenset(found)
