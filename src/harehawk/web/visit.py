"""The workbook of a visit: it stays in the memory of the one web process, for two hours, and is stored nowhere."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest

from harehawk.book.cases import cases
from harehawk.book.problems import CellProblem
from harehawk.book.sheets import Book
from harehawk.engine.gates.cases import Cases
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import Judgement
from harehawk.errors import Problem, Translate

SECONDS = 2 * 3600


class NotInMemory(Problem):
    """The visit's workbook is gone: two hours passed, or the server was started again."""

    code = "not_in_memory"
    status = 410

    def message(self, translate: Translate) -> str:
        return translate("The workbook of this visit is no longer in memory. Drop it again, or take the sample.")


@dataclass(frozen=True, kw_only=True)
class Faults:
    """What was wrong with a book, and what was only odd: the fields of each problem, to be said in any language.

    Fields, because an exception does not survive the cache.
    """

    name: str
    problems: tuple[Mapping[str, Any], ...]
    warnings: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A book that was taken in, and its judgements."""

    name: str
    as_of: dt.date
    book: Book
    cases: Cases
    judgements: tuple[Judgement, ...]


def take(request: HttpRequest, book: Book, name: str, as_of: dt.date, warnings: Sequence[CellProblem] = ()) -> None:
    """Judge a book and keep it for this visit."""
    known = cases(book, as_of)
    visit = Visit(name=name, as_of=as_of, book=book, cases=known, judgements=judge(known))
    request.session["visit"] = {"name": name, "count": len(known.rows), "warnings": len(warnings)}
    cache.set(_key(request, "book"), visit, SECONDS)
    keep_faults(request, name, (), warnings)


def current(request: HttpRequest) -> Visit:
    """Return the visit's workbook. Raises NotInMemory."""
    key = _key(request, "book")
    visit = cache.get(key)
    if not isinstance(visit, Visit):
        request.session.pop("visit", None)
        raise NotInMemory
    cache.touch(key, SECONDS)
    return visit


def keep_faults(
    request: HttpRequest, name: str, problems: Sequence[CellProblem], warnings: Sequence[CellProblem]
) -> None:
    """Keep what is wrong with a book, to filter and to download."""
    kept = Faults(name=name, problems=tuple(map(_fields, problems)), warnings=tuple(map(_fields, warnings)))
    cache.set(_key(request, "faults"), kept, SECONDS)


def current_faults(request: HttpRequest) -> Faults:
    """Return what was wrong with the last book of this visit. Raises NotInMemory."""
    faults = cache.get(_key(request, "faults"))
    if not isinstance(faults, Faults):
        raise NotInMemory
    return faults


def _fields(problem: CellProblem) -> Mapping[str, Any]:
    return {field.name: getattr(problem, field.name) for field in fields(problem)}


def _key(request: HttpRequest, what: str) -> str:
    if request.session.session_key is None:
        request.session.create()
    return f"visit:{request.session.session_key}:{what}"
