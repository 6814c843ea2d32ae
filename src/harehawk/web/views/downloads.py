"""Files to fetch: templates, the sample, and the problems of a book."""

import csv
import io
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from harehawk.book import template as book_template
from harehawk.book.formula_text import guarded
from harehawk.book.problems import CellProblem
from harehawk.book.sample import sample as sample_book
from harehawk.book.write import write
from harehawk.web import visit
from harehawk.web.pages.problems import problem_rows
from harehawk.web.told import problem_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LANGUAGES = ("zh", "en")
HEADS = ("Sheet", "Row", "Column", "Value", "What is wrong, and the way out")  # also headings of the page


@require_GET
def template(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001  the same for everybody
    """An empty book."""
    return _workbook(book_template.template(_known(language), short=False), f"harehawk-template-{language}")


@require_GET
def short_template(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001  as Django calls it
    """An empty book of the short form."""
    return _workbook(book_template.template(_known(language), short=True), f"harehawk-short-template-{language}")


@require_GET
def sample(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001  as Django calls it
    """The sample company as a book."""
    content = io.BytesIO()
    write(sample_book(_known(language), timezone.localdate()), content, "xlsx", language)
    return _workbook(content.getvalue(), f"harehawk-sample-{language}")


@require_GET
def problems(request: HttpRequest) -> HttpResponse:
    """What is wrong with the book, for a spreadsheet; the mark in front tells Excel it is UTF-8."""
    try:
        faults = visit.current_faults(request)
    except visit.NotInMemory as problem:
        return problem_page(request, problem)
    return problems_csv((*faults.problems, *faults.warnings))


def problems_csv(problems: Iterable[CellProblem]) -> HttpResponse:
    """Problems for a spreadsheet."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(gettext(head) for head in HEADS)
    for row in problem_rows(problems, gettext):
        table.writerow((row.sheet, row.row or "", row.column, guarded(row.value), row.message))
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="harehawk-problems.csv"'
    return response


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise Http404
    return language


def _workbook(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response
