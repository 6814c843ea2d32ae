"""What checks look at: the rows read, by sheet, with names for their sentences."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from harehawk.book.references import References
from harehawk.book.report import Report
from harehawk.book.rows import Read, key_of


@dataclass(slots=True)
class Context:
    """The rows of a book with their places. References are resolved where they could be."""

    reads: dict[str, list[Read]]
    references: References
    report: Report
    today: dt.date
    keyed: dict[str, dict[str, Read]] = field(default_factory=dict)

    def rows(self, sheet: str) -> list[Read]:
        """The rows of a sheet, those with unfit cells too."""
        return self.reads.get(sheet, [])

    def by_key(self, sheet: str) -> dict[str, Read]:
        """The rows of a sheet by what they are named by; the first of each."""
        if sheet not in self.keyed:
            found = self.keyed[sheet] = {}
            for read in self.rows(sheet):
                if key := key_of(read):
                    found.setdefault(key, read)
        return self.keyed[sheet]

    def by_opportunity(self, sheet: str) -> dict[str, list[Read]]:
        """The rows of a sheet by their opportunity, in the order of the file."""
        return grouped(self.rows(sheet), "opportunity")

    def problem(self, read: Read, key: str, rule: str, **data: object) -> None:
        """Something to mend in a cell of a row."""
        self.report.problem(read.table, read.place, key, rule, **data)

    def warning(self, read: Read, key: str, rule: str, **data: object) -> None:
        """Something to know about a cell of a row."""
        self.report.warning(read.table, read.place, key, rule, **data)

    def name(self, sheet: str, key: str) -> str:
        """What a row is called in a sentence."""
        return self.references.label(sheet, key, self.report.language)

    def heading(self, read: Read, key: str) -> str:
        """What a column of a row is called."""
        return read.table.heading(key, self.report.language)


def grouped(reads: Iterable[Read], key: str) -> dict[str, list[Read]]:
    """Rows by the value of one column; rows without a value are left out."""
    found: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        if read[key]:
            found[read[key]].append(read)
    return found


def circles(edges: dict[str, str]) -> list[list[str]]:
    """The circles in which each points to one other, each circle once, from its first one on."""
    found, done = [], set[str]()
    for start in edges:
        path: dict[str, None] = {}
        here: str | None = start
        while here is not None and here not in done and here not in path:
            path[here] = None
            here = edges.get(here)
        if here in path:
            order = list(path)
            found.append(order[order.index(str(here)) :])
        done.update(path)
    return found
