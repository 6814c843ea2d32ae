"""Reads of opportunities: permission first, then frozen rows; no model leaves."""

from harehawk.apps.opportunities.known import Known
from harehawk.apps.opportunities.queries.adding import Addable, addable
from harehawk.apps.opportunities.queries.cases import (
    Settings,
    book,
    cases,
    known_of,
    known_of_worth,
    settings_on,
)
from harehawk.apps.opportunities.queries.concluded import Concluded, Decided, Ended, concluded
from harehawk.apps.opportunities.queries.history import Moment, Written, entries, judgements
from harehawk.apps.opportunities.queries.listing import Judged, Listed, Listing, Wish, listing, nothing_kept
from harehawk.apps.opportunities.queries.one import Deal, deal
from harehawk.apps.opportunities.queries.overview import Named, Overview, Summed, named, overview
from harehawk.apps.opportunities.queries.rows import SHEETS, Choosable, Entered, choosable, entered, entered_row
from harehawk.apps.opportunities.queries.undoable import undoable
from harehawk.apps.opportunities.visible import may_add

__all__ = [
    "SHEETS",
    "Addable",
    "Choosable",
    "Concluded",
    "Deal",
    "Decided",
    "Ended",
    "Entered",
    "Judged",
    "Known",
    "Listed",
    "Listing",
    "Moment",
    "Named",
    "Overview",
    "Settings",
    "Summed",
    "Wish",
    "Written",
    "addable",
    "book",
    "cases",
    "choosable",
    "concluded",
    "deal",
    "entered",
    "entered_row",
    "entries",
    "judgements",
    "known_of",
    "known_of_worth",
    "listing",
    "may_add",
    "named",
    "nothing_kept",
    "overview",
    "settings_on",
    "undoable",
]
