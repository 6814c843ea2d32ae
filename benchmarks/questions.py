"""Does asking in the order of value pay? python benchmarks/questions.py

First on the public Salvirt deals: five answers, told for certain, in the order of their value against a
random order. Then against the optimal policy, by dynamic programming over all that may be known, on random
cases of seven criteria in three gates (method §11.4).
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
from bounds import Figures
from numpy.typing import NDArray
from salvirt_rows import deals, rows_of
from scores import auc, brier

from harehawk.engine.gates import pairs
from harehawk.engine.gates.method import Criterion, Method
from harehawk.engine.gates.pack import CLASSES
from harehawk.engine.gates.questions import about_criteria
from harehawk.engine.gates.rows import Scored, score
from harehawk.engine.gates.setting import Setting, compiled

Floats = NDArray[np.float64]

ASKED = 5
SEED = 11
RANDOM_ORDERS = 20
CASES = 200
GATES = (1, 1, 1, 2, 2, 3, 3)  # of the criteria of a random case
CRITERIA = len(GATES)
COST = (0.5, 2.0)  # of a random case, beside what its chance is worth
UNKNOWN = 2  # beside 0 and 1, in a state of knowledge


def five_answers(order: np.random.Generator | None) -> tuple[Floats, Floats]:
    """Return chance and outcome of the deals after five answers: by value, or in a random order."""
    told = deals()
    count, n = told.answers.shape
    priors = np.array([one.prior for one in told.setting.active])[:, None]
    belief, fixed = np.repeat(priors, n, axis=1), np.zeros((count, n), dtype=bool)
    open_ = np.ones((count, n), dtype=bool)
    at = np.arange(n)
    for _ in range(ASKED):
        if order is None:
            scored = score(told.setting, rows_of(belief, fixed))
            worth_asking = _worth_asking(scored)
        else:
            worth_asking = order.random((count, n))
        chosen = np.where(open_, worth_asking, -1.0).argmax(axis=0)
        open_[chosen, at] = False
        answer = told.answers[chosen, at]
        fixed[chosen, at] = np.isnan(answer)
        belief[chosen, at] = np.where(np.isnan(answer), belief[chosen, at] / 2, answer)
    return score(told.setting, rows_of(belief, fixed)).chance()[0], told.won


def _worth_asking(scored: Scored) -> Floats:
    """Value first; where none has any, how far an answer is expected to move the expected value."""
    asked = about_criteria(scored)
    now = scored.expected.max(axis=0)
    moves = asked.chance_yes * np.abs(asked.if_yes - now) + (1 - asked.chance_yes) * np.abs(asked.if_no - now)
    return asked.value + 1e-6 * moves


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RandomCase:
    """Seven criteria in three gates, a deal worth 1, what it costs, and what each question costs."""

    setting: Setting
    cost: float
    prices: Floats


def random_case(generator: np.random.Generator) -> RandomCase:
    """Return a case whose cost lies between half and twice what the chance is worth."""
    criteria = tuple(
        Criterion(
            code=str(k), gate=gate, swing=float(generator.integers(1, 4)), prior=float(generator.uniform(0.25, 0.85))
        )
        for k, gate in enumerate(GATES)
    )
    first, second, third = generator.uniform(0.3, 0.9, 3).tolist()
    method = Method(criteria=criteria, classes=CLASSES, rates=(first, second, third), rivals_modelled=False)
    return RandomCase(
        setting=compiled(method, CLASSES["key"]),
        cost=first * second * third * float(generator.uniform(*COST)),
        prices=np.full(len(GATES), generator.uniform(0.002, 0.02)),
    )


def gains(case: RandomCase) -> tuple[float, float, float]:
    """Return what asking earns: optimally, one step ahead, and with pairs where no single question pays."""
    setting, price = case.setting, case.prices
    priors = np.array([one.prior for one in setting.active])
    states = np.array(list(product((0, 1, UNKNOWN), repeat=CRITERIA)))
    belief = np.where(states == UNKNOWN, priors, states).T
    scored = score(setting, rows_of(belief, np.zeros(belief.shape, dtype=bool), case.cost))
    acts = np.maximum(scored.expected[0], 0)
    asked = about_criteria(scored)
    best = pairs.best_pairs(scored, pairs.about_criteria(scored.rows, price[:, None]), asked)
    singles = np.where(states.T == UNKNOWN, asked.value - price[:, None], -np.inf)
    one_step = np.where(singles.max(axis=0) > 0, singles.argmax(axis=0), -1)
    pays = (best.value > best.cost) & ((states == UNKNOWN).sum(axis=1) > 1)
    with_pairs = np.where((one_step < 0) & pays, best.first, one_step)
    place = 3 ** np.arange(CRITERIA - 1, -1, -1)
    values = {name: acts.copy() for name in ("optimal", "one step", "pairs")}
    for unknown in range(1, CRITERIA + 1):
        for i in np.flatnonzero((states == UNKNOWN).sum(axis=1) == unknown):
            after = {
                name: [
                    priors[k] * value[i - place[k]] + (1 - priors[k]) * value[i - 2 * place[k]] - price[k]
                    if states[i, k] == UNKNOWN
                    else -np.inf
                    for k in range(CRITERIA)
                ]
                for name, value in values.items()
            }
            values["optimal"][i] = max(acts[i], *after["optimal"])
            for name, policy in (("one step", one_step), ("pairs", with_pairs)):
                if policy[i] >= 0:
                    values[name][i] = after[name][policy[i]]
    optimal, one, two = (values[name][-1] - acts[-1] for name in ("optimal", "one step", "pairs"))
    return float(optimal), float(one), float(two)


def main() -> None:
    """Print the figures beside their bounds."""
    figures = Figures()
    chance, won = five_answers(None)
    by_chance = [five_answers(np.random.default_rng(SEED + i)) for i in range(RANDOM_ORDERS)]
    random_auc = float(np.mean([auc(*one) for one in by_chance]))
    figures.show("five answers by value: AUC", auc(chance, won), least=max(0.755, random_auc + 0.05))
    figures.show("five answers by value: Brier", brier(chance, won))
    figures.show("five answers in random order: AUC", random_auc)
    figures.show("five answers in random order: Brier", float(np.mean([brier(*one) for one in by_chance])))
    generator = np.random.default_rng(SEED)
    earned = np.array([gains(random_case(generator)) for _ in range(CASES)])
    optimal, one_step, with_pairs = earned.sum(axis=0)
    pays = earned[:, 0] > 0
    figures.show("one step ahead: stuck where asking pays", float((earned[pays, 1] <= 0).mean()))
    figures.show("one step ahead: part of the optimal gain", one_step / optimal)
    figures.show("with pairs: part of the optimal gain", with_pairs / optimal, least=0.95)
    figures.leave()


if __name__ == "__main__":
    main()
