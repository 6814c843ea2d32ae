"""How fast judging is, from one opportunity to a million: python benchmarks/judge.py [LARGEST]

Points: chances, expected values, single questions, and the verdict as far as they settle it, of
opportunities with 17 criteria, two named rivals and half the time an unnamed one, stances solved before,
two effort levels; one in twelve has a criterion asked about and not known. Their baseline is float64, one
thread: `belief @ swing` for 17 criteria, and value of information for each, nothing else. Whole: with
ranges, confidence and pairs, held against the points. Times are of the processor, so that a busy machine tells
the same.
"""

import os

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import resource
import sys
import time
from dataclasses import dataclass

import numpy as np
from bounds import Figures
from company import opportunity
from numpy.typing import NDArray
from scipy.special import expit, logit

from harehawk.engine.gates.batch import BLOCK, points, whole
from harehawk.engine.gates.cases import Cases
from harehawk.engine.gates.draws import Uncertain, shifts
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.pack import CLASSES, DEFAULT
from harehawk.engine.gates.rows import Rows
from harehawk.engine.gates.setting import compiled
from harehawk.engine.gates.winning import Field, nodes

Floats = NDArray[np.float64]

SETTING = compiled(DEFAULT, CLASSES["key"])
SWING = np.array([one.swing for one in SETTING.active])
PRIOR = np.array([[one.prior] for one in SETTING.active])
QUESTION_PRICE = 1_200.0
CURVE = [10**power for power in range(7)]
WHOLE_LARGEST = 100_000
ONE_OPPORTUNITY_MS = 10.0
WARM = 50
MEMORY_MB = 32.0  # that a longer run may take beside a shorter one


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """Made-up opportunities, the same on every run."""

    belief: Floats  # (17, n)
    if_yes: Floats
    if_no: Floats
    fixed: NDArray[np.bool_]
    lead: Floats  # (3, n)
    sd: Floats
    worth: Floats
    cost: Floats

    def rows(self) -> Rows:
        """Arrays to judge; the share against rivals is computed here, as part of judging."""
        n = len(self.worth)
        return Rows(
            belief=self.belief,
            if_yes=self.if_yes,
            if_no=self.if_no,
            askable=~self.fixed,
            fixed=self.fixed,
            nodes=nodes(Field(mean=self.lead, sd=self.sd, unnamed=np.full(n, 0.5))),
            worth=self.worth,
            cost=np.stack([0.4 * self.cost, self.cost]),
            boost=np.stack([np.full(n, np.exp(-1.0)), np.ones(n)]),
        )


def block(n: int, seed: int) -> Block:
    """Return n opportunities: two criteria in three have some evidence."""
    generator = np.random.default_rng(seed)
    shape = (len(SWING), n)
    told = logit(PRIOR) + generator.normal(0, 1.2, shape) * (generator.random(shape) < 2 / 3)
    fixed = generator.random(shape) < 0.005
    belief = np.clip(expit(told), 0.01, 0.99)
    answers = [np.clip(expit(told + sign * np.log(4)), 0.01, 0.99) for sign in (1, -1)]
    return Block(
        belief=belief,
        if_yes=np.where(fixed, belief, answers[0]),
        if_no=np.where(fixed, belief, answers[1]),
        fixed=fixed,
        lead=generator.normal(0.5, 0.8, (3, n)),
        sd=generator.uniform(0.3, 1.0, (2, n)),
        worth=generator.lognormal(13.0, 1.0, n),
        cost=generator.lognormal(11.0, 0.5, n),
    )


def uncertain(told: Block, seed: int) -> Uncertain:
    """Return what is uncertain about a block beside its criteria."""
    generator = np.random.default_rng(seed)
    n = len(told.worth)
    tilt = generator.uniform(0.1, 0.3, (3, n, 1))
    return Uncertain(
        untilted=np.zeros(told.belief.shape, dtype=bool),
        lead=told.lead[..., None] + tilt * shifts(),
        spread=np.repeat(told.sd[..., None], len(shifts()), axis=2),
        unnamed=np.full(n, 0.5),
        present_values=told.worth * np.linspace(1.1, 0.9, 5)[:, None],
        harm_chance=np.full((1, n), 0.2),
        harm_loss=0.05 * told.worth[None],
    )


def baseline(belief: Floats, worth: Floats, cost: Floats) -> Floats:
    """Return the value of information of 17 criteria in one log-odds: beliefs (n, 17) to values (n, 17)."""
    stand = belief @ SWING - 5.0
    now = np.maximum(expit(stand) * worth - cost, 0)
    yes = np.maximum(expit(stand[:, None] + (1 - belief) * SWING) * worth[:, None] - cost[:, None], 0)
    no = np.maximum(expit(stand[:, None] - belief * SWING) * worth[:, None] - cost[:, None], 0)
    values: Floats = belief * yes + (1 - belief) * no - now[:, None]
    return values


@dataclass(slots=True)
class Clock:
    """Seconds by what was done."""

    baseline: float = 0.0
    judging: float = 0.0


def timed(n: int, *, with_draws: bool) -> Clock:
    """Judge n opportunities in blocks, and do the baseline on the same."""
    clock, price = Clock(), QUESTION_PRICE
    for seed, start in enumerate(range(0, n, BLOCK)):
        told = block(min(BLOCK, n - start), seed)
        closed = np.zeros(len(told.worth), dtype=bool)
        flat = np.ascontiguousarray(told.belief.T)
        began = time.process_time()
        baseline(flat, told.worth, told.cost)
        clock.baseline += time.process_time() - began
        unknown = uncertain(told, seed) if with_draws else None
        began = time.process_time()
        if unknown is None:
            points(SETTING, told.rows(), price, closed)
        else:
            whole(SETTING, told.rows(), price, closed=closed, learned=~closed, uncertain=unknown)
        clock.judging += time.process_time() - began
    return clock


def memory() -> float:
    """Return the most memory this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 if sys.platform != "darwin" else 1024**2)


def curves(figures: Figures, largest: int) -> None:
    """Print the curve for points and for the whole, and hold the largest against the baseline and the points."""
    timed(BLOCK, with_draws=False)
    each = {}
    for kind, end in (("points", largest), ("whole", min(WHOLE_LARGEST, largest))):
        for n in (size for size in CURVE if size <= end):
            before = memory()
            done = timed(n, with_draws=kind == "whole")
            each[kind], bare = (1e6 * seconds / n for seconds in (done.judging, done.baseline))
            times = each[kind] / bare
            print(
                f"        {f'{kind}, {n:,}':24} {each[kind]:12.2f} µs each, {times:8.1f} × the baseline of {bare:.3f}"
            )
        figures.show(f"{kind}: memory added by the last step, MB", memory() - before, most=MEMORY_MB)
        if kind == "points":
            figures.show("points: times the baseline", times, most=10.0)
    figures.show("whole: times the points", each["whole"] / each["points"], most=150.0)


def one_opportunity(figures: Figures) -> None:
    """Time a judgement of one opportunity with all that is known of a large one."""
    case = Cases(method=DEFAULT, rows=(opportunity(),))
    judge(case)
    spent = []
    for _ in range(WARM):
        began = time.process_time()
        judge(case)
        spent.append(1e3 * (time.process_time() - began))
    figures.show("one opportunity, everything, warm: median, ms", float(np.median(spent)), most=ONE_OPPORTUNITY_MS)


def main() -> None:
    """Print curve and figures beside their bounds."""
    figures = Figures()
    one_opportunity(figures)
    curves(figures, int(sys.argv[1]) if len(sys.argv) > 1 else CURVE[-1])
    figures.leave()


if __name__ == "__main__":
    main()
