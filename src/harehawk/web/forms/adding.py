"""The form of a new opportunity: whose need it is, what it is called, who owns it; the rest can wait."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from harehawk.apps.opportunities.queries import Addable
from harehawk.book.sheets import SHEET
from harehawk.web.forms.cells import Suggesting
from harehawk.web.forms.row import RowForm

SHEET_OF = SHEET["opportunities"]
ASKED = {"name", "owner", "amount", "expected_signature"}


class AddingForm(RowForm):
    """A customer by name, one of those there are or a new one; and the first fields of the opportunity."""

    def __init__(self, addable: Addable, data: QueryDict | None, *, customer: str) -> None:
        super().__init__(
            SHEET_OF,
            {"colleagues": addable.owners},
            data,
            first={"owner": addable.own} if addable.own else {},
            leave_out={column.key for column in SHEET_OF.columns} - ASKED,
        )
        of = forms.CharField(
            label=_("Customer"),
            max_length=200,
            initial=customer,
            help_text=_("One of the list; a name that is not in it becomes a new customer."),
            widget=Suggesting(addable.customers),
        )
        self.fields = {"customer": of, **self.fields}
