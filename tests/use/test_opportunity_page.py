"""The page of a stored opportunity: everything for who works on it, and for others what they may read."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.book.sheets.choices import Outcome
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.gates.judgement import Verdict, Why

pytestmark = pytest.mark.django_db
PARTS = ("", "classes/", "turning/", "explain/chance/", "explain/gate/1/", "explain/worth/")


@pytest.fixture
def care(chen):
    """An opportunity of the sample of which much is known."""
    load_sample(actor=by(chen), language="en")
    return Opportunity.objects.get(key="linjiang-care")


@pytest.fixture
def tower(lin):
    """One of Lin's of which nothing is known."""
    seat = Colleague.objects.create(key="Lin", name="Lin Xiaolan", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat, customer_class="key")
    found = timezone.localdate() - dt.timedelta(days=30)
    number = actions.add_opportunity(actor=by(lin), name="Tower", customer=rail.pk, found_on=found)
    return Opportunity.objects.get(pk=number)


def by(user):
    return Actor(user=user, door=Door.PAGE)


def page(client, user, deal, part="", **asked):
    client.force_login(user)
    return client.get(f"/opportunities/{deal.pk}/{part}", asked)


def owner(deal):
    return deal.owner.user


def test_who_works_on_it_reads_everything(client, care):
    shown = page(client, owner(care), care)

    assert shown.context["page"].kept.writes
    for words in ("Predictive maintenance", "Chance of winning", "Ask next", "Talk next", "Haiyue", "Worth it?"):
        assert words in shown.text
    assert f'href="/opportunities/{care.pk}/explain/chance/"' in shown.text


def test_the_page_says_what_the_judgement_kept_says(client, care):
    shown = page(client, owner(care), care).context["page"]
    kept = care.judgements.get(latest=True)

    assert shown.verdict == kept.verdict
    assert shown.chance.point == pytest.approx(kept.chance)
    assert shown.expected_value.point == pytest.approx(kept.expected_value)


@pytest.mark.parametrize("part", PARTS)
def test_it_takes_few_statements(client, care, part, django_assert_max_num_queries):
    client.force_login(User.objects.get(email="guan-zhiheng@yingye.example"))

    with django_assert_max_num_queries(25):
        assert client.get(f"/opportunities/{care.pk}/{part}").status_code == 200


def test_a_past_day_takes_few_statements_too(client, care, django_assert_max_num_queries):
    client.force_login(User.objects.get(email="guan-zhiheng@yingye.example"))
    day = timezone.localdate() - dt.timedelta(days=10)

    with django_assert_max_num_queries(25):
        assert client.get(f"/opportunities/{care.pk}/", {"as_of": day}).status_code == 200


def test_sales_operations_read_names_dates_and_what_was_decided_and_no_more(client, care, person):
    shown = page(client, person("Qian", "operations"), care)

    for words in ("Predictive maintenance", "Linjiang Rail", "Lin Xiaolan", "38.6M", "Decided on", "Zhou Yan"):
        assert words in shown.text
    for words in ("Chance", "Haiyue", "Worth it?", "margin", "First find out where", "History"):
        assert words not in shown.text


def test_finance_reads_what_it_is_worth_besides_and_no_chance(client, care, person):
    finance = person("Jia", "finance")
    shown = page(client, finance, care)

    for words in ("38.6M", "margin", "Worth it?", "net present value of the cash"):
        assert words in shown.text
    for words in ("Chance of winning", "Haiyue", "Expected value", "Confidence", "Ask next"):
        assert words not in shown.text
    for part, status in {"explain/worth/": 200, "explain/limits/": 200, "explain/chance/": 404}.items():
        assert page(client, finance, care, part).status_code == status


@pytest.mark.parametrize("part", ["classes/", "turning/", "explain/chance/", "explain/value/"])
def test_what_rests_on_what_one_may_not_read_does_not_exist(client, care, person, part):
    for role in ("operations", "finance"):
        foreign = page(client, person("Somebody", role), care, part)

        assert foreign.status_code == 404


def test_where_nothing_is_known_the_first_question_is_the_content(client, lin, tower):
    shown = page(client, lin, tower)

    start = shown.context["page"].start
    assert start
    assert "Begin with one answer" in shown.text
    assert start[0].text in shown.text
    assert f'hx-get="/opportunities/{tower.pk}/evidence/{start[0].code}/?at=start" hx-trigger="load"' in shown.text
    assert "Not known yet" in shown.text
    assert "Talk next" not in shown.text


def test_with_the_first_answer_the_page_is_as_any_other(client, lin, tower):
    actions.record_evidence(
        actor=by(lin), opportunity=tower.pk, criterion="need_explicit", answer=Answer.YES, grade=Grade.GUESS,
        learned_on=timezone.localdate(),
    )  # fmt: skip

    shown = page(client, lin, tower)

    assert not shown.context["page"].start
    assert "Talk next" in shown.text


def test_where_a_limit_is_broken_no_answer_is_priced_as_if_it_could_change_that(client, care):
    broken = Judgement.objects.filter(latest=True, why=Why.LIMIT_BROKEN, opportunity__outcomes=None)
    deal = broken.exclude(question=[]).first().opportunity

    shown, list_of_all = page(client, owner(deal), deal), client.get("/opportunities/")

    asked = shown.context["page"].asks
    assert asked
    assert not any(one.counts for one in asked)
    assert "A limit is broken: the answers to these count only once it is overruled" in shown.text
    assert 'class="ask-v"' not in shown.text
    assert next(row for row in list_of_all.context["page"].rows if row.number == deal.pk).judged.question == ""


def test_what_would_turn_it_is_said_with_the_verdict_after(client, care):
    shown = page(client, owner(care), care, "turning/")

    turns = shown.context["page"].turns
    assert turns
    assert all(turn.verdict != shown.context["page"].verdict for turn in turns)
    assert all(turn.said in shown.text for turn in turns)


def test_a_closed_one_is_no_longer_judged_but_can_be_seen_as_it_was(client, lin, tower):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    actions.record_outcome(
        actor=by(lin), opportunity=tower.pk, outcome=Outcome.LOST, closed_on=timezone.localdate(), won_by="Haiyue",
        amount=Decimal(2_000_000),
    )  # fmt: skip

    closed = page(client, lin, tower)
    before = page(client, lin, tower, as_of=yesterday)

    assert [top.text.split("<main")[0].count("As of ") for top in (closed, before)] == [1, 0]
    assert f"It ended on {timezone.localdate()}: lost." in closed.text
    assert "Haiyue" in closed.text
    assert f'href="/opportunities/{tower.pk}/?as_of={yesterday}"' in closed.text
    assert "Chance of winning" not in closed.text
    assert "Chance of winning" in before.text


def test_a_decision_is_there_for_everybody_and_its_reason_for_who_works_on_it(client, lin, tower, person):
    actions.decide(
        actor=by(lin), opportunity=tower.pk, decision=Verdict.ABANDON, decided_on=timezone.localdate(),
        reason="Nobody knows anybody there",
    )  # fmt: skip

    theirs = page(client, person("Qian", "operations"), tower)

    assert "Abandon" in theirs.text
    assert "Nobody knows anybody" not in theirs.text
    assert "Nobody knows anybody" in page(client, lin, tower).text
