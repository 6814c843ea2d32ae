"""What people conclude about an opportunity: a decision, and how it ended."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from harehawk.apps.opportunities import actions, queries
from harehawk.apps.opportunities.problems import OpportunityEnded, OpportunityNotFound
from harehawk.apps.opportunities.queries import Deal
from harehawk.book.sheets import SHEET
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.conclusions import DecisionForm
from harehawk.web.forms.row import RowForm
from harehawk.web.moved import following
from harehawk.web.requests import VisitorRequest
from harehawk.web.writing import refused


@require_http_methods(["GET", "POST"])
def decision(request: VisitorRequest, number: int) -> HttpResponse:
    """Record what was decided; against the verdict it needs a reason."""
    deal = _open(request, number)
    form = DecisionForm(deal.judged, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            with following(request, number):
                actions.decide(actor=actor(request), opportunity=number, **form.cleaned_data)
        except Problem as problem:
            form.after(problem)
        else:
            return redirect("opportunity", number)
    page = {"number": number, "name": deal.fields["name"], "decide": form}
    return render(request, "web/facts/decision.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def outcome(request: VisitorRequest, number: int) -> HttpResponse:
    """Record how it ended; that closes it."""
    deal = _open(request, number)
    data = request.POST if request.method == "POST" else None
    first = {"closed_on": timezone.localdate(), "amount": deal.fields.get("amount")}
    form = RowForm(SHEET["outcomes"], {}, data, first=first, leave_out={"opportunity"})
    if data is not None:
        record = lambda: actions.record_outcome(actor=actor(request), opportunity=number, **form.cells())  # noqa: E731  done later
        if (left := refused(request, form, record, opportunity=number)) is None:
            return redirect("opportunity", number)
        form = left
    page = {"number": number, "name": deal.fields["name"], "form": form}
    return render(request, "web/facts/outcome.html", page, status=form.status)


def _open(request: VisitorRequest, number: int) -> Deal:
    """An opportunity that the visitor works on. Raises OpportunityNotFound, OpportunityEnded."""
    deal = queries.deal(visitor(request), number)
    if not deal.writes:
        raise OpportunityNotFound(number)
    if deal.closed:
        raise OpportunityEnded
    return deal
