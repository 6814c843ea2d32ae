"""Choose one of the sample people, look around as that person, and come back."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from harehawk.apps.access import queries
from harehawk.web.actors import visitor
from harehawk.web.looking import REALLY, only_here

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """The people of the sample."""
    only_here()
    return render(request, "web/look.html", {"people": queries.sample_people()})


@require_POST
def start(request: HttpRequest, number: int) -> HttpResponse:
    """Be that person, until one comes back."""
    only_here()
    chosen = queries.sample_user(number)
    really = request.session.get(REALLY) or visitor(request).pk
    login(request, chosen, BACKEND)
    request.session[REALLY] = really
    return redirect("home")


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Be oneself again; whoever was deactivated meanwhile has to sign in."""
    me = queries.active_user(request.session.pop(REALLY, 0))
    request.session.flush()
    if me is None:
        return redirect("account_login")
    login(request, me, BACKEND)
    return redirect("look")
