"""A change of the method before it holds: what it says, and which verdicts it would turn."""

import datetime as dt
from dataclasses import dataclass, replace

from harehawk.apps.method.actions import Wanted
from harehawk.apps.method.history import differences
from harehawk.apps.method.queries import as_plain
from harehawk.apps.opportunities.previewing import TriedOut, Turned
from harehawk.engine.gates.pack import DEFAULT
from harehawk.web.pages.setting_words import ChangeRow, about, change_row
from harehawk.wording.names import Names, names
from harehawk.wording.sentences import reason
from harehawk.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedRow:
    """An opportunity with its verdict before and after, and why it would be so."""

    number: int
    name: str
    customer: str
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalRow:
    """How many of those that the reader does not work on would go from one verdict to another."""

    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedPage:
    """The change and what it would do."""

    number: int
    title: str
    by: str
    at: dt.datetime
    sentence: str
    changes: tuple[ChangeRow, ...]
    rows: tuple[TurnedRow, ...]
    more: int
    others: tuple[TotalRow, ...]
    others_hidden: int
    done: int
    total: int
    busy: bool
    stopped: bool
    sets: bool
    version: int | None
    edit: Wanted  # the row to change once more


def tried_page(found: TriedOut, voice: Voice, *, sets: bool) -> TriedPage:
    """Put it into words."""
    called = names(replace(found.known, criteria=found.after.criteria, classes=found.after.classes), voice.language)
    wanted = found.wanted
    told = found.others or ()
    changed = differences(as_plain(found.before), as_plain(found.after))
    return TriedPage(
        number=found.number,
        title=about(wanted.sheet, wanted.code, wanted.customer_class, called, voice),
        by=found.by,
        at=found.at,
        sentence=_sentence(found, voice),
        changes=tuple(change_row(one, DEFAULT, called, voice) for one in changed),
        rows=tuple(_row(one, found, called, voice) for one in found.turned),
        more=found.turning - len(found.turned),
        others=tuple(TotalRow(before=was, after=will, count=count) for was, will, count in told),
        others_hidden=found.other_total if found.others is None else 0,
        done=found.done,
        total=found.total,
        busy=not found.ended,
        stopped=found.cancelled and found.done < found.total,
        sets=sets,
        version=found.version,
        edit=wanted,
    )


def _sentence(found: TriedOut, voice: Voice) -> str:
    translate = voice.translate
    own = found.turning + found.same
    if not found.total:
        return translate("No open opportunity is touched by this.")
    if not own:
        return translate(
            "It touches %(total)s open opportunities. You read the verdict of none of them: a director who opens this "
            "page sees which of theirs would turn, and why."
        ) % {"total": found.total}
    given = {"turning": found.turning, "own": own}
    if found.wanted.customer_class or found.wanted.sheet == "classes":
        if not found.turning:
            return (
                translate("None of the %(own)s open opportunities of this class you read would get another verdict.")
                % given
            )
        return (
            translate("%(turning)s of the %(own)s open opportunities of this class you read would get another verdict.")
            % given
        )
    if not found.turning:
        return translate("None of the %(own)s open opportunities you read would get another verdict.") % given
    return translate("%(turning)s of the %(own)s open opportunities you read would get another verdict.") % given


def _row(one: Turned, found: TriedOut, called: Names, voice: Voice) -> TurnedRow:
    return TurnedRow(
        number=one.number,
        name=one.name,
        customer=one.customer_name,
        before=one.before.verdict,
        after=one.after.verdict,
        why=reason(one.after, found.after_method, called, voice),
    )
