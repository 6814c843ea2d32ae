"""Text that a spreadsheet would take for a formula, in files that know no types.

Opened in a spreadsheet, the CSV text `=1+1` is computed, and `=HYPERLINK(…)` calls somebody. An apostrophe in
front keeps it text, and reading takes one apostrophe off again, so every text comes back as it was.
"""

import re

_STARTS_A_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t]")  # the wide ones count in East Asian settings


def guarded(text: str) -> str:
    """The text as a CSV cell that stays text."""
    return "'" + text if _STARTS_A_FORMULA.match(text) else text


def as_it_was(cell: str) -> str:
    """The text of a CSV cell, guarded or not."""
    return cell[1:] if cell.startswith("'") and _STARTS_A_FORMULA.match(cell) else cell
