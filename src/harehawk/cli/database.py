"""The data of this installation, for commands that work on them."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harehawk.config.environment import Environment


def open_database() -> "Environment":
    """Connect to the data, brought to where this version wants them. Raises a Problem when they cannot be reached."""
    from django.core.management import call_command  # noqa: PLC0415  other commands need no database

    from harehawk.config import environment, server  # noqa: PLC0415

    here = environment.read(os.environ)
    if (problem := server.reach_database(here)) is not None:
        raise problem
    call_command("migrate", verbosity=0, interactive=False)
    return here
