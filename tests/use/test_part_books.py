"""A book with one sheet is enough: what it does not say stays as it is stored, and counts when rules are checked."""

import datetime as dt
import io
import json
import zipfile

import pytest

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.customers.models import Customer
from harehawk.apps.exchange import actions, tasks
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.snapshot import whole_book
from harehawk.apps.opportunities.models import Evidence, Opportunity, Rival
from harehawk.book.sheets import Book, EvidenceRow
from harehawk.book.write import write
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer

pytestmark = pytest.mark.django_db
STORED = {
    "customers": [{"id": "C-17", "name": "Yangtze Rail"}],
    "colleagues": [{"name": "Lin"}],
    "opportunities": [
        {
            "id": "O-1",
            "name": "Tower",
            "customer": "C-17",
            "owner": "Lin",
            "amount": 3_000_000,
            "decision_rule": "chain",
        }
    ],
    "people": [{"name": "Mei", "customer": "C-17"}],
    "members": [{"opportunity": "O-1", "person": "Mei"}],
    "bodies": [{"opportunity": "O-1", "name": "Board", "order": 1, "rule": "vote", "members": ["Mei"]}],
    "rivals": [{"opportunity": "O-1", "rival": f"Rival {number}"} for number in range(8)],
    "effort": [{"opportunity": "O-1", "level": "full"}],
}


@pytest.fixture
def qian(person):
    qian = person("Qian", "operations")
    assert faults(bring(qian, STORED)) == []
    return qian


def bring(user, content, name="book.json"):
    content = content if isinstance(content, bytes) else json.dumps(content).encode()
    by = Actor(user=user, door=Door.PAGE)
    number = actions.start_import(actor=by, content=content, name=name, language="en")
    if Import.objects.get(pk=number).state == "staged":
        actions.confirm_import(actor=by, number=number)
        tasks.store.call(number, user.pk)
    return Import.objects.get(pk=number)


def faults(work):
    return [(one["sheet"], one["row"], one["column"], one["rule"]) for one in work.problems]


def counts(work):
    return {row["sheet"]: (row["new"], row["changed"], row["unchanged"]) for row in work.summary}


def test_a_csv_of_evidence_adds_to_a_stored_opportunity(qian):
    content = b"opportunity,criterion,answer,grade,source,learned on\nTower,funds_enough,yes,record,Mei,2026-01-05\n"

    work = bring(qian, content, "evidence.csv")

    assert faults(work) == []
    assert counts(work) == {"evidence": (1, 0, 0)}
    assert Evidence.objects.get().opportunity.name == "Tower"


def test_a_workbook_with_only_evidence_does_too_and_again_says_nothing_new(qian):
    said = {"answer": Answer.YES, "grade": Grade.RECORD, "source": "minutes", "learned_on": dt.date(2026, 1, 5)}
    row = EvidenceRow(opportunity="O-1", criterion="funds_enough", **said)
    file = io.BytesIO()
    write(Book(evidence=(row,)), file, "xlsx", "en")

    first, again = bring(qian, file.getvalue(), "new.xlsx"), bring(qian, file.getvalue(), "new.xlsx")

    assert counts(first)["evidence"] == (1, 0, 0)
    assert counts(again)["evidence"] == (0, 0, 1)


def test_one_column_of_one_sheet_changes_that_column_only(qian):
    work = bring(qian, {"opportunities": [{"name": "Tower", "amount": 4_000_000}]})

    tower = Opportunity.objects.get()
    assert counts(work) == {"opportunities": (0, 1, 0)}
    assert (tower.key, tower.amount, tower.owner.name, tower.decision_rule) == ("O-1", 4_000_000, "Lin", "chain")


def test_a_short_form_that_names_things_by_their_ids_keeps_their_names(qian):
    work = bring(qian, b"customer,opportunity,owner,money\nC-17,O-1,Lin,secured\n", "short.csv")

    assert (Customer.objects.get().name, Opportunity.objects.get().name) == ("Yangtze Rail", "Tower")
    assert counts(work) == {
        "customers": (0, 0, 1),
        "colleagues": (0, 0, 1),
        "opportunities": (0, 0, 1),
        "evidence": (1, 0, 0),
    }


def test_what_a_new_row_needs_cannot_be_left_out(qian):
    work = bring(qian, {"opportunities": [{"name": "Bridge", "amount": 4_000_000}]})

    assert [(column, rule) for _, _, column, rule in faults(work)] == [
        ("customer", "column_missing"),
        ("owner", "column_missing"),
    ]


def test_somebody_elses_opportunity_looks_like_none_at_all(qian, chen):
    evidence = [
        {
            "opportunity": name,
            "criterion": "funds_enough",
            "answer": "yes",
            "grade": "guess",
            "learned_on": "2026-01-05",
        }
        for name in ("Tower", "Bower")
    ]

    work = bring(chen, {"evidence": evidence})

    assert [problem["rule"] for problem in work.problems] == ["nothing", "nothing"]
    assert [problem["data"].keys() for problem in work.problems] == [work.problems[0]["data"].keys()] * 2
    assert not Evidence.objects.exists()


def test_a_column_is_left_out_only_of_rows_that_one_sees(qian, chen):
    seen, foreign, none = (
        bring(user, {"opportunities": [{"id": key, "name": "Tower", "note": "new"}]})
        for user, key in ((qian, "O-1"), (chen, "O-1"), (chen, "O-7"))
    )

    assert seen.state == "done"
    assert faults(foreign) == faults(none) != []


def test_a_ninth_rival_is_a_problem_before_anything_is_stored(qian):
    work = bring(qian, {"rivals": [{"opportunity": "Tower", "rival": "One too many"}]})

    assert faults(work) == [("rivals", 1, "rival", "breaks_stored")]
    assert Rival.objects.count() == 8


def test_whoever_works_on_it_reads_which_rule_is_broken(qian, person):
    user = person("Wu", "operations", "account_manager")
    bring(qian, {"colleagues": [{"name": "Wu"}], "opportunities": [{"name": "Tower", "owner": "Wu"}]})
    Opportunity.objects.get().owner.__class__.objects.filter(name="Wu").update(user=user)

    work = bring(user, {"rivals": [{"opportunity": "Tower", "rival": "One too many"}]})

    assert faults(work) == [("rivals", 1, "rival", "too_many_rivals")]


def test_stored_rivals_and_levels_count_for_rows_that_need_them(qian):
    work = bring(
        qian,
        {
            "factors": [{"opportunity": "Tower", "rival": "Rival 3", "factor": "price", "advantage": 1}],
            "effort": [{"opportunity": "Tower", "level": "light"}],
        },
    )

    assert faults(work) == []
    assert counts(work) == {"factors": (1, 0, 0), "effort": (1, 0, 0)}


def test_a_name_longer_than_is_kept_is_a_problem_of_its_cell(qian):
    work = bring(qian, {"customers": [{"name": "x" * 501}]})

    assert faults(work) == [("customers", 1, "name", "too_long")]
    assert Customer.objects.count() == 1


def test_what_came_in_between_looking_and_confirming_is_told_and_nothing_is_stored(qian):
    by = Actor(user=qian, door=Door.PAGE)
    bring(qian, {"opportunities": [{"id": "O-2", "name": "Bridge", "customer": "C-17", "owner": "Lin"}]})
    content = json.dumps({"rivals": [{"opportunity": "O-2", "rival": f"New {n}"} for n in range(5)]}).encode()
    number = actions.start_import(actor=by, content=content, name="late.json", language="en")
    bring(qian, {"rivals": [{"opportunity": "O-2", "rival": f"Other {n}"} for n in range(4)]})

    actions.confirm_import(actor=by, number=number)
    tasks.store.call(number, qian.pk)

    work = Import.objects.get(pk=number)
    assert work.state == "problems"
    assert [one["rule"] for one in work.problems] == ["breaks_stored"]
    assert Rival.objects.filter(opportunity__key="O-2").count() == 4


def test_a_zip_of_two_sheets_leaves_all_others(qian):
    before = whole_book()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("needs.csv", "opportunity,need\nTower,seats\n")
        packed.writestr("harms.csv", "opportunity,harmed,loss,probability\nTower,the village,200000,20%\n")

    work = bring(qian, file.getvalue(), "two.zip")

    after = whole_book()
    assert counts(work) == {"needs": (1, 0, 0), "harms": (1, 0, 0)}
    assert (after.rivals, after.bodies, after.opportunities) == (before.rivals, before.bodies, before.opportunities)
