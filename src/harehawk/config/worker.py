"""Work that is done outside of requests: by a thread beside the pages, or by processes of their own."""

import logging
import os
import socket
import time
from threading import Event, Thread

from django.db import DatabaseError, connection
from django.db.backends.utils import CursorWrapper
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from harehawk.apps.opportunities.rejudging import await_night

logger = logging.getLogger(__name__)
LOOKS_EVERY = 1.0  # seconds
TAKES_UP_EVERY = 5.0


def work() -> None:
    """Work until the process is told to stop, beside other processes, taking up what ended ones left half done."""
    await_night()
    worker = make_worker()
    worker.configure_signals()
    known = Event()
    Thread(target=_take_up, args=[worker.worker_id, known], name="take up", daemon=True).start()
    known.wait()
    go_on(worker)


def work_beside() -> None:
    """Work in a thread of this process, the only one on an embedded database; it ends with the process.

    What a process that was ended left half done is taken up again.
    """
    DBTaskResult.objects.filter(status="RUNNING").update(status="READY")
    await_night()
    Thread(target=go_on, args=[make_worker()], name="worker", daemon=True).start()


def make_worker() -> Worker:
    """Whoever works on all tasks, under a name of its own."""
    return Worker(
        queue_names=["*"],
        interval=LOOKS_EVERY,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{socket.gethostname()[:40]}-{os.getpid()}-{get_random_string(8)}",
        excluded_queue_names=[],
    )


def go_on(worker: Worker) -> None:
    """Work, and again once the data can be reached after they could not: held by another, or the disk was full.

    What was begun then is done again from its beginning.
    """
    while True:
        try:
            for task in DBTaskResult.objects.filter(status="RUNNING"):
                if task.worker_ids[-1] == worker.worker_id:
                    DBTaskResult.objects.filter(pk=task.pk).update(status="READY")
            worker.run()
        except DatabaseError:
            logger.exception("The data could not be reached; the work goes on when they can")
            connection.close()
            time.sleep(TAKES_UP_EVERY)
        else:
            return


def _take_up(worker_id: str, known: Event) -> None:
    """Hold a lock that tells the other workers we are here, and make ready again what those who are gone had begun.

    The database lets go of the lock with the connection, however the process ends.
    """
    held = False
    while True:
        try:
            with connection.cursor() as cursor:
                held = held or _locked(cursor, worker_id)
                known.set()
                for task in DBTaskResult.objects.filter(status="RUNNING"):
                    if (last := task.worker_ids[-1]) != worker_id and _locked(cursor, last):
                        left = DBTaskResult.objects.filter(pk=task.pk, status="RUNNING", worker_ids=task.worker_ids)
                        left.update(status="READY")
                        cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [last])
        except DatabaseError:  # the next try opens a new connection
            held = False
            connection.close()
        time.sleep(TAKES_UP_EVERY)


def _locked(cursor: CursorWrapper, name: str) -> bool:
    cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [name])
    return bool(cursor.fetchone()[0])
