"""My account: name, language, password, second factor, where I am signed in."""

from allauth.account import views as allauth
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from harehawk.apps.access import people
from harehawk.apps.access.people_problems import NoPassword
from harehawk.errors import Problem
from harehawk.web import signed_out
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.people import MyselfForm, add_problem
from harehawk.web.looking import own_account_only
from harehawk.web.unsent import fields
from harehawk.web.views.preferences import keep_language
from harehawk.web.voice import language


@own_account_only
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show it; take name and language."""
    me = visitor(request)
    first = {"name": me.name, "language": me.language or get_language()}
    form = MyselfForm(request.POST or None, initial=first)
    if form.is_valid():
        try:
            people.change_myself(actor=actor(request), **form.cleaned_data)
        except Problem as problem:
            add_problem(form, problem, gettext)
        else:
            response = redirect("account")
            keep_language(response, form.cleaned_data["language"])
            return response
    page = {
        "form": form,
        "sessions": UserSession.objects.purge_and_list(me),
        "factors": _factors(me.pk),
    }
    return render(request, "web/account/account.html", page, status=422 if form.errors else 200)


@own_account_only
@require_POST
def end_session(request: HttpRequest, number: int) -> HttpResponse:
    """Sign out somewhere else. One that is not mine, or gone, is left as it is."""
    for session in UserSession.objects.filter(user=visitor(request), pk=number):
        if not session.is_current():
            session.end()
    return redirect("account")


@own_account_only
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    for session in UserSession.objects.filter(user=visitor(request)):
        if not session.is_current():
            session.end()
    return redirect("account")


@require_GET
def unsent(request: HttpRequest) -> HttpResponse:
    """What was typed into a form while the session had ended, to be sent once more."""
    found = signed_out.kept(request)
    request.session.pop(signed_out.KEY, None)
    if found is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "web/account/unsent.html", {"unsent": found, "typed": fields(found["typed"], language())})


@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponseBase:
    """Change it, where there is one."""
    if not visitor(request).has_usable_password():
        raise NoPassword
    return allauth.password_change(request)


def _factors(user: int) -> dict[str, int]:
    kinds = Authenticator.objects.filter(user_id=user).values_list("type", flat=True)
    return {"app": list(kinds).count("totp"), "keys": list(kinds).count("webauthn")}
