"""Two web processes and two workers on one PostgreSQL keep the promises that one of each keeps on SQLite."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import psycopg
import pytest

COMMAND = (sys.executable, "-m", "harehawk.cli")
SECRET = "one secret for all processes, as the operator of several sets it"
EMAIL, PASSWORD = "chen@example.com", "a hare in the long grass"
CLIENTS, TIMES = 8, 10
PATIENCE = 120  # seconds

pytestmark = pytest.mark.slow


@pytest.fixture
def database(postgresql):
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.address = postgresql
        yield connection


@pytest.fixture
def processes(tmp_path, postgresql):
    """Two servers, started in the same moment, and two workers: what each is told."""
    variables = {"HAREHAWK_DATABASE_URL": postgresql, "HAREHAWK_SECRET_KEY": SECRET}
    for name in ("web1", "web2", "worker1", "worker2"):
        (tmp_path / name).mkdir()
    return tmp_path, variables


@pytest.fixture
def servers(serve, processes):
    folder, variables = processes
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda name: serve(folder / name, **variables), ("web1", "web2")))


@pytest.fixture
def workers(servers, processes):
    folder, variables = processes
    with ExitStack() as running:
        started = []
        for name in ("worker1", "worker2"):
            log = running.enter_context((folder / name / "log").open("w"))
            ours = os.environ | {"HAREHAWK_HOME": str(folder / name), "LANGUAGE": "en"} | variables
            process = subprocess.Popen([*COMMAND, "worker"], env=ours, stdout=subprocess.PIPE, stderr=log)
            started.append(running.enter_context(process))
            running.callback(process.kill)
        for worker in started:
            assert worker.stdout.readline()
        yield started


@pytest.fixture
def chen(servers, browse):
    """The first administrator, who came in by the link that was made last."""
    browser = browse(servers)
    assert any(browser.join(one.link).status == 200 for one in servers)
    return browser


def until(happened):
    began = time.monotonic()
    while not (found := happened()):
        assert time.monotonic() - began < PATIENCE
        time.sleep(0.1)
    return found


def one(database, question, *values):
    return database.execute(question, values).fetchone()[0]


def test_whoever_signed_in_at_one_is_signed_in_at_the_other_and_signed_out_at_both(chen):
    assert "/sign-in/" not in chen.see("/account/", 0).at
    assert "/sign-in/" not in chen.see("/account/", 1).at

    chen.see("/account/", 1).send("/sign-out/", 1)

    assert "/sign-in/" in chen.see("/account/", 0).at


def test_wrong_passwords_are_counted_over_both(chen, servers, browse):
    thief = browse(servers)
    for guess in range(5):
        thief.sign_in(EMAIL, f"guess {guess}", guess % 2)

    for at in (0, 1):
        assert "Too many wrong tries" in thief.sign_in(EMAIL, PASSWORD, at).text, "the right password no longer lets in"


def test_of_what_eight_people_read_and_write_over_both_none_is_lost(chen, servers, database, browse):
    chen.see("/users/").send("/teams/add/", **{"team-name": "0"})
    number = one(database, "SELECT id FROM access_team")

    browsers = [browse(servers) for _ in range(CLIENTS)]
    for who, browser in enumerate(browsers):  # one by one: so many tries at once look like somebody who guesses
        browser.sign_in(EMAIL, PASSWORD, who % 2)

    def add(who):
        browser = browsers[who]
        refused = 0
        for turn in range(TIMES):
            while True:
                browser.see(f"/teams/{number}/", turn % 2)
                count, _, _ = browser.value("name").partition(" ")
                wish = {"name": f"{int(count) + 1} by {who}", "version": browser.value("version")}
                done = browser.send(f"/teams/{number}/", (turn + 1) % 2, **wish)
                if done.status == 200:
                    break
                assert done.status == 422
                assert "Nothing was saved" in done.text
                refused += 1
        return refused

    with ThreadPoolExecutor(CLIENTS) as pool:
        refused = list(pool.map(add, range(CLIENTS)))

    assert one(database, "SELECT name FROM access_team").startswith(f"{CLIENTS * TIMES} by ")
    assert one(database, "SELECT version FROM access_team") == 1 + CLIENTS * TIMES
    assert sum(refused), "they were in each other's way"


def test_two_people_who_save_the_same_thing_see_the_difference(chen, servers, database, browse):
    chen.see("/users/").send("/teams/add/", **{"team-name": "North"})
    number = one(database, "SELECT id FROM access_team")
    wang = browse(servers)
    wang.sign_in(EMAIL, PASSWORD, 1)
    chen.see(f"/teams/{number}/", 0)
    version = wang.see(f"/teams/{number}/", 1).value("version")

    chen.send(f"/teams/{number}/", 0, name="North and east", version=version)
    wang.send(f"/teams/{number}/", 1, name="Northern", version=version)

    assert wang.status == 422
    assert "yours “Northern”, now “North and east”" in wang.text
    assert one(database, "SELECT name FROM access_team") == "North and east"


def test_the_night_is_one_however_many_work(workers, database):
    def nights(status):
        return one(
            database,
            "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%%nightly' AND status = %s",
            status,
        )

    assert nights("READY") == 1

    database.execute("UPDATE django_tasks_database_dbtaskresult SET run_after = now() WHERE task_path LIKE '%nightly'")
    until(lambda: nights("SUCCESSFUL"))

    assert (nights("READY"), nights("SUCCESSFUL")) == (1, 1)
    assert one(database, "SELECT count(*) FROM opportunities_rejudging WHERE why = 'night'") == 1


@pytest.fixture
def large_book():
    """Enough to be in the middle of."""
    names = [f"Deal {number}" for number in range(2000)]
    book = {
        "customers": [{"name": "Yangtze Rail"}],
        "colleagues": [{"name": "Lin"}],
        "opportunities": [{"name": name, "customer": "Yangtze Rail", "owner": "Lin"} for name in names],
        "needs": [{"opportunity": name, "need": "seats"} for name in names],
    }
    return json.dumps(book).encode()


def test_an_import_whose_worker_is_killed_is_done_once_by_the_other(chen, workers, database, large_book):
    chen.see("/import/").upload("/import/", "book.json", large_book)
    way = urllib.parse.urlsplit(chen.at).path

    chen.send(f"{way}confirm/", 1)
    begun = until(lambda: at_work(database))
    killed = next(one for one in workers if f"-{one.pid}-" in begun)
    killed.send_signal(signal.SIGKILL)

    assert deals(database) in {0, 2000}
    until(lambda: state(database) == "done")
    assert deals(database) == 2000
    assert one(database, "SELECT count(*) FROM access_batch") == 1


def at_work(database):
    """Which worker stores a book."""
    found = database.execute(
        "SELECT worker_ids ->> -1 FROM django_tasks_database_dbtaskresult"
        " WHERE task_path LIKE '%exchange.tasks.store' AND status = 'RUNNING'"
    ).fetchone()
    return found and found[0]


def deals(database):
    return one(database, "SELECT count(*) FROM opportunities_opportunity")


def state(database):
    return one(database, "SELECT state FROM exchange_import")
