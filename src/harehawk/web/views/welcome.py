"""The first page of a new installation: what the company's rates are, then with what to begin."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from harehawk.apps.access import people, queries
from harehawk.apps.access.roles import Role
from harehawk.apps.exchange import actions
from harehawk.apps.exchange.problems import SampleUsed
from harehawk.apps.method import company
from harehawk.apps.method.problems import MethodNotYours
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.people import add_problem
from harehawk.web.forms.welcome import CompanyForm, initial, welcome_page
from harehawk.web.voice import voice


@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Ask for rates, prices and limits; an empty field keeps the default."""
    _must_begin(request)
    own, limits = company.own(), company.limits()
    form = CompanyForm(limits, request.POST or None, initial=initial(own, limits))
    if form.is_valid():
        try:
            company.set_up(actor=actor(request), seen=own, wanted=form.wanted(), wanted_limits=form.wanted_limits())
            if form.cleaned_data["lead"] and visitor(request).team_id is None:
                people.lead_all(actor=actor(request), company=form.cleaned_data["name"])
        except Problem as problem:
            add_problem(form, problem, gettext)
        else:
            return redirect("begin")
    page = welcome_page(form, free=visitor(request).team_id is None, chinese=voice().chinese)
    return render(request, "web/welcome.html", page, status=422 if form.errors else 200)


@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """With what to begin: the sample, or nothing yet."""
    _must_begin(request)
    return render(request, "web/begin.html", {"sample": bool(queries.sample_people())})


@require_POST
def load_sample(request: HttpRequest) -> HttpResponse:
    """Load the sample company beside what is here."""
    _must_begin(request)
    actions.load_sample(actor=actor(request), language="zh" if request.POST.get("language") == "zh" else "en")
    return redirect("begin")


@require_POST
def remove_sample(request: HttpRequest) -> HttpResponse:
    """Take the sample away, all of it."""
    _must_begin(request)
    try:
        actions.remove_sample(actor=actor(request))
    except SampleUsed as problem:
        page = {"text": problem.message(gettext), "problem": problem}
        return render(request, "web/exchange/sample_used.html", page, status=problem.status)
    return redirect("begin")


def _must_begin(request: HttpRequest) -> None:
    if not visitor(request).has_role(Role.ADMINISTRATOR, Role.OPERATIONS):
        raise MethodNotYours
