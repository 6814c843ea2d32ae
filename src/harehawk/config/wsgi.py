"""What the server calls for every request."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harehawk.config.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  loads every page now, not at the first visit
gc.freeze()  # what is loaded stays: looking through it once more at the end takes seconds on a busy machine

if connection.vendor == "sqlite":  # no other process may work on the embedded database
    from harehawk.config.worker import work_beside

    work_beside()
