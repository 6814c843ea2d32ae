"""The sample: one believable supplier of industrial software and its world, in Chinese and English.

Every text stands beside its translation and every date is counted from the day of writing, so both
languages tell the same story on any day. What each opportunity shows: docs/explanation/sample.md.
"""

import datetime as dt

from harehawk.book.sample import (
    closed_deals,
    company,
    customers,
    hospital_deals,
    hospital_people,
    invoices,
    outside,
    power_deals,
    power_people,
    rail_deals,
    rail_people,
    signals,
    water_deals,
    water_people,
)
from harehawk.book.sample.draft import Draft
from harehawk.book.sheets import Book

_PARTS = (
    company, customers, rail_people, power_people, water_people, hospital_people, outside,
    rail_deals, power_deals, water_deals, hospital_deals, closed_deals, signals, invoices,
)  # fmt: skip


def sample(language: str, today: dt.date) -> Book:
    """Return the sample company as known on `today`; `language` is "zh" or "en"."""
    draft = Draft(language, today)
    for part in _PARTS:
        part.write(draft)
    return draft.book()
