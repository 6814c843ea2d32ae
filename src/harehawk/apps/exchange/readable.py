"""What somebody may see, as a book: rows of what is his, without the fields that are not."""

from dataclasses import MISSING, fields, replace
from typing import Any

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.access.roles import Role
from harehawk.apps.customers.models import Customer, Person
from harehawk.apps.exchange.standing import visible
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.opportunities.reach import inside_customers, inside_of, inside_people
from harehawk.apps.opportunities.sealed import Seal
from harehawk.apps.rows.current import current
from harehawk.apps.rows.loading import Keys, load
from harehawk.apps.rows.mapping import as_rows, key_of
from harehawk.apps.rows.tables import Row, tables
from harehawk.book.schema import Kind, Sheet
from harehawk.book.sheets import SHEETS, Book

LINKS = {Kind.REFERENCE, Kind.REFERENCES}


class Reader:
    """How a user stands to every opportunity, customer and person."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.others = Reach.FINANCE if user.has_role(Role.FINANCE) else Reach.OUTSIDE
        self.opportunities = set(Opportunity.objects.filter(inside_of(user)).values_list("pk", flat=True))
        self.customers = set(Customer.objects.filter(inside_customers(user)).values_list("pk", flat=True))
        self.people = set(Person.objects.filter(inside_people(user)).values_list("pk", flat=True))

    def reach(self, sheet: Sheet, number: int, cells: dict[str, Any]) -> Reach:
        """How the user stands to what a row is about; links of `cells` are numbers."""
        opportunity = number if sheet.key == "opportunities" else cells.get("opportunity")
        customer = number if sheet.key == "customers" else cells.get("customer")
        if opportunity is not None:
            return Reach.INSIDE if opportunity in self.opportunities else self.others
        person = number if sheet.key == "people" else cells.get("person")
        if person is not None:
            return Reach.INSIDE if person in self.people else self.others
        return Reach.INSIDE if customer is None or customer in self.customers else self.others

    def emptied(self, sheet: Sheet, column: str, number: int, cells: dict[str, Any]) -> bool:
        """Tell whether an empty cell of the user's book means that he emptied it: he could read what stood there."""
        return self.reach(sheet, number, cells).reads(f"{sheet.key}.{column}")


def readable_book(user: User) -> Book:
    """The book of a user, for export. Importing it changes nothing."""
    reader = Reader(user)
    loaded = Seal(user).over({sheet.key: load(visible(tables()[sheet.key], user)) for sheet in SHEETS})
    keys = Keys()
    keys.learn(loaded.values())
    found: dict[str, Any] = {}
    for sheet in SHEETS:
        rows = []
        names = [column.key for column in sheet.columns]
        for (number, row), (_, *cells) in zip(as_rows(loaded[sheet.key], keys), loaded[sheet.key].rows, strict=True):
            about = dict(zip(names, cells, strict=True))
            if (seen := _seen(sheet, row, reader.reach(sheet, number, about))) is not None:
                rows.append(seen)
        found[sheet.key] = tuple(rows)
    return current(_closed(Book(**found)))


def _seen(sheet: Sheet, row: Row, reach: Reach) -> Row | None:
    """The row without what may not be read; None where nothing but its names would be left."""
    hidden = [column.key for column in sheet.columns if not reach.reads(f"{sheet.key}.{column.key}")]
    if not hidden:
        return row
    if len(hidden) == len(sheet.columns):
        return None
    defaults = {one.name: one.default for one in fields(row)}
    return replace(row, **{key: defaults[key] for key in hidden if defaults[key] is not MISSING})


def _closed(book: Book) -> Book:
    """A book that names nothing it does not hold: such rows go, or such cells where they may be empty."""
    for _ in range(2):  # a row that went may have been named by others
        held = {sheet.key: {key_of(sheet, row) for row in book.rows(sheet.key)} for sheet in SHEETS if _named(sheet)}
        kept: dict[str, Any] = {
            sheet.key: tuple(_holding(sheet, row, held) for row in book.rows(sheet.key)) for sheet in SHEETS
        }
        whole: dict[str, Any] = {key: tuple(row for row in rows if row is not None) for key, rows in kept.items()}
        book = replace(book, **whole)
    return book


def _named(sheet: Sheet) -> bool:
    return any(column.refers == sheet.key for other in SHEETS for column in other.columns)


def _holding(sheet: Sheet, row: Row, held: dict[str, set[str]]) -> Row | None:
    changed: dict[str, Any] = {}
    for column in sheet.columns:
        value = getattr(row, column.key)
        if column.kind not in LINKS or column.refers in {"classes", "criteria"} or not value:
            continue
        known = held[str(column.refers)]
        if column.kind == Kind.REFERENCE and value not in known:
            if column.required:
                return None
            changed[column.key] = None
        elif column.kind == Kind.REFERENCES and not known.issuperset(value):
            changed[column.key] = tuple(one for one in value if one in known)
    return replace(row, **changed) if changed else row
