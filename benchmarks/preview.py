"""How long a change of the method takes to be tried out, and a night's judging: python benchmarks/preview.py [TIMES]

Stores the opportunities of the sample company TIMES over (20), with their buying groups, rivals, facts and money, and
tries a change out that touches all of them: each is judged as it is and as it would be. Then judges all anew, as every
night, once when all is new and once when nothing is. Times are of the processor, so that a busy machine tells the same.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bounds import Figures
from django.core.management import call_command
from django.utils import timezone
from pages import bring_in  # which makes a database of its own

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.method.actions import Wanted
from harehawk.apps.opportunities.known import OF_OPPORTUNITY
from harehawk.apps.opportunities.models import Preview, Rejudging
from harehawk.apps.opportunities.previewing import ask_for_preview, preview
from harehawk.apps.opportunities.rejudging import rejudge
from harehawk.book.sample import sample
from harehawk.book.sheets import SHEETS, Book

TIMES = 20
PREVIEW_MS, NIGHT_MS = 20.0, 10.0
DEARER = Wanted(sheet="company", seen_version=1, cells={"hour_price": 450.0})


def again(book: Book, times: int) -> Book:
    """The same company with all its opportunities so many times, and nothing else that names one."""
    numbers = range(times)
    several: dict[str, Any] = {
        sheet.key: () for sheet in SHEETS if any(one.key == "opportunity" for one in sheet.columns)
    } | {
        sheet: tuple(
            replace(row, opportunity=_named(row.opportunity, number)) for number in numbers for row in book.rows(sheet)
        )
        for sheet in (table.sheet.key for table in OF_OPPORTUNITY)
    }
    opportunities = tuple(
        replace(row, id=_named(row.id or row.name, number), name=_named(row.name, number))
        for number in numbers
        for row in book.opportunities
    )
    return replace(book, **several, opportunities=opportunities)


def _named(name: str, number: int) -> str:
    return f"{name} ({number})"


def spent(do: Callable[[], object]) -> float:
    """Milliseconds of the processor."""
    began = time.process_time()
    do()
    return 1e3 * (time.process_time() - began)


def main() -> None:
    """Print figures beside their bounds."""
    call_command("migrate", verbosity=0, skip_checks=True)
    figures = Figures()
    bring_in(again(sample("en", timezone.localdate()), int(sys.argv[1]) if len(sys.argv) > 1 else TIMES))
    setter = User.objects.create(email="wu@example.com", name="Wu", roles=["operations"])
    number = ask_for_preview(actor=Actor(user=setter, door=Door.PAGE), wanted=DEARER)
    preview.call(number)  # of so many it waits for a worker; once, so that all is warm
    took = spent(lambda: preview.call(number))
    found = Preview.objects.get(pk=number)
    print(f"        {sum(was != will for _, was, will in found.judged)} of {found.total} opportunities would turn")
    figures.show("preview: one opportunity, ms", took / found.total, most=PREVIEW_MS)
    for night in ("first", "second"):
        work = Rejudging.objects.create(why=Rejudging.Why.NIGHT)
        took = spent(lambda number=work.pk: rejudge.call(number))
        figures.show(f"{night} night: one opportunity, ms", took / found.total, most=NIGHT_MS)
    figures.leave()


if __name__ == "__main__":
    main()
