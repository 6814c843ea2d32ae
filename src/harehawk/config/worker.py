"""Work that is done outside of requests: by a thread beside the pages, or by processes of their own."""

from threading import Thread

from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from harehawk.apps.opportunities.rejudging import await_night

LOOKS_EVERY = 1.0  # seconds


def work() -> None:
    """Work until the process is told to stop."""
    await_night()
    worker = _worker()
    worker.configure_signals()
    worker.run()


def work_beside() -> None:
    """Work in a thread of this process, the only one on an embedded database; it ends with the process.

    What a process that was ended left half done is taken up again.
    """
    DBTaskResult.objects.filter(status="RUNNING").update(status="READY")
    await_night()
    Thread(target=_worker().run, name="worker", daemon=True).start()


def _worker() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=LOOKS_EVERY,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
