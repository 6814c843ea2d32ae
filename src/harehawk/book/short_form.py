"""The short form: one sheet, one row for each opportunity, fifteen columns; a book for a first verdict."""

import datetime as dt
from collections.abc import Iterable

from harehawk.book.cells import choice, choice_words, clean, split
from harehawk.book.grid import Grid
from harehawk.book.headings import read_headings
from harehawk.book.pack import CLASS_WORDS
from harehawk.book.references import References
from harehawk.book.report import Report, Table
from harehawk.book.rows import Read, resolve
from harehawk.book.sheets import Book
from harehawk.book.sheets.buying_group import MemberRow
from harehawk.book.sheets.choices import ANSWERS, GRADES, Function, TriageMoney, TriageNeed
from harehawk.book.sheets.competition import RivalRow
from harehawk.book.sheets.customers import ColleagueRow, CustomerRow, PersonRow
from harehawk.book.sheets.evidence import EvidenceRow
from harehawk.book.sheets.opportunities import OpportunityRow
from harehawk.book.sheets.short import SHORT
from harehawk.book.tables import sheet_titled, table
from harehawk.book.unfit import Unfit
from harehawk.book.words import fold, look_up
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.organisation.group import Role

YES, NO, NOT_KNOWN = Answer.YES, Answer.NO, Answer.NOT_KNOWN
NEED_SAYS = {
    TriageNeed.IDEA: {"need_explicit": NO},
    TriageNeed.EXPLICIT: {"need_explicit": YES},
    TriageNeed.APPROVED: {"need_explicit": YES, "project_approved": YES},
}
MONEY_SAYS = {
    TriageMoney.NONE: {"funds_enough": NO},
    TriageMoney.SOUGHT: {"funds_enough": NOT_KNOWN},
    TriageMoney.SECURED: {"funds_enough": YES},
}
ANSWERING = {"needs_met": "needs_met", "shortlisted": "shortlisted", "top_access": "top_access"}
COACH = "coach_confirmed"
DATE = "expected_signature"
NOBODY = {fold(word) for word in ("none", "no", "nobody", "无", "没有", "暂无")}
ANSWER_WORDS = choice_words(ANSWERS)
GRADE_WORDS = choice_words(GRADES)


def tables(grids: list[Grid], report: Report, *, whole: bool = True) -> list[Table]:
    """The sheets of a file in the short form; none where it is a whole book, with customers of its own.

    Of a book that is not whole, a sheet of opportunities with their ids may stand alone, too.
    """
    titled = {sheet.key for grid in grids if (sheet := sheet_titled(grid.title))}
    if len(grids) != 1 and titled - {"opportunities"}:
        return []
    shorts = [grid for grid in grids if _is_short(grid) and (whole or not _has_ids(grid))]
    return [one for grid in shorts if (one := table(grid, SHORT, report))]


def _is_short(grid: Grid) -> bool:
    headings = read_headings(grid, SHORT)
    found = {one.column.key for one in headings.found} if headings else set()
    return all(column.key in found for column in SHORT.columns if column.required)


def _has_ids(grid: Grid) -> bool:
    sheet = sheet_titled(grid.title)
    headings = read_headings(grid, sheet) if sheet else None
    return headings is not None and any(one.column.key == "id" for one in headings.found)


def book(reads: list[Read], report: Report, today: dt.date) -> Book:
    """Turn the rows into a book. Whatever a row answers was learnt today, from whom it was heard."""
    resolve(reads, References({}), report)
    return _Maker(report, today).book(reads)


def _given(columns: set[str]) -> dict[str, frozenset[str]]:
    """What the file says of things that are known already. The day of its answers is that of reading: it says none."""
    return {
        "customers": frozenset({"name", *columns & {"customer_class"}}),
        "people": frozenset({"name", "customer"}),
        "colleagues": frozenset({"name"}),
        "opportunities": frozenset({"name", "customer", "owner", *columns & {"amount", "margin", DATE}}),
        "members": frozenset({"opportunity", "person"}),
        "evidence": frozenset({"opportunity", "criterion", "answer", "grade", "source"}),
        "rivals": frozenset({"opportunity", "rival"}),
    }


class _Maker:
    """Customers, colleagues and people once each; opportunities with what is known of them."""

    def __init__(self, report: Report, today: dt.date) -> None:
        self.report, self.today = report, today
        self.customers: dict[str, CustomerRow] = {}
        self.classed: dict[str, Read] = {}  # the first row that states a customer's class
        self.colleagues: dict[str, ColleagueRow] = {}
        self.people: dict[str, PersonRow] = {}
        self.opportunities: dict[str, tuple[Read, OpportunityRow]] = {}
        self.evidence: list[EvidenceRow] = []
        self.rivals: list[RivalRow] = []
        self.members: list[MemberRow] = []

    def book(self, reads: Iterable[Read]) -> Book:
        columns = set[str]()
        for read in reads:
            columns.update(read.table.places)
            if read["customer"] and read["opportunity"] and read["owner"]:
                self._take(read)
        return Book(
            given=_given(columns),
            customers=tuple(self.customers.values()),
            people=tuple(self.people.values()),
            colleagues=tuple(self.colleagues.values()),
            opportunities=tuple(row for _, row in self.opportunities.values()),
            members=tuple(self.members),
            evidence=tuple(self.evidence),
            rivals=tuple(self.rivals),
        )

    def _take(self, read: Read) -> None:
        customer, owner = read["customer"], read["owner"]
        self._customer(read)
        self.colleagues.setdefault(owner, ColleagueRow(name=owner, function=Function.SALES))
        if (key := self._opportunity(read)) is None:
            return
        source, grade = self._heard(read)
        answers = {**NEED_SAYS.get(read["need"], {}), **MONEY_SAYS.get(read["money"], {})}
        answers |= {code: read[column] for column, code in ANSWERING.items() if read[column]}
        if read["coach"] and (answer := self._coach(read, key, customer)):
            answers[COACH] = answer
        for criterion, answer in answers.items():
            self.evidence.append(
                EvidenceRow(
                    opportunity=key,
                    criterion=criterion,
                    answer=answer,
                    grade=grade,
                    source=source,
                    learned_on=self.today,
                    recorded_by=owner,
                )
            )
        self._rivals(read, key)

    def _customer(self, read: Read) -> None:
        name, stated = read["customer"], read["customer_class"]
        row = self.customers.setdefault(name, CustomerRow(name=name, customer_class=stated))
        if not stated:
            return
        first = self.classed.setdefault(name, read)
        if row.customer_class is None:
            self.customers[name] = CustomerRow(name=name, customer_class=stated)
        elif row.customer_class != stated:
            said = {"customer": name, "class": CLASS_WORDS[first["customer_class"]]}
            self._problem(read, "customer_class", "one_class", first=first.number, **said)

    def _opportunity(self, read: Read) -> str | None:
        """The key of the row's opportunity: its name, with its customer where another has that name too."""
        name, customer = str(read["opportunity"]), str(read["customer"])
        key = name
        if name in self.opportunities and self.opportunities[name][1].customer != customer:
            key = f"{name}（{customer}）"
        if key in self.opportunities:
            first = self.opportunities[key][0].number
            self._problem(read, "opportunity", "opportunity_twice", first=first, customer=customer)
            return None
        self.opportunities[key] = (
            read,
            OpportunityRow(
                id=None if key == name else key,
                name=name,
                customer=customer,
                owner=read["owner"],
                amount=read["amount"],
                margin=read["margin"],
                expected_signature=read["expected_signature"],
            ),
        )
        return key

    def _heard(self, read: Read) -> tuple[str | None, Grade]:
        """Source and grade: “书面：预算批复” is a record; without a grade it is second-hand, empty a guess."""
        text: str = read["heard_from"]
        if not text:
            return None, Grade.GUESS
        head, colon, rest = text.replace("：", ":").partition(":")
        if (grade := look_up(GRADE_WORDS, head)) is None:
            return text, Grade.SECOND_HAND
        source = rest.strip() if colon else ""
        if not source and grade != Grade.GUESS:
            self._problem(read, "heard_from", "heard_of_nobody")
        return source or None, grade

    def _coach(self, read: Read, key: str, customer: str) -> Answer | None:
        """What the row says of a coach; somebody named is one, and takes part in the decision."""
        text = read["coach"]
        try:
            answer: Answer = choice(ANSWERS, ANSWER_WORDS, text, self.report.language)
        except Unfit as unfit:
            if unfit.rule == "unknown_or_asked":
                self._problem(read, "coach", unfit.rule, **unfit.data)
                return None
            person = (
                text if text not in self.people or self.people[text].customer == customer else f"{text}（{customer}）"
            )
            named = PersonRow(id=None if person == text else person, name=text, customer=customer)
            self.people.setdefault(person, named)
            self.members.append(MemberRow(opportunity=key, person=person, roles=(Role.COACH,)))
            return YES
        return answer

    def _rivals(self, read: Read, key: str) -> None:
        text = clean(read["rival"] or "")
        if fold(text) in NOBODY:
            return
        for rival in dict.fromkeys(split(text, lambda _: False)):
            self.rivals.append(RivalRow(opportunity=key, rival=rival))

    def _problem(self, read: Read, key: str, rule: str, **data: object) -> None:
        self.report.problem(read.table, read.place, key, rule, **data)
