"""Rows of an opportunity that are changed in place: buying group, needs, rivals, money, effort."""

from typing import Any

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.opportunities.actions.frame import writing
from harehawk.apps.opportunities.actions.rivals import must_be_unnamed, rename
from harehawk.apps.opportunities.models import (
    Body,
    Cost,
    Effort,
    Harm,
    Member,
    Need,
    Payment,
    Rival,
    Route,
    TenderPoint,
    Worth,
)  # fmt: skip
from harehawk.apps.opportunities.problems import RowNotFound
from harehawk.apps.rows.tables import Table, field_of
from harehawk.book.schema import Kind

TABLES: dict[str, Table] = {
    table.sheet.key: table
    for table in (Member, Body, Need, Rival, TenderPoint, Route, Payment, Cost, Worth, Harm, Effort)
}


def add_row(*, actor: Actor, opportunity: int, sheet: str, **cells: Any) -> int:
    """Add a row to one of the sheets of an opportunity (`TABLES`); cells by column, links and lists as numbers.

    Raises OpportunityNotFound, RuleBroken, RowRefused.
    """
    table = TABLES[sheet]
    with writing(actor, opportunity) as target:
        single, lists = _cells(table, cells)
        return int(log.add(actor, table(opportunity=target, **single), **lists).pk)


def change_row(*, actor: Actor, opportunity: int, sheet: str, row: int, seen_version: int, **cells: Any) -> int:
    """Change some cells of a row as it was seen. Raises as `add_row`, and RowNotFound, ChangedMeanwhile."""
    table = TABLES[sheet]
    with writing(actor, opportunity) as target:
        single, lists = _cells(table, cells)
        wanted = {name.removesuffix("_id"): value for name, value in single.items()} | lists
        before = _row(table, target.pk, row)
        after = log.change(actor, before, seen_version, **wanted)
        if table is Rival:
            rename(actor, target.pk, before.rival, after.rival)
        return int(after.pk)


def remove_row(*, actor: Actor, opportunity: int, sheet: str, row: int) -> None:
    """Take a row away; undo brings it back. Raises OpportunityNotFound, RowNotFound, NamedElsewhere, RuleBroken."""
    table = TABLES[sheet]
    with writing(actor, opportunity) as target:
        found = _row(table, target.pk, row)
        if table is Rival:
            must_be_unnamed(target.pk, found.rival)
        log.remove(actor, found)


def _row(table: Table, opportunity: int, row: int) -> Table:
    if (found := table.objects.filter(pk=row, opportunity=opportunity).first()) is None:
        raise RowNotFound(row)
    return found


def _cells(table: Table, cells: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Single values by field, and lists of rows."""
    single: dict[str, Any] = {}
    lists: dict[str, Any] = {}
    for column in table.sheet.columns:
        if column.key not in cells:
            continue
        value = cells[column.key]
        if column.kind == Kind.REFERENCES:
            related = table._meta.get_field(field_of(column)).related_model
            found = related.objects.in_bulk(value)
            lists[column.key] = [found[number] for number in value]
        elif column.kind == Kind.REFERENCE:
            single[f"{field_of(column)}_id"] = value
        elif isinstance(value, str):
            single[column.key] = value.strip()
        else:
            single[column.key] = value
    if unknown := cells.keys() - {column.key for column in table.sheet.columns}:
        raise TypeError(f"{table.sheet.key} has no {', '.join(sorted(unknown))}")
    return single, lists
