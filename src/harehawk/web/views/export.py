"""A book out: all that somebody may read."""

import io
from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from harehawk.apps.exchange.queries import readable_book
from harehawk.book.write import write
from harehawk.web.actors import visitor
from harehawk.web.views.downloads import XLSX
from harehawk.web.voice import language

type Kind = Literal["xlsx", "zip", "json"]

KINDS: dict[str, tuple[Kind, str]] = {
    "xlsx": ("xlsx", XLSX),
    "zip": ("zip", "application/zip"),
    "json": ("json", "application/json"),
}


@require_GET
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The book of whoever asks, in the language of the pages."""
    if kind not in KINDS:
        raise Http404
    written, content_type = KINDS[kind]
    content = io.BytesIO()
    write(readable_book(visitor(request)), content, written, language())
    response = HttpResponse(content.getvalue(), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="harehawk-{timezone.localdate()}.{kind}"'
    return response
