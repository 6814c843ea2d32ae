"""The cash curve as a drawing: cumulative money month by month, with what payment delay makes of it."""

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass

from harehawk.engine.worth.deal import Limit
from harehawk.web.pages.dossier import Dossier

LEFT, RIGHT, TOP, BOTTOM = 52.0, 588.0, 30.0, 208.0
DAYS_A_MONTH = 30.4375
MEDIAN = 2  # of the five quantiles of delay
EDGE = 50.0  # this near to an edge a label would leave the drawing
ROOM = 110.0  # a label above needs this much of the width before the next may stand on the same line

Place = Callable[[float], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line of the grid with its label."""

    at: float
    label: str
    anchor: str = "middle"

    @property
    def text_at(self) -> float:
        """Baseline of a label beside a horizontal line."""
        return round(self.at + 4, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A milestone where its money arrives."""

    x: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CashChart:
    """Everything placed; `peak_x` and `peak_y` are None where no money is ever tied up."""

    levels: tuple[Tick, ...]
    months: tuple[Tick, ...]
    zero: float
    line: str
    band: str
    limit: float | None
    limit_label: str
    peak_x: float | None
    peak_y: float | None
    peak_label: str
    peak_anchor: str
    milestones: tuple[Label, ...]
    finding: str
    caption: str

    @property
    def limit_text(self) -> float:
        """Baseline of the limit's label, above its line."""
        return round((self.limit or 0.0) - 5, 1)

    @property
    def peak_text_y(self) -> float:
        """Baseline under the dot."""
        return round((self.peak_y or 0.0) + 20, 1)


def cash_chart(dossier: Dossier) -> CashChart:
    """Draw the middle case of delay as a line, the 10–90 % of delay as a band."""
    worth, voice = dossier.judgement.worth, dossier.voice
    curves = worth.curves
    last = int(curves.shape[1]) - 1
    limit = _limit(dossier)
    low, high = min(float(curves.min()), 0.0), max(float(curves.max()), 0.0)
    shows_limit = limit is not None and -limit > 2.2 * min(low, -0.25 * high)
    if shows_limit and limit is not None:
        low = min(low, -limit)
    low -= 0.1 * (high - low)  # room for the label of the peak
    step = _nice((high - low) / 3 or 1.0)

    def y(value: float) -> float:
        return round(BOTTOM - (value - low) / (high - low or 1.0) * (BOTTOM - TOP), 1)

    def x(month: float) -> float:
        return round(LEFT + month / max(last, 1) * (RIGHT - LEFT), 1)

    middle = curves[MEDIAN]
    peak = int(middle.argmin())
    has_peak = middle[peak] < 0
    figures = {"peak": voice.money(worth.peak_capital), "end": voice.money(float(middle[-1]))}
    return CashChart(
        levels=tuple(
            Tick(at=y(value), label=voice.money(value))
            for value in (step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1))
            if value
        ),
        months=_months(last, x, dossier),
        zero=y(0.0),
        line=_steps([(x(month), y(float(value))) for month, value in enumerate(middle)]),
        band=_band(
            [(x(month), y(float(value))) for month, value in enumerate(curves.max(axis=0))],
            [(x(month), y(float(value))) for month, value in enumerate(curves.min(axis=0))],
        ),
        limit=y(-limit) if shows_limit and limit is not None else None,
        limit_label=voice.translate("limit %(limit)s") % {"limit": voice.money(limit or 0.0)},
        peak_x=x(peak) if has_peak else None,
        peak_y=y(float(middle[peak])) if has_peak else None,
        peak_label=voice.translate("peak %(peak)s") % figures,
        peak_anchor=_anchor(x(peak)),
        milestones=_milestones(dossier, last, x, y),
        finding=voice.translate("Cumulative cash by month: at its lowest −%(peak)s, at the end %(end)s.") % figures,
        caption=_caption(dossier, peak, has_peak=bool(has_peak)),
    )


def _limit(dossier: Dossier) -> float | None:
    worth = dossier.judgement.worth
    return next((view.bound * worth.contract for view in worth.limits if view.limit == Limit.CAPITAL), None)


def _months(last: int, x: Place, dossier: Dossier) -> tuple[Tick, ...]:
    every = 6 if last <= 30 else 12
    return tuple(
        Tick(at=x(month), label=_when(month, dossier), anchor="end" if x(month) > RIGHT - EDGE else "middle")
        for month in range(0, last + 1, every)
    )


def _when(month: int, dossier: Dossier) -> str:
    """The month by its date where the signature is expected on one, else counted from it."""
    if (start := dossier.facts.expected_signature) is not None:
        return _later(start, month).strftime("%Y-%m")
    return dossier.voice.translate("month %(month)s") % {"month": month}


def _later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, 1)


def _caption(dossier: Dossier, peak: int, *, has_peak: bool) -> str:
    worth, translate = dossier.judgement.worth, dossier.voice.translate
    said = [
        translate(
            "Line: cumulative cash at the usual delay of payments. Band: between the 10th and 90th percentile of delay."
        )
    ]
    if has_peak:
        said.append(translate("Most is tied up in %(when)s.") % {"when": _when(peak, dossier)})
    if worth.payback_month is not None:
        said.append(translate("Paid back by %(when)s.") % {"when": _when(worth.payback_month, dossier)})
    else:
        said.append(translate("It is never paid back."))
    return ("" if dossier.voice.chinese else " ").join(said)


def _milestones(dossier: Dossier, last: int, x: Place, y: Place) -> tuple[Label, ...]:
    """Where the money of each milestone arrives in the middle case; those that would collide move up."""
    worth = dossier.judgement.worth
    factor = worth.late_days[MEDIAN] / 30
    labels: list[Label] = []
    for name, month, share, term in _payments(dossier):
        arrival = min(last, math.ceil(month + max(1.0, term * factor) / DAYS_A_MONTH))
        at = x(arrival)
        top = y(float(worth.curves[MEDIAN][arrival])) - 8
        if labels and at - labels[-1].x < ROOM and abs(top - labels[-1].y) < 16:
            top = labels[-1].y - 16
        text = f"{name} {share:.0%}".strip() if not dossier.voice.chinese else f"{name}{share:.0%}"
        anchor = "end" if at > RIGHT - EDGE else "start"  # the money has come: there is room above what follows
        labels.append(Label(x=at, y=round(max(12.0, top), 1), text=text, anchor=anchor))
    return tuple(labels)


def _payments(dossier: Dossier) -> list[tuple[str, float, float, float]]:
    """(name, month, share, term) of each milestone; those of a class have no names."""
    deal = dossier.known.assumed.deal
    named = bool(dossier.case.deal.payments)
    return [
        (one.id if named else "", one.month, one.amount / deal.amount, one.term_days + one.extra_days)
        for one in deal.payments
    ]


def _anchor(x: float) -> str:
    """Labels near an edge grow inwards."""
    return "start" if x < LEFT + EDGE else "end" if x > RIGHT - EDGE else "middle"


def _nice(most: float) -> float:
    """The greatest 1, 2 or 5 times a power of ten that is not more."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(power * factor for factor in (1, 2, 5) if power * factor <= most * (1 + 1e-9))


def _steps(points: list[tuple[float, float]]) -> str:
    """A staircase: money moves at the end of a month."""
    (x, y), *rest = points
    return f"M{x} {y}" + "".join(f"H{x}V{y}" for x, y in rest)


def _band(upper: list[tuple[float, float]], lower: list[tuple[float, float]]) -> str:
    """Out along the upper staircase, back along the lower."""
    back = [f"V{lower[-1][1]}"]
    for (x, _), (_, before) in zip(reversed(lower[1:]), reversed(lower[:-1]), strict=True):
        back.append(f"H{x}V{before}")
    return f"{_steps(upper)}{''.join(back)}H{lower[0][0]}Z"
