"""The method as shipped: the criteria and customer classes of a company that has changed nothing."""

from collections.abc import Mapping

from harehawk.engine.gates.method import Criterion, Emphasis, Method
from harehawk.engine.worth.deal import Aspect, Limit

NEEDS_MET = "needs_met"  # derived from the must-haves where these are listed

CRITERIA = (
    Criterion(code="need_explicit", gate=1, swing=2, prior=0.6),
    Criterion(code="funds_enough", gate=1, swing=3, prior=0.5),
    Criterion(code="project_approved", gate=1, swing=2, prior=0.5),
    Criterion(code="date_compelling", gate=1, swing=2, prior=0.5),
    Criterion(code="sponsor_asks", gate=1, swing=2, prior=0.5),
    Criterion(code="funds_kept", gate=1, swing=1, prior=0.7),
    Criterion(code=NEEDS_MET, gate=2, swing=0, prior=0.9, must=True),
    Criterion(code="shortlisted", gate=2, swing=0, prior=0.92, must=True),
    Criterion(code="qualified", gate=2, swing=2, prior=0.7),
    Criterion(code="formal_fit", gate=2, swing=2, prior=0.6),
    Criterion(code="people_free", gate=2, swing=1, prior=0.7),
    Criterion(code="value_seen", gate=2, swing=2, prior=0.4),
    Criterion(code="unwritten_ours", gate=3, swing=2, prior=0.4),
    Criterion(code="top_access", gate=3, swing=2, prior=0.4),
    Criterion(code="coach_confirmed", gate=3, swing=2, prior=0.35),
    Criterion(code="not_rigged", gate=3, swing=3, prior=0.6),
    Criterion(code="steps_known", gate=3, swing=1, prior=0.5),
)


def _aspects(importance: float, fit: float, reference: float, learning: float) -> Mapping[Aspect, float]:
    return {
        Aspect.IMPORTANCE: importance,
        Aspect.FIT: fit,
        Aspect.REFERENCE: reference,
        Aspect.LEARNING: learning,
    }


def _limits(capital: float, margin: float, credit: float) -> Mapping[Limit, float]:
    return {Limit.CAPITAL: capital, Limit.MARGIN: margin, Limit.CREDIT: credit}


def _milestones(*shares: float) -> tuple[tuple[float, float], ...]:
    """Signature, delivery, acceptance, end of warranty."""
    return tuple(zip((0.0, 4.0, 6.0, 18.0), shares, strict=True))


def _hours(sales: float, presales: float, delivery: float) -> Mapping[str, float]:
    return {"sales": sales, "presales": presales, "delivery": delivery}


CLASSES = {
    "strategic": Emphasis(
        shift=0.2,
        swings={"top_access": 3, "date_compelling": 1},
        aspects=_aspects(0.15, 0.10, 0.05, 0.03),
        limits=_limits(0.50, 0.05, 0.04),
        amount=5_000_000,
        margin=0.20,
        milestones=_milestones(0.20, 0.30, 0.40, 0.10),
        hours=_hours(200, 160, 60),
        nurtures=True,
    ),
    "key": Emphasis(
        shift=0.0,
        swings={},
        aspects=_aspects(0.10, 0.08, 0.05, 0.03),
        limits=_limits(0.40, 0.08, 0.03),
        amount=3_000_000,
        margin=0.22,
        milestones=_milestones(0.30, 0.30, 0.30, 0.10),
        hours=_hours(140, 120, 40),
        nurtures=True,
    ),
    "growth": Emphasis(
        shift=-0.2,
        swings={"value_seen": 3, "coach_confirmed": 1},
        aspects=_aspects(0.05, 0.08, 0.10, 0.05),
        limits=_limits(0.30, 0.12, 0.025),
        amount=1_500_000,
        margin=0.25,
        milestones=_milestones(0.30, 0.30, 0.35, 0.05),
        hours=_hours(100, 80, 20),
        nurtures=False,
    ),
    "standard": Emphasis(
        shift=-0.4,
        swings={"need_explicit": 3, "coach_confirmed": 1},
        aspects=_aspects(0.0, 0.03, 0.02, 0.0),
        limits=_limits(0.25, 0.15, 0.02),
        amount=800_000,
        margin=0.25,
        milestones=_milestones(0.50, 0.30, 0.20, 0.0),
        hours=_hours(40, 30, 10),
        nurtures=False,
    ),
}

DEFAULT = Method(criteria=CRITERIA, classes=CLASSES)
