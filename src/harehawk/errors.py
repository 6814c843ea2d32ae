"""What a user can get wrong, in words: every problem says where, what, and the way out."""

from collections.abc import Callable
from typing import ClassVar

Translate = Callable[[str], str]


def gettext_noop(text: str) -> str:
    """Mark a text that is kept in a table, so that it is translated where it is said."""
    return text


class Problem(Exception):
    """Something the user can mend. Carries its data, knows no language, speaks through `translate`.

    Subclasses are dataclasses; they set `code` (for programs, never changed) and say `message`.
    """

    code: ClassVar[str]
    status: ClassVar[int] = 422
    field: str | None = None

    def message(self, translate: Translate) -> str:
        """Say where, what, and the way out, in the user's language."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.message(str)
