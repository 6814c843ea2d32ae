"""What the frame around every page needs."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.encoding import escape_uri_path

from harehawk.apps.access.queries import may_manage
from harehawk.web.actors import visitor as visitor_of
from harehawk.web.looking import REALLY
from harehawk.web.navigation import navigation

THEMES = ("light", "dark")
THEME_COOKIE = "harehawk_theme"


def place(request: HttpRequest) -> str:
    """Name of the address that was asked for; empty where it leads nowhere."""
    return (request.resolver_match.url_name or "") if request.resolver_match else ""


def frame(request: HttpRequest) -> dict[str, object]:
    """Theme, where we are, and whether a workbook is at hand."""
    theme = request.COOKIES.get(THEME_COOKIE)
    return {
        "theme": theme if theme in THEMES else None,
        "here": request.get_full_path() if request.method == "GET" else escape_uri_path(request.path),
        "place": place(request),
        "at_hand": request.session.get("visit"),
        "today": timezone.localdate(),
    }


def visitor(request: HttpRequest) -> dict[str, object]:
    """Who is signed in, as far as the frame shows it."""
    if not request.user.is_authenticated:
        return {"mail": settings.HERE.mail is not None}
    me = visitor_of(request)
    return {
        "to_go": navigation(place(request), request.session.get("visit")),
        "me": me.name,
        "manages": may_manage(me),
        "looking": REALLY in request.session,
        "looks": settings.HERE.stays_here,
    }
