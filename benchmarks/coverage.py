"""Does the range of a chance hold what knowing more would make of it? python benchmarks/coverage.py

Answers of the public Salvirt deals are hidden; the chance with all of them should lie in the range stated
without them, and the action should stay as often as the confidence says (method §11.3). In a second run
the answers are told as reports of mixed grade, right as often as LR/(1+LR). Priors are the map's, or learnt
from 40 deals of one's own. A deal is worth 1; what it costs varies, so that some decision is close.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from bounds import Figures
from numpy.typing import NDArray
from salvirt_rows import Deals, deals, rows_of
from scipy.special import expit, logit

from harehawk.engine.common import LIKELIHOOD_RATIO
from harehawk.engine.gates.belief import LEAST, MOST, learned_prior
from harehawk.engine.gates.draws import Uncertain, spread
from harehawk.engine.gates.rows import score

Floats = NDArray[np.float64]

HIDDEN = (0.2, 0.4, 0.6, 0.8, 1.0)
OWN_DEALS = 40
REPEATS = 10
SEED = 20
COSTS = (0.2, 0.8)
BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0001)
EACH = (0.68, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Run:
    """Over all deals and repeats, per part hidden: covered, width, point inside; confidence and right."""

    covered: list[float]
    width: list[float]
    inside: list[float]
    confidence: Floats
    right: NDArray[np.bool_]

    def reliability(self) -> Iterator[tuple[float, float]]:
        """Confidence said and how often the action stayed, in bins."""
        for low, high in pairwise(BINS):
            some = (self.confidence >= low) & (self.confidence < high)
            if some.any():
                yield float(self.confidence[some].mean()), float(self.right[some].mean())


def run(*, reports: bool, own_priors: bool) -> Run:
    """Hide, judge, compare."""
    generator = np.random.default_rng(SEED)
    covered, width, inside = ([[] for _ in HIDDEN] for _ in range(3))
    confidence, right = [], []
    for _ in range(REPEATS):
        told = _with_own_priors(generator) if own_priors else deals()
        unknown = np.isnan(told.answers)
        priors = np.array([one.prior for one in told.setting.active])[:, None]
        cost = generator.uniform(*COSTS, told.answers.shape[1])
        full = score(told.setting, rows_of(np.where(unknown, priors / 2, told.answers), unknown, cost))
        for i, part in enumerate(HIDDEN):
            hidden = generator.random(told.answers.shape) < part
            known = _reported(told.answers, priors, generator) if reports else told.answers
            belief = np.where(hidden, priors, np.where(unknown, priors / 2, known))
            scored = score(told.setting, rows_of(belief, unknown & ~hidden, cost))
            uncertain = _criteria_only(belief.shape)
            draws = spread(scored, uncertain)
            low, high, point = draws.low[3], draws.high[3], scored.chance()[0]
            truth = full.chance()[0]
            covered[i].append(((truth >= low - 1e-12) & (truth <= high + 1e-12)).mean())
            width[i].append((high - low).mean())
            inside[i].append(((point >= low - 1e-12) & (point <= high + 1e-12)).mean())
            confidence.append(draws.confidence)
            right.append((scored.expected[0] > 0) == (full.expected[0] > 0))
    return Run(
        covered=[float(np.mean(one)) for one in covered],
        width=[float(np.mean(one)) for one in width],
        inside=[float(np.mean(one)) for one in inside],
        confidence=np.concatenate(confidence),
        right=np.concatenate(right),
    )


def _with_own_priors(generator: np.random.Generator) -> Deals:
    """Priors learnt from 40 deals drawn out of the file."""
    told = deals()
    own = told.answers[:, generator.choice(told.answers.shape[1], OWN_DEALS, replace=False)]
    learnt = {
        one.code: learned_prior(one.prior, int(np.nansum(row)), OWN_DEALS)
        for one, row in zip(told.setting.active, own, strict=True)
    }
    return deals(**learnt)


def _reported(answers: Floats, priors: Floats, generator: np.random.Generator) -> Floats:
    """Beliefs when each answer is told once, by a source of random grade that may be wrong."""
    ratios = generator.choice(list(LIKELIHOOD_RATIO.values()), answers.shape)
    says = np.where(generator.random(answers.shape) < ratios / (1 + ratios), answers, 1 - answers)
    return np.clip(expit(logit(priors) + np.where(says == 1, 1, -1) * np.log(ratios)), LEAST, MOST)


def _criteria_only(shape: tuple[int, ...]) -> Uncertain:
    """No rivals, worth and delay certain."""
    n = shape[1]
    return Uncertain(
        untilted=np.zeros(shape, dtype=bool),
        lead=np.zeros((1, n, 1)),
        spread=np.zeros((0, n, 1)),
        unnamed=np.zeros(n),
        present_values=np.zeros((5, n)),
        harm_chance=np.zeros((0, n)),
        harm_loss=np.zeros((0, n)),
    )


def main() -> None:
    """Print coverage, widths and reliability of the confidence beside their bounds."""
    figures = Figures()
    for own_priors, reports, least in (
        (False, False, 0.78),
        (False, True, 0.72),
        (True, False, 0.80),
        (True, True, 0.80),
    ):
        far = 0.10 if own_priors else 0.17
        name = f"{'own priors' if own_priors else 'priors of the map'}, {'reports' if reports else 'answers'}"
        told = run(reports=reports, own_priors=own_priors)
        for part, covered, width in zip(HIDDEN, told.covered, told.width, strict=True):
            figures.show(f"{name}, {part:.0%} hidden: covered", covered, least=EACH[0], most=EACH[1])
            print(f"        {'width':60} {width:10.4g}")
        figures.show(f"{name}: mean coverage", float(np.mean(told.covered)), least=least)
        figures.show(f"{name}: least growth of the width", float(np.diff(told.width).min()), least=0)
        figures.show(f"{name}: point in its range", float(np.mean(told.inside)), least=0.99)
        for said, right in told.reliability():
            figures.show(f"{name}: confidence {said:.2f}, right", right, least=said - far, most=said + far)
    figures.leave()


if __name__ == "__main__":
    main()
