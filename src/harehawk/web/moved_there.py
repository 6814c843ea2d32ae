"""What a write about a customer moved: the verdicts of its opportunities before, and what became of them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from django.http import HttpRequest
from django.utils.translation import gettext

from harehawk.apps.opportunities import queries
from harehawk.web.actors import visitor
from harehawk.web.forms.row import RowForm
from harehawk.web.voice import language
from harehawk.web.writing import refused
from harehawk.wording.terms import VERDICT, word

KEPT = "moved_there"


def refused_there(
    request: HttpRequest, form: RowForm, write: Callable[[], object], customer: int | None
) -> RowForm | None:
    """As `refused`; the next page of a customer then tells which verdicts it turned."""
    with following_there(request, customer):
        return refused(request, form, write)


def moved_there(request: HttpRequest) -> list[str]:
    """Which verdicts the last write turned, a line each; told once."""
    kept = request.session.pop(KEPT, [])
    said = gettext("%(name)s: %(before)s → %(after)s")
    return [
        said % {"name": name, "before": word(VERDICT, old, language()), "after": word(VERDICT, new, language())}
        for name, old, new in kept
    ]


@contextmanager
def following_there(request: HttpRequest, customer: int | None) -> Iterator[None]:
    """Follow which verdicts of a customer's opportunities a write turns."""
    before = _verdicts(request, customer) if request.method == "POST" else {}
    yield
    if not before:
        return
    after = _verdicts(request, customer)
    turned = [(name, old, after[name]) for name, old in before.items() if after.get(name, old) != old]
    if turned:
        request.session[KEPT] = turned


def _verdicts(request: HttpRequest, customer: int | None) -> Mapping[str, str]:
    if customer is None:
        return {}
    found = queries.listing(visitor(request), queries.Wish(customer=customer))
    return {row.name: row.judged.verdict for row in found.rows if row.judged}
