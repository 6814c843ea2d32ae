"""What a write moved: the judgement before it is remembered, and the next page tells once what became of it.

    with following(request, opportunity):
        actions.add_row(...)
    return redirect(...)  # its page has {% include "web/part/moved.html" %} at the top

About a customer, or anything else that is judged nowhere, leave the opportunity out: the next page then says that it
was saved. Either way it offers to undo what was written.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext

from harehawk.apps.access.queries import last_entry, written_since
from harehawk.apps.opportunities import queries
from harehawk.apps.opportunities.problems import OpportunityNotFound
from harehawk.errors import Problem
from harehawk.web.actors import visitor
from harehawk.web.voice import voice
from harehawk.wording.terms import VERDICT, word

KEPT = "moved"

type Figures = tuple[str, float, float]  # verdict, chance, expected value


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One line; `entries` are what can be undone. `wrong` where something could not be done."""

    said: str
    entries: Sequence[int] = ()
    wrong: bool = False


@contextmanager
def following(request: HttpRequest, opportunity: int | None = None, *, done: str = "") -> Iterator[None]:
    """Follow what a write moves; `done` says it where nothing is judged. Raises OpportunityNotFound."""
    me = visitor(request)
    before = None if opportunity is None else _figures(request, opportunity)
    last = last_entry()
    yield
    entries, said = written_since(me, last), done or gettext("Saved.")
    request.session[KEPT] = {"opportunity": opportunity, "before": before, "entries": entries, "done": said}


def could_not(request: HttpRequest, problem: Problem) -> None:
    """Let the next page tell why something was not done."""
    request.session[KEPT] = {"wrong": problem.message(gettext)}


def untold(request: HttpRequest) -> None:
    """Let the next page tell nothing of the last write."""
    request.session.pop(KEPT, None)


def moved(request: HttpRequest) -> Moved | None:
    """What the last write moved; told once."""
    kept = request.session.pop(KEPT, None)
    if kept is None:
        return None
    if wrong := kept.get("wrong"):
        return Moved(said=wrong, wrong=True)
    if not kept["entries"]:
        return Moved(said=gettext("Nothing was changed."))
    number, before = kept["opportunity"], kept["before"]
    try:
        after = _figures(request, number) if before else None
    except OpportunityNotFound:  # its adding was taken back
        after = None
    return Moved(said=_said(before, after) if after else kept["done"], entries=kept["entries"])


def _figures(request: HttpRequest, opportunity: int) -> Figures | None:
    """None where the judgement is not the visitor's to read, or there is none any more."""
    deal = queries.deal(visitor(request), opportunity)
    if deal.judged is None or deal.closed:
        return None
    return deal.judged.verdict, deal.judged.chance, deal.judged.expected_value


def _said(before: Figures, after: Figures) -> str:
    speak = voice()
    (verdict, chance, value), (verdict_now, chance_now, value_now) = before, after
    words = [word(VERDICT, one, speak.language) for one in (verdict, verdict_now)]
    pairs = [
        (gettext("chance of winning %(before)s → %(after)s"), speak.chance(chance), speak.chance(chance_now)),
        (gettext("expected value %(before)s → %(after)s"), speak.about(value), speak.about(value_now)),
    ]
    moves = [text % {"before": old, "after": new} for text, old, new in pairs if old != new]
    if verdict != verdict_now:
        moves.insert(0, gettext("%(before)s → %(after)s") % {"before": words[0], "after": words[1]})
    elif moves:
        moves.insert(0, gettext("Still %(verdict)s") % {"verdict": words[1]})
    else:
        return gettext("Saved. Nothing moved: still %(verdict)s.") % {"verdict": words[1]}
    said = speak.clauses(moves)
    return gettext("%(moves)s.") % {"moves": said[:1].upper() + said[1:]}
