"""Add an opportunity: three things are enough."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from harehawk.apps.opportunities import actions, queries
from harehawk.apps.opportunities.problems import OpportunitiesNotYours, OpportunityNotFound
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.adding import AddingForm
from harehawk.web.moved import following, untold


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Ask for customer, name and owner, and go on to the page of the new opportunity."""
    me = visitor(request)
    if not queries.may_add(me):
        raise OpportunitiesNotYours
    form = AddingForm(queries.addable(me), request.POST or None, customer=request.GET.get("customer", ""))
    if form.is_valid():
        customer = form.cleaned_data["customer"]
        try:
            with following(request, done=gettext("It was added.")):
                number = actions.add_opportunity(actor=actor(request), customer=customer, **form.cells())
        except Problem as problem:
            form.after(problem)
        else:
            return _go_on(request, number)
    return render(request, "web/opportunities/add.html", {"form": form}, status=form.status)


def _go_on(request: HttpRequest, number: int) -> HttpResponse:
    """To its page; to the list where it is now only its owner's."""
    try:
        queries.deal(visitor(request), number)
    except OpportunityNotFound:
        untold(request)
        messages.success(request, gettext("It was added, and is now with its owner."))
        return redirect("opportunities")
    return redirect("opportunity", number)
