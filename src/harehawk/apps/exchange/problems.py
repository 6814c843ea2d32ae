"""What can stand against an import, an export or a backup."""

from dataclasses import dataclass

from harehawk.apps.exchange.naming import Thing, Unseen
from harehawk.errors import Problem, Translate


@dataclass
class ImportNotFound(Problem):
    """It is not there, or not for whoever asks: nobody learns which."""

    code = "import_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("There is no import #%(number)s for you.") % {"number": self.number}


@dataclass
class ImportNotYours(Problem):
    """Somebody without the right to import."""

    code = "import_not_yours"
    status = 403

    def message(self, translate: Translate) -> str:
        return translate("Only sales operations and administrators import a book. Ask one of them.")


@dataclass
class ImportOfAnother(Problem):
    """A book that a colleague looked at, to be stored."""

    code = "import_of_another"
    status = 403
    name: str

    def message(self, translate: Translate) -> str:
        return translate("Only whoever brought %(name)s has it stored, having seen what it would change.") % {
            "name": self.name
        }


@dataclass
class NotWaiting(Problem):
    """An import that does not wait to be confirmed."""

    code = "not_waiting"
    status = 409
    name: str

    def message(self, translate: Translate) -> str:
        return translate("%(name)s does not wait to be confirmed: it is under way, done or stopped.") % {
            "name": self.name
        }


@dataclass
class BookUnderWay(Problem):
    """A book is being read or stored, and may bring back what is to go."""

    code = "book_under_way"
    status = 409
    name: str

    def message(self, translate: Translate) -> str:
        return translate(
            "%(name)s is being brought in just now, and may name them. Wait until it is stored, or stop it; then erase."
        ) % {"name": self.name}


@dataclass
class NothingToUndo(Problem):
    """An import that stored nothing, or was taken back."""

    code = "nothing_to_undo"
    status = 409
    name: str

    def message(self, translate: Translate) -> str:
        return translate("%(name)s is not stored, so there is nothing to take back.") % {"name": self.name}


@dataclass
class BuiltUpon(Problem):
    """Rows of an import that others changed or hang on."""

    code = "built_upon"
    status = 409
    name: str
    count: int
    such_as: str  # empty where whoever asks may see none of them

    def message(self, translate: Translate) -> str:
        said = (
            translate(
                "%(name)s cannot be taken back: %(count)s of its rows were changed since or are used by others, such "
                "as “%(one)s”. Nothing was changed. Undo those changes first."
            )
            if self.such_as
            else translate(
                "%(name)s cannot be taken back: %(count)s of its rows were changed since or are used by others. "
                "Nothing was changed. Those changes have to be undone first."
            )
        )
        return said % {"name": self.name, "count": self.count, "one": self.such_as}


@dataclass
class SampleLoaded(Problem):
    """The sample is here already."""

    code = "sample_loaded"
    status = 409

    def message(self, translate: Translate) -> str:
        return translate("The sample is loaded already. Remove it first to load it anew.")


@dataclass
class SampleClashes(Problem):
    """Rows of one's own that are called like rows of the sample."""

    code = "sample_clashes"
    status = 409
    name: str

    def message(self, translate: Translate) -> str:
        return translate("The sample cannot be loaded: “%(name)s” of yours is called like a row of it.") % {
            "name": self.name
        }


@dataclass
class SampleGone(Problem):
    """There is no sample to remove."""

    code = "sample_gone"
    status = 409

    def message(self, translate: Translate) -> str:
        return translate("The sample is not loaded.")


@dataclass
class BackupBroken(Problem):
    """A file that is no backup, or one that does not read back whole."""

    code = "backup_broken"
    file: str
    part: str = ""  # what in it is not as it was written

    def message(self, translate: Translate) -> str:
        said = (
            translate(
                "%(file)s is not a whole backup: “%(part)s” in it is not as it was written. Nothing was changed. Take "
                "another one."
            )
            if self.part
            else translate(
                "%(file)s is not a whole backup: it is another kind of file, or a part of it is missing. Nothing was "
                "changed. Take what harehawk backup wrote."
            )
        )
        return said % {"file": self.file, "part": self.part}


@dataclass
class BackupMissing(Problem):
    """No file where a backup should be."""

    code = "backup_missing"
    file: str

    def message(self, translate: Translate) -> str:
        return translate("There is no file %(name)s. Check its name and folder.") % {"name": self.file}


@dataclass
class BackupOfOther(Problem):
    """A backup made on another kind of database, or by another version."""

    code = "backup_of_other"
    file: str
    made_on: str

    def message(self, translate: Translate) -> str:
        return translate(
            "%(file)s was made on %(made_on)s, and these data are kept otherwise. Restore it where it was made, then "
            "export a book there and import it here. Nothing was changed."
        ) % {"file": self.file, "made_on": self.made_on}


@dataclass
class SampleUsed(Problem):
    """What real users wrote, and hung on the sample."""

    code = "sample_used"
    status = 409
    things: tuple[Thing, ...]
    unseen: tuple[Unseen, ...]

    def message(self, translate: Translate) -> str:
        return translate(
            "The sample was not removed: %(count)s entries that your own people made hang on it. Give each a customer, "
            "an owner and a team of your own, or take back that it was added."
        ) % {"count": len(self.things) + sum(one.count for one in self.unseen)}
