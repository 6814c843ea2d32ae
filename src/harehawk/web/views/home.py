"""Where everybody starts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from harehawk.apps.access.roles import Role
from harehawk.apps.method import company
from harehawk.apps.opportunities.queries import nothing_kept
from harehawk.web.actors import visitor


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The list; while nothing is here, the welcome page for whoever sets Harehawk up."""
    sets_up = visitor(request).has_role(Role.ADMINISTRATOR, Role.OPERATIONS)
    empty = sets_up and company.own().version == 0 and nothing_kept()
    return redirect("welcome" if empty else "opportunities")
