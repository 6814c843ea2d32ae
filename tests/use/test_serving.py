"""Somebody runs Harehawk: it answers, says how it is, and ends when told to."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from http.client import HTTPMessage

import pytest

from harehawk import __version__

COMMAND = (sys.executable, "-m", "harehawk.cli")


def get(address: str, **headers: str) -> tuple[int, HTTPMessage, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as reply:
            return reply.status, reply.headers, reply.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read().decode()


def run(*arguments, home, **variables):
    return subprocess.run(
        [*COMMAND, *arguments],
        env=os.environ | {"HAREHAWK_HOME": str(home), "LANGUAGE": "en"} | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_tells_its_version_and_that_the_database_is_well(server):
    status, _, body = get(f"{server}/healthz")

    assert status == 200
    assert json.loads(body) == {"version": __version__, "database": "ok"}


def test_when_the_data_folder_is_taken_away_it_says_so_and_makes_no_empty_database_in_its_place(serve, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    served = serve(home)
    (home / "harehawk.sqlite3").rename(tmp_path / "elsewhere")

    status, _, body = get(f"{served.address}/healthz")

    assert status == 503
    assert json.loads(body) == {"version": __version__, "database": "unreachable"}
    assert not (home / "harehawk.sqlite3").exists()


def test_told_to_end_it_ends_cleanly_and_can_be_started_again_with_the_same_secret(serve, tmp_path):
    first = serve(tmp_path)
    secret = (tmp_path / "secret_key").read_text()

    assert first.stop() == 0
    assert "Traceback" not in first.log.read_text()
    assert get(f"{serve(tmp_path).address}/healthz")[0] == 200
    assert (tmp_path / "secret_key").read_text() == secret
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_second_start_says_where_the_first_one_is_and_ctrl_c_ends_that_cleanly(serve, tmp_path):
    served = serve(tmp_path, start_new_session=True)
    get(f"{served.address}/healthz")

    second = run(home=tmp_path)
    os.killpg(served.process.pid, signal.SIGINT)

    assert second.returncode == 2
    assert f"already runs at {served.address} (process {served.process.pid})" in second.stderr
    assert served.process.wait(timeout=60) == 0
    assert "Traceback" not in served.log.read_text()


def test_a_busy_port_is_named_with_another_one_to_take(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        seen = run(home=tmp_path, HAREHAWK_PORT=str(port))

    assert seen.returncode == 2
    assert f"port {port}" in seen.stderr
    assert f"HAREHAWK_PORT={port + 1}" in seen.stderr
    assert "Traceback" not in seen.stderr


def test_a_worker_beside_the_embedded_database_is_told_that_the_server_does_its_work(tmp_path):
    seen = run("worker", home=tmp_path)

    assert seen.returncode == 2
    assert "the server itself does the work" in seen.stderr
    assert "HAREHAWK_DATABASE_URL" in seen.stderr
    assert not (tmp_path / "harehawk.sqlite3").exists()


def test_no_page_may_load_or_run_what_is_not_ours(server):
    _, headers, _ = get(f"{server}/")

    policy = headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self';" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


def test_a_name_that_is_not_ours_is_not_answered(server):
    assert get(f"{server}/healthz", Host="rebound.example")[0] == 400


@pytest.mark.parametrize("address", [None, "https://harehawk.example.com"])
def test_the_deployment_check_finds_nothing(address, tmp_path):
    variables = {"HAREHAWK_ADDRESS": address} if address else {}
    (tmp_path / "harehawk.sqlite3").touch()  # as a first start makes it

    seen = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "INFO"],
        env=os.environ | {"HAREHAWK_HOME": str(tmp_path)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )

    assert seen.returncode == 0, seen.stderr


def test_check_names_every_wrong_setting_at_once_and_the_way_out(tmp_path):
    seen = run(
        "check",
        home=tmp_path,
        HAREHAWK_PORT="eighty",
        HAREHAWK_HOST="0.0.0.0",
        HAREHAWK_DATABASE_URL="mysql://somewhere/else",
        HAREHAWK_SECRET_KEY="guess",
    )

    assert seen.returncode == 2
    for words in (
        "HAREHAWK_PORT is “eighty”",
        "HAREHAWK_ADDRESS",
        "postgresql://user:password@",
        "50 random characters",
    ):
        assert words in seen.stderr


def test_check_finds_nothing_wrong_with_a_fresh_installation_and_says_it_in_chinese(tmp_path, free_port):
    seen = run("check", "--lang", "zh", home=tmp_path, HAREHAWK_PORT=str(free_port))

    assert seen.returncode == 0, seen.stderr
    assert f"✓ 数据文件夹：{tmp_path}" in seen.stdout
    assert "✓ 数据库：SQLite" in seen.stdout
    assert f"✓ 端口{free_port}空闲" in seen.stdout


def test_a_database_that_does_not_answer_is_told_in_words(tmp_path, free_port):
    seen = run(home=tmp_path, HAREHAWK_DATABASE_URL=f"postgresql://lin@127.0.0.1:{free_port}/harehawk")

    assert seen.returncode == 2
    assert "The database does not answer" in seen.stderr
    assert "Traceback" not in seen.stderr


@pytest.mark.slow
def test_one_setting_moves_the_data_to_postgresql(serve, tmp_path, postgresql):
    served = serve(tmp_path, HAREHAWK_DATABASE_URL=postgresql)

    assert json.loads(get(f"{served.address}/healthz")[2])["database"] == "ok"
    assert not (tmp_path / "harehawk.sqlite3").exists()
    assert "Database: PostgreSQL" in run("check", home=tmp_path, HAREHAWK_DATABASE_URL=postgresql).stdout


def test_a_log_line_outside_a_terminal_is_one_json_object_with_its_exception(tmp_path):
    fail = "import logging.config; from harehawk.config.logs import logging_config as c; "
    fail += "logging.config.dictConfig(c(readable=False))\n"
    fail += "try: 1 / 0\nexcept ZeroDivisionError: logging.getLogger('django.request').exception('页面 broke')"

    seen = subprocess.run([sys.executable, "-c", fail], capture_output=True, text=True, check=True)

    entry = json.loads(seen.stderr)
    assert (entry["level"], entry["logger"], entry["message"]) == ("ERROR", "django.request", "页面 broke")
    assert "ZeroDivisionError" in entry["exc_info"]
    assert entry["time"].startswith("20")
