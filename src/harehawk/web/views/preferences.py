"""Light or dark, and the language, kept in cookies so that the next page starts with them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from harehawk.apps.access import people
from harehawk.web.actors import actor, visitor
from harehawk.web.context import THEME_COOKIE, THEMES

YEAR = 365 * 86400


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back to where the visitor was."""
    response = _back(request)
    if (choice := request.POST.get("theme")) in THEMES:
        response.set_cookie(
            THEME_COOKIE, choice, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
        )
    return response


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language, from now on and at the next sign-in."""
    response, chosen = _back(request), request.POST.get("language")
    if chosen in dict(settings.LANGUAGES):
        keep_language(response, chosen)
        if request.user.is_authenticated and chosen != visitor(request).language:
            people.change_myself(actor=actor(request), name=visitor(request).name, language=chosen)
    return response


def _back(request: HttpRequest) -> HttpResponse:
    """To the address that the browser shows, which a filter may have changed since the form was made; else to that."""
    for address in (request.headers.get("Referer", ""), request.POST.get("next", "")):
        if url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
            return HttpResponseRedirect(address)
    return HttpResponseRedirect("/")


def keep_language(response: HttpResponse, chosen: str) -> None:
    """Let the next page of this browser speak it."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.LANGUAGE_COOKIE_SECURE,
    )
