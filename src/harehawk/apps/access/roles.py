"""What a person may be here. One person may be several."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """Roles add up: who has two may do what either may."""

    ADMINISTRATOR = "administrator", _("administrator")
    OPERATIONS = "operations", _("sales operations")
    DIRECTOR = "director", _("director")
    ACCOUNT_MANAGER = "account_manager", _("account manager")
    SPECIALIST = "specialist", _("presales or delivery")
    FINANCE = "finance", _("finance")
    VIEWER = "viewer", _("viewer")
