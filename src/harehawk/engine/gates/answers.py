"""A case with one question answered, to judge what would then be done (method.md §7)."""

from dataclasses import replace

from scipy.special import expit, logit

from harehawk.engine.common import LIKELIHOOD_RATIO, Grade, Party, Statement
from harehawk.engine.gates.cases import Answer, Case, Fact
from harehawk.engine.gates.judgement import Subject, Topic
from harehawk.engine.organisation.group import Stance
from harehawk.engine.worth.deal import Fit, Harm

SOMEBODY_NEW = "\x00"  # no source entered by people is called so
FRESH = Statement(source=SOMEBODY_NEW, grade=Grade.FIRST_HAND, age_days=0)


def answered(case: Case, topic: Topic, *, yes: bool) -> Case | None:
    """Return the case after one more fresh first-hand answer; None for an unknown of worth that is no harm.

    The expected value of its judgement is the question's `if_yes` or `if_no`.
    """
    match topic.kind:
        case Subject.CRITERION:
            fact = Fact(criterion=topic.id, answer=Answer.YES if yes else Answer.NO, said=FRESH)
            return replace(case, facts=(*case.facts, fact))
        case Subject.NEED:
            fit = Fit.OWN if yes else Fit.NONE
            needs = (replace(n, fit=fit, late=False) if n.id == topic.id else n for n in case.needs)
            return replace(case, needs=tuple(needs))
        case Subject.STANCE:
            if case.group is None:
                return None
            stance = Stance(member=topic.id, party=Party.US, value=1 if yes else -1, said=FRESH)
            return replace(case, group=replace(case.group, stances=(*case.group.stances, stance)))
        case Subject.WORTH:
            if all(harm.id != topic.id for harm in case.deal.harms):
                return None
            harms = tuple(_believed(harm, yes=yes) if harm.id == topic.id else harm for harm in case.deal.harms)
            return replace(case, deal=replace(case.deal, harms=harms))


def _believed(harm: Harm, *, yes: bool) -> Harm:
    weight = logit(LIKELIHOOD_RATIO[Grade.FIRST_HAND] / (1 + LIKELIHOOD_RATIO[Grade.FIRST_HAND]))
    shifted = expit(logit(harm.probability) + (weight if yes else -weight))
    return replace(harm, probability=float(shifted))
