"""What this app listens to."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Forgets whoever is erased."""

    name = "harehawk.apps.exchange"

    def ready(self) -> None:
        """Listen once all tables are known."""
        from harehawk.apps.customers.changed import erased  # noqa: PLC0415  tables are known only now
        from harehawk.apps.exchange.forgetting import forget  # noqa: PLC0415  the same

        erased.connect(forget, dispatch_uid="exchange")
