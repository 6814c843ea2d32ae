"""One opportunity with every default in its place: believed, valued, its group read, its rivals weighed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from harehawk.engine.common import HALF_LIFE_DAYS, STANCE_HALF_LIFE_DAYS
from harehawk.engine.gates.assume import Assumed
from harehawk.engine.gates.belief import CLOSED_AT, Held, held
from harehawk.engine.gates.cases import Case, Fact, Rival
from harehawk.engine.gates.draws import MOST_HARMS
from harehawk.engine.gates.limits import with_warnings
from harehawk.engine.gates.method import Criterion, Emphasis, Method
from harehawk.engine.gates.pack import NEEDS_MET
from harehawk.engine.gates.setting import Setting, compiled
from harehawk.engine.gates.winning import (
    MOST_RIVALS,
    RELATIONSHIP,
    UNNAMED_LEAD,
    TooManyRivals,
    comparison,
    presence,
)
from harehawk.engine.organisation.group import Group
from harehawk.engine.organisation.reading import Reading, lead, read
from harehawk.engine.worth.deal import Yardstick
from harehawk.engine.worth.needs import needs_belief
from harehawk.engine.worth.valuation import Worth, value

Floats = NDArray[np.float64]

FORGOTTEN = 20  # half-lives after which a millionth of the weight is left
Relation = tuple[Floats, Floats, Floats]  # mean and variance (r, d) of the lead, our own opinion (d,)


class TooManyHarms(ValueError):
    """More harms than a judgement draws for."""

    def __init__(self, case: str, count: int) -> None:
        super().__init__(f"{case}: at most {MOST_HARMS} harms can be weighed, {count} are entered")
        self.case = case
        self.count = count


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """All that a judgement of one opportunity starts from.

    `held` follows the criteria of the setting. `rivals` are those that take a share; `compared` (r, 2)
    mean and variance of their Δ by the factors alone. `derived`: needs are listed, so that the belief that
    they are met follows from them.
    """

    case: Case
    assumed: Assumed
    setting: Setting
    held: tuple[Held, ...]
    derived: bool
    rivals: tuple[Rival, ...]
    compared: Floats
    reading: Reading | None
    worth: Worth

    @property
    def nothing_learned(self) -> bool:
        """Whether nobody has found out anything that still counts: no fact, need or rival, nobody's stance or ties."""
        case, counting = self.case, {criterion.code for criterion in self.setting.active}
        told = [one.said.age_days / HALF_LIFE_DAYS for one in case.facts if one.criterion in counting]
        if case.group is not None:
            told += [one.said.age_days / STANCE_HALF_LIFE_DAYS for one in case.group.stances]
            told += [one.age_days / STANCE_HALF_LIFE_DAYS for one in case.group.ties]
        heard = any(half_lives < FORGOTTEN for half_lives in told)
        return not (heard or case.needs or case.rivals or case.closed or (case.group and case.group.influence))


def known(case: Case, method: Method, assumed: Assumed) -> Known:
    """Return what is known of a case.

    Raises
    ------
    UnfitGate
        The method of the customer's class cannot be judged with.
    TooManyRivals, TooManyHarms
        More are entered than draws have columns for.
    """
    rivals = tuple(one for one in case.rivals if one.takes_share) if method.rivals_modelled else ()
    if len(rivals) > MOST_RIVALS:
        raise TooManyRivals(case.id, len(rivals))
    if len(case.deal.harms) > MOST_HARMS:
        raise TooManyHarms(case.id, len(case.deal.harms))
    setting = compiled(method, assumed.emphasis)
    measure = yardstick(method, assumed.emphasis)
    return Known(
        case=case,
        assumed=assumed,
        setting=setting,
        held=tuple(_held(case, setting)),
        derived=bool(case.needs),
        rivals=rivals,
        compared=np.array([comparison(rival) for rival in rivals]).reshape(-1, 2),
        reading=_reading(case, rivals),
        worth=with_warnings(value(assumed.deal, measure), assumed, measure),
    )


def yardstick(method: Method, emphasis: Emphasis) -> Yardstick:
    """Return the numbers by which a class measures worth."""
    return Yardstick(
        annual_rate=method.annual_rate,
        loss_given_default=method.loss_given_default,
        late_mean=method.late_mean,
        late_sd=method.late_sd,
        aspects=emphasis.aspects,
        limits=emphasis.limits,
    )


def rival_leads(one: Known, relation: Relation | None) -> tuple[Floats, Floats]:
    """Return mean and sd of Δ under d ways the relationship may be (method.md §4).

    Parameters
    ----------
    relation
        What `lead` returns for the reading of the group; None without one.

    Returns
    -------
    mean : (1 + r, d)
        Of the unnamed rival, then of the named.
    sd : (r, d)
        Of the named.
    """
    compared = one.compared
    mean_lead, variance, own = relation or (np.zeros((len(compared), 1)), np.zeros((len(compared), 1)), np.zeros(1))
    mean = np.empty((1 + len(compared), len(own)))
    mean[0] = (UNNAMED_LEAD if one.rivals else 0.0) + RELATIONSHIP * own
    mean[1:] = compared[:, :1] + RELATIONSHIP * mean_lead
    return mean, np.sqrt(compared[:, 1:] + RELATIONSHIP**2 * variance)


def relation_of(one: Known, tilt: Floats) -> Relation | None:
    """Return the relationship of a group to us and to the rivals when every stance to us is tilted, (d,)."""
    return None if one.reading is None else lead(one.reading, tilt)


def unnamed_presence(one: Known) -> float:
    """Return the chance that a rival nobody named takes part."""
    return presence(len(one.rivals), closed=one.case.closed)


def _held(case: Case, setting: Setting) -> Iterator[Held]:
    facts: dict[str, list[Fact]] = {}
    for fact in case.facts:
        facts.setdefault(fact.criterion, []).append(fact)
    for criterion in setting.criteria:
        derived = needs_belief(case.needs, criterion.prior) if criterion.code == NEEDS_MET else None
        if derived is None:
            yield held(criterion, facts.get(criterion.code, ()))
        else:
            yield _derived(criterion, derived)


def _derived(criterion: Criterion, belief: float) -> Held:
    """Belief that follows from listed needs; facts about the criterion itself then count for nothing."""
    return Held(
        belief=belief,
        if_yes=belief,
        if_no=belief,
        asked_not_known=False,
        closed=criterion.must and belief <= CLOSED_AT,
        evidence=0,
        youngest_days=None,
        conflict=False,
    )


def _reading(case: Case, rivals: tuple[Rival, ...]) -> Reading | None:
    if case.group is None:
        return None
    return _read(case.group, case.state_or_public, tuple(rival.id for rival in rivals))


@lru_cache(maxsize=32)
def _read(group: Group, state_or_public: bool, rivals: tuple[str, ...]) -> Reading:  # noqa: FBT001  a key of the cache
    """Remembered, because the same people stand behind a case with one answer more."""
    return read(group, state_or_public=state_or_public, rivals=rivals)
