"""The public Salvirt deals as opportunities, by the map in docs/reference/salvirt-map.json."""

import csv
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit

from harehawk.engine.gates.method import Criterion
from harehawk.engine.gates.pack import CLASSES, DEFAULT
from harehawk.engine.gates.rows import Rows
from harehawk.engine.gates.setting import Setting, compiled
from harehawk.engine.gates.winning import Nodes

ROOT = Path(__file__).parents[1]
MAP = ROOT / "docs" / "reference" / "salvirt-map.json"
DATA = Path(os.environ.get("HAREHAWK_TEST_DATA") or ROOT.parent / "shared" / "data") / "salvirt_b2b.csv"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Deals:
    """n closed deals. `answers` (K, n): 1 yes, 0 no, NaN asked and not known; `won` (n,) 1 or 0."""

    setting: Setting
    answers: Floats
    won: Floats


def deals(**changes: float) -> Deals:
    """Return the deals with their setting: b given as L(.8), not solved for; no rivals.

    `changes` replace priors, by column.
    """
    plan = json.loads(MAP.read_text(encoding="utf-8"))
    columns = plan["criteria"]
    rates = tuple(plan["rates"])
    method = replace(
        DEFAULT,
        criteria=tuple(
            Criterion(
                code=one["column"],
                gate=one["gate"],
                swing=one["swing"],
                prior=changes.get(one["column"], one["prior"]),
            )
            for one in columns
        ),
        rates=rates,
        bases={gate: float(logit(rate)) for gate, rate in enumerate(rates, start=1)},
        rivals_modelled=False,
    )
    with DATA.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return Deals(
        setting=compiled(method, CLASSES["key"]),
        answers=np.array([[_answer(row[one["column"]], one) for row in rows] for one in columns]),
        won=np.array([float(row["Status"] == "Won") for row in rows]),
    )


def rows_of(belief: Floats, fixed: NDArray[np.bool_], cost: float | Floats = 0.5) -> Rows:
    """Return opportunities worth 1 with one level of effort; asking answers for certain."""
    n = belief.shape[1]
    return Rows(
        belief=belief,
        if_yes=np.where(fixed, belief, 1.0),
        if_no=np.where(fixed, belief, 0.0),
        askable=~fixed & (belief > 0) & (belief < 1),
        fixed=fixed,
        nodes=Nodes(odds=np.ones((1, n)), weight=np.ones((1, n))),
        worth=np.ones(n),
        cost=np.broadcast_to(cost, (1, n)),
        boost=np.ones((1, n)),
    )


def _answer(value: str, column: dict[str, list[str]]) -> float:
    if value in column["yes"]:
        return 1.0
    return 0.0 if value in column["no"] else float("nan")
