"""Finding by what people type: Chinese, pinyin, initials, English."""

from collections.abc import Iterable

from harehawk.apps.rows.spelled import spelled


def matches(query: str, texts: Iterable[str]) -> bool:
    """Whether every word of the query is in one of the texts, as written or as pronounced.

    >>> [matches(query, ["临江轨道交通"]) for query in ("轨道", "guidao", "ljgd", "lj", "dao gui", "xx")]
    [True, True, True, True, True, False]
    """
    forms = [spelled(text) for text in texts]
    return all(any(word in form for form in forms) for word in query.lower().split())
