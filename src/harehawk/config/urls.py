"""All addresses: the pages, and one for whoever watches the process."""

from django.urls import include, path

from harehawk.config.health import healthz

urlpatterns = [
    path("healthz", healthz),
    path("", include("harehawk.web.urls")),
]

handler403 = "harehawk.web.told.forbidden"
handler404 = "harehawk.web.told.not_found"
handler500 = "harehawk.web.told.server_error"
