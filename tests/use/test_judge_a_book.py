"""Judging a workbook on the command line: the method's worked whole (method §12.16), as a book."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from harehawk.book.sheets import Book
from harehawk.book.sheets.buying_group import InfluenceRow, MemberRow, StanceRow
from harehawk.book.sheets.choices import Attitude, Outcome, PaymentClass, RivalKind
from harehawk.book.sheets.competition import FactorRow, RivalRow
from harehawk.book.sheets.customers import ColleagueRow, CustomerRow, PersonRow, RelationshipRow
from harehawk.book.sheets.evidence import EvidenceRow, NeedRow
from harehawk.book.sheets.opportunities import OpportunityRow
from harehawk.book.sheets.work import DecisionRow, EffortRow, OutcomeRow
from harehawk.book.sheets.worth import CostRow, HarmRow, PaymentRow, WorthRow
from harehawk.book.write import write
from harehawk.cli import main
from harehawk.engine.common import Factor, Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.organisation.group import Role, Rule
from harehawk.engine.worth.deal import Aspect, Fit

DAY = dt.date(2026, 3, 2)
TOWER = "T1"


def said(criterion: str, answer: Answer, grade: Grade, days_ago: int) -> EvidenceRow:
    return EvidenceRow(
        opportunity=TOWER, criterion=criterion, answer=answer, grade=grade, source=f"source of {criterion}",
        learned_on=DAY - dt.timedelta(days=days_ago),
    )  # fmt: skip


@pytest.fixture
def book() -> Book:
    """Method §12.16: the group of §12.5, the payments and costs of §12.8 at 30 %."""
    return Book(
        customers=(CustomerRow(name="Riverside", customer_class="key", payment_class=PaymentClass.B),),
        people=tuple(PersonRow(name=name, customer="Riverside") for name in ("Manager", "Engineer", "Treasurer")),
        colleagues=(ColleagueRow(name="Lin"),),
        relationships=(
            RelationshipRow(
                person="Treasurer", rival="Huayue", closeness=2, source="Lin", learned_on=DAY - dt.timedelta(days=45)
            ),
        ),
        opportunities=(
            OpportunityRow(
                id=TOWER, name="Tower", customer="Riverside", owner="Lin", amount=3_000_000, decision_rule=Rule.DECIDER
            ),
        ),
        members=(
            MemberRow(opportunity=TOWER, person="Manager", roles=(Role.DECIDER,)),
            MemberRow(opportunity=TOWER, person="Engineer", roles=(Role.TECHNICAL_EVALUATOR,)),
            MemberRow(opportunity=TOWER, person="Treasurer", roles=(Role.FINANCIAL_EVALUATOR,)),
        ),
        influence=(
            InfluenceRow(opportunity=TOWER, listener="Manager", speaker="Engineer", strength=3),
            InfluenceRow(opportunity=TOWER, listener="Manager", speaker="Treasurer", strength=2),
            InfluenceRow(opportunity=TOWER, listener="Engineer", speaker="Manager", strength=1),
            InfluenceRow(opportunity=TOWER, listener="Treasurer", speaker="Manager", strength=1),
        ),
        stances=(
            StanceRow(
                opportunity=TOWER, person="Engineer", attitude=Attitude.SUPPORT, grade=Grade.FIRST_HAND,
                source="Engineer", learned_on=DAY,
            ),
        ),
        evidence=(
            said("need_explicit", Answer.YES, Grade.RECORD, 0),
            said("qualified", Answer.YES, Grade.RECORD, 0),
            said("shortlisted", Answer.YES, Grade.RECORD, 0),
            said("funds_enough", Answer.YES, Grade.SECOND_HAND, 60),
            said("sponsor_asks", Answer.YES, Grade.FIRST_HAND, 30),
            said("top_access", Answer.NO, Grade.FIRST_HAND, 10),
            said("date_compelling", Answer.NOT_KNOWN, Grade.FIRST_HAND, 0),
        ),
        needs=(
            NeedRow(opportunity=TOWER, need="monitoring", fit=Fit.OWN),
            NeedRow(opportunity=TOWER, need="signalling", fit=Fit.PARTNER, provider="Huaxin"),
        ),
        rivals=(RivalRow(opportunity=TOWER, rival="Huayue"),),
        factors=(
            FactorRow(opportunity=TOWER, rival="Huayue", factor=Factor.SOLUTION, advantage=1),
            FactorRow(opportunity=TOWER, rival="Huayue", factor=Factor.PRICE, advantage=-1),
        ),
        payments=tuple(
            PaymentRow(opportunity=TOWER, name=name, month=month, amount=amount)
            for name, month, amount in (
                ("signature", 0, 900_000), ("delivery", 4, 900_000),
                ("acceptance", 6, 900_000), ("warranty", 18, 300_000),
            )
        ),
        costs=tuple(
            CostRow(opportunity=TOWER, item="delivery", month=month, amount=300_000 if month == 5 else 360_000)
            for month in range(6)
        ),
        worth=(
            WorthRow(opportunity=TOWER, aspect=Aspect.IMPORTANCE, score=1),
            WorthRow(opportunity=TOWER, aspect=Aspect.FIT, score=1),
        ),
        harms=(HarmRow(opportunity=TOWER, harmed="Northern Water", probability=0.2, loss=150_000),),
        effort=(EffortRow(opportunity=TOWER, level="full", remainder=180_000),),
    )  # fmt: skip


@pytest.fixture
def judged(book, tmp_path, capsys):
    """Judge a book, or a changed one, as a program would ask for it."""

    def judge(*options: str, **changes: object) -> list[dict]:
        file = tmp_path / "book.xlsx"
        write(replace(book, **changes), file, "xlsx", "en")
        assert main(["judge", str(file), "--as-of", str(DAY), "--format", "json", *options]) == 0
        return json.loads(capsys.readouterr().out)

    return judge


def test_a_whole_opportunity_is_judged_to_the_published_figures(judged):
    (tower,) = judged()

    assert (tower["verdict"], tower["level"], tower["failing_gate"]) == ("probe", "light", 3)
    assert tower["expected_value"] == pytest.approx(13_052.60, abs=0.01)
    assert tower["worth"]["total"] == pytest.approx(910_996.53, abs=0.01)
    assert tower["chance"] == pytest.approx({"point": 0.093362, "low": 0, "high": 0.286098}, abs=1e-6)
    assert tower["confidence"] == pytest.approx(0.335938, abs=1e-6)
    gates = tower["gates"]
    assert [gate["point"] for gate in gates[:3]] == pytest.approx([0.646558, 0.672610, 0.214684], abs=1e-6)
    assert [gate["bar"] for gate in gates] == pytest.approx([0.386071, 0.612787, 0.334071, 457_142.86], abs=0.01)
    assert [gate["state"] for gate in gates] == ["unclear", "unclear", "unclear", "holds"]
    assert (gates[3]["low"], gates[3]["high"]) == pytest.approx((799_252.45, 974_181.80), abs=0.01)
    values = {question["about"][0]["id"]: question["value"] for question in tower["questions"]}
    assert values["not_rigged"] == pytest.approx(6_576.45, abs=0.01)
    assert values["unwritten_ours"] == pytest.approx(2_131.74, abs=0.01)
    assert values["coach_confirmed"] == pytest.approx(1_446.56, abs=0.01)
    assert {question["cost"] for question in tower["questions"][:3]} == {1_200}


def test_capital_over_the_limit_of_the_class_stops_us_unless_a_director_overrules_it(judged, book):
    capital_heavy = tuple(replace(row, amount=row.amount * 1.2) for row in book.costs)
    overruled = DecisionRow(
        opportunity=TOWER, decided_on=DAY, decision=Verdict.PURSUE, overrules_limit=True, reason="the bank carries it"
    )

    (stopped,) = judged(costs=capital_heavy)
    (allowed,) = judged(costs=capital_heavy, decisions=(overruled,))

    assert (stopped["verdict"], stopped["failing_gate"]) == ("abandon", 4)
    assert "of the contract, the limit is 40%" in stopped["reason"]
    assert allowed["verdict"] != "abandon" or allowed["failing_gate"] != 4


def test_a_fact_learnt_after_the_day_is_left_out(book, judged):
    later = replace(said("not_rigged", Answer.YES, Grade.RECORD, 0), learned_on=DAY + dt.timedelta(days=1))

    (tower,) = judged(evidence=(*book.evidence, later))

    assert tower["expected_value"] == pytest.approx(13_052.60, abs=0.01)


def test_another_class_judges_the_same_facts_otherwise(judged):
    (tower,) = judged("--class", "战略")

    assert tower["class"] == "strategic"
    assert tower["expected_value"] > 13_052.60


def test_what_is_closed_is_no_longer_judged(judged):
    assert judged(outcomes=(OutcomeRow(opportunity=TOWER, outcome=Outcome.LOST, closed_on=DAY),)) == []


def test_a_deal_of_which_nothing_is_known_is_worth_a_question(judged, book):
    bare = Book(customers=(CustomerRow(name="Riverside", customer_class="growth"),), colleagues=book.colleagues,
                opportunities=(OpportunityRow(name="Tower", customer="Riverside", owner="Lin"),))  # fmt: skip

    (tower,) = judged(**{name: getattr(bare, name) for name in bare.__dataclass_fields__ if name != "given"})

    assert tower["verdict"] == "probe"
    assert set(tower["assumed"]) >= {"amount", "margin", "payments", "costs", "effort", "payment_class"}
    assert tower["questions"][0]["value"] > tower["questions"][0]["cost"]
    assert tower["group_support"] is None


def test_doing_nothing_takes_no_share(judged, book):
    still = RivalRow(opportunity=TOWER, rival="nothing", kind=RivalKind.NOTHING)

    (tower,) = judged(rivals=(*book.rivals, still))

    assert tower["expected_value"] == pytest.approx(13_052.60, abs=0.01)


def test_a_class_that_does_not_exist_is_named(book, tmp_path, capsys):
    write(book, tmp_path / "book.xlsx", "xlsx", "en")

    assert main(["judge", str(tmp_path / "book.xlsx"), "--class", "platinum"]) == 2
    assert "“platinum”" in capsys.readouterr().err


def test_a_book_without_an_opportunity_is_not_judged_in_silence(tmp_path, capsys):
    write(Book(), tmp_path / "book.xlsx", "xlsx", "en")

    assert main(["judge", str(tmp_path / "book.xlsx"), "--format", "json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == []
    assert "no open opportunity" in said.err


def test_a_day_written_otherwise_is_told_how_to_write_it(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["judge", str(tmp_path / "book.xlsx"), "--as-of", "24/11/2026"])
    assert "Write it as year-month-day" in capsys.readouterr().err


def test_in_a_pipe_every_opportunity_is_one_line(book, tmp_path, capsys):
    write(book, tmp_path / "book.xlsx", "xlsx", "en")

    main(["judge", str(tmp_path / "book.xlsx")])

    lines = capsys.readouterr().out.splitlines()
    assert [len(line.split("\t")) for line in lines] == [8, 8]
    assert all(line == line.rstrip() for line in lines)
