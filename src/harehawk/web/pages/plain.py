"""An opportunity that is not judged for its reader: it ended, or he does not work on it."""

import datetime as dt
from dataclasses import dataclass

from harehawk.apps.opportunities.queries import Concluded
from harehawk.book.schema import Value
from harehawk.book.sheets import SHEET
from harehawk.book.sheets.choices import OUTCOMES_, Outcome
from harehawk.web.pages.cells import cell_text
from harehawk.web.pages.kept import Kept
from harehawk.web.pages.worth import WorthPart
from harehawk.wording.voice import Voice

HEAD = {"id", "name", "customer", "owner"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One of its own fields, in words."""

    word: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """What may be read of it. `before` is the last day on which it was judged."""

    kept: Kept
    number: str
    name: str
    customer: str
    owner: str
    fields: tuple[FieldRow, ...]
    concluded: Concluded
    outcome_word: str
    before: dt.date | None
    judges: bool
    worth: WorthPart | None


def plain_page(kept: Kept, concluded: Concluded, worth: WorthPart | None, voice: Voice) -> PlainPage:
    """Make the page of what its reader may read."""
    deal, ended = kept.deal, concluded.ended
    judges = deal.reach.reads("verdict")
    return PlainPage(
        kept=kept,
        number=str(deal.number),
        name=deal.fields["name"],
        customer=deal.customer_name,
        owner=deal.owner_name,
        fields=tuple(_fields(kept, voice)),
        concluded=concluded,
        outcome_word=voice.say(OUTCOMES_[Outcome(ended.outcome)]) if ended else "",
        before=_before(kept, concluded) if judges else None,
        judges=judges,
        worth=worth,
    )


def _fields(kept: Kept, voice: Voice) -> list[FieldRow]:
    sheet = SHEET["opportunities"]
    values: list[tuple[str, Value]] = [(key, value) for key, value in kept.deal.fields.items() if key not in HEAD]
    return [
        FieldRow(word=voice.say(sheet.column(key).words), text=cell_text(sheet.column(key), value, voice))
        for key, value in values
        if value not in {None, ""}
    ]


def _before(kept: Kept, concluded: Concluded) -> dt.date | None:
    if concluded.ended is None:
        return None
    day = concluded.ended.closed_on - dt.timedelta(days=1)
    return day if day >= kept.deal.known_since else None
