"""What a careful reader refuses or points out in a book that looks right cell by cell."""

import datetime as dt
import json

import pytest

from harehawk.book.read import read

TODAY = dt.date(2026, 11, 24)
WORLD = {
    "customers": [
        {"id": "A", "name": "ACME"},
        {"id": "B", "name": "Beta", "parent": "A"},
        {"id": "C", "name": "Gamma"},
    ],
    "posts": [{"id": "1", "customer": "A", "title": "head"}, {"id": "2", "customer": "C", "title": "head"}],
    "people": [
        {"name": "Zhao", "customer": "A"},
        {"name": "Qian", "customer": "B"},
        {"name": "Sun", "customer": "C"},
        {"name": "Gone", "customer": "A", "left_on": "2026-01-01"},
    ],
    "colleagues": [{"name": "Lin"}],
    "opportunities": [{"name": "Tower", "customer": "A", "owner": "Lin", "amount": 1000, "found_on": "2026-06-01"}],
    "rivals": [{"opportunity": "Tower", "rival": "Huaxing"}],
}
TOWER = {"opportunity": "Tower"}
FACT = TOWER | {"learned_on": "2026-11-01", "grade": "guess"}
TEN = [{"code": f"own{number}", "name": "x", "gate": 1, "swing": 1, "prior": 0.5} for number in range(5)]


def found(**sheets):
    """Problems and warnings of the world with these rows more."""
    book = {key: [*WORLD.get(key, []), *sheets.get(key, [])] for key in {**WORLD, **sheets}}
    reading = read(json.dumps(book).encode(), "a.json", today=TODAY)
    for one in (*reading.problems, *reading.warnings):
        assert "%(" not in one.message(str)
    return [one.rule for one in reading.problems], [one.rule for one in reading.warnings]


def opportunity(**cells):
    return [{"name": "Bridge", "customer": "A", "owner": "Lin"} | cells]


REFUSED = {
    "one_company": {"company": [{"name": "We"}, {"name": "Us"}]},
    "milestones_over": {"classes": [{"code": "gold", "milestones": "0:60%; 6:50%"}]},
    "criterion_incomplete": {"criteria": [{"code": "own", "name": "x", "gate": 1, "swing": 1}]},
    "criterion_by_class": {"criteria": [{"code": "qualified", "customer_class": "key", "swing": 1, "gate": 2}]},
    "too_many_criteria": {"criteria": TEN},
    "gate_empty": {
        "criteria": [
            {"code": code, "swing": 0}
            for code in ("unwritten_ours", "top_access", "coach_confirmed", "not_rigged", "steps_known")
        ]
    },
    "rate_out_of_reach": {"criteria": [{"code": "shortlisted", "prior": 0.3}]},
    "loop": {
        "colleagues": [
            {"name": "X", "reports_to": "Y"},
            {"name": "Y", "reports_to": "Z"},
            {"name": "Z", "reports_to": "X"},
        ]
    },
    "itself": {"influence": [TOWER | {"listener": "Zhao", "speaker": "Zhao", "strength": 1}]},
    "duplicate": {"rivals": [TOWER | {"rival": "HUAXING"}]},
    "same_name": {"people": [{"id": "9", "name": "Zhao"}]},
    "post_and_own": {"people": [{"name": "Li", "customer": "A", "post": "1", "rank": 2}]},
    "post_elsewhere": {"people": [{"name": "Li", "customer": "A", "post": "2"}]},
    "no_contact_met": {
        "people": [{"name": "Expert", "no_contact": True}],
        "moves": [{"id": "1", "person": "Expert", "purpose": "visit"}],
    },
    "days_out_of_order": {"outcomes": [TOWER | {"outcome": "won", "closed_on": "2026-01-01"}]},
    "in_the_future": {
        "relationships": [{"person": "Zhao", "colleague": "Lin", "closeness": 1, "last_contact": "2027-01-01"}]
    },
    "empty_body": {"bodies": [TOWER | {"order": 1, "name": "board", "rule": "vote"}]},
    "same_order": {
        "bodies": [TOWER | {"order": 1, "name": name, "rule": "vote", "unnamed": 3} for name in ("board", "committee")]
    },
    "votes_do_not_match": {
        "bodies": [TOWER | {"order": 1, "name": "b", "rule": "vote", "members": "Zhao", "weights": "1;2"}]
    },
    "negative_votes": {
        "bodies": [TOWER | {"order": 1, "name": "b", "rule": "vote", "members": "Zhao", "weights": "-1"}]
    },
    "veto_not_member": {
        "bodies": [TOWER | {"order": 1, "name": "b", "rule": "vote", "members": "Zhao", "veto": "Sun"}]
    },
    "named_twice": {"bodies": [TOWER | {"order": 1, "name": "b", "rule": "vote", "members": "Zhao; Zhao"}]},
    "quota_too_high": {"bodies": [TOWER | {"order": 1, "name": "b", "rule": "vote", "unnamed": 3, "quota": 3}]},
    "chain_without_bodies": {"opportunities": opportunity(decision_rule="chain")},
    "no_strength": {"influence": [TOWER | {"listener": "Zhao", "speaker": "Qian"}]},
    "not_a_rival": {"factors": [TOWER | {"rival": "Other", "factor": "price", "advantage": 1}]},
    "too_many_rivals": {"rivals": [TOWER | {"rival": f"R{number}"} for number in range(9)]},
    "points_out_of_order": {"tender_points": [TOWER | {"item": "price", "low": 20, "high": 10}]},
    "wins_over": {"routes": [TOWER | {"contractor": name, "contractor_wins": 0.6} for name in ("X", "Y")]},
    "no_money": {"payments": [TOWER | {"name": "first", "month": 0}]},
    "month_missing": {"payments": [TOWER | {"name": "first", "share": 1}]},
    "payments_over": {"payments": [TOWER | {"name": "first", "month": 0, "amount": 1200}]},
    "aspect_or_statement": {"worth": [TOWER | {"aspect": "fit", "score": 1, "statement": "x"}]},
    "worth_incomplete": {"worth": [TOWER | {"statement": "x", "probability": 0.5}]},
    "too_many_harms": {
        "harms": [TOWER | {"harmed": f"H{number}", "probability": 0.1, "loss": 1} for number in range(9)]
    },
    "same_month": {
        "capacity": [{"function": "sales", "month": day, "hours": 100} for day in ("2026-12-01", "2026-12-15")]
    },
    "full_level_missing": {"effort": [TOWER | {"level": "light", "remainder": 100}]},
    "not_a_schedule": {"classes": [{"code": "gold", "milestones": "thirty"}]},
    "not_whole": {"posts": [{"id": "3", "customer": "A", "title": "x", "rank": 1.5}]},
    "not_yes_no": {"members": [TOWER | {"person": "Zhao", "veto": "perhaps"}]},
    "not_a_share": {"opportunities": opportunity(margin="a fifth")},
    "number_too_large": {"opportunities": opportunity(amount="99999999亿")},
    "too_long": {"opportunities": opportunity(note="x" * 40_000)},
    "money_to_a_person": {"needs": [TOWER | {"need": "5% kickback to the head"}]},
}
POINTED_OUT = {
    "rival_nowhere": {"relationships": [{"person": "Zhao", "rival": "Nobody Ltd", "closeness": 1}]},
    "bodies_unused": {
        "opportunities": opportunity(decision_rule="vote"),
        "bodies": [{"opportunity": "Bridge", "order": 1, "name": "b", "rule": "vote", "unnamed": 3}],
    },
    "two_deciders": {"members": [TOWER | {"person": person, "roles": "decider"} for person in ("Zhao", "Qian")]},
    "elsewhere": {"members": [TOWER | {"person": "Sun"}]},
    "already_left": {"members": [TOWER | {"person": "Gone"}]},
    "not_in_group": {
        "members": [TOWER | {"person": "Zhao"}],
        "influence": [TOWER | {"listener": "Zhao", "speaker": "Qian", "strength": 1}],
    },
    "derived": {
        "needs": [TOWER | {"need": "speed"}],
        "evidence": [FACT | {"criterion": "needs_met", "answer": "yes"}],
    },
    "payments_under": {"payments": [TOWER | {"name": "first", "month": 0, "share": 0.3}]},
    "move_on_closed": {
        "outcomes": [TOWER | {"outcome": "won", "closed_on": "2026-11-01"}],
        "moves": [{"id": "1", "opportunity": "Tower", "purpose": "call"}],
    },
}


def test_the_world_itself_is_well():
    assert found() == ([], [])


@pytest.mark.parametrize("rule", REFUSED)
def test_a_careful_reader_refuses(rule):
    assert found(**REFUSED[rule])[0] == [rule]


@pytest.mark.parametrize("rule", POINTED_OUT)
def test_a_careful_reader_points_out(rule):
    assert found(**POINTED_OUT[rule]) == ([], [rule])


@pytest.mark.parametrize(
    ("sheets", "column"),
    [
        ({"classes": [{"code": "gold", "shift": 1.5}]}, "shift"),
        ({"company": [{"name": "We", "rate_bid": 0.82}]}, "rate_bid"),  # strategic customers let us bid more often
        ({"criteria": [{"code": "shortlisted", "customer_class": "strategic", "prior": 0.7}]}, "prior"),
    ],
)
def test_a_rate_out_of_reach_for_one_class_is_told_where_it_comes_from(sheets, column):
    book = {**WORLD, **sheets}

    reading = read(json.dumps(book).encode(), "a.json", today=TODAY)

    assert [(one.rule, one.column) for one in reading.problems] == [("rate_out_of_reach", column)]


def test_rates_out_of_reach_at_two_gates_are_told_at_once():
    rare = {"code": "own", "name": "a rare thing", "gate": 1, "swing": 1, "prior": 0.3, "must": "yes"}

    assert found(company=[{"name": "We", "rate_bid": 0.9}], criteria=[rare])[0] == ["rate_out_of_reach"] * 2


def test_what_is_right_is_left_alone():
    good = {
        "criteria": [TEN[0], {"code": "qualified", "customer_class": "strategic", "swing": 3}],
        "members": [TOWER | {"person": "Zhao", "roles": "coach"}, TOWER | {"person": "Qian"}],
        "stances": [FACT | {"person": "Zhao", "attitude": "support"}] * 2,
        "evidence": [FACT | {"criterion": "own0", "answer": "asked, not known"}],
        "needs": [TOWER | {"need": "a signed anti-bribery promise, 反商业贿赂承诺书"}],
        "payments": [TOWER | {"name": name, "month": 1, "share": 1 / 3} for name in "abc"],
        "effort": [TOWER | {"level": "full"}, TOWER | {"level": "light"}],
    }

    assert found(**good) == ([], [])


def test_ten_thousand_problems_are_told_and_the_rest_counted():
    people = [{"name": f"P{number}", "customer": "nowhere"} for number in range(10_050)]
    reading = read(json.dumps({"people": people}).encode(), "a.json", today=TODAY)

    assert len(reading.problems) == 10_001
    assert reading.problems[-1].message(str) == "There are 50 more problems. Mend these first."
