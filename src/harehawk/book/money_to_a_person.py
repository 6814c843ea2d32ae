"""Words for money or gifts to a person, which have no place in a book."""

import re

WORDS = re.compile(
    r"回扣|返点|好处费|红包|行贿|受贿|贿赂|贿|礼金|购物卡|茶水费|辛苦费|打点|灰色费用"
    r"|\bkickbacks?\b|\bbrib(?:e|es|ed|ing|ery)\b|\bunder the table\b|\bfacilitation payments?\b|\bgrease payments?\b",
    re.IGNORECASE,
)
AGAINST = re.compile(  # rules against it may be named: many tenders ask for such a promise
    r"(?:反|防|禁止|严禁|拒绝|不得|不收|不给|杜绝|无)(?:商业|任何)?(?:行贿受贿|行贿|受贿|贿赂|回扣|返点|好处费|红包|礼金)"
    r"|\banti[- ]?(?:bribery|kickback)\b|\b(?:no|against|prohibit(?:s|ed)?) (?:kickbacks?|brib(?:es|ery))\b",
    re.IGNORECASE,
)


def named_money(text: str) -> str:
    """The first such word of a text, or an empty text."""
    if not (found := WORDS.search(text)):
        return ""
    found = WORDS.search(AGAINST.sub(" ", text))
    return found[0] if found else ""
