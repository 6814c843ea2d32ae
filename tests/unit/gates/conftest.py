"""One opportunity told in full: the worked example of method §12.16."""

import pytest
from hypothesis import settings

from harehawk.engine.common import Factor, Grade, Party, Statement
from harehawk.engine.gates.cases import Answer, Case, Effort, Fact, Rival
from harehawk.engine.organisation.group import Group, Influence, Member, Role, Rule, Stance, Tie
from harehawk.engine.worth.deal import Aspect, Deal, Fit, Harm, Need, Outlay, Payment

settings.register_profile("unhurried", deadline=None)  # a busy machine is no mistake of ours
settings.load_profile("unhurried")


def fact(criterion, answer, grade, age_days=0, source="Li"):
    return Fact(criterion=criterion, answer=answer, said=Statement(source=source, grade=grade, age_days=age_days))


@pytest.fixture
def waterworks():
    """A key customer's opportunity."""
    return Case(
        id="waterworks",
        customer_class="key",
        facts=(
            fact("need_explicit", Answer.YES, Grade.RECORD),
            fact("qualified", Answer.YES, Grade.RECORD),
            fact("shortlisted", Answer.YES, Grade.RECORD),
            fact("funds_enough", Answer.YES, Grade.SECOND_HAND, 60),
            fact("sponsor_asks", Answer.YES, Grade.FIRST_HAND, 30),
            fact("top_access", Answer.NO, Grade.FIRST_HAND, 10),
            fact("date_compelling", Answer.NOT_KNOWN, Grade.FIRST_HAND),
        ),
        needs=(Need(id="historian", fit=Fit.OWN), Need(id="pumps", fit=Fit.PARTNER, provider="Huaxin")),
        group=Group(
            members=(
                Member(id="manager", roles=frozenset({Role.DECIDER})),
                Member(id="technology", roles=frozenset({Role.TECHNICAL_EVALUATOR})),
                Member(id="finance", roles=frozenset({Role.FINANCIAL_EVALUATOR})),
            ),
            rule=Rule.DECIDER,
            stances=(
                Stance(
                    member="technology",
                    party=Party.US,
                    value=1,
                    said=Statement(source="Li", grade=Grade.FIRST_HAND, age_days=0),
                ),
            ),
            ties=(Tie(member="finance", rival="Qiming", closeness=2, age_days=45),),
            influence=(
                Influence(listener="manager", speaker="technology", strength=3),
                Influence(listener="manager", speaker="finance", strength=2),
                Influence(listener="technology", speaker="manager", strength=1),
                Influence(listener="finance", speaker="manager", strength=1),
            ),
        ),
        rivals=(Rival(id="Qiming", advantage={Factor.SOLUTION: 1, Factor.PRICE: -1}),),
        deal=Deal(
            payments=tuple(
                Payment(id=name, month=month, amount=amount)
                for name, month, amount in (
                    ("signature", 0, 900_000),
                    ("delivery", 4, 900_000),
                    ("acceptance", 6, 900_000),
                    ("warranty", 18, 300_000),
                )
            ),
            outlays=(*(Outlay(month=month, amount=360_000) for month in range(5)), Outlay(month=5, amount=300_000)),
            default_probability=0.02,
            scores={Aspect.IMPORTANCE: 1, Aspect.FIT: 1},
            harms=(Harm(id="Donghu", probability=0.2, loss=150_000),),
        ),
        effort=Effort(remainder=180_000),
    )
