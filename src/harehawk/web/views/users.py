"""Users and invitations, for administrators. For others these pages do not exist."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from harehawk.apps.access import people, queries
from harehawk.apps.customers.actions import link_user
from harehawk.apps.customers.queries import choosable
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.people import ROLE_MEANING, ColleagueForm, InviteForm, PersonForm, TeamForm, add_problem

LINK = "fresh_link"


@require_GET
def users(request: HttpRequest) -> HttpResponse:
    """Everybody, open links, and the tree of teams."""
    return _users(request)


@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Make a link for somebody new."""
    form = InviteForm(queries.teams(visitor(request)), request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            token, replaced = people.invite(actor=actor(request), **given)
        except Problem as problem:
            add_problem(form, problem, gettext)
        else:
            return _show_link(request, token, given["name"], replaced=replaced)
    return _users(request, invitation=form, status=422)


@never_cache
@require_GET
def fresh_link(request: HttpRequest) -> HttpResponse:
    """Show a link that was just made, once: it is not kept."""
    queries.people(visitor(request))
    link = request.session.pop(LINK, None)
    if link is None:
        return redirect("users")
    return render(request, "web/users/link.html", {"link": link})


@require_http_methods(["GET", "POST"])
def user(request: HttpRequest, number: int) -> HttpResponse:
    """One user: what he is here, and changing it."""
    person = queries.person(visitor(request), number)
    first = {"name": person.name, "email": person.email, "roles": person.roles, "team": person.team or ""}
    form = PersonForm(queries.teams(visitor(request)), request.POST or None, initial=first)
    if form.is_valid():
        seen = int(request.POST.get("version") or person.version)
        try:
            people.change_person(actor=actor(request), user=number, seen_version=seen, **form.cleaned_data)
        except Problem as problem:
            add_problem(form, problem, gettext)
        else:
            return redirect("users")
    page = {
        "form": form,
        "colleague_form": _colleague_form(number),
        "person": person,
        "meaning": _meaning(),
        "yourself": visitor(request).pk == number,
    }
    return render(request, "web/users/user.html", page, status=422 if form.errors else 200)


@require_POST
def colleague(request: HttpRequest, number: int) -> HttpResponse:
    """Say which colleague of the book a user is: what that one owns is then his."""
    queries.person(visitor(request), number)
    form = _colleague_form(number, request.POST)
    if form.is_valid():
        link_user(actor=actor(request), user=number, colleague=form.cleaned_data["colleague"])
    return redirect("user", number)


@require_POST
def set_active(request: HttpRequest, number: int) -> HttpResponse:
    """Deactivate somebody, or take it back."""
    people.set_active(actor=actor(request), user=number, active=request.POST.get("active") == "yes")
    return redirect("users")


@require_POST
def new_link(request: HttpRequest, number: int) -> HttpResponse:
    """Make a link by which a user chooses a new password."""
    token = people.new_way_in(actor=actor(request), user=number)
    return _show_link(request, token, queries.person(visitor(request), number).name)


@require_POST
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """End a link nobody used."""
    people.take_back(actor=actor(request), invitation=number)
    return redirect("users")


def _users(request: HttpRequest, *, invitation: InviteForm | None = None, status: int = 200) -> HttpResponse:
    who = visitor(request)
    tree = queries.teams(who)
    page = {
        "people": queries.people(who),
        "invitations": queries.invitations(who),
        "teams": tree,
        "form": invitation or InviteForm(tree),
        "team_form": TeamForm(tree, prefix="team"),
        "meaning": _meaning(),
    }
    return render(request, "web/users/users.html", page, status=status)


def _colleague_form(number: int, data: QueryDict | None = None) -> ColleagueForm:
    return ColleagueForm(choosable.colleagues(), data, initial={"colleague": choosable.colleague_of(number) or ""})


def _show_link(request: HttpRequest, token: str, name: str, *, replaced: bool = False) -> HttpResponse:
    address = request.build_absolute_uri(reverse("join", args=[token]))
    request.session[LINK] = {"address": address, "name": name, "replaced": replaced}
    return redirect("fresh-link")


def _meaning() -> list[tuple[Any, Any]]:
    return [(role.label, meaning) for role, meaning in ROLE_MEANING.items()]
