"""Whether this process can serve, for whoever watches it."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from harehawk import __version__


@login_not_required
def healthz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001  the address answers everybody alike
    """Say version and database state: 200 when it can serve, 503 when the database is gone."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"version": __version__, "database": "unreachable"}, status=503)
    return JsonResponse({"version": __version__, "database": "ok"})
