"""The one field policy: which fields are confidential, and who reads them. Every door asks here.

A field is named `table.field`, the table as the book names its sheet, or as it is called where it has none; a
computed value by its own name alone.
What is not named below is open to whoever may see the row.
"""

from collections.abc import Iterable, Mapping
from enum import Enum, StrEnum


class Secrecy(StrEnum):
    """What kind of thing a field tells."""

    OPEN = "open"
    POSITION = "position"  # how we stand with people and against rivals
    WORTH = "worth"  # what it brings and costs
    JUDGED = "judged"  # computed from the others, so as secret as they are


class Reach(Enum):
    """How somebody stands to an opportunity, or to the customer a row is about."""

    INSIDE = frozenset(Secrecy)  # its team, and the directors above it
    FINANCE = frozenset({Secrecy.OPEN, Secrecy.WORTH})
    OUTSIDE = frozenset({Secrecy.OPEN})  # sees that it is there, and what was decided

    def reads(self, name: str) -> bool:
        """Tell whether a field, or a computed value, may be read, and so be filtered, sorted and counted by."""
        return secrecy(name) in self.value


WHOLE_TABLES: Mapping[str, Secrecy] = {
    "members": Secrecy.POSITION,
    "bodies": Secrecy.POSITION,
    "influence": Secrecy.POSITION,
    "stances": Secrecy.POSITION,
    "relationships": Secrecy.POSITION,
    "evidence": Secrecy.POSITION,
    "needs": Secrecy.POSITION,
    "rivals": Secrecy.POSITION,
    "factors": Secrecy.POSITION,
    "tender_points": Secrecy.POSITION,
    "routes": Secrecy.POSITION,
    "moves": Secrecy.POSITION,
    "attachment": Secrecy.POSITION,
    "payments": Secrecy.WORTH,
    "costs": Secrecy.WORTH,
    "worth": Secrecy.WORTH,
    "harms": Secrecy.WORTH,
    "effort": Secrecy.WORTH,
    "judgements": Secrecy.JUDGED,
}
FIELDS: Mapping[str, Secrecy] = {
    "opportunities.margin": Secrecy.WORTH,
    "opportunities.decision_rule": Secrecy.POSITION,
    "opportunities.quota": Secrecy.POSITION,
    "opportunities.contract_route": Secrecy.POSITION,
    "opportunities.note": Secrecy.POSITION,
    "customers.importance": Secrecy.WORTH,
    "customers.note": Secrecy.POSITION,
    "people.wants_for_organisation": Secrecy.POSITION,
    "people.wants_for_self": Secrecy.POSITION,
    "people.fears": Secrecy.POSITION,
    "people.how_to_meet": Secrecy.POSITION,
    "decisions.reason": Secrecy.POSITION,
    "decisions.overrules_limit": Secrecy.POSITION,
    "outcomes.won_by": Secrecy.POSITION,
    "outcomes.reason": Secrecy.POSITION,
}
COMPUTED: Mapping[str, Secrecy] = {
    "worth": Secrecy.WORTH,
    "peak_capital": Secrecy.WORTH,
} | dict.fromkeys(
    (
        "verdict", "why", "level", "failing_gate", "gates", "chance", "share", "expected_value", "confidence",
        "question", "group_support", "power", "leverage", "talk_next",
    ),
    Secrecy.JUDGED,
)  # fmt: skip


def secrecy(name: str) -> Secrecy:
    """What kind of thing a field or a computed value tells."""
    table, dot, _ = name.partition(".")
    if not dot:
        return COMPUTED.get(name, Secrecy.OPEN)
    return FIELDS.get(name) or WHOLE_TABLES.get(table, Secrecy.OPEN)


def readable(reach: Reach, table: str, fields: Iterable[str]) -> list[str]:
    """Those fields of a table that may be read."""
    return [field for field in fields if reach.reads(f"{table}.{field}")]
