"""How every command is introduced: a line in the list, a help text with an example, and `--lang`."""

import argparse
from collections.abc import Callable

from harehawk.cli.language import translate

type Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  argparse names it so


def add_command(
    subparsers: Subparsers, name: str, run: Callable[[argparse.Namespace], int], *, summary: str, example: str
) -> argparse.ArgumentParser:
    """Add a command; its arguments are added to the parser that comes back."""
    parser = subparsers.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=translate("Example:") + f"\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    add_language(parser)
    return parser


def add_language(parser: argparse.ArgumentParser) -> None:
    """Let a command be told its language; without it the environment decides."""
    parser.add_argument(
        "--lang",
        choices=["zh", "en"],
        default=argparse.SUPPRESS,  # a later default must not undo a choice made before the command's name
        help=translate("language of what is printed (default: by the environment)"),
    )
