"""Rows of many tables in one statement, which is put together once: making it takes longer than running it."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django.db import connection, models
from django.db.models import F, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

type Part = tuple[str, models.QuerySet[Any], dict[str, F]]  # what they are, rows, the cells wanted of each


class _Gap(str):
    """Where the members of a list go that is only known when the statement runs."""

    __slots__ = ()


def given(name: str, *, numbers: bool = True) -> RawSQL:
    """In a filter: one of those that `Together` is given under this name."""
    if connection.vendor == "postgresql":
        sql = "SELECT value::bigint FROM json_array_elements_text(%s::json)"
        sql = sql if numbers else sql.replace("::bigint", "")
    else:
        sql = "SELECT value FROM json_each(%s)"
    return RawSQL(sql, [_Gap(name)])  # noqa: S611  no text of a user is in it


class Together:
    """A statement that reads rows of many tables; `parts` is asked once in each process."""

    def __init__(self, parts: Callable[[], Iterable[Part]]) -> None:
        self.parts = parts
        self.made: tuple[str, tuple[Any, ...]] | None = None

    def rows(self, **lists: Collection[Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
        """What it is, number and cells of each row, of each table in the order of the numbers."""
        if self.made is None:
            queries = [
                rows.order_by().values_list(Value(what, output_field=models.TextField()), "pk", JSONObject(**cells))
                for what, rows, cells in self.parts()
            ]
            self.made = queries[0].union(*queries[1:], all=True).query.sql_with_params()
        sql, parameters = self.made
        filled = [json.dumps(list(lists[one])) if isinstance(one, _Gap) else one for one in parameters]
        with connection.cursor() as cursor:
            cursor.execute(sql, filled)
            found = cursor.fetchall()
        for what, number, cells in sorted(found, key=lambda row: row[1]):
            yield what, number, json.loads(cells) if isinstance(cells, str) else cells
