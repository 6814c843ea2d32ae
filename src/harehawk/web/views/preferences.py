"""Light or dark, and the language, kept in cookies so that the next page starts with them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from harehawk.apps.access import people
from harehawk.web.actors import actor, visitor
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


@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """Speak another language, from now on and at the next sign-in."""
    response = set_language(request)
    chosen = request.POST.get("language", "")
    if request.user.is_authenticated and chosen in dict(settings.LANGUAGES) and chosen != visitor(request).language:
        people.change_myself(actor=actor(request), name=visitor(request).name, language=chosen)
    return response


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
