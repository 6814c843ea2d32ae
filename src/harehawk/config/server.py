"""The server: one web process on one data folder, ready before it says so, gone cleanly when asked."""

import json
import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import django
from django.core.management import call_command
from django.db import DatabaseError, NotSupportedError, connection, connections
from filelock import FileLock, Timeout
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from harehawk.apps.rows.sizes import learn_sizes
from harehawk.config.environment import Environment, sqlite_file
from harehawk.config.logs import logging_config, on_terminal
from harehawk.config.problems import AlreadyRunning, DatabaseUnreachable, NotBuilt, PortBusy

PACKAGE = Path(__file__).parents[1]
BUILT = (
    PACKAGE / "web" / "static" / "built",
    PACKAGE / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.mo",
)
SECONDS_TO_FINISH = 5  # for requests under way; also bounds a worker whose threads do not end, which is then killed


def serve(here: Environment, *, ready: Callable[[str | None], None]) -> None:
    """Serve until SIGTERM or Ctrl+C, calling `ready` once connections are taken, with the first link if there is one.

    Raises a Problem when this installation cannot serve.
    """
    try:
        with FileLock(lock_file(here), timeout=0):
            note_file(here).write_text(json.dumps({"address": here.address.geturl(), "process": os.getpid()}))
            prepare(here)
            link = first_link(here)
            run(here, lambda: ready(link))
    except Timeout as error:
        raise read_note(here) from error


@contextmanager
def alone(here: Environment) -> Iterator[None]:
    """Keep servers off this data folder meanwhile. Raises AlreadyRunning where one works on it."""
    try:
        with FileLock(lock_file(here), timeout=0):
            yield
    except Timeout as error:
        raise read_note(here) from error


def run(here: Environment, ready: Callable[[], None]) -> None:
    """Take requests until told to stop."""
    end_once()
    multiprocessing.set_start_method("spawn")  # a forked process would inherit locks of threads it does not have
    server = Server(
        "harehawk.config.wsgi:application",
        address=numeric_host(here),
        port=here.port,
        interface=Interfaces.WSGI,
        workers=1,  # a visit lives in the memory of one process
        blocking_threads=4,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_FINISH,
        log_level=LogLevels.warning,
        log_dictconfig=logging_config(readable=on_terminal()),
    )
    server.on_startup(Thread(target=announce, args=[here, ready], daemon=True).start)
    server.serve()


def end_once() -> None:
    """Let Ctrl+C, or a terminal that is closed, end this process only, which then ends the worker.

    The terminal tells both at once, and a worker told by it and by us in the same moment may never end.
    """
    if os.name == "nt":
        return
    ends = {signal.SIGINT, signal.SIGHUP}
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # started with nohup
        ends.remove(signal.SIGHUP)
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)  # the worker inherits it

    def pass_on() -> None:
        signal.sigwait(ends)
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=pass_on, daemon=True).start()


def announce(here: Environment, ready: Callable[[], None]) -> None:
    """Call `ready` once the worker takes connections, which nobody but the network tells."""
    while True:
        try:
            socket.create_connection((numeric_host(here), here.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return ready()


def prepare(here: Environment) -> None:
    """Bring database and static files to where this version wants them, or raise what stands against it."""
    for problem in (*unbuilt(), busy_port(here), reach_database(here)):
        if problem is not None:
            raise problem
    make_tables()
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def make_tables() -> None:
    """Bring the tables to where this version wants them; of processes that start together, one after the other."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtextextended('harehawk tables', 0))")
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        learn_sizes()
    finally:
        connections.close_all()  # lets go of the lock


def unbuilt() -> list[NotBuilt]:
    """List what a build should have put into this copy and did not."""
    return [NotBuilt(part.relative_to(PACKAGE).as_posix()) for part in BUILT if not part.exists()]


def busy_port(here: Environment) -> PortBusy | None:
    """Say who keeps us from listening.

    Asked beforehand because the server would share the port with a program that allows it, and half the visits.
    """
    try:
        family, kind, _, _, where = socket.getaddrinfo(here.host, here.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(os.name != "nt"))
            probe.bind(where)
    except OSError as error:
        return PortBusy(here.host, here.port, error.strerror or str(error))
    return None


def numeric_host(here: Environment) -> str:
    """Look up the host to listen on: the server takes numbers only."""
    return str(socket.getaddrinfo(here.host, here.port, type=socket.SOCK_STREAM)[0][4][0])


def reach_database(here: Environment) -> DatabaseUnreachable | None:
    """Connect to the database; the embedded one is made when it is not there yet."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harehawk.config.settings")
    django.setup()
    if connection.vendor == "sqlite":
        sqlite_file(here.home).touch(mode=0o600)
    try:
        connection.ensure_connection()
    except (DatabaseError, NotSupportedError) as error:
        return DatabaseUnreachable(str(error).strip())
    return None


def first_link(here: Environment) -> str | None:
    """Make the address that makes the first administrator; None once somebody is here."""
    from harehawk.apps.access import people  # noqa: PLC0415  its tables need the settings

    token = people.first_link()
    connections.close_all()
    return f"{here.address.geturl()}/join/{token}/" if token else None


def database_name() -> str:
    """Say which database is connected, with its version."""
    return f"{connection.display_name} {'.'.join(map(str, connection.get_database_version()))}"


def running_server(here: Environment) -> AlreadyRunning | None:
    """Find the server that works on this data folder now."""
    try:
        with FileLock(lock_file(here), timeout=0):
            return None
    except Timeout:
        return read_note(here)


def read_note(here: Environment) -> AlreadyRunning:
    """Read who holds the data folder, and where it listens."""
    return AlreadyRunning(**json.loads(note_file(here).read_text()))


def lock_file(here: Environment) -> Path:
    """Name the file that a running server holds."""
    return here.home / "server.lock"


def note_file(here: Environment) -> Path:
    """Name the file where a running server says who and where it is."""
    return here.home / "server.json"
