"""Whether every must-have need is met in time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from harehawk.engine.worth.deal import Fit, Need

MET = {Fit.OWN: 0.95, Fit.PARTNER: 0.8, Fit.BUY: 0.7, Fit.BUILD: 0.6, Fit.NONE: 0.02}
LATE = 0.5  # what is left when it comes only after the need date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNeed:
    """A need whose fit nobody entered, and the belief that all needs are met if it is met, and if not."""

    need: str
    chance_yes: float
    if_yes: float
    if_no: float


def needs_belief(needs: Sequence[Need], prior: float) -> float | None:
    """Return the belief that every must-have need is met in time; None if none is listed (method.md §5).

    Needs met from one source stand or fall together: the hardest decides. Sources multiply. All our own
    is one source, so is each named provider; a need that is open, that nobody can meet, or whose provider
    is not named stands for itself.

    Parameters
    ----------
    needs
    prior
        Of `needs_met`, for a need whose fit is not entered; half of it where it was asked and not known.

    Examples
    --------
    >>> needs_belief([Need(id="scada", fit=Fit.OWN), Need(id="pumps", fit=Fit.PARTNER, provider="Huaxin")], 0.9)
    0.76
    """
    if not needs:
        return None
    hardest: dict[tuple[str, str], float] = {}
    for need in needs:
        source = _source(need)
        hardest[source] = min(hardest.get(source, 1.0), _met(need, prior))
    return math.prod(hardest.values())


def open_needs(needs: Sequence[Need], prior: float) -> tuple[OpenNeed, ...]:
    """Return what asking about each need of unknown fit would show; those asked in vain are left out."""
    belief = needs_belief(needs, prior)
    yes, no = MET[Fit.OWN], MET[Fit.NONE]
    return tuple(
        OpenNeed(
            need=need.id,
            chance_yes=(prior - no) / (yes - no),
            if_yes=belief / prior * yes,
            if_no=belief / prior * no,
        )
        for need in needs
        if need.fit is None and belief is not None
    )


def _met(need: Need, prior: float) -> float:
    if need.fit is None:
        met = prior
    elif need.fit == Fit.NOT_KNOWN:
        met = prior / 2
    else:
        met = MET[need.fit]
    return met * LATE if need.late else met


def _source(need: Need) -> tuple[str, str]:
    """Return who meets it: us, a named provider, or nobody else but this need's own source."""
    if need.fit == Fit.OWN:
        return "own", ""
    if need.fit in {Fit.PARTNER, Fit.BUY, Fit.BUILD} and need.provider:
        return "provider", need.provider
    return "need", need.id
