"""Every rule of the book is used, and says what is wrong and the way out."""

import re
from pathlib import Path

from harehawk.book import rules

BOOK = Path(rules.__file__).parent
FILLED = re.compile(r"%\((\w+)\)s")


def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in BOOK.rglob("*.py") if path.name != "rules.py")


def test_no_rule_is_there_for_nothing():
    used = code()
    built = {"nobody_optional", "nothing_optional", "nobody_near", "nothing_near", "nobody", "nothing"}  # by their kind

    idle = [rule for rule in (*rules.CELL_RULES, *rules.FILE_RULES) if f'"{rule}"' not in used and rule not in built]

    assert idle == []


def test_every_sentence_can_be_filled_and_ends_as_a_sentence():
    for texts in (rules.CELL_RULES, rules.FILE_RULES):
        for rule, text in texts.items():
            filled = text % dict.fromkeys(FILLED.findall(text), "x")
            assert filled[-1] in ".?", rule
            assert "%" not in FILLED.sub("", text).replace("%%", ""), rule
