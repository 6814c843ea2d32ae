"""How long a whole book takes to come in, and how long others wait meanwhile: python benchmarks/imports.py [TIMES]

Brings the company of `pages.py` in, as the command does it: 2,000 customers, 6,000 people, 10,000 opportunities,
TIMES as many (1), out of a file. Meanwhile somebody changes a customer of his own, fifty times a second. Prints rows
a second, all problems told in one pass, and the longest that he waited.
"""

import sys
import tempfile
import threading
import time
from pathlib import Path

from bounds import Figures
from django.core.management import call_command
from django.db import connections
from pages import company  # which makes a database of its own

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.customers.actions import change_customer
from harehawk.apps.customers.models import Customer
from harehawk.apps.exchange import actions, imports
from harehawk.book.sheets import SHEETS
from harehawk.book.write import write

ROWS_A_SECOND, LONGEST_WAIT = 2_000, 1.0
EVERY = 0.02  # seconds between two writes of the other


def main() -> None:
    """Bring it in beside somebody who writes."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    call_command("migrate", verbosity=0, skip_checks=True)
    figures = Figures()
    book = company(times)
    file = Path(tempfile.mkdtemp(), "company.json")
    write(book, file, "json", "en")
    writer = User.objects.create(email="wu@example.com", name="Wu", roles=["operations"])
    own = Customer.objects.create(key="Own", name="Own")
    waits: list[float] = []
    over = threading.Event()

    def others() -> None:
        by = Actor(user=writer, door=Door.PAGE)
        while not over.is_set():
            began = time.monotonic()
            version = Customer.objects.get(pk=own.pk).version
            change_customer(actor=by, customer=own.pk, seen_version=version, region=f"Region {len(waits)}")
            waits.append(time.monotonic() - began)
            over.wait(EVERY)
        connections.close_all()

    other = threading.Thread(target=others)
    other.start()
    began = time.monotonic()
    work = actions.stage(source=file, language="en")
    read = time.monotonic() - began
    imports.store(work, actions.OPERATOR, judge=lambda _: None)
    took = time.monotonic() - began
    over.set()
    other.join()
    rows = sum(len(book.rows(sheet.key)) for sheet in SHEETS)
    print(f"{rows:,} rows: read and compared in {read:.0f} s, stored in {took - read:.0f} s")
    figures.show("import, rows/s", rows / took, least=ROWS_A_SECOND)
    figures.show("longest wait of another writer meanwhile, s", max(waits), most=LONGEST_WAIT)
    figures.leave()


if __name__ == "__main__":
    main()
