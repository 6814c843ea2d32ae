"""The dossier of a stored opportunity: what is known of it by a day, judged, with a voice to say it."""

import datetime as dt
from dataclasses import replace

from harehawk.apps.access.actor import Visitor
from harehawk.apps.opportunities import queries
from harehawk.apps.opportunities.queries import Deal
from harehawk.apps.opportunities.queries.facts import numbers_of
from harehawk.book.cases import cases
from harehawk.book.sheets import Book
from harehawk.engine.gates.assume import filled
from harehawk.engine.gates.judge import judge_known
from harehawk.engine.gates.known import Known, known
from harehawk.engine.gates.method import Method
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.entered import facts
from harehawk.web.voice import language, voice
from harehawk.wording.names import Names, names


def dossier(user: Visitor, deal: Deal, as_of: dt.date) -> Dossier | None:
    """Everything about an opportunity; None where it was not judged on that day, or not for this reader."""
    return _made(queries.known_of(user, deal, as_of), deal.number, as_of)


def dossier_of_worth(user: Visitor, deal: Deal, as_of: dt.date) -> Dossier | None:
    """The same for somebody who reads what it is worth; he is to be shown nothing else of it."""
    return _made(queries.known_of_worth(user, deal, as_of), deal.number, as_of)


def _made(about: queries.Known, number: int, as_of: dt.date) -> Dossier | None:
    settings, book = queries.settings_on(as_of), about.shown
    if (one := _one(about.whole, settings.method, as_of)) is None:
        return None
    (judgement,) = judge_known([one], settings.method)
    if about.shown is not about.whole:  # judged by all of it, explained by what may be shown
        one = _one(about.shown, settings.method, as_of) or one
    case, called = one.case, named(book, settings.book)
    entered = facts(book, case.id, called, voice(), as_of)
    numbers = numbers_of(entered.people)
    people = {key: replace(one, number=numbers.get(key)) for key, one in entered.people.items()}
    return Dossier(
        facts=replace(entered, number=str(number), people=people),
        known=one,
        judgement=judgement,
        method=settings.method,
        names=called,
        voice=voice(),
        as_of=as_of,
    )


def _one(book: Book, method: Method, as_of: dt.date) -> Known | None:
    """What is known of the one opportunity of a book; None where it was not judged on that day."""
    (case,) = cases(book, as_of, rules=method).rows or (None,)
    return None if case is None else known(case, method, filled(case, method))


def named(book: Book, settings: Book) -> Names:
    """What the ids of a book are called; classes and criteria by the settings in force."""
    return names(replace(book, classes=settings.classes, criteria=settings.criteria), language())
