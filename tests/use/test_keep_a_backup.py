"""The operator keeps a copy of all data, also while somebody writes, and puts it back after a disaster."""

import os
import subprocess
import sys
import zipfile

import pytest

COMMAND = (sys.executable, "-m", "harehawk.cli")
DEAL = (
    '{"customers": [{"name": "Yangtze Rail"}], "colleagues": [{"name": "Lin"}],'
    ' "opportunities": [{"name": "Tower", "customer": "Yangtze Rail", "owner": "Lin"}]}'
)


@pytest.fixture
def harehawk(tmp_path):
    """Runs a command of an installation of its own."""
    home = tmp_path / "home"

    def run(*words):
        ours = {"HAREHAWK_HOME": str(home), "LANGUAGE": "en"}
        return subprocess.run(
            [*COMMAND, *map(str, words)], env=os.environ | ours, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture
def deal(tmp_path, harehawk):
    file = tmp_path / "deal.json"
    file.write_text(DEAL)
    assert harehawk("import", file).returncode == 0
    return file


def test_what_a_backup_holds_is_put_back_and_what_was_there_is_kept(tmp_path, harehawk, deal):
    out = tmp_path / "monday.backup"
    said = harehawk("backup", "--out", out)
    assert "read back and whole" in said.stdout
    harehawk("export", "--out", tmp_path / "before.json")
    harehawk("import", "--undo", "1")

    seen = harehawk("restore", out)

    harehawk("export", "--out", tmp_path / "after.json")
    assert (tmp_path / "after.json").read_text() == (tmp_path / "before.json").read_text()
    assert "What was here before is kept in" in seen.stdout
    assert list((tmp_path / "home").glob("harehawk.sqlite3.before-*"))


def test_a_damaged_backup_is_refused_and_nothing_changes(tmp_path, harehawk, deal):
    out = tmp_path / "monday.backup"
    harehawk("backup", "--out", out)
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) // 2])

    seen = harehawk("restore", out)

    assert seen.returncode == 2
    assert "is not a whole backup" in seen.stderr
    harehawk("export", "--out", tmp_path / "after.json")
    assert "Tower" in (tmp_path / "after.json").read_text()


def test_a_backup_with_one_changed_byte_is_refused(tmp_path, harehawk, deal):
    out, other = tmp_path / "monday.backup", tmp_path / "other.backup"
    harehawk("backup", "--out", out)
    with zipfile.ZipFile(out) as packed, zipfile.ZipFile(other, "w") as changed:
        for name in packed.namelist():
            data = packed.read(name)
            changed.writestr(name, data.replace(b"Tower", b"Power") if name.endswith("sqlite3") else data)

    assert "is not a whole backup" in harehawk("restore", other).stderr


def test_while_the_server_runs_a_backup_is_made_but_none_restored(tmp_path, serve, harehawk, deal):
    serve(tmp_path / "home")
    out = tmp_path / "monday.backup"

    made, refused = harehawk("backup", "--out", out), harehawk("restore", out)

    assert made.returncode == 0, made.stderr
    assert refused.returncode == 2
    assert "already runs at" in refused.stderr
