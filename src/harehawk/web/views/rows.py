"""The rows of an opportunity, sheet by sheet, and its own fields: added, changed and removed where they are shown."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from harehawk.apps.opportunities import actions, queries
from harehawk.apps.opportunities.problems import OpportunityNotFound
from harehawk.book.schema import Sheet
from harehawk.book.sheets import SHEET
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.row import RowForm
from harehawk.web.going_on import go_on
from harehawk.web.moved import could_not, following
from harehawk.web.pages.editing import PLACE, rows_page
from harehawk.web.requests import VisitorRequest
from harehawk.web.voice import language
from harehawk.web.writing import refused

OWN = {"opportunity"}  # of a row: the page says which
NOT_HERE = {"id", "customer"}  # of an opportunity: others name it by these


@require_http_methods(["GET", "POST"])
def rows(request: VisitorRequest, number: int, sheet: str) -> HttpResponse:
    """The rows of a sheet, and a form for one more."""
    about = _sheet(sheet)
    form = RowForm(about, _chosen(request, number), request.POST or None, leave_out=OWN)

    def add() -> None:
        actions.add_row(actor=actor(request), opportunity=number, sheet=sheet, **form.cells())

    again = refused(request, form, add, opportunity=number)
    return _page(request, number, again) if again else _go_on(request, number, sheet)


@require_http_methods(["GET", "POST"])
def row(request: VisitorRequest, number: int, sheet: str, row: int) -> HttpResponse:
    """The rows of a sheet, and a form that changes one."""
    about = _sheet(sheet)
    found = queries.entered_row(visitor(request), number, sheet, row)
    chosen = _chosen(request, number)
    form = RowForm(about, chosen, request.POST or None, first=found.cells, version=found.version, leave_out=OWN)

    def change() -> None:
        cells = form.cells()
        me, seen = actor(request), form.version
        actions.change_row(actor=me, opportunity=number, sheet=sheet, row=row, seen_version=seen, **cells)

    again = refused(request, form, change, opportunity=number)
    return _page(request, number, again, row) if again else _go_on(request, number, sheet)


@require_POST
def remove(request: VisitorRequest, number: int, sheet: str, row: int) -> HttpResponse:
    """Take a row away, without asking: undo brings it back."""
    _sheet(sheet)
    try:
        with following(request, number):
            actions.remove_row(actor=actor(request), opportunity=number, sheet=sheet, row=row)
    except Problem as problem:
        if problem.status == 404:
            raise
        could_not(request, problem)
    return _go_on(request, number, sheet)


@require_http_methods(["GET", "POST"])
def fields(request: VisitorRequest, number: int) -> HttpResponse:
    """The opportunity's own fields, as far as the visitor reads them."""
    deal = queries.deal(visitor(request), number)
    if not deal.edits:
        raise OpportunityNotFound(number)
    about = SHEET["opportunities"]
    hidden = {column.key for column in about.columns} - deal.fields.keys() - {"owner"}
    first = {**deal.fields, "owner": deal.owner}
    leave_out = hidden | NOT_HERE
    chosen = _chosen(request, number)
    form = RowForm(about, chosen, request.POST or None, first=first, version=deal.version, leave_out=leave_out)

    def change() -> None:
        wanted = form.cells()
        actions.change_opportunity(actor=actor(request), opportunity=number, seen_version=form.version, **wanted)

    again = refused(request, form, change, opportunity=number)
    if again is None:
        return redirect("opportunity", number)
    context = {"form": again, "number": number, "name": deal.fields["name"], "ended": deal.closed}
    return render(request, "web/edit/fields.html", context, status=again.status)


def _sheet(key: str) -> Sheet:
    if (sheet := queries.SHEETS.get(key)) is None:
        raise Http404
    return sheet


def _chosen(request: VisitorRequest, number: int) -> queries.Choosable:
    return queries.choosable(visitor(request), number, language())


def _page(request: VisitorRequest, number: int, form: RowForm, row: int = 0) -> HttpResponse:
    me, sheet = visitor(request), form.sheet
    deal = queries.deal(me, number)
    page = rows_page(deal, sheet, queries.entered(me, number, sheet.key), form.offered)
    action = reverse("row", args=[number, sheet.key, row]) if row else reverse("rows", args=[number, sheet.key])
    context = {
        "page": page,
        "form": form,
        "action": action,
        "changing": row,
        "whole": not request.htmx,
        "ended": deal.closed,
    }
    template = "web/edit/rows.html#part" if request.htmx else "web/edit/rows.html"
    return render(request, template, context, status=form.status)


def _go_on(request: VisitorRequest, number: int, sheet: str) -> HttpResponse:
    """To the page of the opportunity, where the section stands; what moved is told there."""
    return go_on(request, f"{reverse('opportunity', args=[number])}#edit-{PLACE[sheet]}")
