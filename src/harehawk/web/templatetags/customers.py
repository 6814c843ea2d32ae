"""Marks of customers and their people."""

from typing import Any

from django import template
from django.utils.translation import gettext

register = template.Library()

MOST = 3


@register.inclusion_tag("web/customers/closeness.html")
def closeness(value: int, wanted: int | None = None) -> dict[str, Any]:
    """How close somebody is, as pips; dashed ones are wanted. The word stands for who does not see them."""
    words = (gettext("no relationship"), gettext("knows them"), gettext("close"), gettext("trusted"))
    pips = [
        {"x": 5 + 10 * n, "kind": "on" if n < value else "want" if n < (wanted or 0) else "off"} for n in range(MOST)
    ]
    return {"pips": pips, "word": words[value]}
