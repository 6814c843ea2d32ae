"""Who works on an opportunity and who may see it."""

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from harehawk.apps.opportunities import actions, queries
from harehawk.apps.opportunities.problems import OpportunityNotFound
from harehawk.apps.opportunities.queries.team import Access, access
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.people import add_problem
from harehawk.web.forms.team import MemberForm, ShareForm
from harehawk.web.moved import following
from harehawk.web.requests import VisitorRequest


@require_GET
def team(request: VisitorRequest, number: int) -> HttpResponse:
    """Owner, team, shares, and who sees it."""
    return _page(request, number, access(visitor(request), number))


@require_POST
def add(request: VisitorRequest, number: int) -> HttpResponse:
    """Put a colleague on it."""
    known = _worked_on(request, number)
    form = MemberForm(known.colleagues, request.POST)
    write = lambda: actions.add_team_member(actor=actor(request), opportunity=number, **form.cleaned_data)  # noqa: E731  done later
    return _written(request, number, form, write) or _page(request, number, known, member=form, status=422)


@require_POST
def share(request: VisitorRequest, number: int) -> HttpResponse:
    """Open it to somebody."""
    known = _worked_on(request, number)
    form = ShareForm(known.users, request.POST)
    write = lambda: actions.share(actor=actor(request), opportunity=number, **form.cleaned_data)  # noqa: E731  done later
    return _written(request, number, form, write) or _page(request, number, known, share=form, status=422)


@require_POST
def remove(request: VisitorRequest, number: int, member: int) -> HttpResponse:
    """Take a colleague off it."""
    with following(request):
        actions.remove_team_member(actor=actor(request), opportunity=number, member=member)
    try:
        access(visitor(request), number)
    except OpportunityNotFound:  # they took themselves off
        return redirect("opportunities")
    return redirect("opportunity-team", number)


@require_POST
def end(request: VisitorRequest, number: int, shared: int) -> HttpResponse:
    """End a share."""
    with following(request):
        actions.unshare(actor=actor(request), opportunity=number, shared=shared)
    return redirect("opportunity-team", number)


def _worked_on(request: VisitorRequest, number: int) -> Access:
    """Who has to do with an opportunity that the visitor works on. Raises OpportunityNotFound."""
    if not queries.deal(visitor(request), number).writes:
        raise OpportunityNotFound(number)
    return access(visitor(request), number)


def _written(
    request: VisitorRequest, number: int, form: forms.Form, write: Callable[[], object]
) -> HttpResponse | None:
    """None where the form has to be shown again."""
    if form.is_valid():
        try:
            with following(request):
                write()
        except Problem as problem:
            if problem.status == 404:
                raise
            add_problem(form, problem, gettext)
        else:
            return redirect("opportunity-team", number)
    return None


def _page(
    request: VisitorRequest,
    number: int,
    known: Access,
    *,
    member: MemberForm | None = None,
    share: ShareForm | None = None,
    status: int = 200,
) -> HttpResponse:
    deal = queries.deal(visitor(request), number)
    page = {
        "number": number,
        "name": deal.fields["name"],
        "writes": deal.writes,
        "access": known,
        "member_form": member or MemberForm(known.colleagues),
        "share_form": share or ShareForm(known.users),
    }
    return render(request, "web/facts/team.html", page, status=status)
