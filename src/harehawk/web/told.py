"""When something is not allowed, not there, or went wrong: in the product's own words and looks."""

import sys
from collections.abc import Callable, Sequence
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.translation import gettext

from harehawk.errors import Problem
from harehawk.web import unsent
from harehawk.web.broken import typed, words
from harehawk.web.context import THEME_COOKIE, place
from harehawk.web.visit import NotInMemory
from harehawk.web.voice import language

NOT_HERE = {404, 410}
OF_WORKBOOK = ("workbook", "judge", "problems")


class Told:
    """A problem that no view turns into part of its page becomes a page of its own.

    Some addresses only take a form. A browser asks for them nevertheless after a refused form: on a change of the
    language, a reload, a sign-in. It then gets the page above, not an empty one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and request.method in {"GET", "HEAD"}:
            return HttpResponseRedirect(_page_above(request.path))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return problem_page(request, exception) if isinstance(exception, Problem) else None


def _page_above(path: str) -> str:
    """The nearest address above that exists."""
    while path != "/":
        path = path.rstrip("/").rpartition("/")[0] + "/"
        try:
            resolve(path)
        except Resolver404:
            continue
        return path
    return path


def problem_page(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Say a problem that leaves nothing to show."""
    return _told(request, _title(problem), problem.message(gettext), problem.status)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django's call
    """403."""
    text = gettext("You may not do this here. If you came by a link, ask whoever sent it.")
    return _told(request, gettext("This is not for you"), text, 403)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django's call
    """403 of a form whose secret does not fit: opened before a restart or a sign-in, or sent from elsewhere.

    Only what came from a page of ours is held out to be sent once more.
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    held = unsent.fields(typed(request), language()) if ours else []
    text = (
        gettext(
            "The page you sent it from was opened before you signed in again, or before Harehawk was started again."
        )
        if held
        else gettext(
            "The page you sent it from was opened before Harehawk was started again, or cookies are switched off. "
            "Nothing was done. Open the page again and repeat it."
        )
    )
    return _told(request, gettext("Nothing was done: this page was opened too long ago"), text, 403, held)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django's call
    """404."""
    text = gettext("The address leads nowhere: a typing error, or something that was taken away.")
    return _told(request, gettext("There is nothing here"), text, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the database is what broke: without it, and without the session that is kept there."""
    error = sys.exception()
    title, text = words(error)
    context = {
        "request": request, "csrf_token": get_token(request), "theme": request.COOKIES.get(THEME_COOKIE),
        "title": title, "text": text, "typed": unsent.fields(typed(request), language()),
    }  # fmt: skip
    page = render_to_string(_for(request, "web/broken.html"), context)
    return HttpResponse(page, status=503 if isinstance(error, OperationalError) else 500)


def _title(problem: Problem) -> str:
    if isinstance(problem, NotInMemory):
        return gettext("The workbook is no longer here: drop it again")
    if problem.status == HTTPStatus.FORBIDDEN:
        return gettext("This is not for you")
    return gettext("There is nothing here") if problem.status in NOT_HERE else gettext("This was not done")


def _told(request: HttpRequest, title: str, text: str, status: int, held: Sequence[unsent.Field] = ()) -> HttpResponse:
    context = {"title": title, "text": text, "typed": held, "of_workbook": place(request).startswith(OF_WORKBOOK)}
    return render(request, _for(request, "web/told.html"), context, status=status)


def _for(request: HttpRequest, template: str) -> str:
    """The whole page, or only what is said where htmx puts it into a part of one."""
    return f"{template}#part" if request.headers.get("HX-Request-Type") == "partial" else template
