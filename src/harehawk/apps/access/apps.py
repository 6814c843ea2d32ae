"""Tells Django about this app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who is here."""

    name = "harehawk.apps.access"

    def ready(self) -> None:
        from harehawk.apps.access import notes  # noqa: PLC0415  there are no tables before this moment

        notes.listen()
