"""Mei asks that what is personal about her be erased: it goes everywhere, and what was learnt from her stays."""

import json
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.access.people_problems import PeopleNotYours
from harehawk.apps.customers.actions import add_person, change_person
from harehawk.apps.customers.erasing import erase_person
from harehawk.apps.customers.models import Colleague, Customer, Person
from harehawk.apps.customers.problems import PersonNotFound
from harehawk.apps.exchange.actions import start_import
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.problems import BookUnderWay
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.files import Upload
from harehawk.apps.opportunities.models import Evidence, Judgement, Opportunity, Stance
from harehawk.book.sheets.choices import Attitude
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer

pytestmark = pytest.mark.django_db
SECRETS = ("周卫国", "138-0000", "退休", "怕出错", "孩子")
MORE = (*SECRETS, "周卫东", "139-1111", "zhou@rail.example")


@pytest.fixture
def tower(lin):
    seat = Colleague.objects.create(key="Lin", name="Lin", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat)
    return Opportunity.objects.get(pk=actions.add_opportunity(actor=by(lin), name="Tower", customer=rail.pk))


@pytest.fixture
def zhou(lin, tower):
    """The decider, whom facts name, and 周卫国强, who only begins like him."""
    number = add_person(actor=by(lin), name="周卫国", customer=tower.customer_id, contact="138-0000", rank=1)
    add_person(actor=by(lin), name="周卫国强", customer=tower.customer_id)
    change_person(actor=by(lin), person=number, seen_version=1, wants_for_self="退休前做成一件事", fears="怕出错")
    change_person(actor=by(lin), person=number, seen_version=2, how_to_meet="送孩子上学之后")
    actions.add_row(actor=by(lin), opportunity=tower.pk, sheet="members", person=number, roles=["decider"])
    today = timezone.localdate()
    for source in ("当面：周卫国", "当面：周卫国强"):
        actions.record_evidence(
            actor=by(lin), opportunity=tower.pk, criterion="funds_enough", answer=Answer.YES, grade=Grade.FIRST_HAND,
            source=source, learned_on=today,
        )  # fmt: skip
    actions.record_stance(
        actor=by(lin), opportunity=tower.pk, person=number, attitude=Attitude.SUPPORT, grade=Grade.FIRST_HAND,
        source="周卫国", learned_on=today,
    )  # fmt: skip
    return Person.objects.get(pk=number)


def by(user):
    return Actor(user=user, door=Door.PAGE)


def everything():
    """All that is stored, as text."""
    rows = [list(model._default_manager.values_list()) for model in apps.get_models()]
    return json.dumps(rows, default=str, ensure_ascii=False).replace("周卫国强", "")


def test_what_is_personal_goes_from_every_table_and_from_the_log(chen, zhou):
    assert all(secret in everything() for secret in SECRETS)

    erase_person(actor=by(chen), person=zhou.pk)

    assert [secret for secret in SECRETS if secret in everything()] == []


@pytest.mark.django_db(transaction=True)
def test_nothing_of_it_is_left_in_books_that_wait_in_forms_half_sent_or_in_the_file(client, chen, lin, tower, zhou):
    change_person(actor=by(lin), person=zhou.pk, seen_version=3, name="周卫东", contact="139-1111, zhou@rail.example")
    actions.record_evidence(
        actor=by(lin), opportunity=tower.pk, criterion="funds_enough", answer=Answer.NO, grade=Grade.RECORD,
        source="mail of zhou@rail.example", learned_on=timezone.localdate(),
        file=Upload(name="周卫东.png", content=b"\x89PNG\r\n\x1a\n"),
    )  # fmt: skip
    waiting = bring(
        chen, colleagues=[{"name": "He"}], people=[{"id": zhou.key, "name": "周卫东", "contact": "139-1111"}]
    )
    wrong = bring(chen, evidence=[{"opportunity": "Tower", "criterion": "周卫东", "answer": "yes"}])
    client.post("/people/add/", {"name": "周卫东", "contact": "139-1111"})
    assert [secret for secret in MORE if secret not in in_the_file()] == []

    client.force_login(chen)
    client.post(f"/people/{zhou.pk}/erase/")

    assert [secret for secret in MORE if secret in everything() + in_the_file()] == []
    assert (Import.objects.get(pk=waiting).state, Import.objects.get(pk=wrong).state) == ("failed", "problems")
    assert "Somebody in it was erased" in Import.objects.get(pk=waiting).failure


def bring(user, **sheets):
    return start_import(actor=by(user), content=json.dumps(sheets).encode(), name="周卫东.json", language="en")


def in_the_file():
    """All that is on the disk, with what is packed unpacked."""
    if connection.vendor != "sqlite":
        return everything()
    file = Path(connection.settings_dict["NAME"])
    found = b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*")).decode("utf-8", "replace")
    sessions = [row.get_decoded() for row in Session.objects.all()]
    found = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), found) + repr(sessions)
    return found.replace("周卫国强", "")


def test_while_a_book_is_brought_in_nobody_is_erased(chen, zhou):
    number = bring(chen, colleagues=[{"name": "He"}])
    Import.objects.filter(pk=number).update(state=Import.State.STORING)

    with pytest.raises(BookUnderWay):
        erase_person(actor=by(chen), person=zhou.pk)

    assert all(secret in everything() for secret in SECRETS)


def test_what_was_learnt_stays_and_says_it_of_a_pseudonym(chen, tower, zhou):
    before = Judgement.objects.get(opportunity=tower, latest=True)

    erase_person(actor=by(chen), person=zhou.pk)

    after, name = Judgement.objects.get(opportunity=tower, latest=True), f"Person #{zhou.pk}"
    assert Person.objects.get(pk=zhou.pk).name == name
    assert Person.objects.get(pk=zhou.pk).rank == 1
    assert list(Evidence.objects.order_by("pk").values_list("source", flat=True)) == [
        f"当面：{name}",
        "当面：周卫国强",
    ]
    assert Stance.objects.get().person_id == zhou.pk
    assert after.chance == pytest.approx(before.chance)


def test_it_is_noted_and_no_undo_brings_it_back(chen, lin, zhou):
    erase_person(actor=by(chen), person=zhou.pk)

    for entry in Entry.objects.filter(table="customers.person", row=zhou.pk, act="change").order_by("-pk"):
        actions.undo_entry(actor=by(lin), entry=entry.pk)

    assert Entry.objects.filter(act="note", what="erased", row=zhou.pk, actor=chen).exists()
    assert [secret for secret in SECRETS if secret in everything()] == []


def test_only_administrators_erase_and_for_others_there_is_no_such_page(client, chen, lin, zhou, static_files):
    with pytest.raises(PeopleNotYours):
        erase_person(actor=by(lin), person=zhou.pk)
    with pytest.raises(PersonNotFound):
        erase_person(actor=by(chen), person=987654)

    client.force_login(lin)
    theirs = client.get(f"/people/{zhou.pk}/erase/")
    client.force_login(chen)
    page = client.get(f"/people/{zhou.pk}/erase/")
    done = client.post(f"/people/{zhou.pk}/erase/", follow=True)

    assert theirs.status_code == 404
    assert "This cannot be undone" in page.text
    assert "What was personal is erased" in done.text
    assert f"Person #{zhou.pk}" in done.text
