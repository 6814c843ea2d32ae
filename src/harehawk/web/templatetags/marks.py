"""What templates write often: figures in the visitor's language, icons with words, marks, and links that explain."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from harehawk.apps.access.roles import Role
from harehawk.book.sheets.choices import GRADES
from harehawk.engine.common import Grade, Range
from harehawk.web.pages.marks import Mark
from harehawk.web.voice import language, voice
from harehawk.wording.terms import VERDICT, word

register = template.Library()

RANGE = (
    '<svg class="range" viewBox="0 0 100 12" preserveAspectRatio="none" {0}>'
    '<rect class="range-track" x="0" y="5" width="100" height="2"/>'
    '<rect class="range-band" x="{1}" y="3" width="{2}" height="6"/>'
    '<line class="range-mid" x1="{3}" x2="{3}" y1="1" y2="11"/>{4}</svg>'
)
AT = '<line class="range-at" x1="{0}" x2="{0}" y1="0" y2="12"/>'
PIPS = {Grade.RECORD: 4, Grade.FIRST_HAND: 3, Grade.SECOND_HAND: 2, Grade.GUESS: 1}


@register.filter
def money(value: float | Decimal) -> str:
    """An amount as tables show it."""
    return voice().money(float(value))


@register.filter
def more_money(value: float) -> str:
    """An amount with its sign, as a part of a sum."""
    if value == 0:
        return "0"
    return f"+{voice().money(value)}" if value > 0 else voice().money(value)


@register.filter
def about_money(value: float) -> str:
    """An amount as sentences say it."""
    return voice().about(value)


@register.filter
def chance(value: float) -> str:
    """A chance in per cent."""
    return voice().chance(value)


@register.filter
def chance_range(value: Range) -> str:
    """The range of a chance."""
    return voice().chance_range(value.low, value.high)


@register.filter
def share(value: float) -> str:
    """A share, a rate or a limit in per cent."""
    return voice().share(value)


@register.filter
def money_range(value: Range) -> str:
    """The range of an amount."""
    return voice().money_range(value.low, value.high)


@register.filter
def day(value: dt.date) -> str:
    """A day, the same in both languages."""
    return value.isoformat()


@register.filter
def in_a_row(names: Iterable[str]) -> str:
    """Names one after the other, as a sentence lists them."""
    return voice().list(list(names))


@register.filter
def role_words(codes: Iterable[str]) -> str:
    """The roles of one of us, in words."""
    return voice().list([str(Role(code).label) for code in codes]) or "–"


@register.filter
def browser_name(agent: str) -> str:
    """What a browser is called, as far as it says so."""
    known = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
    name = next((name for mark, name in known if mark in agent), agent[:40] or "?")
    systems = ("Windows", "Android", "iPhone", "iPad", "Mac OS X", "Linux")
    system = next((system for system in systems if system in agent), "")
    return f"{name} · {system}" if system else name


@register.filter
def verdict_word(code: str) -> str:
    """A verdict in a word."""
    return capfirst(word(VERDICT, code, language()))


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A picture of the sprite; without a label it only decorates."""
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}"><use href="#i-{}"/></svg>', label, name)
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def verdict(code: str) -> SafeString:
    """A verdict as shape and word."""
    return format_html('<span class="verdict" data-verdict="{}">{}{}</span>', code, icon(code), verdict_word(code))


@register.simple_tag
def range_mark(mark: Mark, label: str = "") -> SafeString:
    """The range mark; without a label the figures beside it say the same. Written here: a list has fifty."""
    said = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    at = "" if mark.at is None else format_html(AT, f"{mark.at:.2f}")
    return format_html(RANGE, said, f"{mark.low:.2f}", f"{mark.width:.2f}", f"{mark.mid:.2f}", at)


@register.inclusion_tag("web/part/bar.html")
def bar(width: float, *, prior: bool = False) -> dict[str, Any]:
    """A plain bar, from 0 to 100."""
    return {"width": round(width, 1), "prior": prior}


@register.inclusion_tag("web/part/grade.html")
def grade(code: str) -> dict[str, Any]:
    """A grade of evidence as pips and word."""
    filled = PIPS[Grade(code)]
    pips = [{"x": 4 * n, "y": 6 - 2 * n, "height": 4 + 2 * n, "on": n < filled} for n in range(4)]
    return {"pips": pips, "word": word(GRADES, code, language())}


@register.simple_tag(takes_context=True)
def why(context: Context, what: str, about: object = "") -> SafeString:
    """Attributes of a link that explains a number: a page of its own, or a dialog where scripts run."""
    page = context["page"]
    address = reverse(context["to"].explain, args=[page.number, what, *([str(about)] if about else [])])
    address += page.kept.query if page.kept else ""
    return format_html('href="{0}" hx-get="{0}" hx-target="#explain-body"', address)


@register.simple_tag(takes_context=True)
def address_with(context: Context, **changes: str) -> str:
    """Change some of what this address asks; an empty value takes it away."""
    wanted = context["request"].GET.copy()
    wanted.pop("page", None)
    for field, value in changes.items():
        wanted[field] = value
        if not value:
            del wanted[field]
    return f"?{wanted.urlencode()}"
