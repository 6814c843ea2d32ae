"""What was said about one thing of an opportunity, as its page shows it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from harehawk.apps.opportunities.queries.facts import Carried, Said
from harehawk.engine.common import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One fact in words. `covered`: it is sealed, and who said so is not for this reader."""

    value: str
    about: str
    grade: str
    source: str
    document: str
    day: dt.date | None
    age_days: int | None
    stale: bool
    author: str
    file: Carried | None
    sealed: bool
    covered: bool
    entry: int | None

    @property
    def named(self) -> list[str]:
        """Who said so and where it stands, each once; the name of the file stands at the file."""
        return [
            one for one in dict.fromkeys((self.source, self.document)) if one and one != (self.file and self.file.name)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsPage:
    """All that was said about one thing of an opportunity."""

    number: int
    name: str
    title: str
    rows: tuple[FactRow, ...]
    works: bool  # whether the reader may tell something
    ended: bool  # then nobody does
    explain: str = ""  # code of a criterion, by which its belief is explained

    @property
    def writes(self) -> bool:
        """Whether something can be told now."""
        return self.works and not self.ended


def fact_rows(said: Iterable[Said], words: Mapping[Any, str], half_life: float, today: dt.date) -> tuple[FactRow, ...]:
    """Facts in words; `words` are those of the answers, by code."""
    named = {str(code): word for code, word in words.items()}
    return tuple(
        FactRow(
            value=named[str(one.value)],
            about=one.about,
            grade=Grade(one.grade) if one.grade else "",
            source=one.source,
            document=one.document,
            day=one.learned_on,
            age_days=(today - one.learned_on).days if one.learned_on else None,
            stale=one.learned_on is not None and (today - one.learned_on).days > half_life,
            author=one.author,
            file=one.file,
            sealed=one.sealed,
            covered=one.covered,
            entry=one.entry,
        )
        for one in said
    )
