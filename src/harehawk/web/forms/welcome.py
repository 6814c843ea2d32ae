"""What the welcome page asks: sentences with a number in them; an empty one keeps the default."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from harehawk.apps.method.company import ASSUMED, LIMITS, ClassLimits, Own
from harehawk.book.pack import CLASS_WORDS
from harehawk.book.sheets import SHEET
from harehawk.book.sheets.settings import RATES
from harehawk.book.spoken import plain_number
from harehawk.web.forms.cells import CellField

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def share(low: float, high: float, label: "str | _StrPromise") -> forms.FloatField:
    """A number with decimals, in tenths or per cent."""
    return forms.FloatField(
        label=label, required=False, min_value=low, max_value=high, widget=forms.NumberInput({"step": "any"})
    )


def tenths(value: float | None) -> float | None:
    """Of ten, as a share."""
    return None if value is None else round(value / 10, 6)


def per_cent(value: float | None) -> float | None:
    """Per cent, as a share."""
    return None if value is None else round(value / 100, 6)


class CompanyForm(forms.Form):
    """The company's own rates, prices and limits, in tenths, per cent and money."""

    name = forms.CharField(label=_("Name of your company"), max_length=200)
    rate_purchase = share(0.1, 9.9, _("Of ten signals, how many become a purchase?"))
    rate_bid = share(0.1, 9.9, _("Of ten purchases, in how many could you bid?"))
    rate_win = share(0.1, 9.9, _("Of ten bids, how many do you win?"))
    currency = forms.CharField(label=_("Currency of all amounts"), required=False)
    hour_price = forms.DecimalField(
        label=_("What an hour of your people costs"), required=False, min_value=Decimal(0), max_digits=16
    )
    cost_of_capital = share(0, 100, _("Cost of capital a year, %"))
    lead = forms.BooleanField(label=_("I lead sales here: show me every opportunity"), required=False, initial=True)

    def __init__(self, limits: Sequence[ClassLimits], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limits = limits
        currency = CellField(SHEET["company"].column("currency"), None, "")
        currency.label, currency.help_text = self.fields["currency"].label, ""
        self.fields["currency"] = currency
        for one in limits:
            for name in LIMITS:
                self.fields[f"{one.code}:{name}"] = share(-100, 500, one.code)

    def wanted(self) -> Own:
        """The company as asked for."""
        given = self.cleaned_data
        return Own(
            version=0,
            name=given["name"],
            currency=given["currency"] or "",
            rate_purchase=tenths(given["rate_purchase"]),
            rate_bid=tenths(given["rate_bid"]),
            rate_win=tenths(given["rate_win"]),
            hour_price=given["hour_price"],
            cost_of_capital=per_cent(given["cost_of_capital"]),
        )

    def wanted_limits(self) -> Mapping[str, Mapping[str, float | None]]:
        """The limits of each class as asked for."""
        given = self.cleaned_data
        return {one.code: {name: per_cent(given[f"{one.code}:{name}"]) for name in LIMITS} for one in self.limits}


def initial(own: Own, limits: Sequence[ClassLimits]) -> dict[str, Any]:
    """What the fields hold at first: what is known already."""
    known: dict[str, Any] = {
        "name": own.name,
        "currency": own.currency,
        "hour_price": own.hour_price and plain_number(float(own.hour_price)),
    }
    for name in ("rate_purchase", "rate_bid", "rate_win"):
        known[name] = _times(getattr(own, name), 10)
    known["cost_of_capital"] = _times(own.cost_of_capital, 100)
    for one in limits:
        known |= {f"{one.code}:{name}": _times(value, 100) for name, value in one.own.items()}
    return known


def welcome_page(form: CompanyForm, *, free: bool, chinese: bool) -> dict[str, Any]:
    """What the page shows beside the fields: the defaults, and the limits as a table."""
    rates = [{"field": form[name], "assumed": f"{10 * float(ASSUMED[name]):g}"} for name in RATES]
    rows = [
        {
            "word": CLASS_WORDS[one.code].say("zh" if chinese else "en"),
            "cells": [
                {"field": form[f"{one.code}:{name}"], "assumed": f"{100 * one.assumed[name]:g}"} for name in LIMITS
            ],
        }
        for one in form.limits
    ]
    return {
        "form": form,
        "rates": rates,
        "rows": rows,
        "assumed": ASSUMED,
        "capital": f"{100 * float(ASSUMED['cost_of_capital']):g}",
        "limits_wrong": any(":" in name for name in form.errors),
        "free": free,
    }


def _times(value: float | None, factor: int) -> str:
    return "" if value is None else f"{round(value * factor, 4):g}"
