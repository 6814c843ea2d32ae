"""How an opportunity was judged from day to day: what changed, which fact did it, and any two judgements compared."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.customers import actions as customers
from harehawk.apps.customers.models import Colleague, Customer, Person
from harehawk.apps.opportunities import actions, queries
from harehawk.apps.opportunities.files import Upload
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.gates.judgement import Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def tower(lin):
    seat = Colleague.objects.create(key="Lin", name="Lin Xiaolan", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat, customer_class="key")
    number = actions.add_opportunity(actor=by(lin), name="Tower", customer=rail.pk, amount=Decimal(3_000_000))
    return Opportunity.objects.get(pk=number)


@pytest.fixture
def told(lin, tower):
    """Lin heard that the funds do not suffice, and that the need is written down."""
    for criterion, answer in (("funds_enough", Answer.NO), ("need_explicit", Answer.YES)):
        learn(lin, tower, criterion, answer)


@pytest.fixture
def browser(client, lin):
    client.force_login(lin)
    return client


def by(user):
    return Actor(user=user, door=Door.PAGE)


def learn(user, tower, criterion, answer, **others):
    fact = {"grade": Grade.FIRST_HAND, "learned_on": timezone.localdate(), "source": "Mei"} | others
    actions.record_evidence(actor=by(user), opportunity=tower.pk, criterion=criterion, answer=answer, **fact)


def history(browser, tower, **asked):
    return browser.get(f"/opportunities/{tower.pk}/history/", asked)


def test_each_judgement_names_the_fact_that_moved_it(browser, tower, told):
    latest, before, first = history(browser, tower).context["page"].moments

    assert [write.about for write in latest.writes] == ["Evidence, added"]
    assert "the need is explicit and written down" in latest.writes[0].said
    assert "funds reach our lowest price" in before.writes[0].said
    assert before.chance.point < first.chance.point
    assert latest.chance_before == before.chance.point
    assert first.quiet.startswith("The first judgement")


def test_what_was_written_is_said_with_the_names_of_its_columns(lin, browser, tower):
    day = timezone.localdate()
    review = day + dt.timedelta(days=30)
    actions.decide(
        actor=by(lin), opportunity=tower.pk, decision=Verdict.PURSUE, reason="They asked", decided_on=day,
        review_on=review,
    )  # fmt: skip

    [said] = [write.said for one in history(browser, tower).context["page"].moments for write in one.writes]

    assert f"decided on {day}" in said
    assert "decision pursue" in said
    assert f"review date {review}" in said


def test_judgements_of_one_day_are_told_apart_by_their_time_in_the_drawing(browser, tower, told):
    marks = [mark.text for mark in history(browser, tower).context["page"].chart.days]

    second, third = (f"{timezone.localtime(one.made_at):%H:%M}" for one in tower.judgements.order_by("pk")[1:])
    assert marks == [timezone.localdate().isoformat(), second, third]


def test_a_fact_taken_back_is_told_as_such(lin, browser, tower, told):
    actions.undo_entry(actor=by(lin), entry=Entry.objects.filter(table="opportunities.evidence").latest("pk").pk)

    latest, before, *_ = history(browser, tower).context["page"].moments

    assert latest.writes[0].about == "Evidence, taken back"
    assert before.writes[0].undone


def test_what_was_taken_back_and_brought_back_is_said_in_words_each_time(lin, browser, tower):
    need = actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="needs", need="Height")
    actions.change_row(actor=by(lin), opportunity=tower.pk, sheet="needs", row=need, seen_version=1, need="Depth")
    learn(lin, tower, "funds_enough", Answer.NO)
    for table, times in (("need", 1), ("evidence", 3)):
        for _ in range(times):
            actions.undo_entry(
                actor=by(lin), entry=Entry.objects.filter(table=f"opportunities.{table}").latest("pk").pk
            )

    writes = [write for one in history(browser, tower).context["page"].moments for write in one.writes]

    assert [(write.about, write.said.count("funds reach our lowest price")) for write in writes] == [
        ("Evidence, taken back", 1),
        ("Evidence, brought back", 1),
        ("Evidence, taken back", 1),
        ("Needs, the change taken back", 0),
        ("Evidence, added", 1),
        ("Needs, changed", 0),
        ("Needs, added", 0),
    ]
    assert writes[3].said == "need Depth → Height"


def test_a_row_that_came_and_went_is_undone_where_it_went_last(lin, browser, tower):
    actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="needs", need="Height")
    for _ in range(3):
        actions.undo_entry(actor=by(lin), entry=Entry.objects.filter(table="opportunities.need").latest("pk").pk)

    writes = [write for one in history(browser, tower).context["page"].moments for write in one.writes]

    assert [(write.about, write.undoable) for write in writes] == [
        ("Needs, taken back", True),
        ("Needs, brought back", False),
        ("Needs, removed", False),
        ("Needs, added", False),
    ]


def test_judgements_of_one_minute_are_told_apart_by_their_seconds(browser, tower, told):
    minute = timezone.now().replace(second=0, microsecond=0)
    for second, one in enumerate(tower.judgements.order_by("pk")):
        tower.judgements.filter(pk=one.pk).update(made_at=minute + dt.timedelta(seconds=second))

    page = browser.get(f"/opportunities/{tower.pk}/history/compare/")

    said = [text for _, text in page.context["form"].fields["a"].choices]
    assert len(set(said)) == len(said) == 3
    assert [text.split()[1][-3:] for text in said] == [":02", ":01", ":00"]


def test_what_became_of_the_customer_moves_its_opportunities_and_is_told(lin, browser, tower):
    customers.change_customer(actor=by(lin), customer=tower.customer_id, seen_version=1, customer_class="strategic")

    (latest, _) = history(browser, tower).context["page"].moments

    assert latest.writes[0].said == "class key → strategic"
    assert not latest.writes[0].undoable


def test_where_nothing_was_written_it_says_that_facts_became_older(browser, tower):
    first = Judgement.objects.get()
    Judgement.objects.filter(pk=first.pk).update(latest=False)
    Judgement.objects.create(**{
        field.name: getattr(first, field.name) for field in Judgement._meta.fields if field.name != "id"
    })  # fmt: skip

    latest, _ = history(browser, tower).context["page"].moments

    assert latest.quiet == "Nothing was written: what is known became older."


def test_links_are_told_by_name(lin, browser, tower):
    mei = Person.objects.create(key="mei-1", name="Mei Lan", customer=tower.customer)
    actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="members", person=mei.pk)

    assert "Mei Lan" in history(browser, tower).context["page"].moments[0].writes[0].said


def test_who_was_let_in_and_what_was_attached_is_told_by_name(lin, wang, browser, tower):
    shen = Colleague.objects.create(key="shen", name="Shen Yi")
    actions.add_team_member(actor=by(lin), opportunity=tower.pk, colleague=shen.pk)
    actions.share(actor=by(lin), opportunity=tower.pk, user=wang.pk, until=None)
    letter = Upload(name="letter.pdf", content=b"%PDF-1.7 the letter")
    learn(lin, tower, "funds_enough", Answer.YES, grade=Grade.RECORD, file=letter)

    moments = history(browser, tower).context["page"].moments
    said = {write.about: write.said for moment in moments for write in moment.writes}

    assert said["Team of the opportunity, added"] == "colleague Shen Yi"
    assert said["Shared with, added"] == "user Wang"
    assert said["File, added"] == "file name letter.pdf"


def test_whoever_reads_no_facts_reads_no_names_of_their_files_either(lin, person, tower):
    letter = Upload(name="letter.pdf", content=b"%PDF-1.7 the letter")
    learn(lin, tower, "funds_enough", Answer.YES, grade=Grade.RECORD, file=letter)

    assert "letter.pdf" in str(queries.entries(lin, tower.pk))
    assert "letter.pdf" not in str(queries.entries(person("Guan", "operations"), tower.pk))


def test_any_two_judgements_stand_side_by_side_with_what_lies_between(browser, tower, told):
    last, _, first = queries.judgements(tower.owner.user, tower.pk)

    page = browser.get(f"/opportunities/{tower.pk}/history/compare/", {"a": last.pk, "b": first.pk}).context["page"]

    assert (page.older.number, page.newer.number) == (first.pk, last.pk)
    assert len(page.writes) == 2
    moved = {row.word for row in page.beliefs}
    assert moved == {"the need is explicit and written down", "funds reach our lowest price"}
    assert len(page.gates) == 4
    assert {row.word for row in page.figures if row.moved} >= {"Chance of winning"}


def test_two_judgements_of_one_chance_are_not_said_to_have_moved(browser, tower, told):
    last = tower.judgements.get(latest=True).pk

    page = browser.get(f"/opportunities/{tower.pk}/history/compare/", {"a": last, "b": last}).context["page"]

    assert page.sentence.startswith("Both say the same, with a chance of ")


def test_unless_asked_otherwise_the_latest_two_are_compared(browser, tower, told):
    last, before, _ = queries.judgements(tower.owner.user, tower.pk)

    page = browser.get(f"/opportunities/{tower.pk}/history/compare/").context["page"]

    assert (page.older.number, page.newer.number) == (before.pk, last.pk)


def test_a_judgement_of_another_opportunity_is_none_of_these(browser, lin, tower, told):
    other = actions.add_opportunity(actor=by(lin), name="Bridge", customer=tower.customer_id)
    foreign = Judgement.objects.get(opportunity=other)

    reply = browser.get(f"/opportunities/{tower.pk}/history/compare/", {"a": foreign.pk})

    assert reply.status_code == 422
    assert reply.context["page"] is None


def test_the_history_as_of_a_day_ends_on_that_day(browser, tower, told):
    tower.found_on = timezone.localdate() - dt.timedelta(days=9)
    tower.save()
    day = timezone.localdate() - dt.timedelta(days=3)
    first = Judgement.objects.earliest("pk")
    Judgement.objects.filter(pk=first.pk).update(as_of=day)

    page = history(browser, tower, as_of=day.isoformat())

    assert [one.number for one in page.context["page"].moments] == [first.pk]
    assert f"As it was known on {day}" in page.text


def test_whoever_does_not_read_verdicts_has_no_history(client, person, tower, told):
    for role in ("operations", "finance"):
        client.force_login(person("Somebody", role))

        assert client.get(f"/opportunities/{tower.pk}/history/").status_code == 404
        assert client.get(f"/opportunities/{tower.pk}/history/compare/").status_code == 404


@pytest.mark.parametrize("address", ["history/", "history/compare/"])
def test_it_takes_few_statements(browser, tower, told, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        assert browser.get(f"/opportunities/{tower.pk}/{address}").status_code == 200
