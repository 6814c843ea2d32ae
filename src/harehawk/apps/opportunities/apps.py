"""What this app listens to."""

from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    """Judges anew when a customer or a person changes."""

    name = "harehawk.apps.opportunities"

    def ready(self) -> None:
        """Listen once all tables are known."""
        from harehawk.apps.customers.changed import changed  # noqa: PLC0415  tables are known only now
        from harehawk.apps.opportunities.listening import judge_touched  # noqa: PLC0415

        changed.connect(judge_touched, dispatch_uid="opportunities")
