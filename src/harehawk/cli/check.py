"""`harehawk check`: what is wrong with this installation, in words, all of it at once."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator

from harehawk.cli.language import translate
from harehawk.cli.parsing import Subparsers, add_command
from harehawk.config.problems import NotEncrypted
from harehawk.errors import Problem


def add(subparsers: Subparsers) -> None:
    """Introduce the command."""
    add_command(
        subparsers,
        "check",
        run,
        summary=translate("say what is wrong with this installation"),
        example="harehawk check",
    )


def run(_: argparse.Namespace) -> int:
    """Print every finding; the answer is 2 when something has to be mended."""
    wrong = 0
    for finding in findings():
        if isinstance(finding, Problem):
            wrong = 2
            print("✗", finding.message(translate), file=sys.stderr)
        else:
            print("✓", finding)
    return wrong


def findings() -> Iterator[str | Problem]:
    """Go through the installation: what is well in a line, what is not as its problem."""
    from harehawk.config import environment, server  # noqa: PLC0415  other commands need neither web nor database

    yield translate("Python: %(version)s") % {"version": platform.python_version()}
    yield from server.unbuilt()
    wrong = environment.problems(os.environ)
    yield from wrong
    if wrong:
        return
    here = environment.read(os.environ)
    yield translate("Data folder: %(folder)s") % {"folder": here.home}
    if not (here.encrypted or here.stays_here):
        yield NotEncrypted(here.address.geturl())
    yield server.reach_database(here) or translate("Database: %(name)s") % {"name": server.database_name()}
    if (running := server.running_server(here)) is not None:
        yield translate("The server runs at %(address)s") % {"address": running.address}
    else:
        yield server.busy_port(here) or translate("Port %(port)s is free") % {"port": here.port}
