"""A book in, step by step: upload, look at what it would do, confirm, wait, and take it back."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect, HttpResponseClientRefresh

from harehawk.apps.exchange import actions, queries
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.pages.bringing import bringing_page
from harehawk.web.pages.changes import AT_FIRST, AT_ONCE, SheetChanges, sheet_changes
from harehawk.web.pages.wishes import number_in
from harehawk.web.requests import VisitorRequest
from harehawk.web.uploads import uploaded
from harehawk.web.views.downloads import problems_csv
from harehawk.web.voice import language, voice

LOOKED_AT = ("staged", "done", "undone")


@require_http_methods(["GET", "POST"])
def bringings(request: VisitorRequest) -> HttpResponse:
    """Take a book in and read it; below, what was brought in before, and how to take a book out."""
    problem = None
    if request.method == "POST":
        try:
            return _go_on(request, _started(request))
        except Problem as found:
            problem = found
    user = visitor(request)
    page = {
        "may": queries.may_import(user),
        "sample": queries.sample_loaded(),
        "earlier": queries.bringings(user),
        "counts": queries.readable_counts(user),
        "error": problem and problem.message(gettext),
    }
    return render(request, "web/exchange/import.html", page, status=problem.status if problem else 200)


@require_GET
def bringing(request: VisitorRequest, number: int) -> HttpResponse:
    """One import: its problems, what it would do, how far it is, what it did."""
    if request.htmx and not queries.bringing(visitor(request), number).busy:
        return HttpResponseClientRefresh()
    return _page(request, number)


@require_GET
def problems(request: HttpRequest, number: int) -> HttpResponse:
    """What is wrong with the book, for a spreadsheet."""
    return problems_csv(queries.problems(visitor(request), number))


@require_POST
def confirm(request: VisitorRequest, number: int) -> HttpResponse:
    """Have it stored, in the background."""
    return _done(request, number, actions.confirm_import)


@require_POST
def cancel(request: VisitorRequest, number: int) -> HttpResponse:
    """Stop it; nothing of it stays."""
    return _done(request, number, actions.cancel_import)


@require_POST
def undo(request: VisitorRequest, number: int) -> HttpResponse:
    """Take back all that it stored."""
    return _done(request, number, actions.undo_import)


def _started(request: VisitorRequest) -> int:
    upload = uploaded(request, command="harehawk import")
    return actions.start_import(
        actor=actor(request), content=upload.read(), name=upload.name or "", language=language()
    )


def _done(request: VisitorRequest, number: int, act: actions.Step) -> HttpResponse:
    try:
        act(actor=actor(request), number=number)
    except Problem as problem:
        return _page(request, number, problem)
    return redirect("bringing", number)


def _page(request: VisitorRequest, number: int, problem: Problem | None = None) -> HttpResponse:
    found = queries.bringing(visitor(request), number)
    page = bringing_page(found, request.GET.get("sheet", ""), language(), gettext)
    context = {
        "page": replace(page, changes=_changes(request, found)),
        "brought": queries.brought(visitor(request), number) if found.state == "done" else None,
        "error": problem and problem.message(gettext),
    }
    template = "web/exchange/bringing.html" + ("#progress" if request.htmx else "")
    return render(request, template, context, status=problem.status if problem else 200)


def _changes(request: VisitorRequest, found: queries.Bringing) -> tuple[SheetChanges, ...]:
    """The first rows of each sheet, or a page of all of one."""
    totals = {row["sheet"]: row["changed"] for row in found.summary if row["changed"]}
    if found.state not in LOOKED_AT or not totals:
        return ()
    wanted = request.GET.get("changed", "")
    whole = wanted in totals
    page = number_in(request.GET.get("page", "")) or 1
    rows = queries.changed(
        visitor(request),
        found.number,
        [wanted] if whole else totals,
        first=(page - 1) * AT_ONCE if whole else 0,
        most=AT_ONCE if whole else AT_FIRST,
    )
    return sheet_changes(rows, totals, page if whole else 0, voice())


def _go_on(request: VisitorRequest, number: int) -> HttpResponse:
    address = reverse("bringing", args=[number])
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
