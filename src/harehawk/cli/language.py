"""The language of the command line: chosen by `--lang`, else by the environment."""

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

CATALOGUE = "django"  # pages and commands share one
LOCALE = Path(__file__).parents[1] / "locale"


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
