"""What can stand against a write, whoever makes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from harehawk.errors import Problem, Translate


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field that two people want to have otherwise; `name` is the field's, `label` what people call it."""

    name: str
    label: str
    yours: Any
    theirs: Any


@dataclass
class ChangedMeanwhile(Problem):
    """Somebody else changed the same fields since the page was opened. Nothing was saved, and nothing is lost."""

    code = "changed_meanwhile"
    status = 409
    by: str
    differences: Sequence[Difference]
    version: int = 0  # of the row as it is now
    others: Mapping[str, Any] = field(default_factory=dict)  # fields that only they changed, as they are now

    def message(self, translate: Translate) -> str:
        listed = "; ".join(
            translate("%(label)s: yours “%(yours)s”, now “%(theirs)s”")
            % {"label": one.label, "yours": _shown(one.yours), "theirs": _shown(one.theirs)}
            for one in self.differences
        )
        return translate(
            "%(by)s changed this while you were writing. Nothing was saved. Choose what holds, then save again. "
            "%(listed)s"
        ) % {"by": self.by or translate("Somebody"), "listed": listed}


@dataclass
class RowGone(Problem):
    """Somebody removed the row meanwhile."""

    code = "row_gone"
    status = 409
    what: str

    def message(self, translate: Translate) -> str:
        return translate("Somebody removed this meanwhile (%(what)s). Nothing was saved.") % {"what": self.what}


@dataclass
class RowRefused(Problem):
    """The row breaks rules; what they say, by field."""

    code = "row_refused"
    faults: Mapping[str, Sequence[str]]

    @property
    def first(self) -> str:
        """The field to look at first."""
        return next(iter(self.faults))

    def message(self, translate: Translate) -> str:
        del translate  # rules speak the visitor's language themselves
        return " ".join(str(text) for texts in self.faults.values() for text in texts)


@dataclass
class StillUsed(Problem):
    """The row cannot be removed while others hang on it."""

    code = "still_used"
    status = 409
    what: str
    users: Sequence[str]
    rows: Sequence[Any] = ()  # the same, where they are rows

    def message(self, translate: Translate) -> str:
        return translate(
            "“%(what)s” is still used by %(count)s others, such as “%(one)s”. Nothing was removed. Change those first."
        ) % {"what": self.what, "count": len(self.users), "one": self.users[0]}


@dataclass
class CannotUndo(Problem):
    """What it wrote was written over since, or was undone already."""

    code = "cannot_undo"
    status = 409
    what: str

    def message(self, translate: Translate) -> str:
        return translate(
            "This cannot be undone any more: “%(what)s” was changed again since. Nothing was done. Undo the later "
            "change first, or correct it by hand."
        ) % {"what": self.what}


class AlreadyUndone(Problem):
    """Somebody was faster, or pressed twice."""

    code = "already_undone"
    status = 409

    def message(self, translate: Translate) -> str:
        return translate("This was undone already. Nothing was done.")


def _shown(value: object) -> str:
    return "–" if value in (None, "", []) else str(value)
