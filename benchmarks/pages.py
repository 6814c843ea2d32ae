# ruff: noqa: E402  Django must be told first where its data are
"""How long a company's data take to come in, be listed and be judged: python benchmarks/pages.py [TIMES]

Builds 2,000 customers, 6,000 people and 10,000 opportunities, TIMES as many (1), in a database of its own: brings
them in as a book while somebody else writes, then asks for the list as the director of all and as an account
manager, by every order, and judges single opportunities. Prints rows a second, the longest wait of the other
writer, and for each read the median, the 95th percentile and the number of statements. Then a server serves them:
requests a second of list, opportunity and customer page to one client and to four, and the memory of its processes.

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
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from itertools import batched
from pathlib import Path

import django
from bounds import Figures

Path(os.environ["HAREHAWK_HOME"], "harehawk.sqlite3").touch()  # opened, never made, by the settings
django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Batch, Team, User
from harehawk.apps.customers.models import Colleague
from harehawk.apps.exchange.plan import plan
from harehawk.apps.exchange.store import hold_writers, ready, reserve, unwatched
from harehawk.apps.opportunities.judging import judge_again
from harehawk.apps.opportunities.models import Judgement, Opportunity
from harehawk.apps.opportunities.queries import Wish, cases, deal, listing
from harehawk.book.sheets import (
    SHEETS,
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
from harehawk.engine.gates.judge import judge
from harehawk.engine.organisation.group import Role

CUSTOMERS, PEOPLE, OPPORTUNITIES, SELLERS = 2_000, 6_000, 10_000, 50
REALLY = 200  # judged, not made up
ASKED = 20  # times each read
TODAY = timezone.localdate()
ROWS_A_SECOND, LONGEST_WAIT, LIST_MS, PAGE_MS, STATEMENTS = 2_000, 1.0, 150.0, 100.0, 15
OPERATOR = Actor(user=None, door=Door.COMMAND)


def company(times: int) -> Book:
    """A made-up company, the same on every run."""
    chosen = random.Random(1)
    classes = ("strategic", "key", "growth", "standard")
    criteria = ("need_explicit", "funds_enough", "project_approved", "shortlisted", "top_access", "coach_confirmed")
    customers = [f"C{n}" for n in range(CUSTOMERS * times)]
    deals = [f"D{n}" for n in range(OPPORTUNITIES * times)]
    at = {deal: chosen.randrange(len(customers)) for deal in deals}
    return Book(
        colleagues=tuple(ColleagueRow(id=f"S{n}", name=f"Seller {n}", team="Sales") for n in range(SELLERS)),
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


def bring_in(book: Book) -> tuple[float, float]:
    """Store it while somebody writes; rows a second, and the longest that he waited."""
    waits: list[float] = []
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            began = time.monotonic()
            with transaction.atomic():
                Team.objects.create(name=f"Team {len(waits)}")
            waits.append(time.monotonic() - began)
            over.wait(0.02)
        connections.close_all()

    writer = threading.Thread(target=write)
    writer.start()
    began = time.monotonic()
    batch = Batch.objects.create(kind=Batch.Kind.IMPORT, title="company")
    prepared = ready(plan(book, reserve, lambda *_: None), OPERATOR)
    with prepared.staged(batch) as laid_out, unwatched(), transaction.atomic():
        hold_writers()
        laid_out.move()
    took = time.monotonic() - began
    over.set()
    writer.join()
    rows = sum(len(book.rows(sheet.key)) for sheet in SHEETS)
    return rows / took, max(waits)


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


def timed(ask: Callable[[], object]) -> tuple[float, float, int]:
    """Median and 95th percentile in ms, and statements, once warm."""
    ask()
    with CaptureQueriesContext(connection) as asked:
        ask()
    took = []
    for _ in range(ASKED):
        began = time.perf_counter()
        ask()
        took.append(1000 * (time.perf_counter() - began))
    return statistics.median(took), sorted(took)[int(ASKED * 0.95)], len(asked)


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


def session_of(user: User) -> str:
    """What the browser of somebody signed in holds."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def rate(address: str, session: str, clients: int) -> float:
    """Requests a second, when so many clients ask one after the other."""
    asked = urllib.request.Request(address, headers={"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}"})

    def ask(_: int) -> None:
        with urllib.request.urlopen(asked) as reply:
            reply.read()

    ask(0)
    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(ask, range(ASKED * clients)))
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
    figures = Figures()
    rows_a_second, wait = bring_in(company(times))
    figures.show("import, rows/s", rows_a_second, least=ROWS_A_SECOND)
    figures.show("longest wait of another writer meanwhile, s", wait, most=LONGEST_WAIT)
    judged()
    team = Team.objects.create(name="Sales")
    director = User.objects.create(email="wang@example.com", name="Wang", roles=["director"], team=team)
    seller = User.objects.create(email="lin@example.com", name="Lin", roles=["account_manager"], team=team)
    Colleague.objects.filter(key="S7").update(user=seller)
    number = Opportunity.objects.filter(owner__key="S7").values_list("pk", flat=True)[3]
    wishes = [
        *(Wish(sort=sort) for sort in ("expected_value", "chance", "name", "customer", "amount")),
        Wish(page=3), Wish(page=100), Wish(verdict="pursue"), Wish(text="777"),
    ]  # fmt: skip
    for user in (director, seller):
        for wish in wishes:
            said = ", ".join(f"{name} {value}" for name, value in vars(wish).items() if value != getattr(Wish(), name))
            _show(
                figures, f"list of {user.name}: {said or 'as it opens'}", lambda u=user, w=wish: listing(u, w), LIST_MS
            )
    _show(figures, "one opportunity", lambda: deal(seller, number), PAGE_MS)
    _show(figures, "one opportunity, judged", lambda: judge(cases(seller, [number], TODAY)), PAGE_MS)
    customer = Opportunity.objects.get(pk=number).customer_id
    session = session_of(seller)
    connections.close_all()
    with server() as (address, process):
        for path in ("opportunities/", f"opportunities/{number}/", f"customers/{customer}/"):
            for clients in (1, 4):
                figures.show(f"/{path}: requests/s to {clients} clients", rate(f"{address}/{path}", session, clients))
        figures.show("memory of the server, MB", memory(process))
    figures.leave()


def _show(figures: Figures, name: str, ask: Callable[[], object], most: float) -> None:
    median, slow, statements = timed(ask)
    figures.show(f"{name}: p50 {median:.1f} ms, p95, ms", slow, most=most)
    figures.show(f"{name}: statements", statements, most=STATEMENTS)


if __name__ == "__main__":
    main()
