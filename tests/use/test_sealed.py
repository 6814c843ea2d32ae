"""What Mei told Lin's colleague under seal counts for everybody, and who said it only few learn."""

import json
import math
import re

import pytest
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.customers.models import Colleague, Customer, Person
from harehawk.apps.exchange import actions as exchange
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.queries import readable_book
from harehawk.apps.opportunities import actions, queries
from harehawk.apps.opportunities.files import Upload
from harehawk.apps.opportunities.models import Attachment, Evidence, Opportunity
from harehawk.book.sheets.choices import Attitude
from harehawk.book.write import write
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.web.dossiers import dossier
from harehawk.web.explain import explain
from harehawk.wording.voice import MINUS

pytestmark = pytest.mark.django_db
SECRETS = ("Mei over tea", "the red notebook", "sealed-photo", "Zhou whispered")


@pytest.fixture
def specialist(person):
    return person("Su", "specialist")


@pytest.fixture
def other(person):
    return person("He", "specialist", "operations")


@pytest.fixture
def tower(lin, wang, specialist, other, static_files):
    """Owned by Lin under Wang; Su and He work on it. Su was told two things under seal."""
    seat = Colleague.objects.create(key="Lin", name="Lin", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat)
    number = actions.add_opportunity(actor=by(lin), name="Tower", customer=rail.pk)
    for user in (specialist, other):
        mate = Colleague.objects.create(key=user.name, name=user.name, user=user)
        actions.add_team_member(actor=by(lin), opportunity=number, colleague=mate.pk)
    mei = Person.objects.create(key="Mei", name="Mei", customer=rail)
    actions.add_row(actor=by(lin), opportunity=number, sheet="members", person=mei.pk)
    today = timezone.localdate()
    actions.record_evidence(
        actor=by(specialist), opportunity=number, criterion="funds_enough", answer=Answer.NO, learned_on=today,
        grade=Grade.FIRST_HAND, source=SECRETS[0], document=SECRETS[1], sealed=True,
        file=Upload(name=f"{SECRETS[2]}.png", content=b"\x89PNG\r\n\x1a\n"),
    )  # fmt: skip
    actions.record_stance(
        actor=by(specialist), opportunity=number, person=mei.pk, attitude=Attitude.OPPOSE, grade=Grade.SECOND_HAND,
        learned_on=today, source=SECRETS[3], sealed=True,
    )  # fmt: skip
    return Opportunity.objects.get(pk=number)


def by(user):
    return Actor(user=user, door=Door.PAGE)


def pages(client, tower):
    """Everything about Tower that a page says."""
    mei = Person.objects.get().pk
    start = f"/opportunities/{tower.pk}/"
    rest = (
        "evidence/funds_enough/",
        f"stances/{mei}/",
        "explain/criterion/funds_enough/",
        "explain/support/",
        "history/",
    )
    return "".join(client.get(address).text for address in [*(start + one for one in rest), f"/people/{mei}/"])


def written(user):
    """What of the log he reads, and his export."""
    entries = queries.entries(user, Opportunity.objects.get().pk)
    return json.dumps([(one.who, one.before, one.after) for one in entries]) + repr(readable_book(user))


def test_who_recorded_it_the_owner_and_the_director_above_read_all_of_it(client, tower, lin, wang, specialist):
    for reader in (specialist, lin, wang):
        client.force_login(reader)

        assert [secret for secret in SECRETS if secret not in pages(client, tower)] == []
        assert [secret for secret in SECRETS if secret not in written(reader)] == []
        assert client.get(f"/files/{Attachment.objects.get().pk}/").status_code == 200


def test_who_else_works_on_it_or_reads_it_learns_what_was_said_and_not_by_whom(client, tower, lin, other, zhao):
    actions.share(actor=by(lin), opportunity=tower.pk, user=zhao.pk, until=None)

    for reader in (other, zhao):
        client.force_login(reader)
        page = pages(client, tower)

        assert [secret for secret in SECRETS if secret in page + written(reader)] == []
        assert "confirmed source" in page
        assert "recorded by Su" not in page
        assert client.get(f"/files/{Attachment.objects.get().pk}/").status_code == 404


def test_who_spoke_under_seal_is_offered_for_no_other_fact(client, tower, specialist):
    actions.record_evidence(
        actor=by(specialist), opportunity=tower.pk, criterion="need_explicit", answer=Answer.YES,
        learned_on=timezone.localdate(), grade=Grade.FIRST_HAND, source="Zhou, at lunch",
    )  # fmt: skip
    told = {"answer": "yes", "grade": "first-hand", "source": "the quiet one", "learned_on": str(timezone.localdate())}
    client.force_login(specialist)
    client.post(
        f"/opportunities/{tower.pk}/evidence/coach_confirmed/", told | {"sealed": "on", "whole": "1"}, follow=True
    )

    for address in ("evidence/need_explicit/", f"stances/{Person.objects.get().pk}/", "influence/"):
        page = client.get(f"/opportunities/{tower.pk}/{address}").text
        form = page[page.index('class="fact-form"') : page.index("</form>", page.index('class="fact-form"'))]

        assert "the quiet one" not in form
        assert re.search(r'value="Zhou, at lunch"[^>]* checked', form)

    assert Evidence.objects.get(source="the quiet one").sealed


def test_it_counts_the_same_for_whoever_reads_it(tower, specialist, other):
    mine, theirs = (queries.cases(user, [tower.pk], timezone.localdate()).rows[0] for user in (specialist, other))

    assert [fact.answer for fact in mine.facts] == [fact.answer for fact in theirs.facts]
    assert [fact.said.grade for fact in mine.facts] == [fact.said.grade for fact in theirs.facts]


def test_everybody_reads_the_same_verdict_even_where_one_source_spoke_openly_too(tower, lin, specialist, other):
    actions.record_evidence(
        actor=by(lin), opportunity=tower.pk, criterion="funds_enough", answer=Answer.YES, grade=Grade.FIRST_HAND,
        learned_on=timezone.localdate(), source=SECRETS[0],
    )  # fmt: skip

    seen = [dossier(user, queries.deal(user, tower.pk), timezone.localdate()).judgement for user in (specialist, other)]

    assert seen[0].chance == seen[1].chance
    assert seen[0].holdings == seen[1].holdings


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NO])
def test_the_figures_add_up_for_everybody_and_do_not_tell_who_spoke_under_seal(
    client, tower, lin, specialist, other, answer
):
    actions.record_evidence(
        actor=by(lin), opportunity=tower.pk, criterion="funds_enough", answer=answer, grade=Grade.SECOND_HAND,
        learned_on=timezone.localdate(), source=SECRETS[0],
    )  # fmt: skip
    client.force_login(other)
    same = explained(client, tower)
    for reader in (specialist, other):
        deal = queries.deal(reader, tower.pk)
        assert explained_odds(reader, deal) == believed_odds(reader, deal)

    Evidence.objects.exclude(sealed=True).update(source="Li by phone")

    assert explained(client, tower) == same.replace(SECRETS[0], "Li by phone")
    assert "Li by phone" in explained(client, tower)


def explained(client, tower):
    """What the pages say of a criterion that somebody spoke about openly, and of what follows."""
    start = f"/opportunities/{tower.pk}/"
    addresses = ("", "evidence/funds_enough/", "explain/criterion/funds_enough/", "explain/gate/1/", "explain/chance/")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", "".join(client.get(start + a).text for a in addresses))


def explained_odds(reader, deal):
    """What its prior and all that is said to count add up to."""
    shown = dossier(reader, deal, timezone.localdate())
    table = explain(shown, "criterion", "funds_enough").tables[0]
    prior = next(one.prior for one in shown.known.setting.criteria if one.code == "funds_enough")
    return log_odds(prior) + sum(float(line.cells[-1].text.replace(MINUS, "-")) for line in table.lines)


def believed_odds(reader, deal):
    holdings = dossier(reader, deal, timezone.localdate()).judgement.holdings
    return pytest.approx(log_odds(next(one.belief for one in holdings if one.code == "funds_enough")), abs=0.02)


def log_odds(chance):
    return math.log(chance / (1 - chance))


def test_two_sealed_sources_stay_two(tower, specialist, other):
    for source in ("Zhou", "Mei over tea"):
        actions.record_evidence(
            actor=by(specialist), opportunity=tower.pk, criterion="funds_enough", answer=Answer.NO,
            learned_on=timezone.localdate(), grade=Grade.FIRST_HAND, source=source, sealed=True,
        )  # fmt: skip

    seen = queries.book(other, [tower.pk], timezone.localdate()).evidence

    assert [row.source for row in seen] == ["confirmed source", "confirmed source 2", "confirmed source"]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_covered_fact_that_comes_back_by_import_changes_nothing(tower, other, language, tmp_path):
    from django.utils.translation import override

    with override(language):
        write(readable_book(other), tmp_path / "out.json", "json", "en")
    content = (tmp_path / "out.json").read_bytes()

    number = exchange.start_import(actor=by(other), content=content, name="out.json", language="en")

    assert Import.objects.get(pk=number).state == "done", Import.objects.get(pk=number).problems
    assert Evidence.objects.get().source == SECRETS[0]
