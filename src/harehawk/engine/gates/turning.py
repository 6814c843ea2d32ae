"""What would turn it: the smallest single changes after which the verdict would be another one.

Every candidate is judged as a whole; nothing about its outcome is guessed. Which changes are tried, and how
large they are called, is judgement.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from harehawk.engine.common import Grade, Party, Statement
from harehawk.engine.gates.answers import SOMEBODY_NEW, answered
from harehawk.engine.gates.assume import Assumed, filled
from harehawk.engine.gates.cases import Answer, Case, Fact
from harehawk.engine.gates.judge import judge_assumed
from harehawk.engine.gates.judgement import Judgement, Subject, Topic, Verdict
from harehawk.engine.gates.known import Known
from harehawk.engine.gates.method import Method
from harehawk.engine.gates.pack import NEEDS_MET
from harehawk.engine.worth.deal import Filled, Fit, Payment

MOST = 5  # changes shown
MOST_OF_A_KIND = 2
FEW = 3  # needs, people and rivals tried
LEAST = 0.1  # an answer that we hold for less unlikely than this hardly changes anything
EVEN = 0.5  # how large it is that somebody changes his mind or a rival leaves
STEPS = {"price": (0.05, 0.1, 0.2), "cost": (0.05, 0.1, 0.2), "advance": (0.2, 0.4), "effort": (0.25, 0.5)}


class Lever(StrEnum):
    """What is changed."""

    ANSWER = "answer"  # a document settles a criterion
    NEED = "need"  # we meet it ourselves and in time, or nobody does
    STANCE = "stance"  # somebody comes to support us, or to oppose us
    RIVAL = "rival"  # leaves
    PRICE = "price"  # at the same costs
    COST = "cost"  # of delivery
    ADVANCE = "advance"  # a share of the contract is paid at signature
    EFFORT = "effort"  # still to be spent


FOR_US = {Lever.PRICE: 1, Lever.COST: -1, Lever.ADVANCE: 1, Lever.EFFORT: -1}  # the direction that helps
FACTS = {Lever.ANSWER, Lever.NEED, Lever.STANCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change. `helps` is its direction; `share` how much of an amount changes, without its sign.

    `size` orders changes: of an answer how unlikely we hold it, of money the share by which it changes.
    """

    lever: Lever
    helps: bool
    size: float
    about: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A change, and the judgement after it."""

    change: Change
    judgement: Judgement


def turning(one: Known, judgement: Judgement, method: Method) -> tuple[Turn, ...]:
    """Return the smallest changes that turn the verdict, the smallest first; of the same thing only the smallest."""
    tried = list(_candidates(one, judgement))
    after = judge_assumed([changed(one.case, change, method) for change in tried], method)
    turns = sorted(
        (
            Turn(change=change, judgement=then)
            for change, then in zip(tried, after, strict=True)
            if then.verdict not in {judgement.verdict, _not_shown(change)}
        ),
        key=lambda turn: turn.change.size,
    )
    return tuple(_few(turns))


def changed(case: Case, change: Change, method: Method) -> tuple[Case, Assumed]:
    """Return the case after a change, with its defaults; what was assumed still counts as assumed."""
    if change.lever in FACTS or change.lever is Lever.RIVAL:
        case = _with_fact(case, change)
        return case, filled(case, method)
    assumed = filled(case, method)
    factor = 1 + change.share * FOR_US[change.lever] * (1 if change.helps else -1)
    if change.lever is Lever.EFFORT:
        levels = tuple(replace(level, cost=level.cost * factor) for level in assumed.levels)
        return case, replace(assumed, levels=levels)
    return case, replace(assumed, deal=_with_money(assumed.deal, change, factor))


def _with_fact(case: Case, change: Change) -> Case:
    if change.lever is Lever.RIVAL:
        return _without(case, change.about)
    if change.lever is Lever.ANSWER:
        said = Statement(source=SOMEBODY_NEW, grade=Grade.RECORD, age_days=0)
        answer = Answer.YES if change.helps else Answer.NO
        return replace(case, facts=(*case.facts, Fact(criterion=change.about, answer=answer, said=said)))
    kind = Subject.NEED if change.lever is Lever.NEED else Subject.STANCE
    return answered(case, Topic(kind=kind, id=change.about), yes=change.helps) or case


def _without(case: Case, rival: str) -> Case:
    group = case.group and replace(
        case.group,
        stances=tuple(stance for stance in case.group.stances if stance.party != rival),
        ties=tuple(tie for tie in case.group.ties if tie.rival != rival),
    )
    return replace(case, rivals=tuple(one for one in case.rivals if one.id != rival), group=group)


def _with_money(deal: Filled, change: Change, factor: float) -> Filled:
    if change.lever is Lever.COST:
        return replace(deal, outlays=tuple(replace(one, amount=one.amount * factor) for one in deal.outlays))
    if change.lever is Lever.PRICE:
        payments = tuple(replace(one, amount=one.amount * factor) for one in deal.payments)
        return replace(deal, amount=deal.amount * factor, payments=payments)
    return replace(deal, payments=_with_advance(deal.payments, change.share))


def _with_advance(payments: Sequence[Payment], share: float) -> tuple[Payment, ...]:
    """A share of all at signature, the rest as it was."""
    whole = sum(one.amount for one in payments)
    rest = (replace(one, amount=one.amount * (1 - share)) for one in payments)
    return (Payment(id=SOMEBODY_NEW, month=0.0, amount=share * whole), *rest)


def _not_shown(change: Change) -> Verdict:
    """What a change leads to only because less is unknown after it, or another gate is the worst: no reason for it."""
    return Verdict.ABANDON if change.helps else Verdict.PURSUE


def _candidates(one: Known, judgement: Judgement) -> Iterator[Change]:
    """Changes for the better, unless we pursue it already; for the worse, unless we have dropped it already."""
    better = judgement.verdict is not Verdict.PURSUE
    worse = judgement.verdict in {Verdict.PURSUE, Verdict.PROBE}
    for helps in (helps for helps, wanted in ((True, better), (False, worse)) if wanted):
        yield from _answers(one, helps=helps)
        yield from _needs(one, helps=helps)
        yield from _stances(one, judgement, helps=helps)
        if helps or judgement.verdict is Verdict.PURSUE:
            yield from _money(helps=helps)
    if better:
        named = sorted(one.rivals, key=lambda rival: -judgement.shares.get(rival.id, 0.0))
        yield from (Change(lever=Lever.RIVAL, helps=True, size=EVEN, about=rival.id) for rival in named[:FEW])


def _answers(one: Known, *, helps: bool) -> Iterator[Change]:
    for criterion, held in zip(one.setting.criteria, one.held, strict=True):
        size = 1 - held.belief if helps else held.belief
        counts = criterion.must or criterion.swing > 0
        if counts and size >= LEAST and not (criterion.code == NEEDS_MET and one.derived):
            yield Change(lever=Lever.ANSWER, helps=helps, size=size, about=criterion.code)


def _needs(one: Known, *, helps: bool) -> Iterator[Change]:
    met = {Fit.OWN} if helps else {Fit.NONE}
    open_ones = [need for need in one.case.needs if need.fit not in met or (helps and need.late)]
    yield from (Change(lever=Lever.NEED, helps=helps, size=EVEN, about=need.id) for need in open_ones[:FEW])


def _stances(one: Known, judgement: Judgement, *, helps: bool) -> Iterator[Change]:
    """Those of the most powerful who may be spoken to, and do not say so already."""
    if one.case.group is None:
        return
    reachable = {member.id for member in one.case.group.members if member.reachable}
    value = 1 if helps else -1
    said = {stance.member for stance in one.case.group.stances if (stance.party, stance.value) == (Party.US, value)}
    people = [weight.person for weight in judgement.power if weight.person in reachable - said]
    yield from (Change(lever=Lever.STANCE, helps=helps, size=EVEN, about=person) for person in people[:FEW])


def _money(*, helps: bool) -> Iterator[Change]:
    for lever in (Lever.PRICE, Lever.COST, Lever.ADVANCE, Lever.EFFORT):
        if helps or lever is not Lever.ADVANCE:
            yield from (Change(lever=lever, helps=helps, size=share, share=share) for share in STEPS[lever])


def _few(turns: Sequence[Turn]) -> Iterator[Turn]:
    seen: set[tuple[Lever, str, bool]] = set()
    kinds: dict[Lever, int] = {}
    shown = 0
    for turn in turns:
        change = turn.change
        same = (change.lever, change.about, change.helps)
        if same in seen or kinds.get(change.lever, 0) >= MOST_OF_A_KIND or shown >= MOST:
            continue
        seen.add(same)
        kinds[change.lever] = kinds.get(change.lever, 0) + 1
        shown += 1
        yield turn
