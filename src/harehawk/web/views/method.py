"""The method: to read for everybody; to change, tried out first, for those who set it."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from harehawk.apps.customers.lateness import method_on
from harehawk.apps.method import actions, history, queries
from harehawk.apps.method.actions import Wanted, may_set
from harehawk.apps.opportunities import previewing, rejudging
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.row import LONGEST
from harehawk.web.forms.settings import setting_form
from harehawk.web.pages.in_force import InForce
from harehawk.web.pages.method import Considered, method_page
from harehawk.web.pages.setting_edit import edit_page
from harehawk.web.pages.setting_words import about
from harehawk.web.pages.tried import tried_page
from harehawk.web.requests import VisitorRequest
from harehawk.web.voice import voice
from harehawk.wording.names import names

MOST = 50  # opportunities by name


@require_GET
def method(request: VisitorRequest) -> HttpResponse:
    """What counts by class, what is asked, and who changed what."""
    return _method(request)


@require_http_methods(["GET", "POST"])
def company(request: HttpRequest) -> HttpResponse:
    """Rates and prices of the company."""
    return _edit(request, Wanted(sheet="company"))


@require_http_methods(["GET", "POST"])
def add_class(request: HttpRequest) -> HttpResponse:
    """A class of the company's own."""
    return _edit(request, Wanted(sheet="classes", adds=True))


@require_http_methods(["GET", "POST"])
def add_criterion(request: HttpRequest) -> HttpResponse:
    """A criterion of the company's own."""
    return _edit(request, Wanted(sheet="criteria", adds=True))


@require_http_methods(["GET", "POST"])
def customer_class(request: HttpRequest, code: str) -> HttpResponse:
    """What differs for the customers of a class."""
    return _edit(request, Wanted(sheet="classes", code=code))


@require_http_methods(["GET", "POST"])
def criterion(request: HttpRequest, code: str) -> HttpResponse:
    """A statement that a gate judges."""
    return _edit(request, Wanted(sheet="criteria", code=code))


@require_http_methods(["GET", "POST"])
def criterion_for(request: HttpRequest, code: str, customer_class: str) -> HttpResponse:
    """How much it moves for one class alone."""
    return _edit(request, Wanted(sheet="criteria", code=code, customer_class=customer_class))


@require_GET
def preview(request: VisitorRequest, number: int) -> HttpResponse:
    """What a change would do, before it holds."""
    return _preview(request, number)


@require_POST
def confirm(request: VisitorRequest, number: int) -> HttpResponse:
    """Let it hold."""
    try:
        previewing.confirm_preview(actor=actor(request), number=number)
    except Problem as problem:
        if problem.status == 404:
            raise
        return _preview(request, number, problem)
    messages.success(request, gettext("It holds from now on. What rests on it is judged anew."))
    return redirect("method")


@require_POST
def stop(request: HttpRequest, number: int) -> HttpResponse:
    """Try it out on no more opportunities."""
    previewing.stop_preview(actor=actor(request), number=number)
    return redirect("method-preview", number)


@require_POST
def undo(request: VisitorRequest, number: int) -> HttpResponse:
    """Take a version back, by one more."""
    try:
        actions.undo_version(actor=actor(request), number=number)
    except Problem as problem:
        if problem.status == 404:
            raise
        return _method(request, problem)
    messages.success(request, gettext("It was taken back. What rests on it is judged anew."))
    return redirect("method")


@require_POST
def stop_judging(request: HttpRequest) -> HttpResponse:
    """Leave the rest to the night."""
    rejudging.stop_at_work(actor=actor(request))
    return redirect("method")


def _in_force() -> InForce:
    book = queries.settings_book()
    made = method_on(queries.version(), timezone.localdate())
    return InForce(book=book, method=made, called=names(book, voice().language), voice=voice())


def _edit(request: HttpRequest, wanted: Wanted) -> HttpResponse:
    """Change a row of the settings: what is entered is tried out, and nothing is kept yet."""
    actions.must_set(actor(request))
    now = _in_force()
    if not wanted.adds:
        actions.must_be_known(wanted, now.book)
    version, first = queries.as_seen(wanted.sheet, **wanted.identity)
    if (tried := request.GET.get("tried", "")).isdecimal() and len(tried) < LONGEST:
        wish = previewing.wanted_of(actor=actor(request), number=int(tried))
        first |= {**(wish.cells or {}), "code": wish.code}
    goes = "take-away" in request.POST
    form = setting_form(wanted, None if goes else request.POST or None, now.method, first=first, version=version)
    refused = ""
    if goes or form.is_valid():
        cells = None if goes else form.cells()
        code = cells.pop("code") if cells and wanted.adds else wanted.code
        asked = replace(wanted, code=code, seen_version=form.version, cells=cells)
        try:
            return redirect("method-preview", previewing.ask_for_preview(actor=actor(request), wanted=asked))
        except Problem as problem:
            if goes:
                refused = problem.message(gettext)
            else:
                form = form.after(problem)
    context = {"page": edit_page(wanted, version, now), "form": form, "refused": refused}
    return render(request, "web/method/edit.html", context, status=422 if refused else form.status)


def _method(request: VisitorRequest, problem: Problem | None = None) -> HttpResponse:
    me, now = visitor(request), _in_force()
    considered = [
        Considered(
            number=number,
            by=by,
            at=at,
            what=about(wanted.sheet, wanted.code, wanted.customer_class, now.called, now.voice),
        )
        for number, by, at, wanted in previewing.considered(me)
    ]
    made, judging = history.versions(), rejudging.at_work()
    page = method_page(now, made, sets=may_set(me), considered=considered, judging=judging)
    context = {"page": page, "error": problem.message(gettext) if problem else ""}
    template = "web/method/method.html" + ("#judging" if request.htmx else "")
    return render(request, template, context, status=problem.status if problem else 200)


def _preview(request: VisitorRequest, number: int, problem: Problem | None = None) -> HttpResponse:
    me = visitor(request)
    page = tried_page(previewing.tried_out(me, number, MOST), voice(), sets=may_set(me))
    if request.htmx and not page.busy:
        return HttpResponseClientRedirect(reverse("method-preview", args=[number]))
    again = f"{_edit_address(page.edit)}?tried={number}"
    context = {"page": page, "edit": again, "error": problem.message(gettext) if problem else ""}
    template = "web/method/preview.html" + ("#progress" if request.htmx else "")
    return render(request, template, context, status=problem.status if problem else 200)


def _edit_address(wanted: Wanted) -> str:
    if wanted.sheet == "company":
        return reverse("method-company")
    if wanted.adds:
        return reverse("method-class-add" if wanted.sheet == "classes" else "method-criterion-add")
    if wanted.customer_class:
        return reverse("method-criterion-for", args=[wanted.code, wanted.customer_class])
    return reverse("method-class" if wanted.sheet == "classes" else "method-criterion", args=[wanted.code])
