"""The power goes in the middle of an import: afterwards all of the book is there, or nothing of it."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

COMMAND = (sys.executable, "-m", "harehawk.cli")
KILLS = 20
DEALS = 300


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    file = tmp_path_factory.mktemp("book") / "book.json"
    names = [f"Deal {number}" for number in range(DEALS)]
    file.write_text(
        json.dumps(
            {
                "customers": [{"name": "Yangtze Rail"}],
                "colleagues": [{"name": "Lin"}],
                "opportunities": [{"name": name, "customer": "Yangtze Rail", "owner": "Lin"} for name in names],
                "needs": [{"opportunity": name, "need": "seats"} for name in names],
            }
        )
    )
    return file


def run(home, *words):
    ours = {"HAREHAWK_HOME": str(home)}
    return subprocess.Popen(
        [*COMMAND, *words], env=os.environ | ours, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def counts(home):
    opened = sqlite3.connect(home / "harehawk.sqlite3")
    tables = ("opportunities_opportunity", "opportunities_need", "access_entry")
    found = [opened.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables]
    whole = opened.execute("PRAGMA integrity_check").fetchone()[0]
    opened.close()
    return found, whole


@pytest.mark.slow
def test_killed_at_any_moment_the_database_is_whole_and_nothing_is_half_there(tmp_path, blank, book):
    home = blank(tmp_path)  # making tables would count as importing
    began = time.monotonic()
    assert run(home, "import", str(book), "--look").wait() == 0
    lasts = time.monotonic() - began
    seen = set()

    for kill in range(KILLS):
        process = run(home, "import", str(book))
        time.sleep(lasts * (kill + 1) / KILLS * 1.5)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found, whole = counts(home)
        seen.add(tuple(found))
        assert whole == "ok"

    assert seen <= {(0, 0, 0), (DEALS, DEALS, 2 * DEALS + 2)}
    assert run(home, "import", str(book)).wait() == 0
    assert counts(home) == ([DEALS, DEALS, 2 * DEALS + 2], "ok")
