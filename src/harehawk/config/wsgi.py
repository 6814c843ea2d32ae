"""What the server calls for every request."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harehawk.config.settings")
application = get_wsgi_application()

if connection.vendor == "sqlite":  # no other process may work on the embedded database
    from harehawk.config.worker import work_beside

    work_beside()
