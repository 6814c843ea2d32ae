"""Who acts, and through which door: what every action takes first."""

from dataclasses import dataclass, replace
from enum import StrEnum

from harehawk.apps.access.models import Batch, User

type Visitor = User  # what doors call somebody who is signed in; tables are not theirs to import


class Door(StrEnum):
    """Where a write comes in."""

    PAGE = "page"
    COMMAND = "command"
    TASK = "task"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """`user` is None for the program itself and for the command line; `batch` gathers what is undone together."""

    user: User | None
    door: Door
    batch: Batch | None = None

    def gathering(self, kind: Batch.Kind, title: str = "") -> "Actor":
        """Open a batch: what this actor writes goes into it."""
        return replace(self, batch=Batch.objects.create(kind=kind, title=title, opened_by=self.user))


def signed_in(someone: object) -> Visitor:
    """The user behind a request that asked for one."""
    if not isinstance(someone, User):
        raise TypeError("nobody is signed in")
    return someone
