"""The workbook of a visit: it stays in the memory of the one web process, for two hours, and is stored nowhere."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from harehawk.book.cases import cases
from harehawk.book.problems import CellProblem
from harehawk.book.sheets import Book
from harehawk.engine.gates.cases import Cases
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import Judgement
from harehawk.errors import Problem, Translate
from harehawk.web.memory import Memory

SECONDS = 2 * 3600
MOST_VISITS = 50


class NotInMemory(Problem):
    """The visit's workbook is gone: two hours passed, or the server was started again."""

    code = "not_in_memory"
    status = 410

    def message(self, translate: Translate) -> str:
        return translate(
            "The workbook of this visit is no longer in memory: it stays for two hours and is stored nowhere. "
            "Drop it again, or take the sample."
        )


@dataclass(frozen=True, kw_only=True)
class Faults:
    """What was wrong with a book, and what was only odd."""

    name: str
    problems: Sequence[CellProblem]
    warnings: Sequence[CellProblem]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A book that was taken in, and its judgements."""

    name: str
    as_of: dt.date
    book: Book
    cases: Cases
    judgements: tuple[Judgement, ...]


_visits = Memory[Visit](most=MOST_VISITS, seconds=SECONDS)
_faults = Memory[Faults](most=MOST_VISITS, seconds=SECONDS)


def take(request: HttpRequest, book: Book, name: str, as_of: dt.date, warnings: Sequence[CellProblem] = ()) -> None:
    """Judge a book and keep it for this visit."""
    known = cases(book, as_of)
    _visits.put(_key(request), Visit(name=name, as_of=as_of, book=book, cases=known, judgements=judge(known)))
    request.session["visit"] = {"name": name, "count": len(known.rows), "warnings": len(warnings)}
    keep_faults(request, Faults(name=name, problems=(), warnings=warnings))


def current(request: HttpRequest) -> Visit:
    """Return the visit's workbook. Raises NotInMemory."""
    visit = _visits.get(_key(request))
    if visit is None:
        request.session.pop("visit", None)
        raise NotInMemory
    return visit


def keep_faults(request: HttpRequest, faults: Faults) -> None:
    """Keep what is wrong with a book, to filter and to download."""
    _faults.put(_key(request), faults)


def current_faults(request: HttpRequest) -> Faults:
    """Return what was wrong with the last book of this visit. Raises NotInMemory."""
    faults = _faults.get(_key(request))
    if faults is None:
        raise NotInMemory
    return faults


def _key(request: HttpRequest) -> str:
    if request.session.session_key is None:
        request.session.create()
    return str(request.session.session_key)
