"""One write out of a form: followed, and shown again with what stands against it."""

from collections.abc import Callable

from django.http import HttpRequest

from harehawk.errors import Problem
from harehawk.web.forms.row import RowForm
from harehawk.web.moved import following


def refused(
    request: HttpRequest, form: RowForm, write: Callable[[], object], *, opportunity: int | None = None
) -> RowForm | None:
    """Write what a form asks for; the form to show where it was not sent or not accepted, None once it is written."""
    if not form.is_valid():
        return form
    try:
        with following(request, opportunity):
            write()
    except Problem as problem:
        return form.after(problem)
    return None
