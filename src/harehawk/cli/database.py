"""The data of this installation, for commands that work on them."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harehawk.config.environment import Environment


def open_database() -> "Environment":
    """Connect to the data, brought to where this version wants them. Raises a Problem when they cannot be reached."""
    from harehawk.config import environment, server  # noqa: PLC0415  other commands need no database

    here = environment.read(os.environ)
    if (problem := server.reach_database(here)) is not None:
        raise problem
    server.make_tables()
    return here
