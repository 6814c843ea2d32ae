"""A plan into the tables: all is made ready and laid out aside first, then moved in in one short transaction."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, cast

from django.db import connection, connections, models, transaction
from django.utils import timezone

from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Batch, Entry, Recorded
from harehawk.apps.access.values import kept_fields, plain_value
from harehawk.apps.customers.models import Person, Relationship
from harehawk.apps.exchange.plan import Cells, SheetPlan
from harehawk.apps.rows.loading import is_link, load
from harehawk.apps.rows.mapping import key_name
from harehawk.apps.rows.spelled import Spelled
from harehawk.apps.rows.tables import Table, field_of, tables
from harehawk.book.schema import Column, Kind, Sheet

AT_ONCE = 500  # rows in one statement


def reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """Take numbers for rows to come; nobody else gets them."""
    table = model._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s RETURNING seq", [count, table])
        if (row := cursor.fetchone()) is None:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, count])
            row = (count,)
        return range(row[0] - count + 1, row[0] + 1)


def hold_writers() -> None:
    """Let nobody write until the transaction ends. On SQLite every transaction does."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Entry._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


@contextmanager
def unwatched() -> Iterator[None]:
    """Have SQLite check no row again that was checked when it was laid out: that takes longer than writing it.

    Within a transaction SQLite does not hear it, and goes on checking.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute("PRAGMA ignore_check_constraints = ON")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
            cursor.execute("PRAGMA foreign_keys = ON")


type Links = tuple[Any, str, list[int], list[models.Model]]  # table, name of the owner in it, whose, rows


@dataclass(slots=True)
class Ready:
    """Rows and entries as they will be written."""

    rows: list[list[Recorded]] = field(default_factory=list)
    updates: list[tuple[list[Recorded], list[str]]] = field(default_factory=list)
    links: list[tuple[Any, str, list[int], list[models.Model]]] = field(
        default_factory=list
    )  # table, owner, whose, rows
    entries: list[Entry] = field(default_factory=list)

    @contextmanager
    def staged(self, batch: Batch) -> Iterator["Written"]:
        """Lay all of it out in tables that only this connection sees, which keeps nobody waiting."""
        written: list[Any] = [*self.entries, *chain(*self.rows), *chain(*(rows for rows, _ in self.updates))]
        for one in written:
            one.batch = batch
        made = Written(links=self.links)
        try:
            with connection.cursor() as cursor:
                for rows in self.rows:
                    made.new.append(_laid_out(cursor, "new", rows))
                for changed, names in self.updates:
                    made.changed.append((_laid_out(cursor, "changed", changed), names))
                if self.entries:
                    for entry, number in zip(self.entries, reserve(Entry, len(self.entries)), strict=True):
                        entry.pk = number
                    made.new.append(_laid_out(cursor, "new", self.entries))
            yield made
        finally:
            made.forget()


@dataclass(slots=True, kw_only=True)
class Written:
    """Rows laid out aside, to be moved into their tables in one short transaction."""

    links: list[Links]
    new: list["Aside"] = field(default_factory=list)
    changed: list[tuple["Aside", list[str]]] = field(default_factory=list)

    def move(self) -> None:
        """Write all of it; inside a transaction."""
        with connection.cursor() as cursor:
            for aside in self.new:
                columns = aside.columns
                cursor.execute(f"INSERT INTO {aside.table} ({columns}) SELECT {columns} FROM {aside.name}")  # noqa: S608  our own names
            for aside, names in self.changed:
                sets = ", ".join(f"{name} = {aside.name}.{name}" for name in map(connection.ops.quote_name, names))
                same = f"{aside.table}.id = {aside.name}.id"
                cursor.execute(f"UPDATE {aside.table} SET {sets} FROM {aside.name} WHERE {same}")  # noqa: S608  our own names
        for through, owner, numbers, links in self.links:
            through.objects.filter(**{f"{owner}__in": numbers}).delete()
            through.objects.bulk_create(links, batch_size=AT_ONCE)

    def forget(self) -> None:
        """Drop what was laid out."""
        with connection.cursor() as cursor:
            for aside in [*self.new, *(one for one, _ in self.changed)]:
                cursor.execute(f"DROP TABLE IF EXISTS {aside.name}")


@dataclass(frozen=True, slots=True)
class Aside:
    """A table of this connection's own that holds rows for another."""

    name: str
    table: str
    columns: str


def _laid_out(cursor: Any, what: str, rows: Sequence[models.Model]) -> Aside:  # noqa: ANN401  whichever database
    model = type(rows[0])
    quote = connection.ops.quote_name
    fields = model._meta.concrete_fields
    table, columns = model._meta.db_table, ", ".join(quote(str(one.column)) for one in fields)
    aside = Aside(quote(f"{what}_{table}"), quote(table), columns)
    cursor.execute(_made_like(cursor, table, aside))
    gaps = ", ".join(["%s"] * len(fields))
    own = connections[connection.alias]  # asked a million times, itself answers faster than what stands for it
    cells = ([one.get_db_prep_save(one.pre_save(row, add=True), own) for one in fields] for row in rows)
    cursor.executemany(f"INSERT INTO {aside.name} ({columns}) VALUES ({gaps})", list(cells))  # noqa: S608  our own names
    return aside


def _made_like(cursor: Any, table: str, aside: Aside) -> str:  # noqa: ANN401  whichever database
    """The statement that makes a table aside; on SQLite with the rules of the other, which then hold for its rows."""
    if connection.vendor != "sqlite":
        return f"CREATE TEMPORARY TABLE {aside.name} AS SELECT {aside.columns} FROM {aside.table} WHERE 1 = 0"  # noqa: S608  our own names
    cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [table])
    (made,) = cursor.fetchone()
    alone = re.sub(r' REFERENCES "[^"]+" \("[^"]+"\) DEFERRABLE INITIALLY DEFERRED', "", made)
    alone = alone.replace(" AUTOINCREMENT", "")  # else it would count its numbers, which stand in for those of all
    return re.sub(r'^CREATE TABLE "[^"]+"', f"CREATE TEMPORARY TABLE {aside.name}", alone)


def ready(plans: Iterable[SheetPlan], actor: Actor) -> Ready:
    """Make a plan ready. Reads the rows that change."""
    found = Ready()
    for one in plans:
        _Writer(one.sheet, actor, found).take(one)
    return found


class _Writer:
    def __init__(self, sheet: Sheet, actor: Actor, found: Ready) -> None:
        self.sheet, self.actor, self.found = sheet, actor, found
        self.model: Table = tables()[sheet.key]
        self.kept = kept_fields(cast("type[Recorded]", self.model))
        self.lists = [column for column in sheet.columns if column.kind == Kind.REFERENCES]
        self.names = {
            column.key: f"{field_of(column)}_id" if is_link(column) else field_of(column)
            for column in sheet.columns
            if column not in self.lists
        }
        self.people: dict[int, Person] = {}
        self.name = (key_name(sheet) or ("", ""))[1]
        self.now = timezone.now()

    def take(self, plan: SheetPlan) -> None:
        if self.sheet.key == "relationships":  # an entry tells the customer of its person
            self.people = Person.objects.in_bulk({cells["person"] for _, cells in plan.new})
            self.people |= {row.pk: row for rows in self.found.rows for row in rows if isinstance(row, Person)}
        if rows := [self._new(number, cells) for number, cells in plan.new]:
            self.found.rows.append(rows)
            self._link([(number, cells) for number, cells in plan.new])
        if plan.changed:
            self._change(dict(plan.changed))

    def _new(self, number: int, cells: Cells) -> Table:
        values = {name: cells[key] for key, name in self.names.items()}
        if "key" in values:
            values["key"] = cells["id"] or cells[self.name]
        row = self.model(pk=number, recorded_at=self.now, recorded_by=self.actor.user, **values)
        if isinstance(row, Relationship):
            row.person = self.people[row.person_id]
        self._enter(Entry.Act.ADD, row, None, self._values(row, {c.key: cells[c.key] for c in self.lists}))
        return row

    def _change(self, changed: Mapping[int, Cells]) -> None:
        rows = self.model._default_manager.in_bulk(changed)
        before_lists = {column.key: self._listed(column, changed) for column in self.lists}
        names = {"version", "batch_id", *(["spelled"] if issubclass(self.model, Spelled) else [])}
        for number, cells in changed.items():
            row = rows[number]
            lists = {key: several.get(number, []) for key, several in before_lists.items()}
            before = self._values(row, lists)
            for key, cell in cells.items():
                if key in self.names:
                    setattr(row, self.names[key], cell)
                    names.add(self.names[key])
                else:
                    lists[key] = cell
            row.version += 1
            self._enter(Entry.Act.CHANGE, row, before, self._values(row, lists))
        self.found.updates.append((list(rows.values()), sorted(names)))
        self._link([(number, cells) for number, cells in changed.items()])

    def _link(self, several: list[tuple[int, Cells]]) -> None:
        for column in self.lists:
            about = self.model._meta.get_field(field_of(column))
            through = about.remote_field.through
            owner, target = f"{about.m2m_field_name()}_id", f"{about.m2m_reverse_field_name()}_id"
            owners = [number for number, cells in several if column.key in cells]
            links = [
                through(**{owner: number, target: one})
                for number, cells in several
                for one in cells.get(column.key, ())
            ]
            if owners:
                self.found.links.append((through, owner, owners, links))

    def _listed(self, column: Column, numbers: Mapping[int, Cells]) -> dict[int, list[int]]:
        return dict(load(self.model._default_manager.filter(pk__in=numbers)).lists[column.key])

    def _values(self, row: Table, lists: Mapping[str, list[int]]) -> dict[str, Any]:
        plain = {one.name: plain_value(one, one.value_from_object(row)) for one in self.kept}
        return plain | {field_of(self.sheet.column(key)): list(several) for key, several in lists.items()}

    def _enter(self, act: Entry.Act, row: Table, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        self.found.entries.append(
            Entry(
                at=self.now, actor=self.actor.user, door=self.actor.door, act=act, table=row._meta.label_lower,
                row=row.pk, version=row.version, opportunity=row.opportunity_number, customer=row.customer_number,
                before=before, after=after,
            )
        )  # fmt: skip
