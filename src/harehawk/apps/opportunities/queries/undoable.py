"""Which opportunity a write was about, for who wants to take it back."""

from harehawk.apps.access.models import Entry, User
from harehawk.apps.opportunities.actions.undoing import took_back_adding
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.opportunities.problems import RowNotFound


def undoable(user: User, entry: int) -> int | None:
    """The number of the opportunity; None of what is about none. Raises RowNotFound."""
    found = Entry.objects.filter(pk=entry).first()
    if found is None:
        raise RowNotFound(entry)
    if found.opportunity is None or (took_back_adding(found) and found.actor_id == user.pk):
        return None
    if not Opportunity.objects.visible_to(user).filter(pk=found.opportunity).exists():
        raise RowNotFound(entry)
    return found.opportunity
