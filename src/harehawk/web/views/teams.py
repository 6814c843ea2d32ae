"""The tree of teams, for administrators."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from harehawk.apps.access import queries, teams
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.people import TeamForm, add_problem


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Add a team."""
    form = TeamForm(queries.teams(visitor(request)), request.POST, prefix="team")
    if form.is_valid():
        try:
            teams.add_team(actor=actor(request), **form.cleaned_data)
        except Problem as problem:
            add_problem(form, problem, gettext)
        else:
            return redirect("users")
    return render(request, "web/users/team.html", {"form": form, "team": None}, status=422)


@require_http_methods(["GET", "POST"])
def team(request: HttpRequest, number: int) -> HttpResponse:
    """One team: its name, and where it stands."""
    row = queries.team(visitor(request), number)
    first = {"name": row.name, "parent": row.parent or ""}
    form = TeamForm(queries.teams(visitor(request)), request.POST or None, initial=first)
    if form.is_valid():
        seen = int(request.POST.get("version") or row.version)
        try:
            teams.change_team(actor=actor(request), team=number, seen_version=seen, **form.cleaned_data)
        except Problem as problem:
            add_problem(form, problem, gettext)
        else:
            return redirect("users")
    page = {"form": form, "team": row}
    return render(request, "web/users/team.html", page, status=422 if form.errors else 200)


@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Remove a team that nobody is in."""
    teams.remove_team(actor=actor(request), team=number)
    return redirect("users")
