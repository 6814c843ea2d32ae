"""A stored opportunity: as judged today or as of a past day, and where its numbers come from."""

import datetime as dt

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from harehawk.apps.opportunities import queries
from harehawk.apps.opportunities.problems import OpportunityNotFound
from harehawk.web.actors import visitor
from harehawk.web.addresses import STORED
from harehawk.web.dossiers import dossier
from harehawk.web.explain import explain
from harehawk.web.forms.as_of import AsOfForm
from harehawk.web.pages.classes import classes_page
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.kept import Kept
from harehawk.web.pages.opportunity import opportunity_page
from harehawk.web.requests import VisitorRequest


@require_GET
def opportunity(request: VisitorRequest, number: int) -> HttpResponse:
    """One opportunity, with as much of it as its reader may read."""
    me = visitor(request)
    deal = queries.deal(me, number)
    form = AsOfForm(deal.known_since, request.GET)
    kept = Kept(deal=deal, as_of=form.cleaned_data["as_of"] if form.is_valid() else None)
    known = dossier(me, number, kept.as_of or timezone.localdate())
    if known is None:
        raise OpportunityNotFound(number)
    page = opportunity_page(known, kept)
    context = {"page": page, "to": STORED, "day_form": form}
    return render(request, "web/opportunity.html", context, status=422 if form.errors else 200)


@require_GET
def classes(request: VisitorRequest, number: int) -> HttpResponse:
    """The same facts under every customer class: a page, or the part that the opportunity's own page loads."""
    context = {"page": classes_page(_judged(request, number)), "to": STORED}
    return render(request, "web/classes.html#part" if request.htmx else "web/classes.html", context)


@require_GET
def explanation(request: VisitorRequest, number: int, what: str, about: str = "") -> HttpResponse:
    """Where one number comes from: a page, or the part for a dialog."""
    found = _judged(request, number)
    context = {"page": explain(found, what, about), "number": number, "name": found.facts.name, "to": STORED}
    return render(request, "web/explain.html#part" if request.htmx else "web/explain.html", context)


def _judged(request: VisitorRequest, number: int) -> Dossier:
    """The dossier as of the day that the address names. Raises OpportunityNotFound."""
    me = visitor(request)
    form = AsOfForm(queries.deal(me, number).known_since, request.GET)
    found = dossier(me, number, _day(form)) if form.is_valid() else None
    if found is None:
        raise OpportunityNotFound(number)
    return found


def _day(form: AsOfForm) -> dt.date:
    day: dt.date | None = form.cleaned_data["as_of"]
    return day or timezone.localdate()
