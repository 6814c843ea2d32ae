"""JSON in: `{"version": 1, "customers": [{"name": "…"}, …], …}`, sheets and columns by their keys."""

import json

from harehawk.book.grid import Grid
from harehawk.book.limits import MOST_CELLS
from harehawk.book.problems import FileProblem

VERSION = 1
VERSION_KEY = "version"


def grids(data: bytes, name: str) -> list[Grid]:
    """The sheets of the book; values keep their types."""
    if data.count(b",") + data.count(b"[") + data.count(b"{") > MOST_CELLS:
        raise FileProblem(name, "too_many_cells", {"most": MOST_CELLS})
    try:
        book = json.loads(data)
    except json.JSONDecodeError as error:
        raise FileProblem(name, "not_json", {"line": error.lineno, "column": error.colno}) from error
    except RecursionError as error:
        raise FileProblem(name, "json_too_deep") from error
    except (UnicodeDecodeError, ValueError) as error:  # a number of thousands of digits is a ValueError
        raise FileProblem(name, "encoding") from error
    if not isinstance(book, dict):
        raise _unfit(name, book, "/")
    version = book.pop(VERSION_KEY, VERSION)
    if version != VERSION:
        raise FileProblem(name, "json_version", {"version": version, "ours": VERSION})
    return [_grid(title, rows, name) for title, rows in book.items()]


def _grid(title: str, rows: object, name: str) -> Grid:
    if not isinstance(rows, list):
        raise _unfit(name, rows, f"/{title}")
    for number, row in enumerate(rows):
        if not isinstance(row, dict):
            raise _unfit(name, row, f"/{title}/{number}")
        for key, value in row.items():
            if isinstance(value, dict):
                raise _unfit(name, value, f"/{title}/{number}/{key}")
    keys = list(dict.fromkeys(key for row in rows for key in row))
    if len(keys) * len(rows) > MOST_CELLS:
        raise FileProblem(name, "too_many_cells", {"most": MOST_CELLS})
    cells = [[row.get(key) for key in keys] for row in rows]
    return Grid(title, [list(keys), *cells], named_by_key=True)


def _unfit(name: str, found: object, where: str) -> FileProblem:
    kinds: dict[type, str] = {dict: "{…}", list: "[…]", str: "“…”", bool: str(found).lower(), type(None): "null"}
    return FileProblem(name, "json_shape", {"found": kinds.get(type(found), str(found)), "where": where})
