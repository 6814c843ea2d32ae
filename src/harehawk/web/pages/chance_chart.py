"""The chance of winning from judgement to judgement, with its range, as a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from harehawk.apps.opportunities.queries import Moment
from harehawk.wording.voice import Voice

LEFT, RIGHT, TOP, BOTTOM = 44.0, 592.0, 12.0, 140.0
MOST = 24  # judgements drawn, the latest
LEVELS = (0.0, 0.5, 1.0)
LABEL, TIME = 130.0, 75.0  # width that a day takes where letters are large, and the time of a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A label at a place."""

    at: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The range of one judgement."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceChart:
    """Everything placed; one step for each judgement, however much time lies between."""

    levels: tuple[Mark, ...]
    days: tuple[Mark, ...]
    steps: tuple[Step, ...]
    line: str
    finding: str


def chance_chart(moments: Sequence[Moment], voice: Voice) -> ChanceChart | None:
    """Draw the latest of them, the oldest first; of one alone there is nothing to draw."""
    drawn = list(reversed(moments[:MOST]))
    if len(drawn) < 2:
        return None
    width = (RIGHT - LEFT) / len(drawn)

    def y(chance: float) -> float:
        return round(BOTTOM - chance * (BOTTOM - TOP), 1)

    places = [round(LEFT + width * place, 1) for place in range(len(drawn))]
    line = "".join(
        f"{'M' + str(x) + ' ' if not place else 'V'}{y(one.chance)}H{round(x + width, 1)}"
        for place, (x, one) in enumerate(zip(places, drawn, strict=True))
    )
    return ChanceChart(
        levels=tuple(Mark(at=y(level), text=voice.chance(level)) for level in LEVELS),
        days=_days(places, drawn),
        steps=tuple(
            Step(
                x=x,
                y=y(one.chance_high),
                width=round(width, 1),
                height=round(y(one.chance_low) - y(one.chance_high), 1),
            )
            for x, one in zip(places, drawn, strict=True)
        ),
        line=line,
        finding=voice.translate("Chance of winning over %(count)s judgements: from %(first)s to %(last)s.")
        % {"count": len(drawn), "first": voice.chance(drawn[0].chance), "last": voice.chance(drawn[-1].chance)},
    )


def _days(places: Sequence[float], drawn: Sequence[Moment]) -> tuple[Mark, ...]:
    """The day of a judgement, and of others on the same day the time, as far as there is room."""
    marks: list[Mark] = []
    told, free = None, LEFT
    for x, one in zip(places, drawn, strict=True):
        width, text = LABEL, one.as_of.isoformat()
        if one.as_of == told:
            width, text = TIME, f"{timezone.localtime(one.made_at):%H:%M}"
        if x >= free and x <= RIGHT - width * 0.6:
            marks.append(Mark(at=x, text=text, anchor="start"))
            told, free = one.as_of, x + width
    return tuple(marks)
