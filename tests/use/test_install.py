"""Somebody installs Harehawk: from a clone, from a source archive, from a wheel. Minutes, so .ci/run does it."""

import os
import re
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_SOURCE = (".git", ".venv", "node_modules", "built", "*.mo", "__pycache__", ".*_cache", ".hypothesis", "dist")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A working copy in which nothing was built or installed yet."""
    return shutil.copytree(
        ROOT, tmp_path_factory.mktemp("clone") / "harehawk", ignore=shutil.ignore_patterns(*NOT_SOURCE)
    )


@pytest.fixture(scope="module")
def wheel(clone, tmp_path_factory):
    """A wheel, built from the source archive that was built from the working copy."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", out, clone], check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def get(address):
    with urllib.request.urlopen(address) as reply:
        return reply.read().decode()


def assert_page_is_whole(address):
    """The first page comes, with styles and scripts, in both languages."""
    page = get(address)
    parts = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', page)
    assert {Path(part).suffix for part in parts} == {".css", ".js"}
    for part in parts:
        assert get(address + part)
    chinese = urllib.request.Request(address, headers={"Accept-Language": "zh-CN"})
    with urllib.request.urlopen(chinese) as reply:
        assert reply.headers["content-language"] == "zh-hans"


def test_a_wheel_carries_scripts_styles_and_translations(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    for part in (
        "web/static/built/app.css",
        "web/static/built/app.js",
        "locale/zh_Hans/LC_MESSAGES/django.mo",
        "py.typed",
    ):
        assert f"harehawk/{part}" in names
    assert any(name.endswith("LICENSE") for name in names)


def test_a_wheel_in_an_empty_environment_gives_the_same_command(wheel, serve, tmp_path):
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    python = environment / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", wheel, "-c", ROOT / "constraints.txt"], check=True)

    with_help = subprocess.run([environment / "bin" / "harehawk", "--help"], capture_output=True, text=True, check=True)
    home = tmp_path / "home"
    home.mkdir()
    served = serve(home, command=[environment / "bin" / "harehawk"])

    assert "harehawk judge" in with_help.stdout
    assert_page_is_whole(served.address)


def test_a_fresh_clone_serves_and_the_next_time_builds_only_what_changed(clone, serve, tmp_path):
    styles = clone / "frontend" / "css" / "app.css"
    built = clone / "src" / "harehawk" / "web" / "static" / "built"

    first = start(serve, clone, tmp_path)
    assert_page_is_whole(first.address)
    first.stop()
    before = built.stat().st_mtime
    start(serve, clone, tmp_path).stop()

    assert built.stat().st_mtime == before
    styles.write_text(styles.read_text() + "\n@layer pages { .planted { color: red } }\n")
    start(serve, clone, tmp_path).stop()
    assert "planted" in (built / "app.css").read_text()


def start(serve, clone, home):
    """Type ./harehawk and wait for the first page."""
    served = serve(home, command=["/bin/sh", clone / "harehawk"])
    get(served.address)
    return served


def test_another_command_goes_through_the_starter_with_its_words_and_its_exit_code(clone, tmp_path):
    seen = subprocess.run(
        ["/bin/sh", clone / "harehawk", "check", "--lang", "zh"],
        cwd=tmp_path,
        env=os.environ | {"HAREHAWK_HOME": str(tmp_path), "HAREHAWK_PORT": "none"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert seen.returncode == 2
    assert "HAREHAWK_PORT现在是“none”" in seen.stderr
