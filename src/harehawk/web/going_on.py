"""Where somebody goes once a form was accepted."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django_htmx.http import HttpResponseLocation

from harehawk.web.requests import VisitorRequest


def go_on(request: VisitorRequest, address: str) -> HttpResponse:
    """To a page, at the place that the address names; in place where scripts run."""
    if request.htmx:
        return HttpResponseLocation(address, target="#main", select="#main", swap="outerHTML")
    return redirect(address)
