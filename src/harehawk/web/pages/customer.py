"""The page of one customer."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from harehawk.apps.customers.queries.chart import Holder, Seat
from harehawk.apps.customers.queries.paying import InvoiceLine, Paying
from harehawk.apps.customers.queries.ties import Tie
from harehawk.apps.opportunities.queries.customer import CustomerFile, Relative
from harehawk.apps.opportunities.queries.listing import Listed
from harehawk.book.schema import Value
from harehawk.book.sheets import SHEET, Book
from harehawk.book.sheets.choices import OUTCOMES_, Outcome
from harehawk.engine.common import Range
from harehawk.web.pages.cells import cell_text
from harehawk.web.pages.marks import Mark, chance_mark, days_mark
from harehawk.wording.names import names
from harehawk.wording.terms import VERDICT, word
from harehawk.wording.voice import Voice

HEAD = {"id", "name", "customer_class", "parent", "owner", "note"}
MILLION = 1_000_000
YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A field in words."""

    word: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DealRow:
    """An open opportunity; verdict and chance where they may be read."""

    number: int
    name: str
    owner: str
    amount: Decimal | None
    expected_signature: dt.date | None
    decision: str
    verdict: str
    chance: Range | None
    mark: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedRow:
    """An opportunity that ended."""

    number: int
    name: str
    outcome: str
    closed_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAt:
    """Somebody who sits there; `closest` is who of ours knows them best."""

    who: Holder
    closest: Tie | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """A post, or where somebody without one stands."""

    seat: Seat
    people: tuple[PersonAt, ...]
    in_charge_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A customer in the tree of its group; `depth` from the top."""

    relative: Relative
    class_word: str
    depth: int
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PayingPart:
    """How it pays, in a sentence and two marks on one scale."""

    sentence: str
    cost: str
    days: Range
    usual: Range
    settled: int
    mark: Mark
    usual_mark: Mark
    unpaid: Decimal
    overdue: Decimal
    rows: tuple[InvoiceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerPage:
    """Everything the page shows. `ties` are None where they are not the reader's to read."""

    number: int
    version: int
    name: str
    class_word: str
    owner: str
    edits: bool
    works: bool
    sentence: str
    facts: tuple[Fact, ...]
    note: str
    deals: tuple[DealRow, ...]
    more_deals: int
    judges: bool
    ended: tuple[EndedRow, ...]
    seats: tuple[SeatRow, ...]
    people: int
    vacant: int
    gone: tuple[Holder, ...]
    ties: tuple[Tie, ...] | None
    branches: tuple[Branch, ...]
    group: Relative | None
    paying: PayingPart


def customer_page(file: CustomerFile, voice: Voice) -> CustomerPage:
    """Make the page of a customer."""
    called = names(Book(), voice.language).classes
    code = file.fields["customer_class"]
    seats = _seats(file, voice)
    deals = tuple(_deal(row, voice) for row in file.open.rows)
    return CustomerPage(
        number=file.number,
        version=file.version,
        name=file.name,
        class_word=called.get(code, code),
        owner=file.owner_name,
        edits=file.edits,
        works=file.works,
        sentence=_sentence(file, voice),
        facts=tuple(facts("customers", file.fields, HEAD, voice)),
        note=file.fields.get("note", ""),
        deals=deals,
        more_deals=file.open.total - len(deals),
        judges=any(row.verdict for row in deals),
        ended=tuple(
            EndedRow(
                number=one.number,
                name=one.name,
                outcome=voice.say(OUTCOMES_[Outcome(one.outcome)]),
                closed_on=one.closed_on,
            )
            for one in file.closed
        ),
        seats=seats,
        people=len(file.chart.people()),
        vacant=sum(not row.people for row in seats),
        gone=tuple(file.chart.gone),
        ties=None if file.ties is None else tuple(file.ties),
        branches=tuple(_branches(file, called)),
        group=file.group.parent,
        paying=_paying(file.paying, voice),
    )


def facts(sheet: str, fields: Mapping[str, Value], left_out: Collection[str], voice: Voice) -> Iterator[Fact]:
    """The fields of a row that say something, in words."""
    for key, value in fields.items():
        if key not in left_out and value not in (None, "", False):
            column = SHEET[sheet].column(key)
            yield Fact(word=voice.say(column.words), text=cell_text(column, value, voice))


def _deal(row: Listed, voice: Voice) -> DealRow:
    judged = row.judged
    chance = Range(point=judged.chance, low=judged.chance_low, high=judged.chance_high) if judged else None
    return DealRow(
        number=row.number,
        name=row.name,
        owner=row.owner_name,
        amount=row.amount,
        expected_signature=row.expected_signature,
        decision=word(VERDICT, row.decision, voice.language) if row.decision else "",
        verdict=judged.verdict if judged else "",
        chance=chance,
        mark=chance_mark(chance) if chance else None,
    )


def _seats(file: CustomerFile, voice: Voice) -> tuple[SeatRow, ...]:
    closest = _closest(file.ties or ())
    return tuple(
        SeatRow(
            seat=seat,
            people=tuple(PersonAt(who=one, closest=closest.get(one.number)) for one in seat.holders),
            in_charge_of=voice.list(list(seat.in_charge_of)),
        )
        for seat in file.chart.seats
    )


def _closest(ties: Iterable[Tie]) -> dict[int, Tie]:
    found: dict[int, Tie] = {}
    for tie in ties:
        if tie.ours and tie.closeness > 0 and tie.closeness > getattr(found.get(tie.person), "closeness", 0):
            found[tie.person] = tie
    return found


def _branches(file: CustomerFile, called: Mapping[str, str]) -> Iterator[Branch]:
    """The group from its top: the parent, this customer among its sisters, its own units."""
    group = file.group
    own = Relative(number=file.number, name=file.name, customer_class=file.fields["customer_class"])

    def branch(one: Relative, depth: int) -> Branch:
        code = one.customer_class
        return Branch(relative=one, class_word=called.get(code, code), depth=depth, here=one is own)

    if group.parent:
        yield branch(group.parent, 0)
    depth = 1 if group.parent else 0
    for one in sorted([own, *group.sisters], key=lambda one: one.name):
        yield branch(one, depth)
        if one is own:
            yield from (branch(unit, depth + 1) for unit in group.units)


def _paying(known: Paying, voice: Voice) -> PayingPart:
    most = max(known.days.high, known.usual.high)
    return PayingPart(
        sentence=_paying_sentence(known, voice),
        cost=_cost(known, voice),
        days=known.days,
        usual=known.usual,
        settled=known.settled,
        mark=days_mark(known.days, most),
        usual_mark=days_mark(known.usual, most),
        unpaid=known.unpaid,
        overdue=known.overdue,
        rows=tuple(known.invoices),
    )


def _paying_sentence(known: Paying, voice: Voice) -> str:
    days, usual = round(known.days.point), round(known.usual.point)
    said = {"days": days, "usual": usual, "count": known.settled}
    if not known.settled:
        text = (
            voice.translate("No invoice is settled yet: thirty days allowed are taken to become %(usual)s, assumed.")
            if known.assumed
            else voice.translate("No invoice is settled yet: thirty days become %(usual)s with our customers.")
        )
    elif days < usual:
        text = voice.translate(
            "Where thirty days are allowed it takes about %(days)s, sooner than the %(usual)s of a customer we know "
            "nothing of."
        )
    elif days > usual:
        text = voice.translate(
            "Where thirty days are allowed it takes about %(days)s, later than the %(usual)s of a customer we know "
            "nothing of."
        )
    else:
        text = voice.translate("Where thirty days are allowed it takes about %(days)s, as any customer.")
    return text % said


def _cost(known: Paying, voice: Voice) -> str:
    """What being late does to our capital."""
    late = known.days.point - 30
    if late < 1:
        return ""
    return voice.translate(
        "A million on such terms ties up our money %(days)s days longer than agreed, about %(cost)s at %(rate)s a year."
    ) % {
        "days": round(late),
        "cost": voice.about(MILLION * known.annual_rate * late / YEAR),
        "rate": voice.share(known.annual_rate),
    }


def _sentence(file: CustomerFile, voice: Voice) -> str:
    said = [_about_deals(file, voice), *_about_people(file, voice)]
    return ("" if voice.chinese else " ").join(said)


def _about_deals(file: CustomerFile, voice: Voice) -> str:
    if not file.open.total:
        return voice.translate("No opportunity is open here.")
    amount = float(sum((row.amount or Decimal(0) for row in file.open.rows), Decimal(0)))
    verdicts = [row.judged.verdict for row in file.open.rows if row.judged]
    said = {"count": file.open.total, "amount": voice.about(amount)}
    if verdicts:
        counts = [(one, verdicts.count(one)) for one in map(str, VERDICT) if one in verdicts]
        listed = [f"{word(VERDICT, one, voice.language)} {count}" for one, count in counts]
        return voice.translate("Open opportunities: %(count)s, about %(amount)s together (%(verdicts)s).") % (
            said | {"verdicts": voice.list(listed)}
        )
    return voice.translate("Open opportunities: %(count)s, about %(amount)s together.") % said


def _about_people(file: CustomerFile, voice: Voice) -> Iterator[str]:
    """Whom nobody of ours knows, the highest first; only for who may read relationships."""
    if file.ties is None:
        return
    met = _closest(file.ties)
    here = [(seat, one) for seat in file.chart.seats for one in seat.holders if not one.no_contact]
    unknown = [(seat, one) for seat, one in here if one.number not in met]
    if not here:
        yield voice.translate("Nobody who works there is entered yet.")
    elif not unknown:
        yield voice.translate("We know each of the %(all)s people entered.") % {"all": len(here)}
    else:
        seat, one = unknown[0]
        yield voice.translate("We know %(known)s of %(all)s people; the highest we do not: %(name)s, %(title)s.") % {
            "known": len(here) - len(unknown),
            "all": len(here),
            "name": one.name,
            "title": seat.title or "–",
        }
