"""The language of the command line: chosen by `--lang`, else by the environment."""

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

from harehawk.errors import gettext_noop

CATALOGUE = "django"  # pages and commands share one
LOCALE = Path(__file__).parents[1] / "locale"

# What the standard library says in our name: it asks for translations, and these entries give them.
OF_ARGPARSE = (
    gettext_noop("usage: "),
    gettext_noop("options"),
    gettext_noop("positional arguments"),
    gettext_noop("show this help message and exit"),
    gettext_noop("show program's version number and exit"),
    gettext_noop("%(prog)s: error: %(message)s\n"),
    gettext_noop("argument %(argument_name)s: %(message)s"),
    gettext_noop("the following arguments are required: %s"),
    gettext_noop("unrecognized arguments: %s"),
    gettext_noop("expected one argument"),
    gettext_noop("invalid choice: %(value)r (choose from %(choices)s)"),
)


def choose(wanted: str | None, variables: Mapping[str, str] = os.environ) -> None:
    """Speak the wanted language (`zh` or `en`), else that of the environment, from now on.

    The choice is the standard library's, so that the texts of `argparse` follow it.
    """
    gettext.bindtextdomain(CATALOGUE, LOCALE)
    gettext.textdomain(CATALOGUE)
    os.environ["LANGUAGE"] = "zh_Hans" if (wanted or environment_language(variables)) == "zh" else "en"


def environment_language(variables: Mapping[str, str]) -> str:
    """Tell the language (`zh` or `en`) of the first of these variables that names one."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := variables.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def translate(text: str) -> str:
    """Say a text of ours in the chosen language."""
    return gettext.gettext(text)


def language() -> str:
    """Tell the chosen language: `zh` or `en`."""
    return environment_language(os.environ)
