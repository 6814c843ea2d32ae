"""The operator keeps a copy of all data, also while somebody writes, and puts it back after a disaster."""

import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing

import pytest

COMMAND = (sys.executable, "-m", "harehawk.cli")
DEAL = (
    '{"customers": [{"name": "Yangtze Rail"}], "colleagues": [{"name": "Lin"}],'
    ' "opportunities": [{"name": "Tower", "customer": "Yangtze Rail", "owner": "Lin"}]}'
)


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(blank, tmp_path_factory):
    """An installation of its own, with an import in it."""
    home = blank(tmp_path_factory.mktemp("home"))
    file = home / "deal.json"
    file.write_text(DEAL)
    assert run(home, "import", file).returncode == 0
    return home


@pytest.fixture(scope="module")
def saved(home):
    """Its backup."""
    out = home / "monday.backup"
    assert "read back and whole" in run(home, "backup", "--out", out).stdout
    return out


def run(home, *words):
    ours = {"HAREHAWK_HOME": str(home), "LANGUAGE": "en"}
    return subprocess.run(
        [*COMMAND, *map(str, words)], env=os.environ | ours, capture_output=True, text=True, check=False
    )


def kept(home):
    """What stands in its database."""
    with closing(sqlite3.connect(home / "harehawk.sqlite3")) as opened:
        return list(opened.iterdump())


def test_what_a_backup_holds_is_put_back_and_what_was_there_is_kept(home, saved):
    before = kept(home)
    run(home, "import", "--undo", "1")
    assert kept(home) != before

    seen = run(home, "restore", saved)

    assert kept(home) == before
    assert "What was here before is kept in" in seen.stdout
    assert list(home.glob("harehawk.sqlite3.before-*"))


def test_a_damaged_backup_is_refused_and_nothing_changes(home, saved, tmp_path):
    before, half = kept(home), tmp_path / "half.backup"
    half.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])

    seen = run(home, "restore", half)

    assert seen.returncode == 2
    assert "is not a whole backup" in seen.stderr
    assert kept(home) == before


def test_a_backup_with_one_changed_byte_is_refused(home, saved, tmp_path):
    other = tmp_path / "other.backup"
    with zipfile.ZipFile(saved) as packed, zipfile.ZipFile(other, "w") as changed:
        for name in packed.namelist():
            data = packed.read(name)
            changed.writestr(name, data.replace(b"Tower", b"Power") if name.endswith("sqlite3") else data)

    assert "is not a whole backup" in run(home, "restore", other).stderr


def test_while_the_server_runs_a_backup_is_made_but_none_restored(home, saved, serve, tmp_path):
    serve(home)

    made, refused = run(home, "backup", "--out", tmp_path / "tuesday.backup"), run(home, "restore", saved)

    assert made.returncode == 0, made.stderr
    assert refused.returncode == 2
    assert "already runs at" in refused.stderr


def test_a_file_that_is_no_backup_and_one_that_is_not_there_are_told_apart(home, tmp_path):
    letter, before = tmp_path / "letter.txt", kept(home)
    letter.write_text("Dear all,")

    other, none = run(home, "restore", letter), run(home, "restore", tmp_path / "tuesday.backup")

    assert (other.returncode, none.returncode) == (2, 2)
    assert "is not a whole backup: it is another kind of file" in other.stderr
    assert "There is no file" in none.stderr
    assert kept(home) == before
