"""Somebody has just cloned Harehawk and types ./harehawk."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
START = "import sys; print('started with', sys.argv[1:])"


@pytest.fixture
def machine(tmp_path):
    """A machine with a shell, a clone, and no Python but what a test puts there."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("dirname", "cat"):
        (tools / name).symlink_to(str(shutil.which(name)))
    clone = tmp_path / "clone"
    (clone / "tools").mkdir(parents=True)
    shutil.copy(ROOT / "harehawk", clone)
    (clone / "tools" / "start.py").write_text(START)
    return tmp_path


def put(file, script):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def start(machine, *arguments):
    return subprocess.run(
        ["/bin/sh", machine / "clone" / "harehawk", *arguments],
        env={"PATH": f"{machine}/shims:{machine}/bin", "HOME": str(machine)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_only_an_old_python_it_says_what_is_missing_and_how_to_get_it(machine):
    put(machine / "bin" / "python3", 'case "$1" in -V) echo Python 3.11.7;; *) exit 1;; esac')

    seen = start(machine)

    assert seen.returncode == 1
    assert "needs Python 3.12 or newer" in seen.stderr
    assert "Python 3.11.7" in seen.stderr
    assert "apt-get install" in seen.stderr
    assert "需要Python 3.12或更新版本" in seen.stderr


def test_a_broken_version_shim_does_not_hide_the_python_behind_it(machine):
    put(machine / "shims" / "python3", "echo 'version not installed' >&2; exit 127")
    put(machine / "bin" / "python3", f'exec "{sys.executable}" "$@"')

    assert "started with" in start(machine).stdout


def test_a_python_that_only_the_version_manager_knows_is_found(machine):
    put(machine / ".pyenv" / "versions" / "3.12.9" / "bin" / "python3", f'exec "{sys.executable}" "$@"')

    assert "started with" in start(machine).stdout


def test_every_word_after_it_is_passed_on_unchanged(machine):
    put(machine / "bin" / "python3", f'exec "{sys.executable}" "$@"')

    seen = start(machine, "judge", "our book.xlsx", "--as-of", "", "大客户")

    assert seen.stdout == "started with ['judge', 'our book.xlsx', '--as-of', '', '大客户']\n"


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_without_a_browser_the_last_line_says_what_was_not_run_and_only_ci_fails(tmp_path, ci, code):
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_walk.py").write_text("def test_walk(browser): pass\ndef test_sum(): assert 1 + 1 == 2\n")

    seen = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "--rootdir", tmp_path, tmp_path],
        env={"PATH": "", "HOME": str(tmp_path), "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )

    assert seen.returncode == code, seen.stdout
    assert "1 passed, 1 skipped" in seen.stdout
    assert seen.stdout.splitlines()[-1].startswith("Not run, 1 tests: there is no Chromium; install it")
