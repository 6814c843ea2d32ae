"""Whoever is not signed in is asked to; what he had typed meanwhile is kept until he is."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin

from harehawk.web.broken import typed

KEY = "unsent"
MOST = 100_000  # characters kept
MINUTES = 60


class SignInFirst(MiddlewareMixin):
    """Every page asks for a user but those that say they are public."""

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: object) -> HttpResponse | None:
        if request.user.is_authenticated or not getattr(view, "login_required", True):
            return None
        back = request.get_full_path() if request.method == "GET" else _keep(request)
        way = redirect_to_login(back, resolve_url(settings.LOGIN_URL))
        if request.headers.get("HX-Request"):
            return HttpResponse(status=401, headers={"HX-Redirect": way.url})
        return way


def _keep(request: HttpRequest) -> str:
    given = typed(request)
    if (given or request.FILES) and sum(len(value) for _, value in given) <= MOST:
        request.session[KEY] = {
            "path": request.get_full_path(),
            "typed": given,
            "files": sorted(request.FILES),
            "at": timezone.now().timestamp(),
        }
    return reverse("unsent")


def kept(request: HttpRequest) -> dict[str, Any] | None:
    """What was typed into a form whose session had ended, if that was within the hour."""
    unsent: dict[str, Any] | None = request.session.get(KEY)
    if unsent is None or timezone.now().timestamp() - unsent["at"] > MINUTES * 60:
        return None
    return unsent


def forget_all() -> None:
    """Let go of what is kept so, whoever typed it."""
    for row in Session.objects.iterator():
        held = row.get_decoded()
        if held.pop(KEY, None) is not None:
            Session.objects.filter(pk=row.pk).update(session_data=Session.objects.encode(held))
