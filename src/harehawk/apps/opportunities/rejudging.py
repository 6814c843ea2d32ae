"""Many opportunities judged anew in the background: after a night, a change of method, an import."""

import datetime as dt
from collections.abc import Sequence
from itertools import batched

from django.db import connection, transaction
from django.db.models import F
from django.tasks import task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import User
from harehawk.apps.method.actions import must_set
from harehawk.apps.opportunities.judging import judge_again
from harehawk.apps.opportunities.models import Opportunity, Rejudging
from harehawk.apps.rows.sizes import learn_sizes

AT_ONCE = 50  # opportunities between two looks at whether somebody stopped it
NIGHT = dt.time(3)


@transaction.atomic
def ask_for(why: Rejudging.Why, asked_by: User | None, opportunities: Sequence[int] | None = None) -> Rejudging:
    """Have opportunities judged anew in the background; None are all open ones."""
    work = Rejudging.objects.create(why=why, asked_by=asked_by, opportunities=opportunities)
    rejudge.enqueue(work.pk)
    return work


@task
def rejudge(number: int) -> None:
    """Do one such work, telling how far it is; it can be stopped, and started again."""
    work = Rejudging.objects.get(pk=number)
    chosen = Opportunity.objects.open()
    if work.opportunities is not None:
        chosen = chosen.filter(pk__in=work.opportunities)
    numbers = list(chosen.order_by("pk").values_list("pk", flat=True))
    learn_sizes()  # an import or a day of work may lie behind us
    Rejudging.objects.filter(pk=number).update(total=len(numbers), done=0, changed=0)
    for some in batched(numbers, AT_ONCE):
        if Rejudging.objects.filter(pk=number, cancelled=True).exists():
            break
        changed = judge_again(some)
        Rejudging.objects.filter(pk=number).update(done=F("done") + len(some), changed=F("changed") + changed)
    learn_sizes()
    Rejudging.objects.filter(pk=number).update(ended_at=timezone.now())


@task
def nightly() -> None:
    """Judge all open opportunities, because evidence ages; then wait for the next night."""
    rejudge.call(Rejudging.objects.create(why=Rejudging.Why.NIGHT).pk)
    await_night()


@transaction.atomic
def await_night() -> None:
    """Put the nightly task into the queue, for the coming night, if it is not there."""
    if connection.vendor == "postgresql":  # another worker may be asking the same; on SQLite it waits
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {DBTaskResult._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
    waiting = DBTaskResult.objects.filter(task_path=nightly.module_path, status="READY")
    if not waiting.exists():
        nightly.using(run_after=_next_night()).enqueue()


def _next_night() -> dt.datetime:
    today = timezone.localdate()
    tonight = timezone.make_aware(dt.datetime.combine(today, NIGHT))
    return tonight if tonight > timezone.now() else tonight + dt.timedelta(days=1)


def at_work() -> tuple[int, int] | None:
    """How many are judged by a method that was changed, of how many; None where that is over."""
    under_way = Rejudging.objects.filter(why=Rejudging.Why.METHOD, ended_at=None, cancelled=False)
    return under_way.order_by("-pk").values_list("done", "total").first()


def stop_at_work(*, actor: Actor) -> None:
    """Judge no more by the method that was changed before the night does. Raises MethodNotYours."""
    must_set(actor)
    Rejudging.objects.filter(why=Rejudging.Why.METHOD, ended_at=None).update(cancelled=True)
