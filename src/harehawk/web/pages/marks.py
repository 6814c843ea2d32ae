"""Geometry of the marks: a range, a bar, a lead. Everything from 0 to 100."""

from collections.abc import Iterable
from dataclasses import dataclass

from harehawk.engine.common import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A range mark: the band from the 10th to the 90th percentile, the point, and the dotted tick if any."""

    low: float
    width: float
    mid: float
    at: float | None = None


def chance_mark(chance: Range, bar: float | None = None) -> Mark:
    """A chance on a track from 0 to 1."""
    return _mark(chance, bar, 0.0, 1.0)


def money_mark(value: Range, at: float | None) -> Mark:
    """Money on a track that holds the range, zero and the tick, with a little room around."""
    shown = [value.low, value.high, value.point, 0.0, *([] if at is None else [at])]
    room = 0.08 * (max(shown) - min(shown) or 1.0)
    return _mark(value, at, min(shown) - room, max(shown) + room)


def days_mark(days: Range, most: float) -> Mark:
    """Days on a track from none to the most."""
    return _mark(days, None, 0.0, most)


def filled(value: float, most: float, at: float | None = None) -> Mark:
    """One value on a track from 0 to the most."""
    return _mark(Range(point=value, low=0.0, high=value), at, 0.0, most)


def shares_of(values: Iterable[float]) -> tuple[float, ...]:
    """Each value as a part of the greatest, for bars side by side."""
    sizes = tuple(abs(value) for value in values)
    most = max(sizes, default=0.0) or 1.0
    return tuple(100 * size / most for size in sizes)


def _mark(value: Range, at: float | None, start: float, end: float) -> Mark:
    def place(number: float) -> float:
        return round(100 * min(1.0, max(0.0, (number - start) / (end - start))), 2)

    return Mark(
        low=place(value.low),
        width=round(place(value.high) - place(value.low), 2),
        mid=place(value.point),
        at=None if at is None else place(at),
    )
