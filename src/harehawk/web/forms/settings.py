"""A row of the settings as a form: what counts where a field stays empty stands under it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext

from harehawk.apps.method.actions import Wanted
from harehawk.book.schema import Kind
from harehawk.book.sheets import SHEET
from harehawk.engine.gates.method import Method
from harehawk.web.forms.row import RowForm
from harehawk.web.forms.setting_values import assumed
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
    for key, field in form.fields.items():
        column = SHEET[sheet].column(key)
        default = assumed(method, column, sheet, code, customer_class, voice=voice())
        if not default:
            continue
        told = gettext("If empty: %(value)s.") % {"value": default}
        if column.kind == Kind.YES_NO and isinstance(field.widget, forms.RadioSelect):
            field.widget.choices = [*list(field.widget.choices)[:-1], ("", told.rstrip("。."))]
        else:
            field.help_text = " ".join(filter(None, (str(field.help_text), told)))
    return form
