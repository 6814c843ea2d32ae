"""Finding by what people type: Chinese, pinyin, initials, English."""

from collections.abc import Iterable
from functools import lru_cache

from pypinyin import Style, lazy_pinyin


def matches(query: str, texts: Iterable[str]) -> bool:
    """Whether every word of the query is in one of the texts, as written or as pronounced.

    >>> [matches(query, ["临江轨道交通"]) for query in ("轨道", "guidao", "ljgd", "lj", "dao gui", "xx")]
    [True, True, True, True, True, False]
    """
    forms = [form for text in texts for form in _forms(text)]
    return all(any(word in form for form in forms) for word in query.lower().split())


@lru_cache(maxsize=16384)
def _forms(text: str) -> tuple[str, str, str]:
    """As written, in pinyin, and by initials; what is not Chinese stands for itself."""
    syllables = lazy_pinyin(text)
    initials = lazy_pinyin(text, style=Style.FIRST_LETTER)
    return (text.lower(), "".join(syllables).lower().replace(" ", ""), "".join(initials).lower().replace(" ", ""))
