"""A stored opportunity: as judged today or as of a past day, and where its numbers come from."""

import datetime as dt
from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from harehawk.apps.access.actor import Visitor
from harehawk.apps.opportunities import queries
from harehawk.apps.opportunities.problems import OpportunityNotFound
from harehawk.apps.opportunities.queries import Deal
from harehawk.web.actors import visitor
from harehawk.web.addresses import STORED
from harehawk.web.dossiers import dossier, dossier_of_worth
from harehawk.web.explain import explain
from harehawk.web.forms.as_of import AsOfForm
from harehawk.web.forms.conclusions import DecisionForm
from harehawk.web.pages.classes import classes_page
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.kept import Kept
from harehawk.web.pages.opportunity import opportunity_page
from harehawk.web.pages.plain import plain_page
from harehawk.web.pages.turning import turning_page
from harehawk.web.pages.worth import worth_part
from harehawk.web.requests import VisitorRequest
from harehawk.web.voice import voice

type Read = Callable[[Visitor, Deal, dt.date], Dossier | None]

OF_WORTH = {"worth", "limits"}  # explanations of what an opportunity is worth, and of nothing else about it


@require_GET
def opportunity(request: VisitorRequest, number: int) -> HttpResponse:
    """One opportunity, with as much of it as its reader may read."""
    me = visitor(request)
    deal = queries.deal(me, number)
    form = AsOfForm(deal.known_since, request.GET)
    kept = Kept(deal=deal, as_of=form.cleaned_data["as_of"] if form.is_valid() else None)
    known = dossier(me, deal, kept.as_of or timezone.localdate())
    if known is None:
        return _plain(request, me, deal)
    page = opportunity_page(known, kept)
    concluded = {"concluded": queries.concluded(deal), "number": number, "decide": DecisionForm(deal.judged)}
    context = {"page": page, "to": STORED, "day_form": form, **concluded}
    return render(request, "web/opportunity.html", context, status=422 if form.errors else 200)


@require_GET
def classes(request: VisitorRequest, number: int) -> HttpResponse:
    """The same facts under every customer class: a page, or the part that the opportunity's own page loads."""
    kept, found = _judged(request, number)
    context = {"page": classes_page(found), "to": STORED, "query": kept.query}
    return render(request, "web/classes.html#part" if request.htmx else "web/classes.html", context)


@require_GET
def what_turns_it(request: VisitorRequest, number: int) -> HttpResponse:
    """The smallest changes that turn the verdict: a page, or the part that the opportunity's own page loads."""
    kept, found = _judged(request, number)
    context = {"page": turning_page(found, kept), "to": STORED}
    return render(request, "web/turning.html#part" if request.htmx else "web/turning.html", context)


@require_GET
def explanation(request: VisitorRequest, number: int, what: str, about: str = "") -> HttpResponse:
    """Where one number comes from: a page, or the part for a dialog."""
    kept, found = _judged(request, number, dossier_of_worth if what in OF_WORTH else dossier)
    told = {"page": explain(found, what, about), "number": number, "name": found.facts.name}
    context = told | {"to": STORED, "query": kept.query}
    return render(request, "web/explain.html#part" if request.htmx else "web/explain.html", context)


def _plain(request: VisitorRequest, me: Visitor, deal: Deal) -> HttpResponse:
    """What may be read of an opportunity that is not judged for this reader."""
    reads = deal.reach.reads("worth") and not deal.closed
    of_worth = dossier_of_worth(me, deal, timezone.localdate()) if reads else None
    worth = worth_part(of_worth) if of_worth else None
    page = plain_page(Kept(deal=deal, as_of=None), queries.concluded(deal), worth, voice())
    return render(request, "web/opportunity/plain.html", {"page": page, "to": STORED})


def _judged(request: VisitorRequest, number: int, read: Read = dossier) -> tuple[Kept, Dossier]:
    """The dossier as of the day that the address names. Raises OpportunityNotFound."""
    me = visitor(request)
    deal = queries.deal(me, number)
    form = AsOfForm(deal.known_since, request.GET)
    kept = Kept(deal=deal, as_of=form.cleaned_data["as_of"] if form.is_valid() else None)
    found = None if form.errors else read(me, deal, kept.as_of or timezone.localdate())
    if found is None:
        raise OpportunityNotFound(number)
    return kept, found
