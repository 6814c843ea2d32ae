"""What can stand against reading or writing an opportunity."""

from dataclasses import dataclass

from harehawk.apps.customers.problems import RuleBroken as RuleBroken  # noqa: PLC0414  one for both rooms
from harehawk.errors import Problem, Translate


@dataclass
class OpportunityNotFound(Problem):
    """It is not there, or not yours to see: nobody learns which."""

    code = "opportunity_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("No opportunity #%(number)s in your teams.") % {"number": self.number}


class OpportunityEnded(Problem):
    """Something told of an opportunity that has ended, to whoever may open it again."""

    code = "opportunity_ended"
    status = 409

    def message(self, translate: Translate) -> str:
        return translate("This opportunity has ended. Nothing was saved. Open it again on its page first.")


@dataclass
class SignalNotFound(Problem):
    """It is not there, or not yours to see: nobody learns which."""

    code = "signal_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("No signal #%(number)s of yours.") % {"number": self.number}


@dataclass
class RowNotFound(Problem):
    """It is not there, or not yours to write: nobody learns which."""

    code = "row_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("There is no row #%(number)s of yours there.") % {"number": self.number}


@dataclass
class CriterionUnknown(Problem):
    """Evidence on something that no gate asks."""

    code = "criterion_unknown"
    field = "criterion"
    criterion: str

    def message(self, translate: Translate) -> str:
        return translate("“%(criterion)s” is no criterion of your method. Choose one of those of the gates.") % {
            "criterion": self.criterion
        }


@dataclass
class ReasonMissing(Problem):
    """An overruling without a reason."""

    code = "reason_missing"
    field = "reason"

    def message(self, translate: Translate) -> str:
        return translate("The verdict is another: write why you decide otherwise. Nothing was saved.")


@dataclass
class OwnerMissing(Problem):
    """Nobody is named who owns it, and the actor is no colleague."""

    code = "owner_missing"
    field = "owner"

    def message(self, translate: Translate) -> str:
        return translate("Say which colleague owns it. Nothing was saved.")


@dataclass
class OpportunitiesNotYours(Problem):
    """Somebody whose roles add no opportunities."""

    code = "opportunities_not_yours"
    status = 404

    def message(self, translate: Translate) -> str:
        return translate("Account managers, directors and sales operations add opportunities. Ask one of them.")


@dataclass
class CustomerNotClear(Problem):
    """Several customers have the name that was typed."""

    code = "customer_not_clear"
    field = "customer"
    name: str

    def message(self, translate: Translate) -> str:
        return translate(
            "Several customers are called “%(name)s”. Open the one you mean among the customers and add it there. "
            "Nothing was saved."
        ) % {"name": self.name}


@dataclass
class FieldNotYours(Problem):
    """A confidential field, written by somebody who may not read it."""

    code = "field_not_yours"
    status = 403
    name: str

    def message(self, translate: Translate) -> str:
        return translate("Only those who work on this opportunity change this. Nothing was saved.")


@dataclass
class FileTooLarge(Problem):
    """A file of a fact is larger than one may be."""

    code = "file_too_large"
    field = "file"
    most: int

    def message(self, translate: Translate) -> str:
        return translate(
            "The file is larger than %(most)s MB. Nothing was saved. Take a smaller one, such as the pages that "
            "matter, or name the document instead."
        ) % {"most": self.most // 2**20}


class FileEmpty(Problem):
    """A file with nothing in it; often an upload that broke off."""

    code = "file_empty"
    field = "file"

    def message(self, translate: Translate) -> str:
        return translate("The file is empty, or did not arrive whole. Nothing was saved. Choose it again.")


@dataclass
class FileKindUnknown(Problem):
    """A file that is none of those that are taken, whatever its name says."""

    code = "file_kind_unknown"
    field = "file"
    name: str

    def message(self, translate: Translate) -> str:
        return translate(
            "“%(name)s” is no file that is taken here. Take a PDF, a photo (PNG, JPEG, WebP), an Office file without "
            "macros (DOCX, XLSX, PPTX), or a text. Nothing was saved."
        ) % {"name": self.name}


@dataclass
class FileNamedOtherwise(Problem):
    """A file whose name says that it is something else than it is."""

    code = "file_named_otherwise"
    field = "file"
    name: str
    ending: str  # of what it is

    def message(self, translate: Translate) -> str:
        claimed = self.name.rpartition(".")[2]
        return translate(
            "“%(name)s” is no %(claimed)s file: what is in it is a %(found)s file. Nothing was saved. Choose the right "
            "file, or name it for what it is."
        ) % {"name": self.name, "claimed": claimed.upper(), "found": self.ending.removeprefix(".").upper()}


@dataclass
class FileNotFound(Problem):
    """It is not there, or not yours to read: nobody learns which."""

    code = "file_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("There is no file #%(number)s of yours.") % {"number": self.number}


@dataclass
class PreviewNotFound(Problem):
    """It is not there, or not for you to see: nobody learns which."""

    code = "preview_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("No change #%(number)s is being tried out.") % {"number": self.number}


class PreviewOver(Problem):
    """A change that holds already, or is still being judged."""

    code = "preview_over"
    status = 409

    def message(self, translate: Translate) -> str:
        return translate("This change holds already, or is still being tried out. Load the page anew.")
