"""Coming in by a link: the first administrator, whoever is invited, and who needs a new password."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from harehawk.apps.access import people, queries
from harehawk.apps.access.people_problems import LinkUsed
from harehawk.errors import Problem
from harehawk.web.forms.people import JoinForm, add_problem

LINK = "joining"


@login_not_required
@never_cache
@require_GET
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Take the secret out of the address at once: addresses end up in histories and logs."""
    queries.link(token)
    request.session[LINK] = token
    return redirect("join-now")


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Show what the link is good for; take name and password, and sign in."""
    token = request.session.get(LINK, "")
    link = queries.link(token)
    form = JoinForm(link, request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            user = people.join(
                token=token,
                email=given.get("email", ""),
                name=given.get("name", ""),
                language=get_language() or "",
                password=given["password"],
            )
        except LinkUsed:
            raise
        except Problem as problem:
            add_problem(form, problem, gettext)
        else:
            del request.session[LINK]
            onwards = "welcome" if link.first else "home"
            response: HttpResponse = perform_login(request, Login(user=user, redirect_url=resolve_url(onwards)))
            return response
    status = 422 if form.errors else 200
    return render(request, "web/join.html", {"form": form, "link": link}, status=status)
