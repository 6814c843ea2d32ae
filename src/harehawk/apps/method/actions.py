"""Writes of settings. Whoever changes them makes a new version, and judgements name theirs."""

from django.db import transaction

from harehawk.apps.access.actor import Actor
from harehawk.apps.method.models import Version
from harehawk.apps.method.queries import as_plain, settings_book, version
from harehawk.book.sheets import Book


@transaction.atomic
def keep_version(actor: Actor) -> int:
    """Keep the settings as they are now under a number of their own, if they differ from the last ones."""
    settings = as_plain(settings_book())
    number = version()
    last = Version.objects.filter(number=number).first()
    if settings == (last.settings if last else as_plain(Book())):
        return number
    Version.objects.create(number=number + 1, made_by=actor.user, settings=settings)
    return number + 1


@transaction.atomic
def forget_versions() -> None:
    """Drop the versions of settings that are gone, when nothing was ever set beside them."""
    if as_plain(settings_book()) == as_plain(Book()):
        Version.objects.all().delete()
