"""A problem that no view turns into part of its page becomes a page of its own, in words."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from harehawk.errors import Problem

NOT_HERE = {404, 410}


class Told:
    """Says problems."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Problem):
            return None
        return tell(request, exception)


def tell(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The page of a problem."""
    told = {"problem": problem.message(gettext), "refused": problem.status not in NOT_HERE}
    return render(request, "web/errors/told.html", told, status=problem.status)
