# ruff: noqa: E402  Django must be told first where its data are
"""How fast pages of what is kept are: python benchmarks/pages.py [TIMES]

Stores 2,000 customers, 6,000 people and 10,000 opportunities, TIMES as many (1), judged, in a database of its own.
Then a server shows its pages, whole, to the director of all, a director of half, an account manager and sales
operations: for list, opportunity and customer page the median, the 95th percentile and the number of statements;
requests a second of each to one client and to four; and the memory of the server's processes.

On another database: HAREHAWK_DATABASE_URL=$(an empty PostgreSQL) python benchmarks/pages.py
"""

import os
import sys
import tempfile

os.environ["HAREHAWK_HOME"] = tempfile.mkdtemp(prefix="harehawk-benchmark-")
os.environ["DJANGO_SETTINGS_MODULE"] = "harehawk.config.settings"

import datetime as dt
import random
import socket
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.cookies import SimpleCookie
from itertools import batched, product
from pathlib import Path

import django
from bounds import Figures

Path(os.environ["HAREHAWK_HOME"], "harehawk.sqlite3").touch()  # opened, never made, by the settings
django.setup()

from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Batch, Team, User
from harehawk.apps.customers.models import Colleague
from harehawk.apps.exchange.plan import plan
from harehawk.apps.exchange.store import hold_writers, ready, reserve, unwatched
from harehawk.apps.opportunities.judging import judge_again
from harehawk.apps.opportunities.listed import list_again
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.book.sheets import (
    Book,
    ColleagueRow,
    CustomerRow,
    EvidenceRow,
    MemberRow,
    OpportunityRow,
    PersonRow,
    RivalRow,
)
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.organisation.group import Role

CUSTOMERS, PEOPLE, OPPORTUNITIES, SELLERS = 2_000, 6_000, 10_000, 50
REALLY = 200  # judged, not made up
ASKED = 40  # times each page
TODAY = timezone.localdate()
LIST_MS, LIST_STATEMENTS, PAGE_MS, PAGE_STATEMENTS = 150.0, 15, 100.0, 25
OPERATOR = Actor(user=None, door=Door.COMMAND)
TEAMS = ("East", "West")
WISHES = (
    "", "?sort=chance", "?sort=name", "?sort=customer", "?page=100", "?page=500", "?verdict=pursue", "?gate=2",
    "?customer_class=key", "?q=777", "?q=deal", "?closed=1",
)  # fmt: skip


def company(times: int) -> Book:
    """A made-up company, the same on every run."""
    chosen = random.Random(1)
    classes = ("strategic", "key", "growth", "standard")
    criteria = ("need_explicit", "funds_enough", "project_approved", "shortlisted", "top_access", "coach_confirmed")
    customers = [f"C{n}" for n in range(CUSTOMERS * times)]
    deals = [f"D{n}" for n in range(OPPORTUNITIES * times)]
    at = {deal: chosen.randrange(len(customers)) for deal in deals}
    return Book(
        colleagues=tuple(ColleagueRow(id=f"S{n}", name=f"Seller {n}", team=TEAMS[n % 2]) for n in range(SELLERS)),
        customers=tuple(
            CustomerRow(id=one, name=f"Customer {n}", customer_class=chosen.choice(classes), owner=f"S{n % SELLERS}")
            for n, one in enumerate(customers)
        ),
        people=tuple(
            PersonRow(id=f"P{n}", name=f"Person {n}", customer=customers[n % len(customers)], rank=1 + n % 5)
            for n in range(PEOPLE * times)
        ),
        opportunities=tuple(
            OpportunityRow(
                id=deal, name=f"Deal {n}", customer=customers[at[deal]], owner=f"S{at[deal] % SELLERS}",
                amount=float(chosen.randrange(200_000, 20_000_000, 10_000)),
                found_on=TODAY - dt.timedelta(days=n % 300),
            )
            for n, deal in enumerate(deals)
        ),
        members=tuple(
            MemberRow(opportunity=deal, person=f"P{at[deal]}", roles=(chosen.choice(list(Role)),)) for deal in deals
        ),
        evidence=tuple(
            EvidenceRow(
                opportunity=deal, criterion=criterion, answer=chosen.choice((Answer.YES, Answer.NO)),
                grade=Grade.FIRST_HAND, source="a meeting", learned_on=TODAY - dt.timedelta(days=chosen.randrange(200)),
            )
            for deal in deals
            for criterion in chosen.sample(criteria, 3)
        ),
        rivals=tuple(RivalRow(opportunity=deal, rival=f"Rival {n % 40}") for n, deal in enumerate(deals)),
    )  # fmt: skip


def bring_in(book: Book) -> None:
    """Store it, as an import does."""
    batch = Batch.objects.create(kind=Batch.Kind.IMPORT, title="company")
    prepared = ready(plan(book, reserve, lambda *_: None), OPERATOR)
    with prepared.staged(batch) as laid_out, unwatched(), transaction.atomic():
        hold_writers()
        laid_out.move()


def judged() -> None:
    """Judge some, and give the others judgements like theirs."""
    numbers = list(Opportunity.objects.order_by("pk").values_list("pk", flat=True))
    judge_again(numbers[:REALLY])
    alike = list(Judgement.objects.order_by("pk"))
    names = [field.attname for field in Judgement._meta.concrete_fields if not field.primary_key]
    for some in batched(enumerate(numbers[REALLY:]), 5_000):
        rows = []
        for place, number in some:
            row = Judgement(**{name: getattr(alike[place % len(alike)], name) for name in names})
            row.opportunity_id, row.expected_value = number, row.expected_value * (1 + place / len(numbers))
            rows.append(row)
        Judgement.objects.bulk_create(rows, batch_size=500)
    list_again(Opportunity.objects.all())


def readers() -> list[User]:
    """The director of all, of half, an account manager, and sales operations."""
    top = Team.objects.create(name="Sales")
    halves = [Team.objects.create(name=name, parent=top) for name in TEAMS]
    people = (("Wang", "director", top), ("Chen", "director", halves[1]), ("Lin", "account_manager", halves[1]),
              ("Guan", "operations", top))  # fmt: skip
    found = [
        User.objects.create(email=f"{name.lower()}@example.com", name=name, roles=[role], team=team)
        for name, role, team in people
    ]
    Colleague.objects.filter(key="S7").update(user=found[2])
    return found


@contextmanager
def server() -> Iterator[tuple[str, int]]:
    """A server on these data meanwhile: its address and process."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    ours = os.environ | {"HAREHAWK_PORT": str(port), "LANGUAGE": "en"}
    command = [sys.executable, "-m", "harehawk.cli"]
    with subprocess.Popen(command, env=ours, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        process.stdout.readline()
        yield f"http://127.0.0.1:{port}", process.pid
        process.terminate()


class Browser:
    """Somebody signed in."""

    def __init__(self, user: User, address: str) -> None:
        self.name = f"{user.name} ({user.roles[0]})"
        self.inside = Client(headers={"host": address.removeprefix("http://")})
        self.inside.force_login(user)
        self.address, self.cookies = address, SimpleCookie(self.inside.cookies).output(attrs=[], header="", sep=";")

    def statements(self, path: str) -> int:
        """How many a page takes, once warm."""
        self.inside.get(path)
        with CaptureQueriesContext(connection) as asked:
            self.inside.get(path)
            return len(asked)

    def took(self, path: str) -> float:
        """Milliseconds until the server has sent a page."""
        began = time.perf_counter()
        with urllib.request.urlopen(
            urllib.request.Request(self.address + path, headers={"Cookie": self.cookies})
        ) as it:
            it.read()
        return 1000 * (time.perf_counter() - began)

    def rate(self, path: str, clients: int) -> float:
        """Requests a second, when so many clients ask one after the other."""
        began = time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(self.took, [path] * ASKED * clients))
        return ASKED * clients / (time.perf_counter() - began)


def memory(process: int) -> float:
    """MB of a process and those it started."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20 + sum(memory(int(child)) for child in children)


def main() -> None:
    """Build, ask, print."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("createcachetable", verbosity=0)
    bring_in(company(times))
    judged()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as every database does sooner or later
    people = readers()
    deal = Opportunity.objects.filter(owner__key="S7")[3]
    figures = Figures()
    with server() as (address, process):
        browsers = [Browser(user, address) for user in people]
        for browser, wish in product(browsers, WISHES):
            _show(figures, browser, f"/opportunities/{wish}", LIST_MS, LIST_STATEMENTS)
        for browser in browsers:
            for path in (f"/opportunities/{deal.pk}/", f"/customers/{deal.customer_id}/"):
                _show(figures, browser, path, PAGE_MS, PAGE_STATEMENTS)
        for path in ("/opportunities/", f"/opportunities/{deal.pk}/", f"/customers/{deal.customer_id}/"):
            for clients in (1, 4):
                figures.show(f"{path}: requests/s to {clients} clients", browsers[2].rate(path, clients))
        figures.show("memory of the server, MB", memory(process))
    connections.close_all()
    figures.leave()


def _show(figures: Figures, browser: Browser, path: str, most_ms: float, most_statements: int) -> None:
    name = f"{browser.name} {path}"
    figures.show(f"{name}: statements", browser.statements(path), most=most_statements)
    took = sorted(browser.took(path) for _ in range(ASKED))
    figures.show(f"{name}: p50 {statistics.median(took):.1f}, p95 ms", took[int(ASKED * 0.95)], most=most_ms)


if __name__ == "__main__":
    main()
