"""Every address there is, as everybody: what is not yours looks like what does not exist, and nothing is written.

A new page has to be put where it belongs here, or the first tests fail.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from harehawk.apps.access import people
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Batch, Entry, Invitation, Team, User
from harehawk.apps.access.roles import Role
from harehawk.apps.customers.models import Colleague, Customer, Invoice, Person, Post
from harehawk.apps.exchange.models import Import
from harehawk.apps.method.actions import Wanted
from harehawk.apps.opportunities.actions import add_opportunity, add_row, record_evidence
from harehawk.apps.opportunities.files import Upload
from harehawk.apps.opportunities.models import Attachment, Opportunity
from harehawk.apps.opportunities.previewing import ask_for_preview
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer

PUBLIC = {
    "healthz",
    "sign-in/",
    "sign-in/passkey/",
    "sign-in/second-factor/",
    "sign-out/",
    "deactivated/",
    "join/",
    "join/<slug:token>/",
    "password/forgotten/",
    "password/forgotten/sent/",
    "password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
    "password/changed/",
    "language/",
    "theme/",
}
ADMINISTRATOR = {Role.ADMINISTRATOR}
SEE_ALL = {Role.OPERATIONS, Role.FINANCE}  # every opportunity, but of what is confidential only their part
SET_THE_METHOD = {Role.ADMINISTRATOR, Role.OPERATIONS}
NOBODY: set[Role] = set()
EVERYBODY = set(Role)
MISSING = {"number": 987654, "pk": 987654, "token": "gone", "code": "gone"}

# addresses of one thing: the thing in the world below, and whose it is
OBJECTS: dict[str, tuple[Callable[["World"], dict[str, Any]], set[Role]]] = {
    "users/<int:number>/": (lambda world: {"number": world.lin.pk}, ADMINISTRATOR),
    "users/<int:number>/colleague/": (lambda world: {"number": world.lin.pk}, ADMINISTRATOR),
    "users/<int:number>/active/": (lambda world: {"number": world.lin.pk}, ADMINISTRATOR),
    "users/<int:number>/link/": (lambda world: {"number": world.lin.pk}, ADMINISTRATOR),
    "users/invitations/<int:number>/end/": (lambda world: {"number": world.invitation.pk}, ADMINISTRATOR),
    "teams/<int:number>/": (lambda world: {"number": world.north.pk}, ADMINISTRATOR),
    "teams/<int:number>/remove/": (lambda world: {"number": world.north.pk}, ADMINISTRATOR),
    "account/sessions/<int:number>/end/": (lambda world: {"number": world.session}, NOBODY),
    "account/second-factor/keys/<int:pk>/": (lambda world: {"pk": world.key}, NOBODY),
    "account/second-factor/keys/<int:pk>/remove/": (lambda world: {"pk": world.key}, NOBODY),
    "look-around/<int:number>/": (lambda world: {"number": world.lin.pk}, NOBODY),
    "opportunities/<int:number>/": (lambda world: {"number": world.tower}, SEE_ALL),
    "opportunities/<int:number>/classes/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/turning/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/history/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/history/compare/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/explain/<slug:what>/": (
        lambda world: {"number": world.tower, "what": "chance"},
        NOBODY,
    ),
    "opportunities/<int:number>/explain/<slug:what>/<token:about>/": (
        lambda world: {"number": world.tower, "what": "gate", "about": "1"},
        NOBODY,
    ),
    "opportunities/<int:number>/fields/": (lambda world: {"number": world.tower}, {Role.OPERATIONS}),
    "opportunities/<int:number>/rows/<slug:sheet>/": (lambda world: {"number": world.tower, "sheet": "needs"}, NOBODY),
    "opportunities/<int:number>/rows/<slug:sheet>/<int:row>/": (
        lambda world: {"number": world.tower, "sheet": "needs", "row": world.need},
        NOBODY,
    ),
    "opportunities/<int:number>/rows/<slug:sheet>/<int:row>/remove/": (
        lambda world: {"number": world.tower, "sheet": "needs", "row": world.need},
        NOBODY,
    ),
    "opportunities/<int:number>/evidence/<token:criterion>/": (
        lambda world: {"number": world.tower, "criterion": "funds_enough"},
        NOBODY,
    ),
    "opportunities/<int:number>/stances/<int:person>/": (
        lambda world: {"number": world.tower, "person": world.mei},
        NOBODY,
    ),
    "opportunities/<int:number>/factors/<token:rival>/<slug:factor>/": (
        lambda world: {"number": world.tower, "rival": "Haiyue", "factor": "price"},
        NOBODY,
    ),
    "opportunities/<int:number>/influence/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/decision/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/outcome/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/team/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/team/add/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/team/<int:member>/remove/": (
        lambda world: {"number": world.tower, "member": 1},
        NOBODY,
    ),
    "opportunities/<int:number>/share/": (lambda world: {"number": world.tower}, NOBODY),
    "opportunities/<int:number>/share/<int:shared>/end/": (
        lambda world: {"number": world.tower, "shared": 1},
        NOBODY,
    ),
    "people/<int:number>/erase/": (lambda world: {"number": world.mei}, ADMINISTRATOR),
    "customers/<int:number>/": (lambda world: {"number": world.rail}, SEE_ALL),
    "customers/<int:number>/change/": (lambda world: {"number": world.rail}, {Role.OPERATIONS}),
    "customers/<int:number>/people/add/": (lambda world: {"number": world.rail}, {Role.OPERATIONS}),
    "customers/<int:number>/posts/add/": (lambda world: {"number": world.rail}, {Role.OPERATIONS}),
    "customers/<int:number>/posts/<int:post>/": (
        lambda world: {"number": world.rail, "post": Post.objects.get().pk},
        {Role.OPERATIONS},
    ),
    "customers/<int:number>/posts/<int:post>/remove/": (
        lambda world: {"number": world.rail, "post": Post.objects.get().pk},
        {Role.OPERATIONS},
    ),
    "customers/<int:number>/invoices/add/": (lambda world: {"number": world.rail}, {Role.OPERATIONS}),
    "customers/<int:number>/invoices/<int:invoice>/": (
        lambda world: {"number": world.rail, "invoice": Invoice.objects.get().pk},
        {Role.OPERATIONS},
    ),
    "customers/<int:number>/invoices/<int:invoice>/remove/": (
        lambda world: {"number": world.rail, "invoice": Invoice.objects.get().pk},
        {Role.OPERATIONS},
    ),
    "people/<int:number>/": (lambda world: {"number": world.mei}, SEE_ALL),
    "people/<int:number>/change/": (lambda world: {"number": world.mei}, {Role.OPERATIONS}),
    "people/<int:number>/remove/": (lambda world: {"number": world.mei}, {Role.OPERATIONS}),
    "people/<int:number>/move/": (lambda world: {"number": world.mei}, {Role.OPERATIONS}),
    "people/<int:number>/relationships/add/": (lambda world: {"number": world.mei}, NOBODY),
    "files/<int:number>/": (lambda world: {"number": world.file}, NOBODY),
    "undo/<int:number>/": (
        lambda world: {"number": Entry.objects.filter(opportunity=world.tower).latest("pk").pk},
        NOBODY,
    ),
    "method/classes/<token:code>/": (lambda _: {"code": "key"}, SET_THE_METHOD),
    "method/criteria/<token:code>/": (lambda _: {"code": "qualified"}, SET_THE_METHOD),
    "method/criteria/<token:code>/for/<token:customer_class>/": (
        lambda _: {"code": "qualified", "customer_class": "key"},
        SET_THE_METHOD,
    ),
    "method/previews/<int:number>/": (lambda world: {"number": world.tried}, {*SET_THE_METHOD, Role.DIRECTOR}),
    "method/previews/<int:number>/confirm/": (lambda world: {"number": world.tried}, SET_THE_METHOD),
    "method/previews/<int:number>/stop/": (lambda world: {"number": world.tried}, SET_THE_METHOD),
    "method/versions/<int:number>/undo/": (lambda _: {"number": 1}, SET_THE_METHOD),
    "import/<int:number>/": (lambda world: {"number": world.brought}, SET_THE_METHOD),
    "import/<int:number>/problems.csv": (lambda world: {"number": world.brought}, NOBODY),
    "import/<int:number>/confirm/": (lambda world: {"number": world.brought}, SET_THE_METHOD),
    "import/<int:number>/cancel/": (lambda world: {"number": world.brought}, SET_THE_METHOD),
    "import/<int:number>/undo/": (lambda world: {"number": world.brought}, SET_THE_METHOD),
}
# the same for everybody, or of the visit's own workbook: there is nothing in them that could be somebody else's
FREE = {
    "export/book.<slug:kind>": {"kind": "json"},
    "download/template-<slug:language>.xlsx": {"language": "en"},
    "download/short-template-<slug:language>.xlsx": {"language": "en"},
    "download/sample-<slug:language>.xlsx": {"language": "en"},
    "workbook/<token:number>/": {"number": "D-1"},
    "workbook/<token:number>/classes/": {"number": "D-1"},
    "workbook/<token:number>/explain/<slug:what>/": {"number": "D-1", "what": "chance"},
    "workbook/<token:number>/explain/<slug:what>/<token:about>/": {
        "number": "D-1",
        "what": "chance",
        "about": "x",
    },
}


@dataclass
class World:
    """One of everything, none of it of those who walk."""

    lin: User
    north: Team
    invitation: Invitation
    session: int
    key: int
    rail: int
    tower: int
    need: int
    brought: int
    mei: int
    file: int
    tried: int


@pytest.fixture
def world(lin, north, chen, static_files) -> World:
    """Lin's world."""
    from allauth.mfa.models import Authenticator
    from allauth.usersessions.models import UserSession

    people.invite(actor=Actor(user=chen, door=Door.PAGE), email="sun@example.com", name="Sun", roles=[], team=None)
    session = UserSession.objects.create(user=lin, ip="127.0.0.1", session_key="lins", user_agent="Firefox/1")
    key = Authenticator.objects.create(user=lin, type="webauthn", data={"name": "Lin's key", "credential": {}})
    seat = Colleague.objects.create(key="Lin", name="Lin", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat)
    tower = add_opportunity(actor=Actor(user=lin, door=Door.PAGE), name="Tower", customer=rail.pk)
    need = add_row(actor=Actor(user=lin, door=Door.PAGE), opportunity=tower, sheet="needs", need="Height", fit="own")
    brought = Import.objects.create(name="tower.xlsx", language="en", asked_by=lin, state="staged")
    mei, file = learnt(lin, tower)
    floor = Wanted(sheet="classes", code="key", cells={"margin_floor": 0.1})
    tried = ask_for_preview(actor=Actor(user=chen, door=Door.PAGE), wanted=floor)
    Post.objects.create(key="Head", title="Head", customer=rail)
    Invoice.objects.create(number="F-1", customer=rail, issued_on="2026-01-01", due_on="2026-02-01")
    invited = Invitation.objects.get()
    return World(lin, north, invited, session.pk, key.pk, rail.pk, tower, need, brought.pk, mei, file, tried)


def learnt(lin: User, tower: int) -> tuple[int, int]:
    """Somebody in the buying group of Lin's tower, and a file of what is known about it."""
    by, today = Actor(user=lin, door=Door.PAGE), timezone.localdate()
    mei = Person.objects.create(key="Mei", name="Mei", customer=Opportunity.objects.get(pk=tower).customer)
    add_row(actor=by, opportunity=tower, sheet="members", person=mei.pk)
    add_row(actor=by, opportunity=tower, sheet="rivals", rival="Haiyue")
    record_evidence(
        actor=by, opportunity=tower, criterion="funds_enough", answer=Answer.YES, grade=Grade.RECORD, learned_on=today,
        file=Upload(name="budget.pdf", content=b"%PDF-1.7"),
    )  # fmt: skip
    return mei.pk, Attachment.objects.get().pk


@pytest.fixture(params=["nobody", *Role.values])
def walker(request, person) -> tuple[Client, Role | None]:
    """Somebody in no team with one role, or nobody."""
    browser = Client()
    if request.param == "nobody":
        return browser, None
    browser.force_login(person("Walker", request.param))
    return browser, Role(request.param)


def addresses(patterns: list[Any] | None = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """All there are, each with the way it is written."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        way = before + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, way)
        else:
            yield way, pattern


def digest() -> str:
    """Of everything that is stored, but for the sessions of the browsers themselves."""
    total = hashlib.sha256()
    for model in apps.get_models():
        if model._meta.label_lower not in {"sessions.session", "usersessions.usersession"}:
            total.update(repr(list(model._default_manager.order_by("pk").values_list())).encode())
    return total.hexdigest()


def looks(reply: Any, address: str) -> tuple[int, str]:
    """What somebody sees: without the secrets of forms, and without the number he typed himself."""
    text = reply.content.decode("utf-8", "replace").replace(address, "HERE").replace(quote(address, safe=""), "HERE")
    return reply.status_code, re.sub(r'value="[A-Za-z0-9]{64}"|#\d+', "", text)


def test_every_address_is_known_here():
    ways = {way for way, _ in addresses()}

    with_numbers = {way for way in ways if "<" in way}
    assert with_numbers == {*OBJECTS, *FREE, *(way for way in PUBLIC if "<" in way)}
    assert ways >= PUBLIC


def test_only_the_public_pages_answer_whoever_is_not_signed_in(world):
    before, browser = digest(), Client()

    for way, pattern in addresses():
        if way in PUBLIC:
            continue
        given = FREE.get(way) or (OBJECTS[way][0](world) if way in OBJECTS else {})
        for ask, redirect in ((browser.get, 302), (browser.post, 303)):
            reply = ask(reverse(pattern.name or "", kwargs=given))
            assert reply.status_code == redirect, way
            assert reply.url.startswith("/sign-in/?next="), way

    assert digest() == before


def test_what_is_not_yours_looks_like_what_does_not_exist_and_nothing_is_written(walker, world):
    browser, role = walker
    names = {way: pattern.name for way, pattern in addresses()}
    before = digest()

    for way, (thing, whose) in OBJECTS.items():
        foreign = reverse(names[way], kwargs=thing(world))
        missing = reverse(names[way], kwargs={key: MISSING.get(key, one) for key, one in thing(world).items()})
        if role in whose:
            assert browser.get(foreign).status_code in {200, 302}, way
            assert browser.get(missing).status_code in {302, 404}, way
            continue
        for ask in (browser.get, browser.post):
            seen, none = ask(foreign), ask(missing)
            assert looks(seen, foreign) == looks(none, missing), way
            assert seen.status_code in {302, 303, 404, 405}, way

    assert digest() == before


def test_no_page_breaks_whoever_asks_for_it(walker, world):
    browser, _ = walker
    browser.raise_request_exception = False

    for way, pattern in addresses():
        if way in OBJECTS or way == "sign-out/" or (way in PUBLIC and "<" in way):
            continue
        reply = browser.get(reverse(pattern.name or "", kwargs=FREE.get(way, {})) if pattern.name else f"/{way}")
        assert reply.status_code < 500, way


def test_users_and_teams_do_not_exist_but_for_administrators(walker, world):
    browser, role = walker
    for way in ("users/", "users/invite/", "users/link/", "teams/add/"):
        for ask in (browser.get, browser.post):
            reply = ask(f"/{way}")
            if role is None:
                assert reply.status_code in {302, 303}
            elif role == Role.ADMINISTRATOR:
                assert reply.status_code in {200, 302, 303, 405, 422}
            else:
                assert reply.status_code in {404, 405} or reply.url in {"/", "/users/"}
                assert "Lin" not in reply.text


def test_only_people_of_the_sample_can_be_looked_around_as_and_their_account_stays_theirs(client, lin, chen):
    sample = Batch.objects.create(kind=Batch.Kind.SAMPLE)
    guest = User.objects.create(email="guest@example.com", name="Guest", batch=sample, password="!")
    client.force_login(lin)

    client.post(f"/look-around/{guest.pk}/")
    around = client.get("/look-around/")
    own = client.get("/account/")
    changing = client.get("/account/password/")
    client.post("/look-around/end/")

    assert "You look around as Guest." in around.text
    assert (own.status_code, changing.status_code) == (403, 403)
    assert "You look around as Guest, one of the sample" in own.text
    assert 'action="/look-around/end/"' in own.text
    assert client.session["_auth_user_id"] == str(lin.pk)


def test_where_others_can_reach_the_server_nobody_looks_around_as_anybody(client, lin, settings):
    from dataclasses import replace

    settings.HERE = replace(settings.HERE, host="0.0.0.0")
    sample = Batch.objects.create(kind=Batch.Kind.SAMPLE)
    guest = User.objects.create(email="guest@example.com", name="Guest", batch=sample, password="!")
    client.force_login(lin)

    assert client.get("/look-around/").status_code == 404
    assert client.post(f"/look-around/{guest.pk}/").status_code == 404
    assert client.session["_auth_user_id"] == str(lin.pk)
