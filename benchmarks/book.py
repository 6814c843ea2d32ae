"""How fast a book is read, with all its checks: python benchmarks/book.py [ROWS]

A book of opportunities with a person, a member and sixteen facts each, as XLSX, zip of CSV and JSON. Times are of the
processor, so that a busy machine tells the same; memory is what reading took more than the program itself.
"""

import datetime as dt
import io
import resource
import sys
import time

from bounds import Figures

from harehawk.book.pack import CRITERION_WORDS
from harehawk.book.read import read
from harehawk.book.sheets import SHEETS, Book
from harehawk.book.sheets.buying_group import MemberRow
from harehawk.book.sheets.customers import ColleagueRow, CustomerRow, PersonRow
from harehawk.book.sheets.evidence import EvidenceRow
from harehawk.book.sheets.opportunities import OpportunityRow
from harehawk.book.write import write
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer

TODAY = dt.date(2026, 11, 24)
FACTS = 16  # of each opportunity
EACH = FACTS + 3  # rows of each opportunity
OF_ONE_CUSTOMER = 10  # opportunities
LEAST = 2_000  # rows a second
MOST_BYTES_A_ROW = 4_000  # a row of twenty cells is half of that once read
FORMS = (("xlsx", "zh"), ("zip", "zh"), ("json", "en"))


def book(rows: int) -> Book:
    """A book of about as many rows."""
    deals = range(max(rows // EACH, OF_ONE_CUSTOMER))
    customers = len(deals) // OF_ONE_CUSTOMER
    codes = list(CRITERION_WORDS)
    return Book(
        customers=tuple(CustomerRow(id=f"C{one}", name=f"客户{one}公司") for one in range(customers)),
        people=tuple(PersonRow(id=f"P{one}", name=f"张{one}", customer=f"C{one % customers}") for one in deals),
        colleagues=tuple(ColleagueRow(name=f"李{one}") for one in range(50)),
        opportunities=tuple(
            OpportunityRow(
                id=f"O{one}",
                name=f"{one}号调度系统",
                customer=f"C{one % customers}",
                owner=f"李{one % 50}",
                amount=1e6 + one,
                margin=0.2,
                expected_signature=TODAY,
            )
            for one in deals
        ),
        members=tuple(MemberRow(opportunity=f"O{one}", person=f"P{one}") for one in deals),
        evidence=tuple(
            EvidenceRow(
                opportunity=f"O{one}",
                criterion=codes[fact],
                answer=Answer.YES,
                grade=Grade.SECOND_HAND,
                source=f"王{one % 100}",
                learned_on=TODAY - dt.timedelta(days=one % 300),
            )
            for one in deals
            for fact in range(FACTS)
        ),
    )


def megabytes() -> int:
    """The most memory the program has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(rows: int = 50_000) -> None:
    """Print the figures of each form."""
    figures, made = Figures(), book(rows)
    count = sum(len(made.rows(sheet.key)) for sheet in SHEETS)
    for kind, language in FORMS:
        target = io.BytesIO()
        write(made, target, kind, language)
        before, start = megabytes(), time.process_time()
        reading = read(target.getvalue(), f"book.{kind}", today=TODAY)
        seconds = time.process_time() - start
        figures.show(f"{kind}: rows that came back as they went out", count * (reading.book == made), least=count)
        figures.show(f"{kind}: rows a second", count / seconds, least=LEAST)
        figures.show(f"{kind}: MB more than before", megabytes() - before, most=MOST_BYTES_A_ROW * count / 2**20)
    figures.leave()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
