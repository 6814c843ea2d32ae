"""What a setting says, and what counts where nothing is set."""

from collections.abc import Mapping
from typing import Any

from harehawk.apps.method.company import ASSUMED
from harehawk.book.pack import CRITERION_WORDS
from harehawk.book.schema import Column, Kind, Value
from harehawk.engine.gates.method import Emphasis, Method
from harehawk.engine.gates.pack import DEFAULT
from harehawk.engine.worth.deal import Aspect, Limit
from harehawk.web.forms.cells import typed, worded
from harehawk.wording.schedule import schedule
from harehawk.wording.voice import MINUS, Voice

COMPANY: Mapping[str, Any] = {
    **ASSUMED, "loss_given_default": DEFAULT.loss_given_default, "rivals_modelled": DEFAULT.rivals_modelled,
}  # fmt: skip
LIMIT = {"capital_limit": Limit.CAPITAL, "credit_limit": Limit.CREDIT, "margin_floor": Limit.MARGIN}


def of_class(emphasis: Emphasis, key: str) -> Value:
    """What a class has in a column of sheet Classes."""
    if key in LIMIT:
        return emphasis.limits[LIMIT[key]]
    if key.startswith("hours_"):
        return emphasis.hours[key.removeprefix("hours_")]
    if key in {str(aspect) for aspect in Aspect}:
        return emphasis.aspects[Aspect(key)]
    return getattr(emphasis, key)


def usual(method: Method, column: Column, sheet: str, code: str, customer_class: str = "") -> Value:
    """What counts where a cell is empty; None where nothing does. `method` is the one in force."""
    if column.key == "code":
        return None
    if sheet == "company":
        return COMPANY.get(column.key)
    if sheet == "classes":
        return of_class(DEFAULT.classes.get(code, DEFAULT.classes[DEFAULT.unclassified]), column.key)
    if customer_class:
        shipped = DEFAULT.classes.get(customer_class)
        swing = shipped.swings.get(code) if shipped and column.key == "swing" else None
        own = next((one for one in method.criteria if one.code == code), None)
        return getattr(own, column.key, None) if swing is None else swing
    default = next((one for one in DEFAULT.criteria if one.code == code), None)
    return getattr(default, column.key, None)


def assumed(method: Method, column: Column, sheet: str, code: str, customer_class: str, *, voice: Voice) -> str:
    """The same in words; empty where nothing counts."""
    if column.key == "name" and code in CRITERION_WORDS and not customer_class:
        return voice.say(CRITERION_WORDS[code])
    value = usual(method, column, sheet, code, customer_class)
    return "" if value is None else said(column, value, voice)


def said(column: Column, value: Value, voice: Voice) -> str:
    """A value of a setting."""
    if value is None or value in ("", [], ()):
        return "–"
    match column.kind:
        case Kind.MONEY:
            return voice.money(float(value))
        case Kind.SHARE:
            return voice.of_ten(value) if column.of_ten else voice.share(value)
        case Kind.NUMBER | Kind.WHOLE:
            shown = str(typed(column, value))
            return shown.replace("-", MINUS)
        case Kind.SCHEDULE:
            return schedule(value, voice)
        case _:
            return worded(column, value, {})
