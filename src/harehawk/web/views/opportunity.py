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
from harehawk.web.pages.classes import classes_page
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.kept import Kept
from harehawk.web.pages.opportunity import opportunity_page
from harehawk.web.pages.plain import plain_page
from harehawk.web.pages.worth import worth_part
from harehawk.web.requests import VisitorRequest
from harehawk.web.voice import voice

type Read = Callable[[Visitor, int, dt.date], Dossier | None]

OF_WORTH = {"worth", "limits"}  # explanations of what an opportunity is worth, and of nothing else about it


@require_GET
def opportunity(request: VisitorRequest, number: int) -> HttpResponse:
    """One opportunity, with as much of it as its reader may read."""
    me = visitor(request)
    deal = queries.deal(me, number)
    form = AsOfForm(deal.known_since, request.GET)
    kept = Kept(deal=deal, as_of=form.cleaned_data["as_of"] if form.is_valid() else None)
    known = dossier(me, number, kept.as_of or timezone.localdate()) if deal.reach.reads("verdict") else None
    if known is None:
        return _plain(request, me, deal)
    page = opportunity_page(known, kept)
    context = {"page": page, "to": STORED, "day_form": form}
    return render(request, "web/opportunity.html", context, status=422 if form.errors else 200)


@require_GET
def classes(request: VisitorRequest, number: int) -> HttpResponse:
    """The same facts under every customer class: a page, or the part that the opportunity's own page loads."""
    context = {"page": classes_page(_judged(request, number)), "to": STORED, "query": _query(request)}
    return render(request, "web/classes.html#part" if request.htmx else "web/classes.html", context)


@require_GET
def explanation(request: VisitorRequest, number: int, what: str, about: str = "") -> HttpResponse:
    """Where one number comes from: a page, or the part for a dialog."""
    found = _judged(request, number, dossier_of_worth if what in OF_WORTH else dossier)
    told = {"page": explain(found, what, about), "number": number, "name": found.facts.name}
    context = told | {"to": STORED, "query": _query(request)}
    return render(request, "web/explain.html#part" if request.htmx else "web/explain.html", context)


def _plain(request: VisitorRequest, me: Visitor, deal: Deal) -> HttpResponse:
    """What may be read of an opportunity that is not judged for this reader."""
    reads = deal.reach.reads("worth") and not deal.closed
    of_worth = dossier_of_worth(me, deal.number, timezone.localdate()) if reads else None
    worth = worth_part(of_worth) if of_worth else None
    page = plain_page(Kept(deal=deal, as_of=None), queries.concluded(me, deal.number), worth, voice())
    return render(request, "web/opportunity/plain.html", {"page": page, "to": STORED})


def _judged(request: VisitorRequest, number: int, read: Read = dossier) -> Dossier:
    """The dossier as of the day that the address names. Raises OpportunityNotFound."""
    me = visitor(request)
    form = AsOfForm(queries.deal(me, number).known_since, request.GET)
    found = read(me, number, _day(form)) if form.is_valid() else None
    if found is None:
        raise OpportunityNotFound(number)
    return found


def _day(form: AsOfForm) -> dt.date:
    day: dt.date | None = form.cleaned_data["as_of"]
    return day or timezone.localdate()


def _query(request: VisitorRequest) -> str:
    """What an address needs to show the same day."""
    return f"?as_of={request.GET['as_of']}" if request.GET.get("as_of") else ""
