"""What winning is worth: its parts, its limits, the needs that are hardest to meet, and the cash curve."""

import datetime as dt
from dataclasses import dataclass

from harehawk.engine.gates.pack import NEEDS_MET
from harehawk.engine.worth.deal import Aspect
from harehawk.engine.worth.needs import needs_belief
from harehawk.web.pages.cash import CashChart, cash_chart
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.gates import LimitRow, limit_rows
from harehawk.wording.terms import ASPECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One of the five boxes of a score: off, zero, pos or neg."""

    x: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectRow:
    """Something beside money, scored −2 to 2, and the money it stands for."""

    name: str
    score: float
    boxes: tuple[Box, ...]
    money: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmRow:
    """What winning may cost us with somebody else."""

    who: str
    how: str
    probability: float
    loss: float

    @property
    def money(self) -> float:
        """What it takes off the worth."""
        return -self.probability * self.loss


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """A must-have and how sure it is to be met in time."""

    need: str
    met_by: str
    belief: float
    available_on: dt.date | None
    late: bool

    @property
    def belief_percent(self) -> float:
        """Length of its bar."""
        return 100 * self.belief


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthPart:
    """All of it."""

    total: float
    net_present_value: float
    peak_capital: float
    aspects: tuple[AspectRow, ...]
    harms: tuple[HarmRow, ...]
    limits: tuple[LimitRow, ...]
    contract: float
    robustness: float
    chart: CashChart


def worth_part(dossier: Dossier) -> WorthPart:
    """The parts of W."""
    worth = dossier.judgement.worth
    return WorthPart(
        total=worth.total,
        net_present_value=worth.net_present_value,
        peak_capital=worth.peak_capital,
        aspects=tuple(_aspect(aspect, dossier) for aspect in Aspect),
        harms=tuple(
            HarmRow(
                who=dossier.names.customer(harm.id),
                how=dossier.facts.harms.get(harm.id, ""),
                probability=harm.probability,
                loss=harm.loss,
            )
            for harm in dossier.case.deal.harms
        ),
        limits=limit_rows(dossier),
        contract=worth.contract,
        robustness=worth.robustness,
        chart=cash_chart(dossier),
    )


def need_rows(dossier: Dossier) -> tuple[NeedRow, ...]:
    """Every must-have, the hardest first."""
    prior = next((one.prior for one in dossier.known.setting.criteria if one.code == NEEDS_MET), 1.0)
    rows = []
    for need in dossier.case.needs:
        entry = dossier.facts.needs.get(need.id)
        rows.append(
            NeedRow(
                need=need.id,
                met_by=entry.met_by if entry else "",
                belief=needs_belief([need], prior) or 0.0,
                available_on=entry.available_on if entry else None,
                late=need.late,
            )
        )
    return tuple(sorted(rows, key=lambda row: row.belief))


def _aspect(aspect: Aspect, dossier: Dossier) -> AspectRow:
    score = dossier.case.deal.scores.get(aspect, 0.0)
    boxes = tuple(Box(x=11 * (step + 2), kind=_kind(step, score)) for step in range(-2, 3))
    return AspectRow(
        name=dossier.voice.say(ASPECT[aspect]),
        score=score,
        boxes=boxes,
        money=dossier.judgement.worth.aspects[aspect],
    )


def _kind(step: int, score: float) -> str:
    if step == 0:
        return "zero"
    if 0 < step <= score:
        return "pos"
    return "neg" if score <= step < 0 else "off"
