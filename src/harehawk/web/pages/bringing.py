"""An import as its page shows it: what it would do, does or did."""

import datetime as dt
from dataclasses import dataclass

from harehawk.apps.exchange.queries import Bringing
from harehawk.book.sheets import SHEET
from harehawk.errors import Translate
from harehawk.web.pages.changes import SheetChanges
from harehawk.web.pages.problems import ProblemsPage, problem_rows, problems_page

WITHOUT_PAGE = {"signals", "capacity", "moves"}  # kept and exported whole


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """What happens to the rows of one sheet."""

    sheet: str
    new: int
    changed: int
    unchanged: int
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BringingPage:
    """Where an import stands."""

    number: int
    name: str
    state: str
    own: bool
    by: str
    asked_at: dt.datetime
    busy: bool
    at_work: str  # on which sheet
    done: int
    total: int
    failure: str
    lines: tuple[SheetLine, ...]
    new: int
    changed: int
    unchanged: int
    wrong: int
    faults: ProblemsPage
    changes: tuple[SheetChanges, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Tell whether storing it would change nothing."""
        return not (self.new or self.changed)


def bringing_page(found: Bringing, sheet: str, language: str, translate: Translate) -> BringingPage:
    """The page of an import, with the problems of one sheet if one is named."""
    lines = tuple(
        SheetLine(
            sheet=SHEET[row["sheet"]].words.say(language),
            new=row["new"],
            changed=row["changed"],
            unchanged=row["unchanged"],
            shown=row["sheet"] not in WITHOUT_PAGE,
        )
        for row in found.summary
    )
    wrong, odd = (problem_rows(kept, translate) for kept in (found.problems, found.warnings))
    return BringingPage(
        number=found.number,
        name=found.name,
        state=found.state,
        own=found.own,
        by=found.by,
        asked_at=found.asked_at,
        busy=found.busy,
        at_work=SHEET[found.now].words.say(language) if found.now in SHEET else found.now,
        done=found.done,
        total=found.total,
        failure=found.failure,
        lines=lines,
        new=sum(line.new for line in lines),
        changed=sum(line.changed for line in lines),
        unchanged=sum(line.unchanged for line in lines),
        wrong=found.wrong,
        faults=problems_page(found.name, wrong, odd, sheet=sheet),
    )
