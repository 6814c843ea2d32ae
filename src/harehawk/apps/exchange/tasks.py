"""Storing in the background."""

from django.tasks import task

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.exchange import imports
from harehawk.apps.exchange.models import Import
from harehawk.apps.opportunities.models import Rejudging
from harehawk.apps.opportunities.rejudging import rejudge


@task
def store(number: int, user: int | None) -> None:
    """Store a confirmed import, and have what it touched judged anew. Run again after an interruption, it goes on."""
    work = Import.objects.get(pk=number)
    if work.state != Import.State.STORING:
        return
    actor = Actor(user=User.objects.get(pk=user) if user else None, door=Door.TASK)

    def judge(rejudging: Rejudging) -> None:
        rejudge.enqueue(rejudging.pk)

    try:
        imports.store(work, actor, judge=judge)
    except Exception as error:
        Import.objects.filter(pk=number).update(state=Import.State.FAILED, failure=str(error)[:500])
        raise
