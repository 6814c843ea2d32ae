"""The disk is full, another program holds the data, a connection is cut: it is said, and what was typed is kept."""

import errno
import re
import socket
import sqlite3
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import OperationalError, connection
from django.test import Client
from django_tasks_db.models import DBTaskResult

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.exchange.actions import confirm_import, start_import
from harehawk.apps.exchange.models import Import
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.models import Judgement, Need
from harehawk.cli import main
from harehawk.config import worker

PASSWORD = "a hare in the long grass"
TYPED = {"need": "Seats for <b>800</b>", "fit": "own"}


@pytest.fixture
def tower(transactional_db, lin):
    seat = Colleague.objects.create(key="Lin", name="Lin", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat)
    return actions.add_opportunity(actor=Actor(user=lin, door=Door.PAGE), name="Tower", customer=rail.pk)


@pytest.fixture
def browser(static_files, lin):
    """Lin's, who sees what the server says instead of its exception."""
    browser = Client(raise_request_exception=False)
    browser.force_login(lin)
    return browser


@pytest.fixture
def held_by_another():
    """Another program holds the data; here one waits for a moment only."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        there = {name.lower(): connection.settings_dict[name] for name in ("HOST", "PORT", "USER")}
        other = psycopg.connect(dbname=connection.settings_dict["NAME"], **there)
        other.execute(f"LOCK TABLE {Entry._meta.db_table} IN EXCLUSIVE MODE")
    else:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 100")
        other = sqlite3.connect(connection.settings_dict["TEST"]["NAME"])
        other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()
    connection.close()


def address(page):
    """Where the form of what was not taken in goes."""
    return re.search(r'<form method="post" action="([^"]+)" class="ask-form">', page.text)[1]


def kept(page):
    """What a page holds for the form that was sent."""
    written = re.findall(r'name="(\w+)" rows="1">([^<]*)</textarea>', page.text)
    chosen = re.findall(r'<select id="unsent-\d+" name="(\w+)">.*?value="(\w+)" selected>', page.text)
    return {name: unescape(value) for name, value in [*written, *chosen]}


@pytest.fixture
def full_disk(tower):
    """No page more than the database has."""
    if connection.vendor == "postgresql":
        pytest.skip("its disk is not ours to fill")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # pages that other stories left free are room, too
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    yield
    connection.close()


def test_while_another_program_holds_the_data_it_says_so_and_what_was_typed_can_be_sent_again(
    browser, tower, held_by_another
):
    before = Entry.objects.count()

    page = browser.post(f"/opportunities/{tower}/rows/needs/", TYPED)

    assert page.status_code == 503
    assert "The database is busy" in page.text
    held_by_another.rollback()
    assert (Entry.objects.count(), Need.objects.count()) == (before, 0)
    browser.post(address(page), kept(page))
    assert Need.objects.get().need == TYPED["need"]


def test_a_full_disk_is_named_nothing_is_half_written_and_what_was_typed_is_kept(browser, tower, full_disk):
    before = (Entry.objects.count(), Judgement.objects.count())
    long = TYPED | {"source": "a long letter " * 300}

    page = browser.post(f"/opportunities/{tower}/rows/needs/", long)

    assert page.status_code == 503
    assert "The disk is full" in page.text
    assert kept(page)["source"].split() == long["source"].split()
    assert (Entry.objects.count(), Judgement.objects.count(), Need.objects.count()) == (*before, 0)
    assert browser.get(f"/opportunities/{tower}/").status_code == 200, "it can still be read"


def test_a_form_sent_after_the_session_ended_is_kept_until_its_writer_is_back(client, browser, tower, lin):
    reply = client.post(f"/opportunities/{tower}/rows/needs/", TYPED)

    page = client.post(reply.url, {"login": lin.email, "password": PASSWORD, "next": "/account/unsent/"}, follow=True)

    assert not Need.objects.exists()
    client.post(address(page), kept(page))
    assert Need.objects.get().need == TYPED["need"]


def test_a_form_older_than_the_last_sign_in_comes_back_to_be_sent_again_if_it_was_ours(static_files, tower, lin):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(lin)
    way = f"/opportunities/{tower}/rows/needs/"

    ours = browser.post(way, TYPED, headers={"Origin": "http://testserver"})
    theirs = browser.post(way, TYPED, headers={"Origin": "http://elsewhere.example"})

    assert (ours.status_code, theirs.status_code) == (403, 403)
    assert kept(theirs) == {}
    secret = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', ours.text)[1]
    browser.post(address(ours), kept(ours) | {"csrfmiddlewaretoken": secret})
    assert Need.objects.get().need == TYPED["need"]


def test_a_full_disk_is_said_by_a_command_and_leaves_no_half_of_a_file(tmp_path, monkeypatch, capsys):
    def full(file, content):
        file.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)

    assert main(["template", "--out", str(tmp_path / "book.xlsx")]) == 2
    assert "The disk is full" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_work_in_the_background_goes_on_once_there_is_room_again(transactional_db, person, monkeypatch):
    qian = Actor(user=person("Qian", "operations"), door=Door.PAGE)
    number = start_import(
        actor=qian, name="tower.csv", language="en",
        content=b"customer,opportunity,owner\nYangtze Rail,Tower,Lin\n",
    )  # fmt: skip
    confirm_import(actor=qian, number=number)
    tries, claim = [], DBTaskResult.claim

    def full_at_first(task, hand):
        claim(task, hand)
        tries.append(task)
        if len(tries) == 1:
            raise OperationalError("database or disk is full")

    monkeypatch.setattr(DBTaskResult, "claim", full_at_first)
    monkeypatch.setattr(worker, "TAKES_UP_EVERY", 0)
    hand = worker.make_worker()
    hand.batch = True  # it ends when nothing waits
    worker.go_on(hand)

    assert Import.objects.get().state == "done"


def test_a_file_of_which_only_half_arrived_is_not_taken_for_a_whole_one(serve, browse, tmp_path):
    served = serve(tmp_path)
    chen, there = browse([served]), urlsplit(served.address)
    chen.join(served.link).see("/import/")
    kind, body = chen.parcel("deals.csv", b"name,customer\n" + b"Tower,Yangtze Rail\n" * 1000)
    cookies = "; ".join(f"{one.name}={one.value}" for one in chen.jar)
    head = (
        f"POST /import/ HTTP/1.1\r\nHost: {there.netloc}\r\nCookie: {cookies}\r\nConnection: close\r\n"
        f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()

    with socket.create_connection((there.hostname, there.port)) as cut:
        cut.sendall(head + body[: len(body) // 2])
    with socket.create_connection((there.hostname, there.port)) as whole:
        whole.sendall(head + body)
        answer = whole.makefile("rb").readline()

    assert answer.split()[1] == b"303"
    assert chen.see("/import/").text.count("deals.csv") == 1
    assert "Traceback" not in served.log.read_text()
