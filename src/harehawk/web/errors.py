"""When something is not allowed, not there, or went wrong: in the product's own words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django's call
    """403."""
    return render(request, "web/errors/403.html", status=403)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django's call
    """403 of a form whose secret does not fit: opened before a restart, or sent from elsewhere."""
    return render(request, "web/errors/csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django's call
    """404."""
    return render(request, "web/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: without session and database, which may be what is broken."""
    return HttpResponse(
        render_to_string("web/errors/500.html", {"theme": request.COOKIES.get("harehawk_theme")}), status=500
    )
