"""What can stand against an import, an export or a backup."""

from dataclasses import dataclass

from harehawk.errors import Problem, Translate


@dataclass
class ImportNotFound(Problem):
    """It is not there, or somebody else's: nobody learns which."""

    code = "import_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("No import #%(number)s of yours.") % {"number": self.number}


@dataclass
class ImportNotYours(Problem):
    """Somebody without the right to import."""

    code = "import_not_yours"
    status = 403

    def message(self, translate: Translate) -> str:
        return translate("Only sales operations and administrators import a book. Ask one of them.")


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
    rows: tuple[str, ...]

    def message(self, translate: Translate) -> str:
        return translate(
            "%(name)s cannot be taken back: %(count)s of its rows were changed since or are used by others, such as "
            "“%(one)s”. Nothing was changed. Undo those changes first."
        ) % {"name": self.name, "count": len(self.rows), "one": self.rows[0]}


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
    """A backup that does not read back whole."""

    code = "backup_broken"
    file: str
    reason: str

    def message(self, translate: Translate) -> str:
        return translate("%(file)s is not a whole backup: %(reason)s. Nothing was changed.") % {
            "file": self.file,
            "reason": self.reason,
        }


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
    """Rows of one's own that hang on the sample."""

    code = "sample_used"
    status = 409
    rows: tuple[str, ...]

    def message(self, translate: Translate) -> str:
        return translate(
            "The sample cannot be removed: %(count)s rows of yours hang on it, such as “%(one)s”. Nothing was removed. "
            "Change those first."
        ) % {"count": len(self.rows), "one": self.rows[0]}
