"""What this app listens to."""

from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    """Judges anew when a customer, a person or the method changes."""

    name = "harehawk.apps.opportunities"

    def ready(self) -> None:
        """Listen once all tables are known."""
        from harehawk.apps.customers.changed import changed, erased  # noqa: PLC0415  tables are known only now
        from harehawk.apps.method.changed import changed as method_changed  # noqa: PLC0415  tables are known only now
        from harehawk.apps.opportunities.forgetting import forget  # noqa: PLC0415  the same
        from harehawk.apps.opportunities.listening import judge_all, judge_touched  # noqa: PLC0415  the same

        changed.connect(judge_touched, dispatch_uid="opportunities")
        erased.connect(forget, dispatch_uid="opportunities")
        method_changed.connect(judge_all, dispatch_uid="opportunities")
