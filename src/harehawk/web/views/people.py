"""The list of people at customers, and somebody more outside all of them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from harehawk.apps.customers import actions
from harehawk.apps.opportunities.queries.people import SORTS, PeopleWish, Which, people_listing
from harehawk.book.sheets import SHEET
from harehawk.web.actors import actor, visitor
from harehawk.web.addresses import without_empty
from harehawk.web.forms.row import RowForm
from harehawk.web.going_on import go_on
from harehawk.web.pages.people import people_page
from harehawk.web.pages.wishes import number_in
from harehawk.web.requests import VisitorRequest
from harehawk.web.views.customer import shown
from harehawk.web.voice import voice
from harehawk.web.writing import refused

OUTSIDE = {"name", "outside", "organisation", "title", "contact", "no_contact"}  # what there is to say of them at first


@require_GET
def people(request: VisitorRequest) -> HttpResponse:
    """One page of those whom somebody may see; what is asked stands in the address."""
    given = request.GET
    sort = given.get("sort", "").removeprefix("-")
    wish = PeopleWish(
        text=given.get("q", "").strip(),
        which=given.get("which", "") if given.get("which", "") in set(Which) else "",
        sort=sort if sort in SORTS else "name",
        backwards=given.get("sort", "").startswith("-"),
        page=number_in(given.get("page", "")) or 1,
    )
    page = people_page(people_listing(visitor(request), wish), wish, voice())
    if not request.htmx:
        return render(request, "web/customers/people.html", {"page": page})
    response = render(request, "web/customers/people.html#list", {"page": page})
    response["HX-Replace-Url"] = without_empty(request)
    return response


@require_http_methods(["GET", "POST"])
def add(request: VisitorRequest) -> HttpResponse:
    """Somebody outside all customers who takes part in a decision."""
    sheet = SHEET["people"]
    others = {column.key for column in sheet.columns} - OUTSIDE
    form = RowForm(sheet, {}, request.POST or None, leave_out=others)
    added: list[int] = []

    def write() -> None:
        added.append(actions.add_person(actor=actor(request), customer=None, **form.cells()))

    again = refused(request, form, write)
    if again is None:
        return go_on(request, reverse("person", args=added))
    return shown(request, again, title=gettext("Add a person outside the customer"), back=reverse("people"))
