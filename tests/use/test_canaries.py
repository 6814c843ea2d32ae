"""A canary sits in every confidential text: it sings only for those who may hear it, whichever door they try.

All addresses are walked, so that a new page is in by itself.
"""

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone
from retelling import retold
from walking import asked, deals, everything_in

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Secrecy, secrecy
from harehawk.apps.customers.models import Customer, Person
from harehawk.apps.exchange import sample as exchange_sample
from harehawk.apps.exchange.readable import Reader
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.opportunities.actions import record_evidence
from harehawk.apps.opportunities.files import Upload
from harehawk.apps.opportunities.models import Opportunity, Share
from harehawk.apps.opportunities.sealed import HIDDEN
from harehawk.apps.rows.reach import owner_ways, reached
from harehawk.book.sample import sample
from harehawk.book.sheets import SHEET
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer

pytestmark = pytest.mark.django_db
CANARY = re.compile(r"zq\d+qz")
PEOPLE = ("guan-zhiheng", "zhou-yan", "lin-xiaolan", "shen-yi", "su-qing", "mei-ruolan")
"""The director of all, the one of a team, an account manager, a specialist, finance, and somebody who only looks."""


@dataclass(frozen=True)
class Place:
    """Where a canary sits: a column of a row, and what that is about, by key."""

    sheet: str
    column: str
    opportunity: str | None
    customer: str | None
    person: str | None
    sealed: bool = False


@dataclass
class Aviary:
    """All canaries, by what they sing."""

    places: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    songs: dict[tuple[Any, str], str] = field(default_factory=dict)

    def say(self, sheet, column, row, text):
        """The canary of a text; the same within what it is about, as a name must be."""
        if secrecy(f"{sheet.key}.{column.key}") == Secrecy.OPEN:
            return text
        of = {name: getattr(row, name, None) for name in ("opportunity", "customer", "person")}
        for name, itself in (("opportunity", "opportunities"), ("customer", "customers"), ("person", "people")):
            if sheet.key == itself:
                of[name] = row.id
        sealed = column.key in HIDDEN.get(sheet.key, ()) and bool(row.sealed)
        about = of["opportunity"] or of["customer"] or of["person"]
        song = self.songs.setdefault((about, text), f"zq{len(self.songs)}qz")
        self.places[song].append(Place(sheet.key, column.key, **of, sealed=sealed))
        return song


class Ear:
    """Who may hear which canary, told from the rows and the policy."""

    def __init__(self, user):
        self.user = user
        self.reader = Reader(user)
        self.opportunities = dict(Opportunity.objects.visible_to(user).values_list("key", "pk"))
        self.customers = dict(Customer.objects.visible_to(user).values_list("key", "pk"))
        owned = Opportunity.objects.filter(reached(Opportunity, owner_ways(user)))
        self.owned = set(owned.values_list("key", flat=True))
        self.customer_of = dict(Person.objects.values_list("key", "customer__key"))
        near = Person.objects.filter(memberships__opportunity__in=self.reader.opportunities)
        self.near = set(near.values_list("key", flat=True))  # who decides where one is inside

    def hears(self, place):
        if place.sealed and place.opportunity not in self.owned:
            return False
        if place.opportunity:
            cells = {"opportunity": self.opportunities.get(place.opportunity)}
        else:
            cells = {"customer": self.customers.get(place.customer or self.customer_of[place.person])}
        if place.person in self.near:
            return True
        if None in cells.values():
            return False
        return self.reader.reach(SHEET["evidence"], 0, cells).reads(f"{place.sheet}.{place.column}")


@pytest.fixture
def aviary(chen, monkeypatch, static_files, kept_password):
    """The sample with canaries, one of them the name of a file."""
    aviary = Aviary()
    monkeypatch.setattr(exchange_sample, "sample", lambda language, today: retold(sample(language, today), aviary.say))
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")
    User.objects.exclude(pk=chen.pk).update(password=kept_password)  # as those of a company have one
    deal = deals()[0]
    aviary.places["zq99999qz"] = [Place("attachment", "name", deal.key, None, None)]
    record_evidence(
        actor=Actor(user=deal.owner.user, door=Door.PAGE), opportunity=deal.pk, criterion="funds_enough",
        answer=Answer.YES, grade=Grade.RECORD, learned_on=timezone.localdate(),
        file=Upload(name="zq99999qz.pdf", content=b"%PDF-1.7"),
    )  # fmt: skip
    return aviary


@pytest.fixture(params=[*PEOPLE, "operations", "administrator", "guest", "guest of yesterday"])
def listener(request, aviary, person):
    """Somebody of the sample, or from outside of it, perhaps with one opportunity shared with him."""
    if request.param in PEOPLE:
        return User.objects.get(email=f"{request.param}@yingye.example")
    user = person("Qian", *([] if "guest" in request.param else [request.param]))
    if "guest" in request.param:
        until = timezone.localdate() - dt.timedelta(days=1) if "yesterday" in request.param else None
        Share.objects.create(opportunity=deals()[0], user=user, until=until)
    return user


@pytest.mark.slow
def test_no_canary_sings_for_who_may_not_hear_it(aviary, listener):
    browser, ear = Client(raise_request_exception=False), Ear(listener)
    browser.force_login(listener)
    may = {song for song, places in aviary.places.items() if any(map(ear.hears, places))}
    must = {song for song in may if not any(place.person for place in aviary.places[song])}  # comes along in the export
    heard: dict[str, str] = {}

    for address in asked(deals()):
        reply = browser.get(address)
        assert reply.status_code < 500, address
        said = unescape(everything_in(reply)).replace(address, "").replace(quote(address, safe=""), "")
        heard |= dict.fromkeys(CANARY.findall(said), address)

    wrong = {(heard[song], aviary.places[song][0]) for song in heard.keys() - may}
    assert not wrong
    assert not must - heard.keys(), "what one may hear is heard, or this proves nothing"
