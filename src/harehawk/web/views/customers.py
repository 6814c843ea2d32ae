"""The list of customers, and one more."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from harehawk.apps.customers import actions
from harehawk.apps.customers.queries import choosable
from harehawk.apps.opportunities.queries.customers import SORTS, CustomerWish, customer_listing
from harehawk.book.sheets import SHEET
from harehawk.web.actors import actor, visitor
from harehawk.web.addresses import without_empty
from harehawk.web.forms.row import RowForm
from harehawk.web.going_on import go_on
from harehawk.web.pages.customers import customers_page
from harehawk.web.pages.wishes import number_in
from harehawk.web.requests import VisitorRequest
from harehawk.web.views.customer import class_choices, shown
from harehawk.web.voice import voice
from harehawk.web.writing import refused


@require_GET
def customers(request: VisitorRequest) -> HttpResponse:
    """One page of those that somebody may see; what is asked stands in the address."""
    given = request.GET
    sort = given.get("sort", "").removeprefix("-")
    wish = CustomerWish(
        text=given.get("q", "").strip(),
        customer_class=given.get("customer_class", ""),
        owner=number_in(given.get("owner", "")),
        sort=sort if sort in SORTS else "name",
        backwards=given.get("sort", "").startswith("-"),
        page=number_in(given.get("page", "")) or 1,
    )
    page = customers_page(customer_listing(visitor(request), wish), wish, voice())
    if not request.htmx:
        return render(request, "web/customers/customers.html", {"page": page})
    response = render(request, "web/customers/customers.html#list", {"page": page})
    response["HX-Replace-Url"] = without_empty(request)
    return response


@require_http_methods(["GET", "POST"])
def add(request: VisitorRequest) -> HttpResponse:
    """A customer more; without an owner it is one's own."""
    me = visitor(request)
    offered = {"parent": choosable.customers(me), "colleagues": choosable.colleagues(), "classes": class_choices()}
    form = RowForm(SHEET["customers"], offered, request.POST or None, leave_out={"id"})
    added: list[int] = []
    again = refused(request, form, lambda: added.append(actions.add_customer(actor=actor(request), **form.cells())))
    if again is None:
        return go_on(request, reverse("customer", args=added))
    return shown(request, again, title=gettext("Add a customer"), back=reverse("customers"))
