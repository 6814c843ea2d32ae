"""The list of the opportunities that are kept."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from harehawk.apps.exchange.queries import may_import
from harehawk.apps.method.queries import latest_settings
from harehawk.apps.opportunities import queries
from harehawk.web.actors import visitor
from harehawk.web.addresses import without_empty
from harehawk.web.pages.opportunities import opportunities_page
from harehawk.web.pages.wishes import wished
from harehawk.web.requests import VisitorRequest
from harehawk.web.voice import language, voice
from harehawk.wording.names import Names, names


@require_GET
def opportunities(request: VisitorRequest) -> HttpResponse:
    """One page of those that somebody may see, in the order and with the columns asked for."""
    me, asked = visitor(request), wished(request.GET)
    found = queries.listing(me, asked.wish())
    page = opportunities_page(found, queries.overview(me, closed=asked.closed), asked, _names(found), voice())
    if not request.htmx:
        may = {"adds": queries.may_add(me), "imports": may_import(me)}
        return render(request, "web/opportunities.html", {"page": page, **may})
    response = render(request, "web/opportunities/list.html", {"page": page})
    response["HX-Replace-Url"] = without_empty(request)
    return response


def _names(found: queries.Listing) -> Names:
    spoken = queries.named(found.rows)
    called = names(latest_settings(), language())
    return replace(called, people=spoken.people, customers=spoken.customers, harms=spoken.harms)
