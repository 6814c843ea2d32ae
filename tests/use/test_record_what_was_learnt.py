"""Lin records what she learnt about Tower: each fact keeps the rules of the book and moves the judgement."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.access.problems import ChangedMeanwhile, RowRefused
from harehawk.apps.customers.models import Colleague, Customer, Person
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.models import Evidence, Judgement, Need, Opportunity, Stance
from harehawk.apps.opportunities.problems import (
    CriterionUnknown,
    FieldNotYours,
    OpportunityNotFound,
    ReasonMissing,
    RowNotFound,
    RuleBroken,
)
from harehawk.book.sheets.choices import Attitude
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.gates.judgement import Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def tower(lin):
    seat = Colleague.objects.create(key="Lin", name="Lin", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat)
    number = actions.add_opportunity(actor=by(lin), name="Tower", customer=rail.pk)
    return Opportunity.objects.get(pk=number)


@pytest.fixture
def mei(tower):
    return Person.objects.create(key="Mei", name="Mei", customer=tower.customer)


def by(user):
    return Actor(user=user, door=Door.PAGE)


def fact(**others):
    told = {"criterion": "funds_enough", "answer": Answer.YES, "grade": Grade.FIRST_HAND, "source": "Mei"}
    return told | {"learned_on": timezone.localdate()} | others


def judgements(tower):
    return list(Judgement.objects.filter(opportunity=tower).order_by("pk"))


def test_a_new_opportunity_of_which_nothing_is_known_is_judged_at_once(tower):
    (judged,) = judgements(tower)

    assert judged.latest
    assert judged.record["assumed"]


def test_one_fact_moves_the_judgement_and_the_old_one_stays(lin, tower):
    actions.record_evidence(actor=by(lin), opportunity=tower.pk, **fact(grade=Grade.RECORD, document="budget.pdf"))

    before, after = judgements(tower)
    assert after.chance > before.chance
    assert (before.latest, after.latest) == (False, True)


def test_a_fact_taken_back_counts_no_more_and_is_kept(lin, tower):
    actions.record_evidence(actor=by(lin), opportunity=tower.pk, **fact())

    actions.undo_entry(actor=by(lin), entry=Entry.objects.latest("pk").pk)

    first, _, last = judgements(tower)
    assert last.chance == pytest.approx(first.chance)
    assert Evidence.objects.get().withdrawn


def test_a_record_without_a_source_is_refused_in_the_words_of_the_book(lin, tower):
    with pytest.raises(RuleBroken, match="change the grade from “record” to “guess”") as found:
        actions.record_evidence(actor=by(lin), opportunity=tower.pk, **fact(grade=Grade.RECORD, source=" "))

    assert found.value.field == "source"
    assert not Evidence.objects.exists()
    assert len(judgements(tower)) == 1


def test_a_fact_of_tomorrow_is_refused(lin, tower):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)

    with pytest.raises(RuleBroken, match="facts are what is known"):
        actions.record_evidence(actor=by(lin), opportunity=tower.pk, **fact(learned_on=tomorrow))
    with pytest.raises(RuleBroken, match="facts are what is known"):
        actions.record_outcome(actor=by(lin), opportunity=tower.pk, outcome="won", closed_on=tomorrow)


def test_money_to_a_person_has_no_place_here(lin, tower):
    with pytest.raises(RuleBroken, match="against the law"):
        actions.record_evidence(actor=by(lin), opportunity=tower.pk, **fact(source="Mei, for a kickback"))


def test_evidence_is_about_a_criterion_of_the_method(lin, tower):
    with pytest.raises(CriterionUnknown):
        actions.record_evidence(actor=by(lin), opportunity=tower.pk, **fact(criterion="weather"))


def test_somebody_out_of_reach_carries_no_stance(lin, tower, mei):
    Person.objects.filter(pk=mei.pk).update(no_contact=True)

    with pytest.raises(RuleBroken, match="carries no stance"):
        actions.record_stance(
            actor=by(lin), opportunity=tower.pk, person=mei.pk, attitude=Attitude.SUPPORT, grade=Grade.GUESS,
            learned_on=timezone.localdate(),
        )  # fmt: skip

    assert not Stance.objects.exists()


def test_a_stance_towards_a_rival_needs_the_rival(lin, tower, mei):
    told = {"person": mei.pk, "attitude": Attitude.SUPPORT, "grade": Grade.GUESS, "learned_on": timezone.localdate()}
    with pytest.raises(RuleBroken, match="Acme is not a rival"):
        actions.record_stance(actor=by(lin), opportunity=tower.pk, rival="Acme", **told)

    actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="rivals", rival="Acme")
    actions.record_stance(actor=by(lin), opportunity=tower.pk, rival="Acme", **told)

    assert Stance.objects.get().rival == "Acme"


def test_a_number_out_of_bounds_is_refused_with_its_bounds(lin, tower):
    with pytest.raises(RowRefused, match="“probability” must be from 0% to 100%"):
        actions.add_row(
            actor=by(lin), opportunity=tower.pk, sheet="harms", harmed="Metro", probability=1.5, loss=Decimal(1000)
        )


def test_a_row_is_changed_removed_and_brought_back(lin, tower):
    number = actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="needs", need="seats", fit="own")
    actions.change_row(actor=by(lin), opportunity=tower.pk, sheet="needs", row=number, seen_version=1, fit="none")
    actions.remove_row(actor=by(lin), opportunity=tower.pk, sheet="needs", row=number)
    assert not Need.objects.exists()

    actions.undo_entry(actor=by(lin), entry=Entry.objects.latest("pk").pk)

    assert (Need.objects.get().pk, Need.objects.get().fit) == (number, "none")


def test_two_who_change_the_same_cell_are_shown_both(lin, wang, tower):
    number = actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="needs", need="seats", fit="own")
    actions.change_row(actor=by(lin), opportunity=tower.pk, sheet="needs", row=number, seen_version=1, fit="buy")

    with pytest.raises(ChangedMeanwhile, match="fit: yours “none”, now “buy”"):
        actions.change_row(actor=by(wang), opportunity=tower.pk, sheet="needs", row=number, seen_version=1, fit="none")


def test_deciding_against_the_verdict_needs_a_reason(lin, tower):
    today = timezone.localdate()
    with pytest.raises(ReasonMissing):
        actions.decide(actor=by(lin), opportunity=tower.pk, decision=Verdict.ABANDON, decided_on=today)

    actions.decide(
        actor=by(lin), opportunity=tower.pk, decision=Verdict.ABANDON, decided_on=today, reason="nobody is free"
    )

    assert tower.decisions.get().decided_by.user == lin


def test_a_closed_opportunity_keeps_its_last_judgement(lin, tower):
    actions.record_outcome(actor=by(lin), opportunity=tower.pk, outcome="won", closed_on=timezone.localdate())

    assert len(judgements(tower)) == 1
    assert not Opportunity.objects.open().exists()


def test_foreign_and_missing_opportunities_look_alike_and_nothing_is_written(zhao, tower):
    entries = Entry.objects.count()

    with pytest.raises(OpportunityNotFound) as foreign:
        actions.record_evidence(actor=by(zhao), opportunity=tower.pk, **fact())
    with pytest.raises(OpportunityNotFound) as missing:
        actions.record_evidence(actor=by(zhao), opportunity=tower.pk + 1, **fact())

    assert str(foreign.value).replace(str(tower.pk), "#") == str(missing.value).replace(str(tower.pk + 1), "#")
    assert Entry.objects.count() == entries


def test_a_row_of_another_opportunity_is_not_there(lin, tower):
    number = actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="needs", need="seats")
    other = actions.add_opportunity(actor=by(lin), name="Bridge", customer=tower.customer.pk)

    with pytest.raises(RowNotFound):
        actions.remove_row(actor=by(lin), opportunity=other, sheet="needs", row=number)


def test_sales_operations_correct_the_amount_but_not_the_margin(person, tower):
    qian = person("Qian", "operations")
    actions.change_opportunity(actor=by(qian), opportunity=tower.pk, seen_version=1, amount=Decimal(5_000_000))

    with pytest.raises(FieldNotYours):
        actions.change_opportunity(actor=by(qian), opportunity=tower.pk, seen_version=2, margin=0.4)
    with pytest.raises(OpportunityNotFound):
        actions.record_evidence(actor=by(qian), opportunity=tower.pk, **fact())

    tower.refresh_from_db()
    assert (tower.amount, tower.margin) == (5_000_000, None)


def test_a_share_opens_the_opportunity_until_its_day(lin, zhao, tower):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    assert not Opportunity.objects.visible_to(zhao).exists()

    number = actions.share(actor=by(lin), opportunity=tower.pk, user=zhao.pk, until=timezone.localdate())

    assert Opportunity.objects.visible_to(zhao).get() == tower
    actions.unshare(actor=by(lin), opportunity=tower.pk, shared=number)
    actions.share(actor=by(lin), opportunity=tower.pk, user=zhao.pk, until=yesterday)
    assert not Opportunity.objects.visible_to(zhao).exists()


def test_the_director_sees_what_the_team_below_owns_and_the_other_team_does_not(lin, wang, zhao, tower):
    assert Opportunity.objects.visible_to(wang).get() == tower
    assert not Opportunity.objects.visible_to(zhao).exists()
