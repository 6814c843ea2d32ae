"""How an opportunity was judged from day to day, which facts moved it, and any two judgements side by side."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from harehawk.apps.opportunities import queries
from harehawk.apps.opportunities.problems import OpportunityNotFound
from harehawk.apps.opportunities.queries import Moment
from harehawk.book.sheets import Book
from harehawk.web.actors import visitor
from harehawk.web.addresses import STORED
from harehawk.web.dossiers import named
from harehawk.web.forms.as_of import AsOfForm
from harehawk.web.forms.comparing import CompareForm
from harehawk.web.pages.compare import compare_page
from harehawk.web.pages.history import history_page
from harehawk.web.pages.kept import Kept
from harehawk.web.requests import VisitorRequest
from harehawk.web.voice import voice
from harehawk.wording.names import Names


@require_GET
def history(request: VisitorRequest, number: int) -> HttpResponse:
    """All judgements with what moved them: a page, or the latest few as a part of the opportunity's page."""
    kept, moments = _judged(request, number)
    page = history_page(
        number=number,
        name=kept.deal.fields["name"],
        moments=[one for one in moments if kept.as_of is None or one.as_of <= kept.as_of],
        written=queries.entries(visitor(request), number),
        names=_names(),
        voice=voice(),
    )
    context = {"page": page, "kept": kept, "past": {"kept": kept, "number": number}, "to": STORED}
    return render(request, "web/history.html#part" if request.htmx else "web/history.html", context)


@require_GET
def compare(request: VisitorRequest, number: int) -> HttpResponse:
    """Two judgements side by side."""
    kept, moments = _judged(request, number)
    if not moments:
        return redirect("opportunity-history", number)
    latest = {"a": moments[min(1, len(moments) - 1)].pk, "b": moments[0].pk}
    form = CompareForm(moments, voice(), {name: request.GET.get(name, one) for name, one in latest.items()})
    context = {"form": form, "kept": kept, "to": STORED, "page": None}
    if form.is_valid():
        written = queries.entries(visitor(request), number)
        context["page"] = compare_page(*form.chosen(), written, _names(), voice())
    return render(request, "web/compare.html", context, status=422 if form.errors else 200)


def _judged(request: VisitorRequest, number: int) -> tuple[Kept, Sequence[Moment]]:
    """The opportunity with its judgements. Raises OpportunityNotFound, too, for who may not read them."""
    me = visitor(request)
    deal, moments = queries.deal(me, number), queries.judgements(me, number)
    form = AsOfForm(deal.known_since, request.GET)
    if not deal.reach.reads("verdict") or form.errors:
        raise OpportunityNotFound(number)
    return Kept(deal=deal, as_of=form.cleaned_data["as_of"]), moments


def _names() -> Names:
    return named(Book(), queries.settings_on(timezone.localdate()).book)
