"""Judge a workbook: drop a file or take the sample; see its problems, or go on to the list."""

from django.core.files.base import File
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from harehawk.book.read import read
from harehawk.book.sample import sample
from harehawk.errors import Problem
from harehawk.web import visit
from harehawk.web.pages.problems import problem_rows, problems_page
from harehawk.web.requests import VisitorRequest
from harehawk.web.told import problem_page
from harehawk.web.uploads import uploaded
from harehawk.web.voice import language


@require_http_methods(["GET", "POST"])
def judge(request: VisitorRequest) -> HttpResponse:
    """Take a workbook in; what is wrong with it comes back at once, all of it."""
    if request.method == "GET":
        return render(request, "web/judge.html")
    try:
        return _judged(request, uploaded(request, command="harehawk judge"))
    except Problem as problem:
        return render(request, "web/judge.html", {"error": problem.message(gettext)}, status=problem.status)


def _judged(request: VisitorRequest, upload: "File[bytes]") -> HttpResponse:
    today, name = timezone.localdate(), upload.name or ""
    reading = read(upload.read(), name, today=today, language=language())
    if reading.problems:
        faults = visit.Faults(name=name, problems=reading.problems, warnings=reading.warnings)
        visit.keep_faults(request, faults)
        return _go_on(request, "problems") if request.htmx else _problems(request, status=422)
    visit.take(request, reading.book, name, today, reading.warnings)
    return _go_on(request, "workbook")


@require_POST
def take_sample(request: VisitorRequest) -> HttpResponse:
    """Take the sample company in, in the language asked for."""
    today = timezone.localdate()
    spoken = "zh" if request.POST.get("language") == "zh" else "en"
    visit.take(request, sample(spoken, today), gettext("Sample"), today)
    return _go_on(request, "workbook")


@require_GET
def problems(request: VisitorRequest) -> HttpResponse:
    """Show the problems again, those of one sheet if one is named."""
    try:
        return _problems(request)
    except visit.NotInMemory as problem:
        return problem_page(request, problem)


def _problems(request: VisitorRequest, status: int = 200) -> HttpResponse:
    faults = visit.current_faults(request)
    wrong, odd = (problem_rows(kept, gettext) for kept in (faults.problems, faults.warnings))
    page = problems_page(faults.name, wrong, odd, sheet=request.GET.get("sheet", ""))
    return render(request, "web/problems.html", {"page": page, "here": reverse("problems")}, status=status)


def _go_on(request: VisitorRequest, page: str) -> HttpResponse:
    """Send the visitor to another page."""
    return HttpResponseClientRedirect(reverse(page)) if request.htmx else redirect(page)
