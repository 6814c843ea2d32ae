"""Titles of what a workbook holds besides the sheets of the book."""

from harehawk.book.schema import Words

CONTENTS = Words("About this book", "使用说明")  # a page for people: what each sheet is for
LISTS = "_lists"  # hidden: what the drop-downs offer
SHORT_FORM = Words("Short form", "商机速填表", ("short", "速填表"))


def is_own_page(title: str) -> bool:
    """Tell whether a sheet is one that the writer adds for people."""
    return title in {CONTENTS.en, CONTENTS.zh}
