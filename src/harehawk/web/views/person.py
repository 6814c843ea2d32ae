"""One person, and the forms that change what is known of them where it is shown."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from harehawk.apps.customers import actions
from harehawk.apps.customers.problems import PersonNotFound
from harehawk.apps.customers.queries import choosable
from harehawk.apps.opportunities.queries.person import PersonFile
from harehawk.apps.opportunities.queries.person import person as person_file
from harehawk.book.sheets import SHEET
from harehawk.web.actors import actor, visitor
from harehawk.web.forms.row import RowForm
from harehawk.web.going_on import go_on
from harehawk.web.moved_there import moved_there, refused_there
from harehawk.web.pages.person import person_page
from harehawk.web.requests import VisitorRequest
from harehawk.web.views.customer import removed, shown
from harehawk.web.voice import voice

OF_POST = {"title", "department", "rank", "reports_to"}  # the post says it of its holder
MOVED = {"post", "post_since"}


@require_GET
def person(request: VisitorRequest, number: int) -> HttpResponse:
    """One person, with as much of them as their reader may read."""
    page = person_page(person_file(visitor(request), number), timezone.localdate(), voice())
    return render(request, "web/customers/person.html", {"page": page, "turned": moved_there(request)})


@require_http_methods(["GET", "POST"])
def change(request: VisitorRequest, number: int) -> HttpResponse:
    """Their own fields, as far as the visitor reads them; another post is a move."""
    file = _editable(request, number)
    sheet, me = SHEET["people"], visitor(request)
    hidden = {column.key for column in sheet.columns} - file.fields.keys()
    of_post = OF_POST if file.fields.get("post") else set()
    offered = {"customers": choosable.customers(me), "people": choosable.people(me, file.customer, but=number)}
    form = RowForm(
        sheet,
        offered,
        request.POST or None,
        first=file.fields,
        version=file.version,
        leave_out=hidden | of_post | MOVED | {"id"},
    )

    def write() -> None:
        actions.change_person(actor=actor(request), person=number, seen_version=form.version, **form.cells())

    again = refused_there(request, form, write, file.customer)
    return _answer(
        request, file, again, title=gettext("Change the person"), anchor="about",
        thing=file.name, remove=reverse("person-remove", args=[number]),
    )  # fmt: skip


@require_POST
def remove(request: VisitorRequest, number: int) -> HttpResponse:
    """Somebody, taken away."""
    file = _editable(request, number)
    back = reverse("people") if file.customer is None else f"{reverse('customer', args=[file.customer])}#people"
    stay = f"{reverse('person', args=[number])}#about"
    return removed(
        request, lambda: actions.remove_person(actor=actor(request), person=number), file.customer, back, stay
    )


@require_http_methods(["GET", "POST"])
def move(request: VisitorRequest, number: int) -> HttpResponse:
    """Another post; the one before stays among the tenures."""
    file = _editable(request, number)
    if file.customer is None:
        raise PersonNotFound(number)
    sheet = SHEET["people"]
    others = {column.key for column in sheet.columns} - MOVED
    offered = {"posts": choosable.posts(visitor(request), file.customer)}
    form = RowForm(sheet, offered, request.POST or None, version=file.version, leave_out=others)
    form.fields["post"].required = True

    def write() -> None:
        given = form.cells()
        actions.move_person(
            actor=actor(request), person=number, seen_version=form.version, post=given["post"],
            since=given["post_since"],
        )  # fmt: skip

    again = refused_there(request, form, write, file.customer)
    return _answer(request, file, again, title=gettext("Moved to another post"), anchor="posts")


@require_http_methods(["GET", "POST"])
def add_relationship(request: VisitorRequest, number: int) -> HttpResponse:
    """How close one of ours, or a rival, is to them."""
    file = _editable(request, number)
    if file.ties is None or file.no_contact:
        raise PersonNotFound(number)
    offered = {"colleagues": choosable.colleagues()}
    first = {"learned_on": timezone.localdate()}
    form = RowForm(SHEET["relationships"], offered, request.POST or None, first=first, leave_out={"person"})

    def write() -> None:
        actions.record_relationship(actor=actor(request), person=number, **form.cells())

    again = refused_there(request, form, write, file.customer)
    return _answer(request, file, again, title=gettext("Record a relationship"), anchor="ties")


def _editable(request: VisitorRequest, number: int) -> PersonFile:
    file = person_file(visitor(request), number)
    if not file.edits:
        raise PersonNotFound(number)
    return file


def _answer(
    request: VisitorRequest, file: PersonFile, again: RowForm | None, *, anchor: str, **about: Any
) -> HttpResponse:
    back = f"{reverse('person', args=[file.number])}#{anchor}"
    return go_on(request, back) if again is None else shown(request, again, back=back, name=file.name, **about)
