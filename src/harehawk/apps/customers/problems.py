"""What can stand against reading or writing a customer."""

from collections.abc import Sequence
from dataclasses import dataclass

from harehawk.book.review import Breach
from harehawk.errors import Problem, Translate


@dataclass
class CustomerNotFound(Problem):
    """It is not there, or not yours to see: nobody learns which."""

    code = "customer_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("No customer #%(number)s of yours.") % {"number": self.number}


@dataclass
class PersonNotFound(Problem):
    """They are not there, or not yours to see: nobody learns which."""

    code = "person_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("Nobody #%(number)s at customers of yours.") % {"number": self.number}


@dataclass
class InvoiceNotFound(Problem):
    """It is not an invoice of this customer."""

    code = "invoice_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("There is no invoice #%(number)s of this customer.") % {"number": self.number}


@dataclass
class ColleagueNotFound(Problem):
    """Nobody of ours has that number."""

    code = "colleague_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("There is no colleague #%(number)s.") % {"number": self.number}


@dataclass
class NamedElsewhere(Problem):
    """Somebody or something that other rows name, and that therefore cannot be removed."""

    code = "named_elsewhere"
    status = 409
    name: str
    sheets: Sequence[object]  # where it is named, in words, of what everybody sees
    learnt: bool  # what was learnt names it, too; what exactly is not for everybody
    person: bool

    def message(self, translate: Translate) -> str:
        where = [str(one) for one in self.sheets]
        if self.learnt:
            where.append(translate("relationships, buying groups or what was learnt"))
        said = translate("“%(name)s” was not removed: it is still named in %(where)s.")
        way_out = (
            translate("If they left, enter the day on which they did.")
            if self.person
            else translate("Change those, or take them back, first.")
        )
        return f"{said % {'name': self.name, 'where': ' · '.join(where)}} {way_out}"


@dataclass
class RuleBroken(Problem):
    """What was entered breaks a rule of the book. Nothing was saved."""

    code = "rule_broken"
    breaches: tuple[Breach, ...]

    @property
    def field(self) -> str:  # type: ignore[override]  # others say it of the class
        """The column to look at first."""
        return self.breaches[0].column

    def message(self, translate: Translate) -> str:
        listed = [in_its_place(breach, translate) for breach in self.breaches]
        return " ".join([*dict.fromkeys(listed), translate("Nothing was saved.")])


def in_its_place(breach: Breach, translate: Translate) -> str:
    """What is wrong, after the sheet and column where it stands."""
    one = breach.problem
    text = translate("%(sheet)s, “%(column)s”: %(said)s") if one.column else translate("%(sheet)s: %(said)s")
    return text % {"sheet": one.sheet, "column": one.column, "said": one.message(translate)}


@dataclass
class PostNotFound(Problem):
    """It is not a post of this customer."""

    code = "post_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("There is no post #%(number)s at this customer.") % {"number": self.number}
