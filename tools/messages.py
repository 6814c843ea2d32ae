"""Keeps the Chinese catalogue complete: `python tools/messages.py` brings it up to date, `--check` only looks.

Texts are found in templates and where code calls `_`, `gettext_lazy`, `translate` and their like; a text kept in
a table is marked with `gettext_noop`. Needs GNU gettext on the path, which using Harehawk does not.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import makemessages

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "harehawk"
LANGUAGE = "zh_Hans"
CATALOGUE = Path("locale", LANGUAGE, "LC_MESSAGES", "django.po")


class MakeMessages(makemessages.Command):
    """Django's own extraction, which also knows our `translate("…")`."""

    xgettext_options = [*makemessages.Command.xgettext_options, "--keyword=translate"]  # noqa: RUF012  Django's attribute


def extract(package: Path) -> None:
    """Bring the catalogue of a package up to date with its texts, keeping every translation still in use."""
    before = Path.cwd()
    os.chdir(package)
    try:
        call_command(
            MakeMessages(),
            locale=[LANGUAGE],
            ignore_patterns=["static/*"],
            add_location="file",
            no_wrap=True,
            no_obsolete=True,
            verbosity=0,
        )
    finally:
        os.chdir(before)
    file = package / CATALOGUE
    kept = [line for line in file.read_text().splitlines(keepends=True) if not line.startswith('"POT-Creation-Date')]
    file.write_text("".join(kept))


def faults(package: Path) -> Iterator[str]:
    """List what the catalogue lacks, what it has too much of, and what it says wrongly."""
    committed = texts(read(package))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "harehawk")
        shutil.copytree(package, copy)
        extract(copy)
        fresh = read(copy)
    for text in sorted(committed - texts(fresh)):
        yield f"no longer used: {text}"
    for message in fresh:
        if not message.id:
            continue
        if message.fuzzy or not all(message.string if isinstance(message.string, tuple) else [message.string]):
            yield f"not translated: {message.id}"
        for error in message.check(fresh):
            yield f"{error}: {message.id}"


def read(package: Path) -> Catalog:
    """Read the catalogue of a package."""
    with (package / CATALOGUE).open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def texts(catalogue: Catalog) -> set[str]:
    """Collect the texts a catalogue has entries for."""
    return {str(message.id) for message in catalogue if message.id}


def main() -> int:
    """Update, or check and answer 1 with every fault told."""
    settings.configure(LOCALE_PATHS=[])
    if sys.argv[1:] != ["--check"]:
        extract(PACKAGE)
        return 0
    found = list(faults(PACKAGE))
    print(*found, sep="\n", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
