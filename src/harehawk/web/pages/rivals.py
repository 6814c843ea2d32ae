"""Who wins if they buy, and how we compare factor by factor."""

from dataclasses import dataclass

import numpy as np

from harehawk.engine.common import Factor
from harehawk.engine.gates.winning import COMPARISON, FACTOR_WEIGHT, RELATIONSHIP
from harehawk.engine.organisation.reading import Reading, lead
from harehawk.web.pages.dossier import Dossier
from harehawk.wording.sentences import party
from harehawk.wording.terms import FACTOR, US

UNNAMED = "?"
RELATIONSHIP_ROW = "relationship"
EVEN = 0.05  # a lead too small to see


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """A party's share of winning. `shade` picks its fill; x and width are places on the bar."""

    party: str
    name: str
    share: float
    shade: str
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Our lead over one rival in one factor, −2 to 2; None is unknown. `x` is its place on a track of 100."""

    rival: str
    value: float | None
    side: str
    x: float
    word: str

    @property
    def back(self) -> float:
        """From its place back to the middle."""
        return 50 - self.x


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRow:
    """A factor with its weight in per cent, and our lead over each named rival."""

    factor: str
    name: str
    weight: float
    bar: float
    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalColumn:
    """A named rival."""

    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalsPart:
    """Everything about rivals. Without a named one there are no columns."""

    shares: tuple[ShareRow, ...]
    columns: tuple[RivalColumn, ...]
    factors: tuple[FactorRow, ...]
    leader: str


def rivals_part(dossier: Dossier) -> RivalsPart:
    """Shares, and the comparison."""
    shares = share_rows(dossier)
    rivals = dossier.known.rivals
    leads = relationship_leads(dossier.known.reading)
    unit = 100 / (RELATIONSHIP + COMPARISON)
    rows = [_row(RELATIONSHIP_ROW, dossier.voice.translate("relationship"), RELATIONSHIP * unit,
                 [leads.get(rival.id) for rival in rivals], dossier)]  # fmt: skip
    for factor, weight in sorted(FACTOR_WEIGHT.items(), key=lambda pair: -pair[1]):
        name = dossier.voice.say(FACTOR[Factor(factor)])
        rows.append(
            _row(factor, name, COMPARISON * weight * unit, [rival.advantage.get(factor) for rival in rivals], dossier)
        )
    best = max(shares, key=lambda row: row.share, default=None)
    return RivalsPart(
        shares=shares,
        columns=tuple(
            RivalColumn(name=rival.id, note=entry.note if (entry := dossier.facts.rivals.get(rival.id)) else "")
            for rival in rivals
        ),
        factors=tuple(rows) if rivals else (),
        leader=best.name if best else "",
    )


def relationship_leads(reading: Reading | None) -> dict[str, float]:
    """Mean lead of the deciding opinion of us over that of each rival; none where no group is entered."""
    if reading is None or not reading.rival_ids:
        return {}
    means, _, _ = lead(reading, np.zeros(1))
    return {rival: float(mean) for rival, mean in zip(reading.rival_ids, means[:, 0], strict=True)}


def share_rows(dossier: Dossier) -> tuple[ShareRow, ...]:
    """Us first, then the named by share, the unnamed last."""
    shares = dossier.judgement.shares
    order = sorted(shares, key=lambda who: (who != "", who == UNNAMED, -shares[who]))
    rows, x = [], 0.0
    for place, who in enumerate(order):
        rows.append(
            ShareRow(
                party=who,
                name=party(who, dossier.voice) if who else dossier.voice.say(US),
                share=shares[who],
                shade="us" if who == "" else f"r{min(place, 4)}",
                x=round(100 * x, 2),
                width=round(max(0.0, 100 * shares[who] - 0.4), 2),
            )
        )
        x += shares[who]
    return tuple(rows)


def _row(factor: str, name: str, weight: float, leads: list[float | int | None], dossier: Dossier) -> FactorRow:
    return FactorRow(
        factor=factor,
        name=name,
        weight=weight,
        bar=weight / (100 * RELATIONSHIP / (RELATIONSHIP + COMPARISON)) * 100,
        leads=tuple(_lead(rival.id, value, dossier) for rival, value in zip(dossier.known.rivals, leads, strict=True)),
    )


def _lead(rival: str, value: float | None, dossier: Dossier) -> Lead:
    translate = dossier.voice.translate
    if value is None:
        side, word = "", translate("not known")
    elif abs(value) < EVEN:
        side, word = "even", translate("even")
    elif value > 0:
        side, word = "us", translate("we lead clearly") if value > 1 else translate("we lead")
    else:
        side, word = "them", translate("they lead clearly") if value < -1 else translate("they lead")
    return Lead(rival=rival, value=value, side=side, x=round(50 + 18 * max(-2.0, min(2.0, value or 0.0)), 1), word=word)
