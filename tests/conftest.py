"""What tests share: a server as people run it, a browser, and a word for what this machine lacks."""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.test import Client
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from postgresql import postgresql as run_postgresql

ROOT = Path(__file__).parents[1]
COMMAND = (sys.executable, "-m", "harehawk.cli")
EMAIL, PASSWORD = "chen@example.com", "a hare in the long grass"
LANGUAGE_COOKIE = "harehawk_language"
DATABASE = "harehawk.sqlite3"
LACKING = "cannot run here: "
RUNNING = ExitStack()  # what all tests share, until they end
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Tests that call the pages without a server do it on a data folder of their own.
os.environ["HAREHAWK_HOME"] = tempfile.mkdtemp(prefix="harehawk-test-")
os.environ["DJANGO_SETTINGS_MODULE"] = "harehawk.config.settings"
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or every program that tests start compiles all of it anew
for chosen in ("HOST", "PORT", "ADDRESS", "SECRET_KEY", "DATABASE_URL"):
    os.environ.pop(f"HAREHAWK_{chosen}", None)


def postgresql_server() -> str:
    """The address of a PostgreSQL to test with: the one named, or one of our own until the tests end."""
    if not (address := os.environ.get("HAREHAWK_TEST_POSTGRESQL")):
        address = RUNNING.enter_context(run_postgresql())
        os.environ["HAREHAWK_TEST_POSTGRESQL"] = address  # for the other processes of these tests, too
    return address


if os.environ.get("HAREHAWK_TEST_ON") == "postgresql":
    os.environ["HAREHAWK_DATABASE_URL"] = postgresql_server()


def lack(what: str, way_out: str) -> None:
    """Skip a test for want of something; the last lines of the run, and CI, will not forget it."""
    pytest.skip(f"{LACKING}{what}; {way_out}")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real and public data that the project is measured on."""
    folder = Path(os.environ.get("HAREHAWK_TEST_DATA") or ROOT.parent / "shared" / "data").absolute()
    if not folder.is_dir():
        lack("the shared data are not here", "name their folder in HAREHAWK_TEST_DATA")
    return folder


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Has a folder filled once for all processes that run these tests: the first does it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def filled(name: str, fill: Callable[[Path], object]) -> Path:
        folder, unfinished = shared / name, shared / f"{name}.unfinished"
        with FileLock(shared / f"{name}.lock"):
            if not folder.exists():
                unfinished.mkdir()
                fill(unfinished)
                unfinished.rename(folder)
        return folder

    return filled


@pytest.fixture(scope="session")
def blank(once: Callable[..., Path]) -> Callable[[Path], Path]:
    """Lays the empty tables of a first start into a data folder, because making them anew takes seconds."""

    def make_tables(home: Path) -> None:
        ours = {"HAREHAWK_HOME": str(home), "HAREHAWK_DATABASE_URL": ""}
        subprocess.run([*COMMAND, "export", "--out", home / "empty.json"], env=os.environ | ours, check=True)

    first = once("blank", make_tables)

    def lay_out(home: Path) -> Path:
        home.mkdir(exist_ok=True)
        if not (home / DATABASE).exists():
            shutil.copy(first / DATABASE, home)
        return home

    return lay_out


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """Tests without a server begin with the same empty tables, where their database is a file."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return False
    home = request.getfixturevalue("blank")(Path(os.environ["HAREHAWK_HOME"]))
    (home / DATABASE).rename(connection.settings_dict["TEST"]["NAME"])
    return True


@pytest.fixture(scope="session")
def running(blank: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator["Served"]:
    """A running Harehawk that nobody has joined yet, unless a test that signs in came before."""
    with Served(blank(tmp_path_factory.mktemp("home"))) as served:
        yield served


@pytest.fixture(scope="session")
def server(running: "Served") -> str:
    """The address of a running Harehawk, without a slash at the end."""
    return running.address


@pytest.fixture(scope="session")
def come_in(running: "Served", browser: Browser) -> Callable[[BrowserContext], None]:
    """Signs the user of a browser in, by its form. He joined before, by the link of the terminal."""
    context = browser.new_context(base_url=running.address, locale="en")
    page = context.new_page()
    page.goto(running.link)
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Name").fill("Chen")
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/welcome/")
    context.close()

    def sign_in(context: BrowserContext) -> None:
        spoken: Any = [cookie for cookie in context.cookies() if cookie["name"] == LANGUAGE_COOKIE]
        asked = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', context.request.get("/sign-in/").text())
        assert asked
        fields: Any = {"csrfmiddlewaretoken": asked[1], "login": EMAIL, "password": PASSWORD}
        assert context.request.post("/sign-in/", form=fields, max_redirects=0).status in {302, 303}
        context.clear_cookies(name=LANGUAGE_COOKIE)  # all tests have one user, each its own language
        context.add_cookies(spoken)

    return sign_in


@pytest.fixture(scope="session")
def serve_on(blank: Callable[[Path], Path]) -> Iterator[Callable[..., "Served"]]:
    """Starts servers that run on until the last test."""
    with ExitStack() as stack:
        yield lambda home, **how: stack.enter_context(Served(home, **how) if anew(how) else Served(blank(home), **how))


@pytest.fixture
def serve(blank: Callable[[Path], Path]) -> Iterator[Callable[..., "Served"]]:
    """Starts servers of its own for a test, and ends those that the test left running."""
    with ExitStack() as stack:
        yield lambda home, **how: stack.enter_context(Served(home, **how) if anew(how) else Served(blank(home), **how))


@pytest.fixture
def free_port() -> int:
    """A port of the loopback address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture
def postgresql() -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    server, _, _ = (address := postgresql_server()).rpartition("/")
    name = f"harehawk_{secrets.token_hex(4)}"
    with psycopg.connect(address, autocommit=True) as maintenance:
        maintenance.execute(f"CREATE DATABASE {name}".encode())
        yield f"{server}/{name}"
        maintenance.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all walks of this process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=browser_arguments())
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, server: str, come_in: Callable[[BrowserContext], None]) -> Iterator[Page]:
    """An empty page of somebody signed in; its `goto("/")` goes to the running server."""
    context = browser.new_context(base_url=server)
    come_in(context)
    yield context.new_page()
    context.close()


@pytest.fixture
def stranger(browser: Browser, server: str) -> Iterator[Page]:
    """An empty page of a visitor who is not signed in."""
    context = browser.new_context(base_url=server)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def static_files() -> None:
    """The styles and scripts that pages name."""
    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False)


@pytest.fixture
def client(static_files: None) -> Client:
    """Somebody with a browser without scripts, who asks for pages without a server."""
    return Client()


def anew(how: dict[str, Any]) -> bool:
    """Tell whether a server has to make its tables itself: another program, or another database."""
    return "command" in how or bool(how.get("HAREHAWK_DATABASE_URL"))


class Served:
    """A server process on a data folder of its own and a free port of this machine."""

    def __init__(
        self, home: Path, *, command: Sequence[str] = COMMAND, start_new_session: bool = False, **variables: str
    ):
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.log = home / "log"
        self.link = ""
        ours = {"HAREHAWK_HOME": str(home), "HAREHAWK_PORT": str(port), "LANGUAGE": "en"}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command,
                env=os.environ | ours | variables,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=start_new_session,
            )

    def __enter__(self) -> "Served":
        assert self.process.stdout
        with self.process.stdout as out:
            said = os.read(out.fileno(), 65536).decode()  # it says all it has to say at once
        assert self.address in said, self.log.read_text()
        self.link = said.split()[-1]  # the one-time link, as long as nobody is here
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> int:
        """Ask it to end, as the system would, and wait for its exit code."""
        self.process.terminate()
        return self.process.wait(timeout=60)


def find_chromium(playwright: Playwright) -> str:
    """Find a Chromium: the one named, one on the path, or Playwright's own."""
    named = os.environ.get("HAREHAWK_CHROMIUM")
    for path in (named, *map(shutil.which, BROWSERS), playwright.chromium.executable_path):
        if path and Path(path).exists():
            return path
    lack("there is no Chromium", "install it, or name it in HAREHAWK_CHROMIUM")
    raise AssertionError


def browser_arguments() -> list[str]:
    """Keep the browser from calling anybody; the administrator's browser cannot have its sandbox."""
    return [*QUIET, *(["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else [])]


def pytest_configure(config: pytest.Config) -> None:
    """Get Django ready for tests that call pages without a server."""
    import django  # only after the variables above
    from django.db import connection

    django.setup()
    os.environ.pop("HAREHAWK_DATABASE_URL", None)  # programs that tests start have data of their own
    if config.getoption("numprocesses", None):  # the processes that get tests dealt choose folder and database first
        os.environ.pop("DJANGO_SETTINGS_MODULE")
    if connection.vendor == "sqlite":  # threads share a file as they do in earnest, not a database in memory
        connection.settings_dict["TEST"]["NAME"] = str(Path(os.environ["HAREHAWK_HOME"]) / "test.sqlite3")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On another database leave out what asks none: it cannot come out otherwise."""
    if not os.environ.get("HAREHAWK_TEST_ON"):
        return
    asking = [
        item for item in items if item.get_closest_marker("django_db") or "db" in getattr(item, "fixturenames", ())
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in asking])
    items[:] = asking


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail in CI when something could not run: a check left out there is a check nobody makes."""
    if lacking(session.config) and os.environ.get("CI") == "true" and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure(config: pytest.Config) -> None:
    """End what is shared, and say in the very last lines what could not run."""
    RUNNING.close()
    for reason, count in sorted(lacking(config).items()):
        print(f"Not run, {count} tests: {reason}")


def lacking(config: pytest.Config) -> dict[str, int]:
    """Count the skipped tests by what they lacked."""
    reporter = config.pluginmanager.getplugin("terminalreporter")
    counts: dict[str, int] = {}
    for report in reporter.stats.get("skipped", []) if reporter else []:
        _, _, reason = str(report.longrepr[-1]).partition(LACKING)
        if reason:
            counts[reason] = counts.get(reason, 0) + 1
    return counts
