"""The list of people at customers, as somebody wants it."""

import datetime as dt
from dataclasses import dataclass

from harehawk.apps.customers.queries.ties import Tie
from harehawk.apps.opportunities.queries.people import ListedPerson, PeopleListing, PeopleWish, Which
from harehawk.book.sheets.choices import OUTSIDE, Outside
from harehawk.web.pages.customers import Pages, chooser
from harehawk.web.pages.opportunities import Chooser
from harehawk.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person. `known` tells whether the reader may know whom of ours they know."""

    number: int
    name: str
    title: str
    department: str
    rank: int | None
    customer: int | None
    place: str  # the customer, or what they are outside it
    no_contact: bool
    left_on: dt.date | None
    known: bool
    closest: Tie | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """The list with its sentence."""

    sentence: str
    rows: tuple[PersonRow, ...]
    where: Pages
    text: str
    choosers: tuple[Chooser, ...]
    filtered: bool


def people_page(found: PeopleListing, wish: PeopleWish, voice: Voice) -> PeoplePage:
    """Say a page of the list."""
    which = {
        Which.UNKNOWN: voice.translate("whom nobody of ours knows"),
        Which.OUTSIDE: voice.translate("outside the customer"),
        Which.NO_CONTACT: voice.translate("out of reach"),
        Which.LEFT: voice.translate("who left"),
    }
    sorts = {"customer": voice.translate("customer"), "rank": voice.translate("rank")}
    return PeoplePage(
        sentence=_sentence(found, wish, voice),
        rows=tuple(_row(row, voice) for row in found.rows),
        where=Pages(page=found.page, pages=found.pages, total=found.total),
        text=wish.text,
        choosers=(
            chooser("which", voice.translate("Which"), voice.translate("all"), wish.which, which.items()),
            chooser("sort", voice.translate("In order of"), voice.translate("name"), wish.sort, sorts.items()),
        ),
        filtered=bool(wish.text or wish.which),
    )


def _row(row: ListedPerson, voice: Voice) -> PersonRow:
    return PersonRow(
        number=row.number,
        name=row.name,
        title=row.title,
        department=row.department,
        rank=row.rank,
        customer=row.customer,
        place=row.customer_name or (voice.say(OUTSIDE[Outside(row.outside)]) if row.outside else ""),
        no_contact=row.no_contact,
        left_on=row.left_on,
        known=row.known,
        closest=row.closest,
    )


def _sentence(found: PeopleListing, wish: PeopleWish, voice: Voice) -> str:
    said = {"count": found.total}
    if wish.which == Which.UNKNOWN:
        return voice.translate("People whom nobody of ours knows: %(count)s.") % said
    strangers = sum(row.known and row.closest is None and not row.no_contact for row in found.rows)
    text = voice.translate("People: %(count)s.") % said
    if found.pages > 1 or not strangers:
        return text
    more = voice.translate("Nobody of ours knows %(count)s of them.") % {"count": strangers}
    return f"{text}{'' if voice.chinese else ' '}{more}"
