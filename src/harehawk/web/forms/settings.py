"""A row of the settings as a form: what counts where a field stays empty stands under it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext

from harehawk.apps.method.actions import Wanted
from harehawk.apps.method.company import ASSUMED
from harehawk.book.schema import Kind
from harehawk.book.sheets import SHEET
from harehawk.book.sheets.settings import RATES
from harehawk.engine.gates.method import Method
from harehawk.web.forms.cells import OfTen
from harehawk.web.forms.row import RowForm
from harehawk.web.forms.setting_values import assumed
from harehawk.web.forms.welcome import CompanyForm
from harehawk.web.voice import voice
from harehawk.wording.terms import GATE, GATE_NUMBER

LEFT_OUT = {
    "company": set[str](),
    "classes": {"code"},
    "criteria": {"code", "customer_class"},
}
NOT_FOR_ONE_CLASS = {"name", "gate", "must", "help"}


def setting_form(
    wanted: Wanted, data: QueryDict | None, method: Method, *, first: Mapping[str, Any], version: int
) -> RowForm:
    """Make it; for a class or criterion to be added, with its code. `method` is the one in force."""
    sheet, code, customer_class = wanted.sheet, wanted.code, wanted.customer_class
    leave_out = LEFT_OUT[sheet] - ({"code"} if wanted.adds else set())
    if customer_class:
        leave_out |= NOT_FOR_ONE_CLASS
    offered = {"gate": [(gate, f"{voice().say(GATE_NUMBER[gate])} · {voice().say(GATE[gate])}") for gate in (1, 2, 3)]}
    form = RowForm(SHEET[sheet], offered, data, first=first, version=version, leave_out=leave_out)
    if sheet == "company":
        _ask_of_ten(form, first)
    for key, field in form.fields.items():
        column = SHEET[sheet].column(key)
        default = assumed(method, column, sheet, code, customer_class, voice=voice())
        if not default or column.of_ten or column.empty_said:
            continue
        told = gettext("If empty: %(value)s.") % {"value": default}
        if column.kind == Kind.YES_NO and isinstance(field.widget, forms.RadioSelect):
            field.widget.choices = [*list(field.widget.choices)[:-1], ("", told.rstrip("。."))]
        else:
            field.help_text = " ".join(filter(None, (str(field.help_text), told)))
    return form


def _ask_of_ten(form: RowForm, first: Mapping[str, Any]) -> None:
    """Have the rates asked for as on the welcome page."""
    for key in RATES:
        field = OfTen(form.columns[key], None, "")
        field.label = CompanyForm.base_fields[key].label
        field.help_text = gettext("A number of ten. If empty: %(value)s.") % {"value": f"{10 * float(ASSUMED[key]):g}"}
        form.fields[key] = field
        if first.get(key) is not None:
            form.initial[key] = f"{10 * first[key]:g}"
