"""Books that wait to be stored, and what was said of books, quote people: whoever is erased goes from there, too."""

from typing import Any

from django.utils.translation import gettext
from django_tasks_db.models import DBTaskResult

from harehawk.apps.access.models import Batch
from harehawk.apps.customers.personal import Personal, everywhere
from harehawk.apps.exchange.models import Different, Import, Staged
from harehawk.apps.exchange.problems import BookUnderWay
from harehawk.apps.exchange.queries import BUSY


def forget(*, personal: Personal, **_: Any) -> None:
    """Drop books that would bring the person back, in the transaction that erases. Raises BookUnderWay."""
    if (busy := Import.objects.filter(state__in=BUSY).first()) is not None:
        raise BookUnderWay(busy.name)
    naming = {part.book_id for part in Staged.objects.iterator() if everywhere(part.rows, personal.blot) != part.rows}
    naming |= {
        one.book_id
        for one in Different.objects.iterator()
        if everywhere([one.before, one.after], personal.blot) != [one.before, one.after]
    }
    Staged.objects.filter(book__in=naming).delete()
    Different.objects.filter(book__in=naming).delete()
    Import.objects.filter(pk__in=naming, state=Import.State.STAGED).update(
        state=Import.State.FAILED,
        failure=gettext("Somebody in it was erased meanwhile. Take them out of the book, then bring it again."),
    )
    for work in Import.objects.iterator():
        work.name, work.failure = personal.rename(work.name), personal.rename(work.failure)
        work.problems, work.warnings = (everywhere(said, personal.blot) for said in (work.problems, work.warnings))
        work.save(update_fields=["name", "failure", "problems", "warnings"])
    for batch in Batch.objects.iterator():
        if batch.title != personal.rename(batch.title):
            Batch.objects.filter(pk=batch.pk).update(title=personal.rename(batch.title))
    for result in DBTaskResult.objects.exclude(traceback="").iterator():
        if result.traceback != personal.rename(result.traceback):
            DBTaskResult.objects.filter(pk=result.pk).update(traceback="")
