"""Who said something, how well they know it, and how long ago: what counts of a fact, whatever it says."""

from datetime import date

from harehawk.book.sheets.buying_group import StanceRow
from harehawk.book.sheets.evidence import EvidenceRow
from harehawk.engine.common import Statement


def statement(row: EvidenceRow | StanceRow, as_of: date, source: str | None) -> Statement:
    """What stands behind a fact on a day."""
    age = (as_of - row.learned_on).days
    return Statement(source=source or "", grade=row.grade, age_days=age, sealed=bool(row.sealed))
