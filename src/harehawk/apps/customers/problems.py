"""What can stand against reading or writing a customer."""

from dataclasses import dataclass

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
