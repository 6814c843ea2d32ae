"""One customer, and the forms that change what is known of it where it is shown."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from harehawk.apps.customers import actions
from harehawk.apps.customers.problems import CustomerNotFound
from harehawk.apps.customers.queries import choosable, one_row
from harehawk.apps.method.queries import settings_of, version_on
from harehawk.apps.opportunities.queries.customer import customer as customer_file
from harehawk.book.sheets import SHEET
from harehawk.errors import Problem
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.row import RowForm
from harehawk.web.going_on import go_on
from harehawk.web.moved import could_not, following
from harehawk.web.moved_there import following_there, moved_there, refused_there
from harehawk.web.pages.customer import customer_page
from harehawk.web.requests import VisitorRequest
from harehawk.web.voice import language, voice
from harehawk.wording.names import names

SHOWN_WITH_IT = {"id", "customer"}  # of its rows: the page says which, and others name them by it


@require_GET
def customer(request: VisitorRequest, number: int) -> HttpResponse:
    """One customer, with as much of it as its reader may read."""
    page = customer_page(customer_file(visitor(request), number), voice())
    return render(request, "web/customers/customer.html", {"page": page, "turned": moved_there(request)})


@require_http_methods(["GET", "POST"])
def change(request: VisitorRequest, number: int) -> HttpResponse:
    """Its own fields, as far as the visitor reads them."""
    me = visitor(request)
    file = customer_file(me, number)
    if not file.edits:
        raise CustomerNotFound(number)
    sheet = SHEET["customers"]
    hidden = {column.key for column in sheet.columns} - file.fields.keys()
    offered = {
        "parent": choosable.customers(me, but=number),
        "colleagues": choosable.colleagues(),
        "classes": class_choices(),
    }
    form = RowForm(
        sheet, offered, request.POST or None, first=file.fields, version=file.version, leave_out=hidden | {"id"}
    )

    def write() -> None:
        actions.change_customer(actor=actor(request), customer=number, seen_version=form.version, **form.cells())

    again = refused_there(request, form, write, number)
    return _answer(request, number, again, title=gettext("Change the customer"), anchor="about", name=file.name)


@require_http_methods(["GET", "POST"])
def add_post(request: VisitorRequest, number: int) -> HttpResponse:
    """A seat more."""
    name = one_row.must_work_at(visitor(request), number)
    form = _post_form(request, number)
    again = refused_there(
        request, form, lambda: actions.add_post(actor=actor(request), customer=number, **form.cells()), None
    )
    return _answer(request, number, again, title=gettext("Add a post"), anchor="people", name=name)


@require_http_methods(["GET", "POST"])
def post(request: VisitorRequest, number: int, post: int) -> HttpResponse:
    """A seat, changed."""
    row = one_row.seat(visitor(request), number, post)
    form = _post_form(request, number, post, first=row.cells, version=row.version)

    def write() -> None:
        me, seen = actor(request), form.version
        actions.change_post(actor=me, customer=number, post=post, seen_version=seen, **form.cells())

    again = refused_there(request, form, write, number)
    return _answer(
        request, number, again, title=gettext("Change the post"), anchor="people", name=row.customer_name,
        thing=row.name, remove=reverse("post-remove", args=[number, post]),
    )  # fmt: skip


@require_POST
def remove_post(request: VisitorRequest, number: int, post: int) -> HttpResponse:
    """A seat, taken away."""
    back = f"{reverse('customer', args=[number])}#people"
    return removed(
        request, lambda: actions.remove_post(actor=actor(request), customer=number, post=post), number, back, back
    )


@require_http_methods(["GET", "POST"])
def add_person(request: VisitorRequest, number: int) -> HttpResponse:
    """Somebody more who sits there."""
    me = visitor(request)
    name = one_row.must_work_at(me, number)
    offered = {"posts": choosable.posts(me, number), "people": choosable.people(me, number)}
    form = RowForm(SHEET["people"], offered, request.POST or None, leave_out=SHOWN_WITH_IT | {"left_on"})
    again = refused_there(
        request, form, lambda: actions.add_person(actor=actor(request), customer=number, **form.cells()), None
    )
    return _answer(request, number, again, title=gettext("Add a person"), anchor="people", name=name)


@require_http_methods(["GET", "POST"])
def add_invoice(request: VisitorRequest, number: int) -> HttpResponse:
    """An invoice more."""
    name = one_row.must_edit(visitor(request), number)
    first = {"issued_on": timezone.localdate()}
    form = RowForm(SHEET["invoices"], {}, request.POST or None, first=first, leave_out={"customer"})
    again = refused_there(
        request, form, lambda: actions.add_invoice(actor=actor(request), customer=number, **form.cells()), number
    )
    return _answer(request, number, again, title=gettext("Add an invoice"), anchor="invoices", name=name)


@require_http_methods(["GET", "POST"])
def invoice(request: VisitorRequest, number: int, invoice: int) -> HttpResponse:
    """An invoice, changed when it is paid."""
    row = one_row.invoice(visitor(request), number, invoice)
    form = RowForm(
        SHEET["invoices"], {}, request.POST or None, first=row.cells, version=row.version, leave_out={"customer"}
    )

    def write() -> None:
        me, seen = actor(request), form.version
        actions.change_invoice(actor=me, customer=number, invoice=invoice, seen_version=seen, **form.cells())

    again = refused_there(request, form, write, number)
    return _answer(
        request, number, again, title=gettext("Change the invoice"), anchor="invoices", name=row.customer_name,
        thing=row.name, remove=reverse("invoice-remove", args=[number, invoice]),
    )  # fmt: skip


@require_POST
def remove_invoice(request: VisitorRequest, number: int, invoice: int) -> HttpResponse:
    """An invoice, taken away."""
    back, me = f"{reverse('customer', args=[number])}#invoices", actor(request)
    return removed(
        request, lambda: actions.remove_invoice(actor=me, customer=number, invoice=invoice), number, back, back
    )


def removed(
    request: VisitorRequest, write: Callable[[], None], customer: int | None, back: str, stay: str
) -> HttpResponse:
    """Take something away without asking: undo brings it back. `stay` where that could not be done, and why."""
    try:
        with following_there(request, customer), following(request, done=gettext("It was removed.")):
            write()
    except Problem as problem:
        if problem.status == 404:
            raise
        could_not(request, problem)
        return go_on(request, stay)
    return go_on(request, back)


def class_choices() -> list[tuple[str | int, str]]:
    """The classes in force, in words."""
    called = names(settings_of(version_on(timezone.localdate())), language())
    return list(called.classes.items())


def shown(request: VisitorRequest, form: RowForm, **about: Any) -> HttpResponse:
    """A form in its place, or as a page of its own."""
    context = {"form": form, "action": request.path, "whole": not request.htmx, **about}
    template = "web/customers/form.html#part" if request.htmx else "web/customers/form.html"
    return render(request, template, context, status=form.status)


def _post_form(request: VisitorRequest, number: int, post: int | None = None, **known: Any) -> RowForm:
    offered = {"posts": choosable.posts(visitor(request), number, but=post)}
    return RowForm(SHEET["posts"], offered, request.POST or None, leave_out=SHOWN_WITH_IT, **known)


def _answer(request: VisitorRequest, number: int, again: RowForm | None, *, anchor: str, **about: Any) -> HttpResponse:
    back = f"{reverse('customer', args=[number])}#{anchor}"
    return go_on(request, back) if again is None else shown(request, again, back=back, **about)
