"""Erasing what is personal about somebody at a customer; for administrators, for others there is no such page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from harehawk.apps.customers.erasing import erasable, erase_person
from harehawk.web.actors import actor, visitor
from harehawk.web.signed_out import forget_all


@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, number: int) -> HttpResponse:
    """Say what would go and what would stay; then do it, once and for all."""
    person = erasable(visitor(request), number)
    if request.method == "POST":
        erase_person(actor=actor(request), person=number)
        forget_all()
        return redirect("person-erase", number)
    return render(request, "web/facts/erase.html", {"person": person})
