"""A backup of a PostgreSQL is of one moment, however much is written meanwhile, and what it holds is put back whole."""

import json
import os
import subprocess
import sys
import zipfile
from contextlib import contextmanager
from itertools import count
from threading import Event, Thread

import psycopg
import pytest

COMMAND = (sys.executable, "-m", "harehawk.cli")

pytestmark = pytest.mark.slow


@pytest.fixture
def harehawk(tmp_path, postgresql):
    """Runs a command on the database of this test."""
    ours = {"HAREHAWK_HOME": str(tmp_path), "HAREHAWK_DATABASE_URL": postgresql, "LANGUAGE": "en"}

    def run(*words):
        done = subprocess.run(
            [*COMMAND, *map(str, words)], env=os.environ | ours, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def filled(tmp_path, postgresql, harehawk):
    """The address of a database with the sample in it."""
    harehawk("sample", "--out", tmp_path / "sample.json")
    harehawk("import", tmp_path / "sample.json")
    return postgresql


@contextmanager
def writing(address):
    """Somebody who all the time writes one number into two tables, and a row into a third, each time at once."""
    end, began = Event(), Event()

    def write():
        with psycopg.connect(address, autocommit=True) as connection:
            for number in count(1):
                with connection.transaction():
                    connection.execute("UPDATE access_batch SET title = %s", [str(number)])
                    connection.execute("INSERT INTO django_session VALUES (%s, '', now())", [str(number)])
                    connection.execute("UPDATE customers_customer SET note = %s", [str(number)])
                began.set()
                if end.is_set():
                    return

    writer = Thread(target=write)
    writer.start()
    began.wait()
    yield
    end.set()
    writer.join()


def numbers(address):
    """What was written last, by each table."""
    with psycopg.connect(address) as connection:
        (batches,) = connection.execute("SELECT DISTINCT title::int FROM access_batch").fetchall()
        (customers,) = connection.execute("SELECT DISTINCT note::int FROM customers_customer").fetchall()
        rows = connection.execute("SELECT count(*)::int FROM django_session").fetchone()
    return {*batches, *customers, *rows}


def lines(address, table):
    with psycopg.connect(address) as connection, connection.cursor().copy(f'COPY "{table}" TO STDOUT') as rows:
        return sorted(b"".join(bytes(row) for row in rows).splitlines())


def test_it_is_of_one_moment_while_others_write_and_is_put_back_row_by_row(tmp_path, filled, harehawk):
    out = tmp_path / "monday.backup"
    with writing(filled):
        assert "read back and whole" in harehawk("backup", "--out", out)
    (last,) = numbers(filled)

    harehawk("restore", out)

    (then,) = numbers(filled)
    assert 0 < then < last, "others wrote while it was made"
    with zipfile.ZipFile(out) as packed:
        tables = [name.removesuffix(".copy") for name in packed.namelist() if name.endswith(".copy")]
        kept = {table: sorted(packed.read(f"{table}.copy").splitlines()) for table in tables}
    assert len(kept["opportunities_evidence"]) > 0
    assert [table for table in tables if lines(filled, table) != kept[table]] == []


def test_what_is_entered_after_it_gets_numbers_that_no_row_has(tmp_path, harehawk):
    for name in ("Yangtze Rail", "Other Rail"):
        (tmp_path / f"{name}.json").write_text(f'{{"customers": [{{"name": "{name}"}}]}}')
    harehawk("import", tmp_path / "Yangtze Rail.json")
    harehawk("backup", "--out", tmp_path / "monday.backup")
    harehawk("import", "--undo", "1")

    harehawk("restore", tmp_path / "monday.backup")
    harehawk("import", tmp_path / "Other Rail.json")

    harehawk("export", "--out", tmp_path / "after.json")
    customers = json.loads((tmp_path / "after.json").read_text())["customers"]
    assert [one["name"] for one in customers] == ["Yangtze Rail", "Other Rail"]
