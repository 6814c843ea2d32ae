"""Who reads and acts when a page is asked for. Only for views that ask for a signed-in user."""

from django.http import HttpRequest

from harehawk.apps.access.actor import Actor, Door, Visitor, signed_in


def visitor(request: HttpRequest) -> Visitor:
    """Who reads."""
    return signed_in(request.user)


def actor(request: HttpRequest) -> Actor:
    """Who acts, through a page."""
    return Actor(user=visitor(request), door=Door.PAGE)
