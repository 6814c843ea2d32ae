"""One large opportunity, made up: ten people, two rivals, something known about nearly everything."""

from harehawk.engine.common import Factor, Grade, Party, Statement
from harehawk.engine.gates.cases import Answer, Case, Effort, Fact, Rival
from harehawk.engine.gates.pack import CRITERIA, NEEDS_MET
from harehawk.engine.organisation.group import Group, Influence, Member, Role, Rule, Stance, Tie
from harehawk.engine.worth.deal import Aspect, Deal, Fit, Harm, Need, Outlay, Payment, Unknown

ROLES = (
    Role.DECIDER, Role.APPROVER, Role.BUDGET_HOLDER, Role.TECHNICAL_EVALUATOR, Role.TECHNICAL_EVALUATOR,
    Role.BUSINESS_EVALUATOR, Role.FINANCIAL_EVALUATOR, Role.USER, Role.PURCHASER, Role.COACH,
)  # fmt: skip


def _said(source: str, grade: Grade, age_days: int) -> Statement:
    return Statement(source=source, grade=grade, age_days=age_days)


def opportunity() -> Case:
    """Return the case."""
    people = [f"person {i}" for i in range(len(ROLES))]
    grades = tuple(Grade)
    codes = [one.code for one in CRITERIA if one.code != NEEDS_MET]
    return Case(
        id="tower",
        customer_class="key",
        facts=tuple(
            Fact(
                criterion=code,
                answer=Answer.NO if i % 5 == 4 else Answer.YES,
                said=_said(people[(i + again) % len(people)], grades[(i + again) % 4], 17 * i + 30 * again),
            )
            for i, code in enumerate(codes)
            for again in range(i % 3)
        ),
        needs=(
            Need(id="historian", fit=Fit.OWN),
            Need(id="pumps", fit=Fit.PARTNER, provider="Huaxin"),
            Need(id="training"),
        ),
        group=Group(
            members=tuple(
                Member(id=name, roles=frozenset({role}), rank=1 + i // 3, closeness=i % 4)
                for i, (name, role) in enumerate(zip(people, ROLES, strict=True))
            ),
            rule=Rule.VOTE,
            stances=tuple(
                Stance(member=name, party=Party.US, value=i % 3 - 1, said=_said("Li", Grade.FIRST_HAND, 9 * i))
                for i, name in enumerate(people[::2])
            ),
            ties=(Tie(member=people[3], rival="Qiming", closeness=2, age_days=40),),
            influence=tuple(
                Influence(listener=people[i], speaker=people[(3 * i + 1) % len(people)], strength=1 + i % 3)
                for i in range(len(people))
                if (3 * i + 1) % len(people) != i
            ),
        ),
        rivals=(
            Rival(id="Qiming", advantage={Factor.SOLUTION: 1, Factor.PRICE: -1}),
            Rival(id="Taihe", advantage={Factor.PRODUCT: 1}),
        ),
        deal=Deal(
            payments=tuple(
                Payment(id=str(month), month=month, amount=amount)
                for month, amount in ((0, 900_000), (4, 900_000), (6, 900_000), (18, 300_000))
            ),
            outlays=tuple(Outlay(month=month, amount=350_000) for month in range(6)),
            default_probability=0.02,
            scores={Aspect.IMPORTANCE: 1, Aspect.FIT: 1},
            harms=(Harm(id="Donghu", probability=0.2, loss=150_000),),
            unknowns=(Unknown(id="follow-up", probability=0.5, difference=400_000),),
        ),
        effort=Effort(remainder=120_000),
    )
