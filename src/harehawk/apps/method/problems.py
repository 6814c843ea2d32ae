"""What can stand against a change of the method."""

from dataclasses import dataclass

from harehawk.book.review import Breach
from harehawk.errors import Problem, Translate


class MethodNotYours(Problem):
    """Only administrators and sales operations set the method."""

    code = "method_not_yours"
    status = 404

    def message(self, translate: Translate) -> str:
        return translate("Rates, prices and limits are set by sales operations. Ask one of them.")


@dataclass
class RateNotReachable(Problem):
    """A rate that the musts of its gate do not allow."""

    code = "rate_not_reachable"
    field: str

    def message(self, translate: Translate) -> str:
        return translate(
            "This rate is too high: what must hold before holds less often than that by itself. Enter a lower one."
        )


@dataclass
class SettingNotFound(Problem):
    """No class, criterion or version of that name or number."""

    code = "setting_not_found"
    status = 404
    what: str

    def message(self, translate: Translate) -> str:
        return translate("The method has no “%(what)s”.") % {"what": self.what}


@dataclass
class CodeTaken(Problem):
    """Something new is called like something that is there."""

    code = "code_taken"
    field = "code"
    what: str

    def message(self, translate: Translate) -> str:
        return translate("There is already a “%(what)s”. Change that one, or take another code.") % {"what": self.what}


class NothingChanged(Problem):
    """What is wanted holds already."""

    code = "nothing_changed"

    def message(self, translate: Translate) -> str:
        return translate("This is how it is already: nothing would change.")


@dataclass
class SettingRefused(Problem):
    """No method could be computed with it. A breach of another row is told without a field."""

    code = "setting_refused"
    breaches: tuple[Breach, ...]

    @property
    def field(self) -> str:  # type: ignore[override]  # others say it of the class
        """The column to look at first."""
        return self.breaches[0].column

    def message(self, translate: Translate) -> str:
        said = dict.fromkeys(breach.problem.message(translate) for breach in self.breaches)
        return " ".join([*said, translate("Nothing was saved.")])


@dataclass
class ClassInUse(Problem):
    """Customers are of a class that is to go."""

    code = "class_in_use"
    what: str
    count: int

    def message(self, translate: Translate) -> str:
        return translate(
            "Customers are of the class “%(what)s” (%(count)s). Give them another class first. Nothing was changed."
        ) % {"what": self.what, "count": self.count}


@dataclass
class CriterionInUse(Problem):
    """There is evidence on a criterion that is to go."""

    code = "criterion_in_use"
    what: str

    def message(self, translate: Translate) -> str:
        return translate(
            "There is evidence on “%(what)s”. To count it no longer, let it move 0 and be no must. Nothing was changed."
        ) % {"what": self.what}


class MadeByImport(Problem):
    """A version that came with a book goes with it."""

    code = "made_by_import"
    status = 409

    def message(self, translate: Translate) -> str:
        return translate("These settings came with a book. Take the import back, or change them by hand.")
