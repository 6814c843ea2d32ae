"""What to say when the database does not take in what was sent, and how it is sent once more."""

from django.db import OperationalError
from django.http import HttpRequest
from django.utils.translation import gettext

FULL = ("is full", "no space left")
BUSY = ("is locked", "lock timeout", "deadlock")


def words(error: BaseException | None) -> tuple[str, str]:
    """A title and a text for what broke."""
    if not isinstance(error, OperationalError):
        return gettext("Something broke on our side"), gettext(
            "What you sent was not taken in. The server's log says what happened; whoever runs Harehawk can read it "
            "there."
        )
    said = str(error).lower()
    if any(word in said for word in FULL):
        return gettext("The disk is full"), gettext(
            "There is no room left where Harehawk keeps its data. Nothing of what you sent was taken in. Tell whoever "
            "runs Harehawk, and send it again once there is room."
        )
    if any(word in said for word in BUSY):
        return gettext("The database is busy"), gettext(
            "Something else has kept the data to itself for too long. Nothing of what you sent was taken in. Wait a "
            "moment, then try again."
        )
    return gettext("The database cannot be reached"), gettext(
        "Nothing of what you sent was taken in. Tell whoever runs Harehawk, and try again later."
    )


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What a form held, but for passwords."""
    given = [(name, value) for name in request.POST for value in request.POST.getlist(name)]
    return [(name, value) for name, value in given if name != "csrfmiddlewaretoken" and "password" not in name]
