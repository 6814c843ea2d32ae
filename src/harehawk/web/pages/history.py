"""What was judged of an opportunity, what changed since, and which facts did it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from harehawk.apps.opportunities.queries import Moment, Written
from harehawk.engine.common import Range
from harehawk.web.pages.chance_chart import ChanceChart, chance_chart
from harehawk.web.pages.writes import WriteRow, write_row
from harehawk.wording.names import Names
from harehawk.wording.voice import Voice

MOST_WRITES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentRow:
    """A judgement beside the one before it. `quiet` says why it moved where nothing was written."""

    number: int
    made_at: dt.datetime
    verdict: str
    verdict_before: str
    chance: Range
    chance_before: float | None
    expected_value: float
    value_before: float | None
    writes: tuple[WriteRow, ...]
    more_writes: int
    quiet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """All of it, the latest first."""

    number: int
    name: str
    sentence: str
    chart: ChanceChart | None
    moments: tuple[MomentRow, ...]


def history_page(
    *, number: int, name: str, moments: Sequence[Moment], written: Sequence[Written], names: Names, voice: Voice
) -> HistoryPage:
    """Make the page; judgements and writes come the latest first."""
    rows = tuple(_rows(moments, written, names, voice))
    return HistoryPage(
        number=number,
        name=name,
        sentence=_sentence(rows, voice),
        chart=chance_chart(moments, voice),
        moments=rows,
    )


def between(older: Moment | None, newer: Moment, written: Sequence[Written]) -> list[Written]:
    """What was written after a judgement and is known to a later one."""
    first, last = (older.cause or 0) if older else 0, newer.cause or 0
    return [one for one in written if first < one.number <= last]


def _rows(moments: Sequence[Moment], written: Sequence[Written], names: Names, voice: Voice) -> Iterator[MomentRow]:
    for newer, older in pairwise([*moments, None]):
        if newer is None:
            return
        own = between(older, newer, written) if older else []
        yield MomentRow(
            number=newer.pk,
            made_at=newer.made_at,
            verdict=newer.verdict,
            verdict_before=older.verdict if older else "",
            chance=Range(point=newer.chance, low=newer.chance_low, high=newer.chance_high),
            chance_before=older.chance if older else None,
            expected_value=newer.expected_value,
            value_before=older.expected_value if older else None,
            writes=tuple(write_row(one, names, voice) for one in own[:MOST_WRITES]),
            more_writes=max(0, len(own) - MOST_WRITES),
            quiet="" if own else _quiet(older, newer, voice),
        )


def _quiet(older: Moment | None, newer: Moment, voice: Voice) -> str:
    if older is None:
        return voice.translate("The first judgement, on all that was entered until then.")
    if older.method_version != newer.method_version:
        return voice.translate("The method changed: version %(before)s became %(after)s.") % {
            "before": older.method_version,
            "after": newer.method_version,
        }
    return voice.translate("Nothing was written: what is known became older.")


def _sentence(rows: Sequence[MomentRow], voice: Voice) -> str:
    turned = [row for row in rows if row.verdict_before and row.verdict_before != row.verdict]
    if not rows:
        return voice.translate("It was never judged here: it had ended when it was brought in.")
    if len(rows) < 2:
        return voice.translate("It was judged once, and nothing has changed since.")
    if not turned:
        return voice.translate("The verdict has been the same since the first judgement.")
    return voice.translate("The verdict last changed on %(day)s.") % {
        "day": turned[0].made_at.date().isoformat(),
    }
