"""Undo of what was written on pages; an undoing is undone the same way."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from harehawk.apps.access.actor import Visitor
from harehawk.apps.opportunities import actions, queries
from harehawk.apps.opportunities.problems import OpportunityNotFound
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.moved import could_not, following

LONGEST = 19  # digits of a number of the log


@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Take back one write, and those that were made together with it; then go back to where it was asked."""
    also = [int(one) for one in request.POST.getlist("also") if one.isdecimal() and len(one) < LONGEST]
    me = visitor(request)
    about = [queries.undoable(me, one) for one in (number, *also)]
    try:
        with following(request, about[0], done=gettext("It was taken back.")):
            actions.undo_entries(actor=actor(request), entries=[number, *also])
    except Problem as problem:
        if problem.status == 404:
            raise
        could_not(request, problem)
    if not all(_is_there(me, one) for one in about if one):
        return redirect("opportunities")
    back = request.POST.get("back", "")
    inside = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if inside else "home")


def _is_there(me: Visitor, opportunity: int) -> bool:
    try:
        queries.deal(me, opportunity)
    except OpportunityNotFound:
        return False
    return True
