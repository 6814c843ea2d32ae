"""Logs: a line a person reads on a terminal, one JSON object a line everywhere else, exceptions included."""

import sys
from typing import Any

from pythonjsonlogger.core import RESERVED_ATTRS


def logging_config(*, readable: bool) -> dict[str, Any]:
    """Describe the logs for `logging.config.dictConfig`; the server's process and Django share them."""
    lines = {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}
    json = {
        "()": "pythonjsonlogger.json.JsonFormatter",
        "fmt": "%(levelname)s %(name)s %(message)s",
        "rename_fields": {"levelname": "level", "name": "logger"},
        "timestamp": "time",
        "json_ensure_ascii": False,
        "reserved_attrs": [*RESERVED_ATTRS, "request"],  # an object; the message names its address
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": lines if readable else json},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            # Django mails errors and writes to its own console by default: ours is the only way out
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.request": {
                "handlers": [],
                "level": "ERROR",
                "propagate": True,
            },  # what users mend is no fault of ours
            "django.server": {"handlers": [], "level": "INFO", "propagate": True},
            "_granian": {"handlers": [], "level": "WARNING", "propagate": True},
            "granian.access": {"handlers": [], "level": "WARNING", "propagate": True},
        },
    }


def on_terminal() -> bool:
    """Tell whether a person watches."""
    return sys.stderr.isatty()
