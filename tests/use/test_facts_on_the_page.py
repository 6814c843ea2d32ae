"""Lin tells what she learnt where the page of Tower shows it, and the verdict follows."""

import datetime as dt
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.customers.models import Colleague, Customer, Person
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.models import (
    Attachment,
    Decision,
    Evidence,
    Factor,
    Influence,
    Opportunity,
    Stance,
)  # fmt: skip
from harehawk.engine.gates.judgement import Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def tower(lin, static_files):
    seat = Colleague.objects.create(key="Lin", name="Lin", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat)
    return Opportunity.objects.get(pk=actions.add_opportunity(actor=by(lin), name="Tower", customer=rail.pk))


@pytest.fixture
def group(lin, tower):
    people = [Person.objects.create(key=name, name=name, customer=tower.customer) for name in ("Mei", "Zhou")]
    for one in people:
        actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="members", person=one.pk)
    return people


@pytest.fixture
def lins(client, lin):
    client.force_login(lin)
    return client


def by(user):
    return Actor(user=user, door=Door.PAGE)


def answer(**others):
    told = {"answer": "yes", "grade": "first-hand", "source": "Mei", "learned_on": timezone.localdate().isoformat()}
    return told | {"whole": "1"} | others


def address(tower, criterion="funds_enough"):
    return f"/opportunities/{tower.pk}/evidence/{criterion}/"


def test_an_answer_is_kept_and_the_page_says_what_it_moved(lins, tower):
    page = lins.post(address(tower), answer(), follow=True)

    assert Evidence.objects.get().recorder.name == "Lin"
    assert page.redirect_chain == [(f"/opportunities/{tower.pk}/", 303)]
    assert 'role="status"' in page.text


def test_the_next_answer_starts_from_who_said_the_last_one(lins, tower):
    lins.post(address(tower), answer(source="Mei, at lunch", grade="second-hand"))

    page = lins.get(address(tower, "need_explicit")).text

    assert 'value="Mei, at lunch"' in page
    assert re.search(r'<input[^>]*value="second-hand"[^>]* checked', page)


def test_what_breaks_a_rule_is_said_at_its_field_and_what_was_typed_stays(lins, tower):
    tomorrow = (timezone.localdate() + dt.timedelta(days=1)).isoformat()

    page = lins.post(address(tower), answer(learned_on=tomorrow, document="Budget of next year"))

    assert page.status_code == 422
    assert "facts are what is known" in page.text
    assert "Budget of next year" in page.text
    assert not Evidence.objects.exists()


def test_asked_and_nobody_knows_is_an_answer_too(lins, tower):
    lins.post(address(tower), answer(answer="asked, not known"))

    assert Evidence.objects.get().answer == "asked, not known"
    assert "Asked, not known" in lins.get(address(tower)).text


def test_every_fact_on_a_criterion_stands_on_its_page_with_source_grade_day_and_author(lins, tower):
    lins.post(address(tower), answer())
    lins.post(address(tower), answer(answer="no", source="Zhou", grade="guess"))

    page = lins.get(address(tower)).text

    for text in ("Mei", "Zhou", "first-hand", "guess", timezone.localdate().isoformat(), "recorded by Lin"):
        assert text in page


def test_a_stance_told_on_the_page_counts_towards_us_or_a_rival(lins, lin, tower, group):
    mei, _ = group
    actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="rivals", rival="Haiyue")
    where = f"/opportunities/{tower.pk}/stances/{mei.pk}/"
    told = answer(attitude="support")

    lins.post(where, told)
    lins.post(where, told | {"attitude": "oppose", "rival": "Haiyue"})

    assert set(Stance.objects.values_list("rival", "attitude")) == {("", "support"), ("Haiyue", "oppose")}
    assert "Haiyue" in lins.get(where).text


def test_nobody_out_of_reach_has_a_page_for_their_stance(lins, tower, group):
    Person.objects.filter(pk=group[0].pk).update(no_contact=True)

    assert lins.get(f"/opportunities/{tower.pk}/stances/{group[0].pk}/").status_code == 404


def test_how_we_compare_is_told_from_minus_two_to_two(lins, lin, tower):
    actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="rivals", rival="Haiyue/2?")
    where = f"/opportunities/{tower.pk}/factors/Haiyue~12%3F/price/"

    assert f'action="{where}"' in lins.get(where).text
    refused = lins.post(where, answer(advantage="3"))
    lins.post(where, answer(advantage="-2"))

    assert refused.status_code == 422
    assert Factor.objects.get().advantage == -2
    assert where in lins.get(f"/opportunities/{tower.pk}/").text


def test_who_listens_to_whom_is_told(lins, tower, group):
    mei, zhou = group
    where = f"/opportunities/{tower.pk}/influence/"

    lins.post(where, {"listener": mei.pk, "speaker": zhou.pk, "strength": "3", "learned_on": "2026-01-05"})

    row = Influence.objects.get()
    assert (row.listener, row.speaker, row.strength) == (mei, zhou, 3)
    assert "much" in lins.get(where).text


def test_who_only_reads_an_opportunity_sees_what_was_said_and_no_form(client, lins, lin, zhao, tower):
    lins.post(address(tower), answer())
    actions.share(actor=by(lin), opportunity=tower.pk, user=zhao.pk, until=None)
    client.force_login(zhao)

    page = client.get(address(tower))
    written = client.post(address(tower), answer(source="Zhao"))

    assert "Mei" in page.text
    assert "fact-form" not in page.text
    assert written.status_code == 404
    assert Evidence.objects.count() == 1


def test_a_file_that_is_wrong_loses_nothing_of_what_was_typed(lins, tower):
    program = SimpleUploadedFile("budget.pdf", b"MZ\x90\x00\x03\x00program")

    page = lins.post(address(tower), answer(source="The budget office", file=program))

    assert page.status_code == 422
    assert "budget.pdf" in page.text
    assert 'value="The budget office"' in page.text
    assert not Attachment.objects.exists()


def test_a_decision_stands_on_top_with_who_took_it_and_when(lins, tower):
    verdict = tower.judgements.get(latest=True).verdict
    today = timezone.localdate().isoformat()
    soon = (timezone.localdate() + dt.timedelta(days=30)).isoformat()

    lins.post(f"/opportunities/{tower.pk}/decision/", {"decision": verdict, "decided_on": today, "review_on": soon})

    page = lins.get(f"/opportunities/{tower.pk}/").text
    assert f"Decided on {today}" in page
    assert "· Lin" in page
    assert f"look at it again on {soon}" in page


def test_deciding_against_the_verdict_needs_a_reason_and_the_form_says_so_before(lins, tower):
    where = f"/opportunities/{tower.pk}/decision/"
    told = {"decision": "abandon", "decided_on": timezone.localdate().isoformat()}
    assert "This overrules" in lins.get(where).text

    refused = lins.post(where, told)
    lins.post(where, told | {"reason": "They bought elsewhere."})

    assert refused.status_code == 422
    assert "write why you decide otherwise" in refused.text
    assert Decision.objects.get().reason == "They bought elsewhere."


def test_a_review_that_is_due_is_said(lins, lin, tower):
    today = timezone.localdate()
    actions.decide(
        actor=by(lin), opportunity=tower.pk, decision=Verdict.NURTURE, decided_on=today, reason="Wait", review_on=today
    )

    assert "Look at it again: it was to be by" in lins.get(f"/opportunities/{tower.pk}/").text


def test_an_outcome_closes_it_and_can_be_taken_back(lins, tower):
    told = {"outcome": "lost", "closed_on": timezone.localdate().isoformat(), "won_by": "Haiyue"}

    closed = lins.post(f"/opportunities/{tower.pk}/outcome/", told, follow=True)
    back = re.search(r'action="(/undo/\d+/)"><input[^>]*><input[^>]*name="back"', closed.text)
    assert back is not None
    opened = lins.post(back[1], {"back": f"/opportunities/{tower.pk}/"}, follow=True)

    assert "It ended on" in closed.text
    assert "Chance of winning" in opened.text


def test_what_was_taken_back_by_mistake_can_be_taken_back_again_later(lins, tower):
    told = {"outcome": "lost", "closed_on": timezone.localdate().isoformat()}
    here = f"/opportunities/{tower.pk}/"
    closed = lins.post(f"{here}outcome/", told, follow=True)
    reopen = re.search(r'action="(/undo/\d+/)"', closed.text)[1]
    opened = lins.post(reopen, {"back": here}, follow=True)
    closed_again = lins.post(re.search(r'action="(/undo/\d+/)"', opened.text)[1], {"back": here}, follow=True)

    opened_again = lins.post(reopen, {"back": here}, follow=True)

    assert "It ended on" in closed_again.text
    assert "Chance of winning" in opened_again.text


def test_a_fact_can_be_taken_back_where_it_stands(lins, tower):
    lins.post(address(tower), answer())
    back = re.search(r'action="(/undo/\d+/)"', lins.get(address(tower)).text)
    assert back is not None

    lins.post(back[1], {"back": address(tower)})

    assert Evidence.objects.get().withdrawn
    assert "Nobody has said anything about it yet" in lins.get(address(tower)).text


def test_the_page_of_an_opportunity_with_all_that_takes_few_statements(lins, lin, tower, group, static_files):
    lins.post(address(tower), answer())
    where = f"/opportunities/{tower.pk}/"
    lins.get(where)

    with CaptureQueriesContext(connection) as counted:
        lins.get(where)

    assert len(counted) <= 25, [one["sql"][:120] for one in counted.captured_queries]


def test_who_may_see_it_is_said_in_words(lins, lin, wang, zhao, tower, person):
    person("Qian", "operations")
    person("Sun", "finance")

    page = lins.get(f"/opportunities/{tower.pk}/team/").text

    assert "2 people read all of it: Lin, Wang." in page
    assert "1 more of finance reads what it is and what it is worth (margin, payments, costs, harms, capital)" in page
    assert "and neither how we stand nor the verdict: Sun." in page
    assert "and neither what it is worth, nor how we stand, nor the verdict: Qian." in page


def test_a_colleague_is_put_on_it_and_takes_himself_off_again(client, lins, zhao, tower):
    seat = Colleague.objects.create(key="Zhao", name="Zhao", user=zhao)
    where = f"/opportunities/{tower.pk}/team/"

    page = lins.post(f"{where}add/", {"colleague": seat.pk}, follow=True).text
    client.force_login(zhao)
    works = client.get(f"/opportunities/{tower.pk}/").status_code
    off = re.search(rf'action="({where}\d+/remove/)"', page)
    assert off is not None
    left = client.post(off[1])

    assert left.url == "/opportunities/"
    assert (works, client.get(f"/opportunities/{tower.pk}/").status_code) == (200, 404)


def test_it_is_shared_until_a_day_and_the_day_can_be_changed(lins, zhao, tower):
    where = f"/opportunities/{tower.pk}/share/"

    lins.post(where, {"user": zhao.pk, "until": "2099-01-05"})
    page = lins.get(f"/opportunities/{tower.pk}/team/").text
    actions.share(actor=by(tower.owner.user), opportunity=tower.pk, user=zhao.pk, until=dt.date(2099, 2, 5))

    past = lins.post(where, {"user": zhao.pk, "until": "2020-01-05"})

    assert past.status_code == 422
    assert "That day is over" in past.text
    assert "until 2099-01-05" in page
    assert tower.shares.get().until == dt.date(2099, 2, 5)


@pytest.mark.parametrize(
    ("chosen", "typed", "said"),
    [("*met", "", "visit on {day}"), ("*called", "", "call on {day}"), ("Mei", "", "Mei"), ("*met", "Sun", "Sun")],
)
def test_who_said_so_is_chosen_and_counts_unless_somebody_else_is_typed(lins, tower, group, chosen, typed, said):
    day = (timezone.localdate() - dt.timedelta(days=3)).isoformat()

    lins.post(address(tower), answer(by=chosen, source=typed, learned_on=day))

    assert Evidence.objects.get().source == said.format(day=day)


def test_what_has_ended_says_so_on_every_page_of_its_facts_and_takes_none(lins, lin, tower, group):
    here = f"/opportunities/{tower.pk}"
    actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="rivals", rival="Heron")
    lins.post(f"{here}/outcome/", {"outcome": "won", "closed_on": timezone.localdate().isoformat()})

    for page in ("evidence/funds_enough", f"stances/{group[0].pk}", "factors/Heron/price", "influence"):
        text = lins.get(f"{here}/{page}/").text
        assert "It has ended: what was learnt stays as it is, and nothing is added." in text
        assert "Open it again first, on its page" in text
        assert "stays a question" not in text
        assert f"{here}/explain/" not in text  # it is not judged any more
        assert 'class="fact-form"' not in text
    assert "It has ended: what you change here is kept" in lins.get(f"{here}/rows/needs/").text
    for page in ("evidence/funds_enough", "decision", "outcome"):
        told = lins.post(f"{here}/{page}/", answer())
        assert (told.status_code, "Open it again on its page first." in told.text) == (409, True)
    assert not Evidence.objects.exists()
