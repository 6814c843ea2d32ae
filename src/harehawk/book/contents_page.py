"""The first page of a workbook: what each sheet is for, and how to fill it in."""

from collections.abc import Sequence

import xlsxwriter

from harehawk.book.schema import Sheet, Words
from harehawk.book.titles import CONTENTS

HOW = (
    Words(
        "Only headings with * must be filled. Leave empty what nobody asked; an empty cell is a full answer.",
        "只有带*的列必填。没问过的就空着，空着也是完整的回答。",
    ),
    Words(
        "Write amounts like 3000000 or 300万, shares like 20%, days like 2026-11-24.",
        "金额写3000000或300万，比例写20%，日期写2026-11-24。",
    ),
    Words(
        "Name people, customers and opportunities as on their own sheets. Delete sheets and columns you do not use.",
        "人员、客户、商机的名称与各自的表一致。用不到的表和列可以删掉。",
    ),
)
COLUMN_WIDTHS = (24, 96)


def write_contents(workbook: xlsxwriter.Workbook, sheets: Sequence[Sheet], language: str) -> None:
    """Write the page; reading leaves it out."""
    page = workbook.add_worksheet(CONTENTS.say(language))
    bold, wrapped = workbook.add_format({"bold": True}), workbook.add_format({"text_wrap": True, "valign": "top"})
    for place, width in enumerate(COLUMN_WIDTHS):
        page.set_column(place, place, width, wrapped)
    page.write_string(0, 0, CONTENTS.say(language), bold)
    row = 0
    for row, line in enumerate(HOW, 1):
        page.write_string(row, 1, line.say(language), wrapped)
    for row, sheet in enumerate(sheets, row + 2):  # noqa: B020  goes on below the lines
        title = sheet.words.say(language)
        page.write_url(row, 0, f"internal:'{title}'!A1", string=title)
        page.write_string(row, 1, sheet.note.say(language), wrapped)
