"""What is stored already, for a book that comes beside it: names that its reader sees, and rows for the rules."""

from collections.abc import Iterable, Set
from dataclasses import replace
from typing import Any

from django.db import connection, models
from django.utils import timezone

from harehawk.apps.access.models import Fact, User
from harehawk.apps.method.models import Company
from harehawk.apps.opportunities.known import known
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.opportunities.reach import inside_of
from harehawk.apps.rows.current import current
from harehawk.apps.rows.loading import Loaded, load
from harehawk.apps.rows.mapping import book_of, key_of
from harehawk.apps.rows.tables import Table, field_of, tables
from harehawk.book.beside import Beside, Keys, Standing
from harehawk.book.references import TARGETS, Named
from harehawk.book.schema import Column
from harehawk.book.sheets import SHEET, SHEETS, Book

AROUND = ("customers", "posts", "people", "colleagues")  # named by others without standing in the file themselves


def beside(user: User | None) -> Beside:
    """All that is stored, to hold a book of a user against; None is the operator of this machine, who sees all."""
    company = Company.objects.first()
    return Beside(
        names={sheet: list(_names(sheet, user)) for sheet in TARGETS},
        currency=company.currency if company else None,
        most={sheet.key: dict(_most(tables()[sheet.key])) for sheet in SHEETS},
        standing=lambda keys, sheets: _standing(user, keys, sheets),
    )


def visible(table: Table, user: User | None) -> Any:  # noqa: ANN401  a queryset of whichever table
    """The rows of a table that a user may see, of facts those that stand."""
    rows = table._default_manager.all()
    if issubclass(table, Fact):
        rows = rows.standing()
    return rows.visible_to(user) if user and hasattr(rows, "visible_to") else rows


def _names(sheet: str, user: User | None) -> Iterable[Named]:
    target, rows = TARGETS[sheet], visible(tables()[sheet], user)
    if sheet in {"criteria", "classes"}:
        named = rows.filter(customer_class="") if sheet == "criteria" else rows
        return ((row.code, getattr(row, "name", None) or None, None) for row in named)
    group = f"{target.group}__key" if target.group == "customer" else target.group
    name = str(target.name)
    return rows.values_list("key", name, group) if group else ((*row, None) for row in rows.values_list("key", name))


def _most(table: Table) -> Iterable[tuple[str, float]]:
    """How much each column takes that does not take everything."""
    for column in table.sheet.columns:
        if (most := _largest(table._meta.get_field(field_of(column)), column)) is not None:
            yield column.key, most


def _largest(field: Any, column: Column) -> float | None:  # noqa: ANN401  of whichever kind
    if isinstance(field, models.CharField) and not column.choices:
        return field.max_length
    if isinstance(field, models.DecimalField):
        return float(10 ** (field.max_digits - field.decimal_places) - 1)
    if isinstance(field, models.IntegerField):
        return connection.ops.integer_field_range(field.get_internal_type())[1]
    return None


def _standing(user: User | None, keys: Keys, sheets: Set[str]) -> Standing:
    today = timezone.localdate()
    wanted = keys.get("opportunities", set())
    numbers = {key: number for key, number in Opportunity.objects.values_list("key", "pk") if key in wanted}
    covered: Set[str] = frozenset()
    unseen: Set[str] = frozenset()
    if user is not None:
        covered = numbers.keys() - set(Opportunity.objects.filter(inside_of(user)).values_list("key", flat=True))
        unseen = numbers.keys() - set(Opportunity.objects.visible_to(user).values_list("key", flat=True))
    book = known(list(numbers.values()), today)
    around = book_of(_around(book, keys, sheets))
    rows: dict[str, Any] = {sheet: around.rows(sheet) for sheet in around.given}
    rows |= {sheet: book.rows(sheet) + rows[sheet] for sheet in AROUND if sheet not in sheets and sheet in rows}
    return Standing(book=current(replace(book, **rows), today), covered=covered, unseen=unseen)


def _around(book: Book, keys: Keys, sheets: Set[str]) -> Iterable[Loaded]:
    """Sheets of the file that are about no opportunity, whole; of others, the rows that are named."""
    for sheet in SHEETS:
        whole = sheet.key in sheets and not _of_opportunity(sheet.key)
        if not whole and sheet.key not in AROUND:
            continue
        loaded = load(visible(tables()[sheet.key], None))
        if not whole:
            wanted = keys.get(sheet.key, set()) - {key_of(sheet, row) for row in book.rows(sheet.key)}
            loaded.rows = [row for row in loaded.rows if row[1] in wanted]
        yield loaded


def _of_opportunity(sheet: str) -> bool:
    """Tell whether all rows of a sheet are about an opportunity."""
    return sheet == "opportunities" or any(one.key == "opportunity" and one.required for one in SHEET[sheet].columns)
