"""What the frame around every page needs."""

from django.http import HttpRequest
from django.utils import timezone

THEMES = ("light", "dark")
THEME_COOKIE = "harehawk_theme"


def frame(request: HttpRequest) -> dict[str, object]:
    """Theme, where we are, and whether a workbook is at hand."""
    theme = request.COOKIES.get(THEME_COOKIE)
    return {
        "theme": theme if theme in THEMES else None,
        "here": request.get_full_path() if request.method == "GET" else request.path,
        "place": request.resolver_match.url_name if request.resolver_match else None,
        "at_hand": request.session.get("visit"),
        "today": timezone.localdate(),
    }
