"""The command line, one module a command. Without a command the server starts."""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from harehawk import __version__
from harehawk.cli import backup, check, export, import_book, judge, sample, serve, template, worker
from harehawk.cli.failures import told
from harehawk.cli.language import choose, translate
from harehawk.cli.parsing import add_language
from harehawk.errors import Problem

COMMANDS = (serve, judge, sample, template, import_book, export, backup, worker, check)
PROBLEM = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Answers 0, or 2 after telling on standard error what the user can mend."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--lang")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no ✓ gets a ?
    choose(early.parse_known_args(arguments)[0].lang)
    parsed = build_parser().parse_args(arguments)
    try:
        answer = int(parsed.run(parsed))
        sys.stdout.flush()
    except Problem as problem:
        print(problem.message(translate), file=sys.stderr)
        return PROBLEM
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader, say `head`, had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:
        if (found := told(error)) is None:
            raise
        print(found.message(translate), file=sys.stderr)
        return PROBLEM
    return answer


def build_parser() -> argparse.ArgumentParser:
    """Put the commands together, in the chosen language."""
    parser = argparse.ArgumentParser(
        prog="harehawk",
        description=translate("Judge key-account opportunities on evidence. Without a command, the server starts."),
        epilog=translate("Example:") + "\n  harehawk judge book.xlsx",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=__version__)
    add_language(parser)
    parser.set_defaults(run=serve.run)
    subparsers = parser.add_subparsers(title=translate("commands"), metavar=translate("COMMAND"))
    for command in COMMANDS:
        command.add(subparsers)
    return parser
