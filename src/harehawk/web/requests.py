"""A request as the middleware leaves it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class VisitorRequest(HttpRequest):
    """Whoever asks, and whether htmx asks for them."""

    htmx: HtmxDetails
