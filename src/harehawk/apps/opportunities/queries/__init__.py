"""Reads of opportunities: permission first, then frozen rows; no model leaves."""

from harehawk.apps.opportunities.queries.cases import Settings, book, book_of_worth, cases, settings_on
from harehawk.apps.opportunities.queries.history import entries, judgements
from harehawk.apps.opportunities.queries.listing import Listed, Listing, Wish, listing, nothing_kept
from harehawk.apps.opportunities.queries.one import Deal, deal

__all__ = [
    "Deal", "Listed", "Listing", "Settings", "Wish", "book", "book_of_worth", "cases", "deal", "entries",
    "judgements", "listing", "nothing_kept", "settings_on",
]  # fmt: skip
