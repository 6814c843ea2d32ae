"""What a book says of an opportunity, as the pages' own rows. The only place where pages know a book."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.organisation import Organisation
from harehawk.book.sheets import Book
from harehawk.book.sheets.choices import FITS, OUTCOMES_, RIVAL_KINDS, ROLES, RivalKind
from harehawk.book.sheets.competition import RivalRow
from harehawk.book.sheets.customers import PersonRow
from harehawk.book.sheets.evidence import NeedRow
from harehawk.book.sheets.opportunities import OpportunityRow
from harehawk.web.pages.dossier import Facts, NeedEntry, Person, RivalEntry
from harehawk.wording.names import Names
from harehawk.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a list says of an opportunity before it is judged."""

    number: str
    name: str
    customer: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """An opportunity that ended; it is named, and no longer judged."""

    heading: Heading
    outcome: str
    closed_on: dt.date


def headings(book: Book, names: Names) -> dict[str, Heading]:
    """Every opportunity of a book by its number."""
    return {
        number: Heading(
            number=number,
            name=row.name,
            customer=names.customer(row.customer),
            owner=names.colleagues.get(row.owner, row.owner),
        )
        for row in book.opportunities
        for number in [row.id or row.name]
    }


def closed(book: Book, names: Names, voice: Voice, as_of: dt.date) -> tuple[Closed, ...]:
    """What ended by that day, the latest first."""
    heading = headings(book, names)
    ended = [
        Closed(heading=heading[row.opportunity], outcome=voice.say(OUTCOMES_[row.outcome]), closed_on=row.closed_on)
        for row in book.outcomes
        if row.closed_on <= as_of
    ]
    return tuple(sorted(ended, key=lambda one: one.closed_on, reverse=True))


def facts(book: Book, number: str, names: Names, voice: Voice, as_of: dt.date) -> Facts:
    """All that was entered about one opportunity."""
    row = next(row for row in book.opportunities if (row.id or row.name) == number)
    heading = headings(book, names)[number]
    customer = next(one for one in book.customers if (one.id or one.name) == row.customer)
    return Facts(
        number=number,
        name=row.name,
        customer=heading.customer,
        customer_class=customer.customer_class,
        owner=heading.owner,
        amount=row.amount,
        expected_signature=row.expected_signature,
        people=_people(book, row, voice, as_of),
        needs={need.need: _need(need, book, voice) for need in book.needs if need.opportunity == number},
        rivals={rival.rival: _rival(rival, voice) for rival in book.rivals if rival.opportunity == number},
        harms={harm.harmed: harm.description or "" for harm in book.harms if harm.opportunity == number},
    )


def _people(book: Book, row: OpportunityRow, voice: Voice, as_of: dt.date) -> dict[str, Person]:
    number = row.id or row.name
    organisation = Organisation(book, as_of)
    roles = {
        one.person: [voice.say(ROLES[role]) for role in one.roles] for one in book.members if one.opportunity == number
    }
    return {
        key: Person(
            name=person.name,
            title=_title(organisation, key, person),
            roles=tuple(roles.get(key, ())),
            no_contact=bool(person.no_contact),
        )
        for person in book.people
        for key in [person.id or person.name]
    }


def _title(organisation: Organisation, key: str, person: PersonRow) -> str:
    post = organisation.post_of(key)
    return (post.title if post else person.title) or ""


def _need(row: NeedRow, book: Book, voice: Voice) -> NeedEntry:
    offering = next((one.name for one in book.offerings if (one.id or one.name) == row.offering), "")
    parts = (voice.say(FITS[row.fit]) if row.fit else "", row.provider or offering)
    return NeedEntry(
        need=row.need,
        met_by=voice.colon.join(part for part in parts if part),
        needed_on=row.needed_on,
        available_on=row.available_on,
    )


def _rival(row: RivalRow, voice: Voice) -> RivalEntry:
    if row.note:
        note = row.note
    elif row.incumbent:
        note = voice.translate("incumbent")
    elif row.kind and row.kind != RivalKind.COMPETITOR:
        note = voice.say(RIVAL_KINDS[row.kind])
    else:
        note = ""
    return RivalEntry(name=row.rival, note=note)
