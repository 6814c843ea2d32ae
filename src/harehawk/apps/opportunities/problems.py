"""What can stand against reading or writing an opportunity."""

from dataclasses import dataclass

from harehawk.book.sheets.choices import GRADES
from harehawk.engine.common import Grade
from harehawk.errors import Problem, Translate


@dataclass
class OpportunityNotFound(Problem):
    """It is not there, or not yours to see: nobody learns which."""

    code = "opportunity_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("No opportunity #%(number)s in your teams.") % {"number": self.number}


@dataclass
class SignalNotFound(Problem):
    """It is not there, or not yours to see: nobody learns which."""

    code = "signal_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("No signal #%(number)s of yours.") % {"number": self.number}
