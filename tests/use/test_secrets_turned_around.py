"""What somebody may not read is exchanged between opportunities, and no page of his changes by one letter.

Neither an order, nor a count, nor a way to ask tells him anything: all addresses are walked before and after.
"""

import re

import pytest
from django.db.models import Case, F, Value, When
from django.test import Client
from walking import asked, deals, everything_in

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry, User
from harehawk.apps.access.policy import FIELDS
from harehawk.apps.exchange.readable import Reader
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.method.actions import Wanted
from harehawk.apps.opportunities.listed import list_again
from harehawk.apps.opportunities.models import Attachment, Judgement, Opportunity, Share
from harehawk.apps.opportunities.previewing import ask_for_preview
from harehawk.apps.opportunities.queries import customers, people
from harehawk.apps.rows.tables import field_of, tables
from harehawk.book.sheets import SHEET
from harehawk.engine.gates.judgement import Verdict
from harehawk.web.pages.wishes import SORTS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FAR = 10**6  # numbers that no row has
RATE = Wanted(sheet="company", seen_version=1, cells={"rate_win": 0.2})
FOR_THIS_REPLY = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": ?"\w+"|nonce="[^"]+"')
SORTED = {"opportunities": SORTS, "customers": customers.SORTS, "people": people.SORTS}
LISTS = [
    *(f"/{where}/?sort={down}{by}" for where, several in SORTED.items() for by in several for down in ("", "-")),
    *(f"/{where}/?q={word}" for where in SORTED for word in ("a", "water", "Zhou")),
    *(f"/people/?which={which}" for which in people.Which),
    *(f"/opportunities/?verdict={verdict}&gate={gate}" for verdict in Verdict for gate in (1, 2, 3, 4)),
    "/opportunities/?closed=yes&sort=-amount",
    "/opportunities/?"
    + "&".join(f"show={name}" for name in (*SORTS, "verdict", "failing_gate", "question", "decision")),
]


@pytest.fixture
def sample(chen, static_files, kept_password):
    """The sample, with a change of the method that was tried out."""
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")
    User.objects.exclude(pk=chen.pk).update(password=kept_password)
    ask_for_preview(actor=Actor(user=chen, door=Door.PAGE), wanted=RATE)


@pytest.fixture(params=["lin-xiaolan", "shen-yi", "su-qing", "mei-ruolan", "operations", "viewer", "guest"])
def reader(request, sample, person):
    if "-" in request.param:
        return User.objects.get(email=f"{request.param}@yingye.example")
    user = person("Qian", *([] if request.param == "guest" else [request.param]))
    if request.param == "guest":
        Share.objects.create(opportunity=deals()[0], user=user)
    return user


def test_secrets_that_change_places_change_no_page_of_who_may_not_read_them(reader):
    director = User.objects.get(email="guan-zhiheng@yingye.example")
    addresses = [*dict.fromkeys([*asked(deals()), *LISTS])]
    before, known = seen(reader, addresses), seen(director, ["/opportunities/"])

    Turned(reader).all()

    after = seen(reader, addresses)
    assert [address for address in addresses if before[address] != after[address]] == []
    assert seen(director, ["/opportunities/"]) != known, "or nothing was turned around"


def seen(user, addresses):
    """All that he gets to see, but for what is made anew for every reply."""
    browser = Client(raise_request_exception=False)
    browser.force_login(user)
    replies = {address: browser.get(address) for address in addresses}
    return {address: (one.status_code, FOR_THIS_REPLY.sub("", everything_in(one))) for address, one in replies.items()}


class Turned:
    """All that a reader may not read, moved on by one: of each opportunity, customer and person to the next."""

    def __init__(self, user):
        self.reader = reader = Reader(user)
        self.outside = {
            sheet: [pk for pk in tables()[sheet].objects.order_by("pk").values_list("pk", flat=True) if pk not in his]
            for sheet, his in (
                ("opportunities", reader.opportunities),
                ("customers", reader.customers),
                ("people", reader.people),
            )
        }

    def all(self):
        for key, model in [*tables().items(), ("attachment", Attachment), ("judgements", Judgement)]:
            if not self.reader.others.reads(f"{key}.opportunity"):
                about = "opportunity" if key != "relationships" else "person"
                self.move(self.movable(key, model), about, "opportunities" if about == "opportunity" else "people")
                self.move(Entry.objects.filter(table=model._meta.label_lower), "opportunity", "opportunities")
        for name in FIELDS:
            sheet, _, column = name.partition(".")
            if not self.reader.others.reads(name):
                self.exchange(sheet, field_of(next(one for one in SHEET[sheet].columns if one.key == column)))
        list_again(Opportunity.objects.all())

    def movable(self, key, model):
        """What closing a gap costs stays where it is for who reads what an opportunity is worth: that is a part."""
        rows = model.objects.all()
        return rows.filter(closing_cost=None) if key == "needs" and self.reader.others.reads("worth") else rows

    def move(self, rows, about, sheet):
        """Rows to the next thing; by way of numbers that no thing has, for two may not be at one place."""
        here, field = self.outside[sheet], rows.model._meta.get_field(about).attname
        rows.filter(**{f"{field}__in": here}).update(**{field: F(field) + FAR})
        way = zip(here, here[1:] + here[:1], strict=True)
        onward = [When(**{field: one + FAR}, then=Value(to)) for one, to in way]
        rows.filter(**{f"{field}__gt": FAR}).update(**{field: Case(*onward)})

    def exchange(self, sheet, field):
        """A value of a row to the next row, and so in what the log kept of it."""
        model = tables()[sheet]
        about = "pk" if sheet in self.outside else "opportunity"
        rows = list(
            model.objects.filter(**{f"{about}__in": self.outside.get(sheet, self.outside["opportunities"])}).order_by(
                "pk"
            )
        )
        values = [getattr(row, field) for row in rows]
        for row, value in zip(rows, values[1:] + values[:1], strict=True):
            model.objects.filter(pk=row.pk).update(**{field: value})
        kept = list(
            Entry.objects.filter(table=model._meta.label_lower, row__in=[row.pk for row in rows]).order_by("pk")
        )
        logged = [entry.after.get(field) if entry.after else None for entry in kept]
        for entry, value in zip(kept, logged[1:] + logged[:1], strict=True):
            if entry.after and field in entry.after:
                Entry.objects.filter(pk=entry.pk).update(after=entry.after | {field: value})
