"""Looking around as one of the sample people: on this machine only, and never into anybody's own account."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from harehawk.apps.access.people_problems import LookingAround, SamplePersonOnly
from harehawk.web.actors import visitor

REALLY = "really"  # who is looking around


def own_account_only[V: Callable[..., HttpResponseBase]](view: V) -> V:
    """Keep whoever looks around as somebody else from that person's account."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if REALLY in request.session:
            raise LookingAround(visitor(request).name)
        return view(request, *args, **kwargs)

    return cast("V", guarded)


def only_here() -> None:
    """Looking around is offered only where nobody but this machine is served. Raises SamplePersonOnly."""
    if not settings.HERE.stays_here:
        raise SamplePersonOnly
