"""Changes of settings in words."""

from dataclasses import dataclass

from django.utils.text import capfirst

from harehawk.apps.method.history import Changed
from harehawk.book.schema import Value
from harehawk.book.sheets import SHEET
from harehawk.engine.gates.method import Method
from harehawk.web.forms.setting_values import assumed, said
from harehawk.wording.names import Names
from harehawk.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One setting before and after, in words."""

    what: str
    before: str
    after: str


def about(sheet: str, code: str, customer_class: str, names: Names, voice: Voice) -> str:
    """Which row of the settings."""
    if sheet == "company":
        return capfirst(voice.say(SHEET[sheet].words))
    if sheet == "classes":
        return voice.translate("Class “%(name)s”") % {"name": names.classes.get(code, code)}
    statement = capfirst(names.criteria.get(code, code))
    if not customer_class:
        return statement
    return voice.translate("%(statement)s, for the class “%(name)s”") % {
        "statement": statement,
        "name": names.classes.get(customer_class, customer_class),
    }


def change_row(one: Changed, method: Method, names: Names, voice: Voice) -> ChangeRow:
    """A change in words; what is empty is the default."""
    default = assumed(method, one.column, one.sheet, one.code, one.customer_class, voice=voice)

    def shown(value: Value) -> str:
        if value is not None or not default:
            return said(one.column, value, voice)
        return voice.translate("%(value)s (default)") % {"value": default}

    where = about(one.sheet, one.code, one.customer_class, names, voice)
    return ChangeRow(
        what=f"{where}{voice.colon}{voice.say(one.column.words)}", before=shown(one.before), after=shown(one.after)
    )
