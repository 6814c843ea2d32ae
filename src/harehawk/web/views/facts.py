"""Facts where the page shows what they move: evidence, stances, comparisons, influence; and the files they carry."""

import io
from collections.abc import Callable, Mapping
from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from harehawk.apps.opportunities import actions, queries
from harehawk.apps.opportunities.problems import OpportunityEnded, OpportunityNotFound, RowNotFound
from harehawk.apps.opportunities.queries import facts
from harehawk.book.sheets.choices import ANSWERS, ATTITUDES, FACTORS_
from harehawk.engine.common import HALF_LIFE_DAYS, STANCE_HALF_LIFE_DAYS
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.facts import (
    EvidenceForm,
    FactForm,
    FactorForm,
    InfluenceForm,
    StanceForm,
    factor_of,
    leads,
    worded,
)  # fmt: skip
from harehawk.web.moved import following
from harehawk.web.pages.facts import FactsPage, fact_rows
from harehawk.web.requests import VisitorRequest
from harehawk.web.voice import language, voice
from harehawk.wording.names import names


@require_http_methods(["GET", "POST"])
def evidence(request: VisitorRequest, number: int, criterion: str) -> HttpResponse:
    """What was said about a criterion, and one more answer."""
    me, today = visitor(request), timezone.localdate()
    said = facts.evidence(me, number, criterion)
    settings = queries.settings_on(today)
    if criterion not in {one.code for one in settings.method.criteria}:
        raise Http404
    page = _page(
        request, number, names(settings.book, language()).criteria.get(criterion, criterion),
        rows=fact_rows(said, worded(ANSWERS), HALF_LIFE_DAYS, today), explain=criterion,
    )  # fmt: skip
    at = request.GET.get("at", "")  # a page may hold several such forms
    apart = (at if at.isalnum() else criterion).replace("%", "")
    form = EvidenceForm(request, facts.hints(me, number), auto_id=f"{apart}-%s")
    record = lambda: actions.record_evidence(  # noqa: E731  done later
        actor=actor(request), opportunity=number, criterion=criterion, **form.told()
    )
    return _answer(request, page, form, record)


@require_http_methods(["GET", "POST"])
def stances(request: VisitorRequest, number: int, person: int) -> HttpResponse:
    """What was said about where somebody stands, and one thing more."""
    me, today = visitor(request), timezone.localdate()
    said = facts.stances(me, number, person)
    if (name := dict(facts.group(me, number)).get(person)) is None:
        raise RowNotFound(person)
    page = _page(
        request, number, gettext("Where %(name)s stands") % {"name": name},
        rows=fact_rows(said, worded(ATTITUDES), STANCE_HALF_LIFE_DAYS, today),
    )  # fmt: skip
    form = StanceForm(request, facts.hints(me, number), facts.rivals(me, number), auto_id="s-%s")
    record = lambda: actions.record_stance(  # noqa: E731  done later
        actor=actor(request), opportunity=number, person=person, **form.told()
    )
    return _answer(request, page, form, record)


@require_http_methods(["GET", "POST"])
def factors(request: VisitorRequest, number: int, rival: str, factor: str) -> HttpResponse:
    """What was said about how we compare with a rival in a factor, and one thing more."""
    me, today = visitor(request), timezone.localdate()
    if (compared := factor_of(factor)) is None:
        raise Http404
    said = facts.factors(me, number, rival, factor)
    if rival not in facts.rivals(me, number):
        raise OpportunityNotFound(number)
    title = gettext("%(factor)s: we and %(rival)s") % {"factor": voice().say(FACTORS_[compared]), "rival": rival}
    page = _page(request, number, title, rows=fact_rows(said, leads(), HALF_LIFE_DAYS, today))
    form = FactorForm(request, facts.hints(me, number), auto_id="f-%s")
    record = lambda: actions.set_factor(  # noqa: E731  done later
        actor=actor(request), opportunity=number, rival=rival, factor=compared, **form.cleaned_data
    )
    return _answer(request, page, form, record)


@require_http_methods(["GET", "POST"])
def influence(request: VisitorRequest, number: int) -> HttpResponse:
    """Who listens to whom, and one line more."""
    me = visitor(request)
    known = facts.influence(me, number)
    page = _page(request, number, gettext("Who listens to whom"), rows=())
    form = InfluenceForm(request, facts.hints(me, number), facts.group(me, number), auto_id="i-%s")
    record = lambda: actions.record_influence(  # noqa: E731  done later
        actor=actor(request), opportunity=number, **form.cleaned_data
    )
    return _answer(request, page, form, record, template="web/facts/influence.html", known=known)


@require_GET
def file(request: VisitorRequest, number: int) -> FileResponse:
    """A file of a fact: to be kept, never shown as one of our pages."""
    found = facts.file_of(visitor(request), number)
    response = FileResponse(io.BytesIO(found.content), as_attachment=True, filename=found.name, content_type=found.kind)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _page(request: VisitorRequest, number: int, title: str, **more: Any) -> FactsPage:
    deal = queries.deal(visitor(request), number)
    return FactsPage(
        number=number, name=str(deal.fields["name"]), title=title, works=deal.writes, ended=deal.closed, **more
    )


def _answer(
    request: VisitorRequest,
    page: FactsPage,
    form: FactForm,
    record: Callable[[], int],
    template: str = "web/facts/facts.html",
    **more: Any,
) -> HttpResponse:
    if request.method == "POST":
        if not page.works:
            raise OpportunityNotFound(page.number)
        if page.ended:
            raise OpportunityEnded
        if form.is_valid():
            try:
                with following(request, page.number):
                    record()
            except Problem as problem:
                form.after(problem)
            else:
                return redirect("opportunity", page.number)
    context: Mapping[str, Any] = {"page": page, "form": form, **more}
    part = f"{template}#part" if request.htmx else template
    return render(request, part, context, status=422 if form.errors else 200)
