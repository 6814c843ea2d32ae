"""The workbook of a visit: its judged list, one opportunity of it, and where its numbers come from."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from harehawk.engine.gates.assume import filled
from harehawk.engine.gates.known import known
from harehawk.errors import Problem, Translate
from harehawk.web import visit
from harehawk.web.addresses import WORKBOOK, without_empty
from harehawk.web.explain import explain
from harehawk.web.pages.classes import classes_page
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.entered import closed, facts, headings
from harehawk.web.pages.listing import Asked, list_page, list_rows
from harehawk.web.pages.opportunity import opportunity_page
from harehawk.web.requests import VisitorRequest
from harehawk.web.told import problem_page
from harehawk.web.voice import language, voice
from harehawk.wording.names import names

ROWS_A_PAGE = 100


class OpportunityNotFound(Problem):
    """No opportunity of that number in the book at hand."""

    code = "opportunity_not_found"
    status = 404

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    def message(self, translate: Translate) -> str:
        return translate("No open opportunity “%(number)s” in this workbook.") % {"number": self.number}


@require_GET
def listing(request: VisitorRequest) -> HttpResponse:
    """Every open opportunity, or those asked for; what is asked stands in the address."""
    try:
        at_hand = visit.current(request)
    except visit.NotInMemory as problem:
        return problem_page(request, problem)
    called, speak = names(at_hand.book, language()), voice()
    rows = list_rows(at_hand.judgements, headings(at_hand.book, called), called, speak)
    asked = Asked(**{field: request.GET.get(field, "").strip() for field in Asked.__slots__})
    page = list_page(rows, closed(at_hand.book, called, speak, at_hand.as_of), asked, speak)
    context = {
        "page": page,
        "shown": Paginator(page.rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "visit": at_hand,
        "to": WORKBOOK,
    }
    if not request.htmx:
        return render(request, "web/list.html", context)
    response = render(request, "web/list.html#list", context)
    response["HX-Replace-Url"] = without_empty(request)
    return response


@require_GET
def opportunity(request: VisitorRequest, number: str) -> HttpResponse:
    """One opportunity as judged."""
    try:
        page = opportunity_page(_dossier(request, number))
    except Problem as problem:
        return problem_page(request, problem)
    return render(request, "web/opportunity.html", {"page": page, "to": WORKBOOK})


@require_GET
def classes(request: VisitorRequest, number: str) -> HttpResponse:
    """The same facts under every customer class: a page, or the part that the opportunity's own page loads."""
    try:
        page = classes_page(_dossier(request, number))
    except Problem as problem:
        return problem_page(request, problem)
    return render(
        request, "web/classes.html#part" if request.htmx else "web/classes.html", {"page": page, "to": WORKBOOK}
    )


@require_GET
def explanation(request: VisitorRequest, number: str, what: str, about: str = "") -> HttpResponse:
    """Where one number comes from: a page, or the part for a dialog."""
    try:
        dossier = _dossier(request, number)
        context = {
            "page": explain(dossier, what, about),
            "number": number,
            "name": dossier.facts.name,
            "to": WORKBOOK,
        }
    except Problem as problem:
        return problem_page(request, problem)
    return render(request, "web/explain.html#part" if request.htmx else "web/explain.html", context)


def _dossier(request: VisitorRequest, number: str) -> Dossier:
    at_hand = visit.current(request)
    found = next(
        (pair for pair in zip(at_hand.cases.rows, at_hand.judgements, strict=True) if pair[0].id == number), None
    )
    if found is None:
        raise OpportunityNotFound(number)
    case, judgement = found
    called, speak, method = names(at_hand.book, language()), voice(), at_hand.cases.method
    return Dossier(
        facts=facts(at_hand.book, number, called, speak, at_hand.as_of),
        known=known(case, method, filled(case, method)),
        judgement=judgement,
        method=method,
        names=called,
        voice=speak,
        as_of=at_hand.as_of,
    )
