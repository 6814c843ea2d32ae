"""The workbook of a visit: it stays in the memory of the one web process, for two hours, and is stored nowhere."""

import datetime as dt
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest

from harehawk.book.cases import cases
from harehawk.book.sheets import Book
from harehawk.engine.gates.cases import Cases
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import Judgement
from harehawk.errors import Problem, Translate
from harehawk.web.pages.problems import ProblemRow

SECONDS = 2 * 3600


class NotInMemory(Problem):
    """The visit's workbook is gone: two hours passed, or the server was started again."""

    code = "not_in_memory"
    status = 410

    def message(self, translate: Translate) -> str:
        return translate("The workbook of this visit is no longer in memory. Drop it again, or take the sample.")


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A book that was taken in, and its judgements."""

    name: str
    as_of: dt.date
    book: Book
    cases: Cases
    judgements: tuple[Judgement, ...]
    warnings: tuple[ProblemRow, ...]


@dataclass(frozen=True, kw_only=True)
class Faulty:
    """A book that could not be taken in, by its problems."""

    name: str
    problems: tuple[ProblemRow, ...]
    warnings: tuple[ProblemRow, ...]


def take(request: HttpRequest, book: Book, name: str, as_of: dt.date, warnings: tuple[ProblemRow, ...]) -> None:
    """Judge a book and keep it for this visit."""
    known = cases(book, as_of)
    visit = Visit(
        name=name, as_of=as_of, book=book, cases=known, judgements=judge(known), warnings=warnings
    )
    request.session["visit"] = {"name": name, "count": len(known.rows)}
    cache.set(_key(request, "book"), visit, SECONDS)
    cache.delete(_key(request, "faulty"))


def current(request: HttpRequest) -> Visit:
    """The visit's workbook. Raises NotInMemory."""
    key = _key(request, "book")
    visit = cache.get(key)
    if not isinstance(visit, Visit):
        request.session.pop("visit", None)
        raise NotInMemory
    cache.touch(key, SECONDS)
    return visit


def keep_problems(request: HttpRequest, faulty: Faulty) -> None:
    """Keep what is wrong with a book, to filter and to download."""
    cache.set(_key(request, "faulty"), faulty, SECONDS)


def current_problems(request: HttpRequest) -> Faulty:
    """What was wrong with the last book, or what was only odd about the one at hand. Raises NotInMemory."""
    faulty = cache.get(_key(request, "faulty"))
    if isinstance(faulty, Faulty):
        return faulty
    visit = current(request)
    return Faulty(name=visit.name, problems=(), warnings=visit.warnings)


def _key(request: HttpRequest, what: str) -> str:
    if request.session.session_key is None:
        request.session.create()
    return f"visit:{request.session.session_key}:{what}"
