"""Reads of opportunities: permission first, then frozen rows; no model leaves."""

from harehawk.apps.opportunities.queries.cases import book, cases
from harehawk.apps.opportunities.queries.history import entries, judgements
from harehawk.apps.opportunities.queries.listing import Listed, Listing, Wish, listing
from harehawk.apps.opportunities.queries.one import Deal, deal

__all__ = ["Deal", "Listed", "Listing", "Wish", "book", "cases", "deal", "entries", "judgements", "listing"]
