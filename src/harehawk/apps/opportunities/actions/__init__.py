"""Writes of opportunities: permission, rules, the row and its entry, the judgement; all of it or nothing.

Every action takes the actor first, and answers with the number of what it wrote.
"""

from harehawk.apps.opportunities.actions.deals import (
    add_opportunity,
    add_team_member,
    change_opportunity,
    remove_team_member,
    share,
    unshare,
)
from harehawk.apps.opportunities.actions.facts import (
    decide,
    record_evidence,
    record_influence,
    record_outcome,
    record_stance,
    set_factor,
)
from harehawk.apps.opportunities.actions.rows import add_row, change_row, remove_row
from harehawk.apps.opportunities.actions.undoing import undo_batch, undo_entries, undo_entry

__all__ = [
    "add_opportunity", "add_row", "add_team_member", "change_opportunity", "change_row", "decide", "record_evidence",
    "record_influence", "record_outcome", "record_stance", "remove_row", "remove_team_member", "set_factor", "share",
    "undo_batch", "undo_entries", "undo_entry", "unshare",
]  # fmt: skip
