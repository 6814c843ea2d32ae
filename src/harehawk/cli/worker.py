"""`harehawk worker`: work that pages hand over, in a process of its own. With PostgreSQL, any number of them."""

import argparse
import os

from harehawk.cli.database import open_database
from harehawk.cli.language import translate
from harehawk.cli.parsing import Subparsers, add_command


def add(subparsers: Subparsers) -> None:
    """Introduce the command."""
    add_command(
        subparsers,
        "worker",
        run,
        summary=translate("work on imports and judgements in the background, beside servers on one PostgreSQL"),
        example="HAREHAWK_DATABASE_URL=postgresql://… harehawk worker",
    )


def run(_: argparse.Namespace) -> int:
    """Work until stopped. Raises WorkerNotWanted."""
    from harehawk.config import environment  # noqa: PLC0415  other commands need no database
    from harehawk.config.problems import WorkerNotWanted  # noqa: PLC0415  the same

    if not environment.read(os.environ).database_is_shared:
        raise WorkerNotWanted
    open_database()
    from harehawk.config.worker import work  # noqa: PLC0415  it needs the database

    print(translate("Working on tasks (Ctrl+C stops it)"), flush=True)
    work()
    return 0
