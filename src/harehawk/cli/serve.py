"""`harehawk` and `harehawk serve`: the pages, for as long as wanted."""

import argparse
import os
from collections.abc import Iterable, Iterator

from harehawk.cli.language import translate
from harehawk.cli.parsing import Subparsers, add_command


def add(subparsers: Subparsers) -> None:
    """Introduce the command."""
    add_command(
        subparsers,
        "serve",
        run,
        summary=translate("start the server; this is what happens without a command"),
        example="HAREHAWK_PORT=9000 harehawk serve",
    )


def run(_: argparse.Namespace) -> int:
    """Serve until stopped."""
    from harehawk.config import environment, server  # noqa: PLC0415  other commands need neither web nor database

    here = environment.read(os.environ)
    server.serve(here, ready=lambda link: say(lines(here.address.geturl(), link)))
    return 0


def say(text: Iterable[str]) -> None:
    """Print it in one piece, for programs that read what comes first."""
    print("".join(f"{line}\n" for line in text), end="", flush=True)


def lines(address: str, link: str | None) -> Iterator[str]:
    """Say where to look, and, as long as nobody is here, how the first one comes in."""
    yield ready_line(address)
    if link:
        yield translate("Nobody is here yet. Open this once to become the administrator:")
        yield link


def ready_line(address: str) -> str:
    """Say where to look, and how to end it."""
    return translate("Harehawk is at %(address)s (Ctrl+C stops it)") % {"address": address}
