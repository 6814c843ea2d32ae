"""Light or dark, kept in a cookie so that the next page starts with it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from harehawk.web.context import THEME_COOKIE, THEMES

YEAR = 365 * 86400


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back to where the visitor was."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    if (choice := request.POST.get("theme")) in THEMES:
        response.set_cookie(
            THEME_COOKIE, choice, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
        )
    return response
