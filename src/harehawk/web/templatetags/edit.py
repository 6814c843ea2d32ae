"""Parts for editing in place."""

from typing import Any

from django import template
from django.template.context import Context

from harehawk.web.moved import Moved, moved
from harehawk.web.pages.editing import PLACES, links

register = template.Library()


@register.simple_tag(takes_context=True)
def what_moved(context: Context) -> Moved | None:
    """What the last write moved, told once."""
    return moved(context["request"])


@register.inclusion_tag("web/edit/place.html")
def edit_place(opportunity: int, place: str) -> dict[str, Any]:
    """Where the rows of some sheets of an opportunity are edited, in the section that shows what comes of them."""
    return {"opportunity": opportunity, "place": place, "links": links(PLACES[place])}
