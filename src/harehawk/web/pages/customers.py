"""The list of customers, as somebody wants it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from harehawk.apps.opportunities.queries.customers import CustomerListing, CustomerWish, ListedCustomer
from harehawk.apps.opportunities.queries.listing import AT_ONCE
from harehawk.book.sheets import Book
from harehawk.web.pages.opportunities import Choice, Chooser
from harehawk.wording.names import names
from harehawk.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Which part of a list is shown."""

    page: int
    pages: int
    total: int

    @property
    def first(self) -> int:
        return (self.page - 1) * AT_ONCE + 1

    @property
    def last(self) -> int:
        return min(self.page * AT_ONCE, self.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """One customer."""

    number: int
    name: str
    class_word: str
    parent: int | None
    parent_name: str
    owner: str
    open: int
    largest: int | None
    largest_name: str
    amount: Decimal | None
    heard: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomersPage:
    """The list with its sentence."""

    sentence: str
    rows: tuple[CustomerRow, ...]
    where: Pages
    text: str
    choosers: tuple[Chooser, ...]
    filtered: bool


def customers_page(found: CustomerListing, wish: CustomerWish, voice: Voice) -> CustomersPage:
    """Say a page of the list."""
    called = names(Book(), voice.language).classes
    return CustomersPage(
        sentence=_sentence(found, voice),
        rows=tuple(_row(row, called) for row in found.rows),
        where=Pages(page=found.page, pages=found.pages, total=found.total),
        text=wish.text,
        choosers=(
            chooser(
                "customer_class",
                voice.translate("Class"),
                voice.translate("all"),
                wish.customer_class,
                ((code, called.get(code, code)) for code in found.classes),
            ),
            chooser(
                "owner",
                voice.translate("Owner"),
                voice.translate("all"),
                str(wish.owner or ""),
                ((str(number), name) for number, name in found.owners),
            ),
            chooser("sort", voice.translate("In order of"), voice.translate("name"), wish.sort, _sorts(voice).items()),
        ),
        filtered=bool(wish.text or wish.customer_class or wish.owner),
    )


def chooser(field: str, word: str, usual: str, chosen: str, pairs: Iterable[tuple[str, str]]) -> Chooser:
    """A field of the form above a list."""
    offered = tuple(Choice(value=value, word=word, chosen=value == chosen) for value, word in pairs)
    return Chooser(field=field, word=word, usual=usual, choices=offered)


def _sorts(voice: Voice) -> Mapping[str, str]:
    return {
        "class": voice.translate("customer class"),
        "owner": voice.translate("owner"),
        "open": voice.translate("open opportunities"),
        "amount": voice.translate("largest opportunity"),
    }


def _row(row: ListedCustomer, called: Mapping[str, str]) -> CustomerRow:
    return CustomerRow(
        number=row.number,
        name=row.name,
        class_word=called.get(row.customer_class, row.customer_class),
        parent=row.parent,
        parent_name=row.parent_name,
        owner=row.owner_name,
        open=row.open,
        largest=row.largest.number if row.largest else None,
        largest_name=row.largest.name if row.largest else "",
        amount=row.largest.amount if row.largest else None,
        heard=row.heard,
    )


def _sentence(found: CustomerListing, voice: Voice) -> str:
    """Where nothing is going on, of those on the page."""
    quiet = [row.name for row in found.rows if not row.open]
    said = [voice.translate("Customers: %(count)s.") % {"count": found.total}]
    if quiet and found.pages == 1:
        said.append(
            voice.translate("Without an open opportunity: %(count)s, such as %(name)s.")
            % {"count": len(quiet), "name": quiet[0]}
        )
    elif found.pages == 1 and found.rows:
        said.append(voice.translate("Each has an open opportunity."))
    return ("" if voice.chinese else " ").join(said)
