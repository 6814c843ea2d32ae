"""The list of the opportunities that are kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from harehawk.apps.opportunities.queries import Wish, listing
from harehawk.web.actors import visitor


@require_GET
def opportunities(request: HttpRequest) -> HttpResponse:
    """One page of those that somebody may see."""
    return render(request, "web/opportunities.html", {"page": listing(visitor(request), Wish())})
