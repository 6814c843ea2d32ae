"""A book that comes beside rows which are stored already: it may name them, and is held against the rules with them.

What does not stand in the file is as it is stored. Whoever reads the problems may not read all that is stored: of
opportunities that are covered nothing is told but which rule is broken.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any

from harehawk.book.checks import check
from harehawk.book.checks.context import Context
from harehawk.book.problems import CellProblem
from harehawk.book.references import TARGETS, Named, Names, References, bare, names_of
from harehawk.book.report import Report, Table
from harehawk.book.review import reads_of
from harehawk.book.rows import REFERRING, Read, identity_of, key_of, make_row
from harehawk.book.schema import Kind, Value
from harehawk.book.sheets import SHEET, Book

GROUPS_FIRST = ("customers", "colleagues", "posts", "people", "opportunities", "offerings")

type Keys = Mapping[str, Set[str]]  # by sheet
type Reads = dict[str, list[Read]]  # by sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is stored about some keys.

    `covered` are opportunities of which only the rules may know; those `unseen` look as if they were not there.
    """

    book: Book
    covered: Set[str] = frozenset()
    unseen: Set[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is stored: names that a file may use, the currency, how much a cell takes, and all about some keys."""

    names: Mapping[str, Iterable[Named]]
    currency: str | None
    most: Mapping[str, Mapping[str, float]]  # by sheet and column: letters of a text, or the largest number
    standing: Callable[[Keys, Set[str]], Standing]  # of keys that are named, and for sheets of the file


def adopt(reads: Reads, stored: Mapping[str, Names]) -> None:
    """Give a row without an id the id of the one stored row that is called like it."""
    for sheet in GROUPS_FIRST:
        target, names = TARGETS[sheet], stored[sheet]
        for read in reads.get(sheet, ()):
            name = key_of(read)
            if read.filled("id") or not name:
                continue
            if name in names.keys:
                read.values |= {"id": name, str(target.name): names.keys[name]}
                continue
            found = set(names.exact.get(name, ()))
            if target.group and (group := read[target.group]):
                wanted = _customers(reads, stored["customers"], group) if target.group == "customer" else {group}
                found = {key for key in found if names.groups[key] in wanted}
            if len(found) == 1:
                read.values["id"] = found.pop()


def called_by_key(book: Book, beside: Beside) -> Book:
    """A book in the short form, in which a stored row that is called by its key keeps its name."""
    stored = names_of(beside.names)
    rows: dict[str, Any] = {
        sheet: tuple(
            row
            if row.id or stored[sheet].keys.get(row.name, row.name) == row.name
            else replace(row, id=row.name, name=stored[sheet].keys[row.name])
            for row in book.rows(sheet)
        )
        for sheet in ("customers", "colleagues", "people", "opportunities")
    }
    return replace(book, **rows)


def _customers(reads: Reads, stored: Names, text: str) -> Set[str | None]:
    own = {key_of(read) for read in reads.get("customers", ()) if text in {read["id"], read["name"]}}
    if own or text in stored.keys:
        return own or {text}
    return set(stored.exact.get(text) or stored.folded.get(bare(text)) or ())


def hold(reads: Reads, references: References, report: Report, today: dt.date, beside: Beside) -> None:
    """Fill what the rows need out of what is stored, and hold both together against the rules."""
    _check_sizes(reads, report, beside.most)
    standing = beside.standing(_named(reads), reads.keys())
    stored = reads_of(standing.book, report.language)
    merged = stored | {key: _merged(rows, stored.get(key, []), standing) for key, rows in reads.items()}
    _check_columns(reads, report)
    if not stored:
        check(Context(reads, references, report, today))
        return
    alone, both, before = (_said(some, references, report.language, today) for some in (reads, merged, stored))
    about: dict[tuple[int, int | None], Value] = {
        (id(read.table), read.place): _opportunity(read) for rows in reads.values() for read in rows
    }
    of_file = {breach.where: breach for breach in alone.breaches}
    known = {breach.where for breach in before.breaches}
    for breach in both.breaches:
        where = breach.where[:2]
        if breach.where in of_file:
            of_file[breach.where].tell(report)
        elif where not in about:
            if breach.where not in known:
                _nearest(reads, stored, breach).tell(report)
        elif about[where] in standing.covered or "first" in breach.data:  # the number of a row in no file
            breach.covered(breach).tell(report)
        else:
            breach.tell(report)
    for odd in both.oddities:
        if odd.where[:2] in about and about[odd.where[:2]] not in standing.covered:
            report.warning(odd.table, odd.place, odd.key, odd.rule, **odd.data)


def breaches(book: Book, today: dt.date, language: str, beside: Beside) -> list[CellProblem]:
    """The rules that a book which was read already breaks together with what is stored now; of each the sheet."""
    reads, report = reads_of(book, language), Report(language)
    rows = [(sheet, read) for sheet in GROUPS_FIRST for read in reads.get(sheet, ())]
    before = [key_of(read) for _, read in rows]
    stored = names_of(beside.names)
    adopt(reads, stored)
    _rename(reads, {(sheet, old): key_of(read) for (sheet, read), old in zip(rows, before, strict=True)})
    hold(reads, References({}, stored), report, today, beside)
    return [replace(problem, row=0) for problem in report.problems]


def _rename(reads: Reads, renamed: Mapping[tuple[str, Value], Value]) -> None:
    for sheet, rows in reads.items():
        for column in SHEET[sheet].columns:
            if column.kind not in REFERRING:
                continue
            for read in rows:
                if value := read[column.key]:
                    one = column.kind == Kind.REFERENCE
                    meant = tuple(renamed.get((str(column.refers), key), key) for key in ([value] if one else value))
                    read.values[column.key] = meant[0] if one else meant


@dataclass(frozen=True, slots=True, kw_only=True)
class _Breach:
    """A rule that a row breaks, of the file or stored."""

    table: Table
    place: int | None
    key: str
    rule: str
    data: Mapping[str, object]

    @property
    def where(self) -> tuple[int, int | None, str, str]:
        return id(self.table), self.place, self.key, self.rule

    def covered(self, at: "_Breach") -> "_Breach":
        """The same told at a row of the file, without what it is about."""
        column = self.table.sheet.column(self.key).words if self.key else self.table.sheet.words
        data = {"sheet": self.table.sheet.words, "column": column}
        return _Breach(table=at.table, place=at.place, key=at.key, rule="breaks_stored", data=data)

    def tell(self, report: Report) -> None:
        report.problem(self.table, self.place, self.key, self.rule, **self.data)


class _Said(Report):
    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.breaches: list[_Breach] = []
        self.oddities: list[_Breach] = []

    def problem(self, table: Table, place: int | None, key: str, rule: str, **data: object) -> None:
        self.breaches.append(_Breach(table=table, place=place, key=key, rule=rule, data=data))

    def warning(self, table: Table, place: int | None, key: str, rule: str, **data: object) -> None:
        self.oddities.append(_Breach(table=table, place=place, key=key, rule=rule, data=data))


def _said(reads: Reads, references: References, language: str, today: dt.date) -> _Said:
    found = _Said(language)
    check(Context(reads, references, found, today))
    return found


def _nearest(reads: Reads, stored: Reads, breach: _Breach) -> _Breach:
    """A breach of a stored row, at the first row of the file that is about the same opportunity."""
    row = next(read for read in stored[breach.table.sheet.key] if read.place == breach.place)
    own = [read for rows in reads.values() for read in rows]
    read = next((one for one in own if _opportunity(one) == _opportunity(row)), own[0])
    key = next(iter(read.values), read.table.sheet.columns[0].key)
    return breach.covered(_Breach(table=read.table, place=read.place, key=key, rule="", data={}))


def _opportunity(read: Read) -> Value:
    return key_of(read) if read.table.sheet.key == "opportunities" else read["opportunity"]


def _named(reads: Reads) -> Keys:
    """The keys of all rows that a file holds or names, as far as they are known."""
    found: dict[str, set[str]] = defaultdict(set)
    for sheet, rows in reads.items():
        columns = [column for column in SHEET[sheet].columns if column.kind in REFERRING]
        for read in rows:
            if key := key_of(read):
                found[sheet].add(key)
            for column in columns:
                if value := read[column.key]:
                    found[str(column.refers)].update([value] if column.kind == Kind.REFERENCE else value)
    return found


def _merged(rows: list[Read], stored: list[Read], standing: Standing) -> list[Read]:
    """The stored rows that the file does not hold, then those of the file with what is stored of them."""
    before = {identity: read for read in stored if (identity := _identity(read))}
    found = []
    for read in rows:
        same = before.pop(_identity(read), None)
        if same is None:
            found.append(read)
            continue
        absent = {key: value for key, value in same.values.items() if key not in read.table.places}
        if read.row is None and _opportunity(read) not in standing.unseen:
            read.values |= {key: value for key, value in absent.items() if read.table.sheet.column(key).required}
            make_row(read)
        kept = same.values if _opportunity(read) in standing.covered else absent  # nobody empties what he cannot read
        found.append(Read(read.table, read.place, {**kept, **read.values}, read.unfit, read.row))
    replaced = {id(read) for read in stored if _identity(read)} - {id(read) for read in before.values()}
    return [read for read in stored if id(read) not in replaced] + found


def _identity(read: Read) -> tuple[Value, ...]:
    return ("company",) if read.table.sheet.key == "company" else identity_of(read)  # there is one


def _check_columns(reads: Reads, report: Report) -> None:
    """A column that rows need may be left out only where each of them is stored."""
    for rows in reads.values():
        lacking = {
            (id(read.table), column.key): (read.table, column.key)
            for read in rows
            for column in read.table.sheet.columns
            if column.required and column.key not in read.table.places and column.key not in read.values
        }
        for table, key in lacking.values():
            report.problem(table, None, key, "column_missing")


def _check_sizes(reads: Reads, report: Report, most: Mapping[str, Mapping[str, float]]) -> None:
    for sheet, rows in reads.items():
        for key, largest in most.get(sheet, {}).items():
            for read in rows:
                value = read[key]
                if isinstance(value, str) and len(value) > largest:
                    report.problem(read.table, read.place, key, "too_long", most=int(largest))
                elif isinstance(value, int | float) and abs(value) > largest:
                    report.problem(read.table, read.place, key, "number_too_large")
