"""Words in cells and headings: the same however they are typed, and the nearest known one."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from harehawk.book.schema import Words

LIKE, LIKE_IF_SHORT, SHORT = 0.7, 0.5, 3  # one letter of two is half of a Chinese name
DENIES = re.compile(r"[没无不未非]|\b(?:no|not|non|none|cannot|un\w+)\b")


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Letters and digits only: case, width, spaces and punctuation do not count; A+ is not A, nor C# C."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in flat if letter.isalnum() or letter in "+#")


@lru_cache(maxsize=50_000)
def loosely(text: str) -> str:
    """The text without its case, width and outer spaces, for words that are signs: √, +, ×."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def spellings(words: Words, *others: str) -> tuple[str, ...]:
    """Every way to write these words."""
    return (words.en, words.zh, *words.aliases, *others)


def dictionary[T](meanings: Mapping[T, Iterable[str]]) -> dict[str, T]:
    """From every spelling, loose or folded, to what it means; the first meaning of a spelling wins."""
    found: dict[str, T] = {}
    for way in (loosely, fold):
        for meaning, spelt in meanings.items():
            for word in spelt:
                if folded := way(word):
                    found.setdefault(folded, meaning)
    return found


def look_up[T](words: Mapping[str, T], text: str) -> T | None:
    """What a text means, or None."""
    found = words.get(loosely(text))
    return words.get(fold(text)) if found is None else found


def denies(text: str) -> bool:
    """Tell whether a text says no to something: 没有, not known, unsecured."""
    return DENIES.search(loosely(text)) is not None


@lru_cache(maxsize=5_000)  # a wrong word tends to stand in many rows
def near(text: str, names: tuple[str, ...]) -> str:
    """The name most like a text, never its opposite; an empty text if nothing is like it."""
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(fold(name), name)
    denied = denies(text)
    alike = [one for one, name in folded.items() if denies(name) == denied]
    cutoff = LIKE_IF_SHORT if len(fold(text)) <= SHORT else LIKE
    found = difflib.get_close_matches(fold(text), alike, n=1, cutoff=cutoff)
    return folded[found[0]] if found else ""


def separator(language: str) -> str:
    """What stands between several things in a row."""
    return "、" if language.startswith("zh") else ", "
