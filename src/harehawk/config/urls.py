"""All addresses: the pages, and one for whoever watches the process."""

from django.urls import include, path

from harehawk.config.health import healthz

urlpatterns = [
    path("healthz", healthz),
    path("", include("harehawk.web.urls")),
]

handler403 = "harehawk.web.errors.forbidden"
handler404 = "harehawk.web.errors.not_found"
handler500 = "harehawk.web.errors.server_error"
