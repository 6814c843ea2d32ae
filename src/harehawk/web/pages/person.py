"""The page of one person."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from harehawk.apps.customers.queries.ties import Tie
from harehawk.apps.opportunities.queries.person import Held, Part, PersonFile, Said
from harehawk.book.sheets.choices import ATTITUDES, ROLES, SCOPES, Attitude, Scope
from harehawk.engine.common import STANCE_HALF_LIFE_DAYS
from harehawk.engine.organisation.group import Role
from harehawk.web.pages.customer import Fact, facts
from harehawk.wording.terms import US
from harehawk.wording.voice import Voice

HEAD = {"id", "name", "customer", "post", "post_since", "title", "department", "rank", "reports_to", "no_contact"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """What somebody is in the decision of one opportunity."""

    opportunity: int
    name: str
    roles: str
    scopes: str
    veto: bool
    stance: str  # support, neutral, oppose, unknown
    day: dt.date | None
    stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """A fact by its day: a stance, or a relationship."""

    day: dt.date | None
    stance: str
    closeness: int | None
    wanted: int | None
    who: str
    about: str  # name of the opportunity
    opportunity: int | None
    grade: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything the page shows. `ties` are None where they are not the reader's to read."""

    number: int
    version: int
    name: str
    title: str
    department: str
    rank: int | None
    reports_to: str
    customer: int | None
    customer_name: str
    no_contact: bool
    left_on: dt.date | None
    edits: bool
    sentence: str
    facts: tuple[Fact, ...]
    held: tuple[Held, ...]
    ties: tuple[Tie, ...] | None
    parts: tuple[PartRow, ...]
    log: tuple[LogRow, ...]


def person_page(file: PersonFile, today: dt.date, voice: Voice) -> PersonPage:
    """Make the page of a person."""
    return PersonPage(
        number=file.number,
        version=file.version,
        name=file.name,
        title=file.title,
        department=file.department,
        rank=file.rank,
        reports_to=file.reports_to,
        customer=file.customer,
        customer_name=file.customer_name,
        no_contact=file.no_contact,
        left_on=file.fields["left_on"],
        edits=file.edits,
        sentence=_sentence(file, today, voice),
        facts=tuple(facts("people", file.fields, HEAD, voice)),
        held=tuple(file.held),
        ties=None if file.ties is None else tuple(file.ties),
        parts=tuple(_part(part, today, voice) for part in file.parts),
        log=tuple(sorted(_log(file, voice), key=lambda row: row.day or dt.date.min, reverse=True)),
    )


def _part(part: Part, today: dt.date, voice: Voice) -> PartRow:
    said = part.stance
    return PartRow(
        opportunity=part.opportunity,
        name=part.name,
        roles=voice.list([voice.say(ROLES[Role(code)]) for code in part.roles]),
        scopes=voice.list([voice.say(SCOPES[Scope(code)]) for code in part.scopes]),
        veto=part.veto,
        stance=said.attitude if said else "unknown",
        day=said.day if said else None,
        stale=said is not None and _old(said, today),
    )


def _old(said: Said, today: dt.date) -> bool:
    return (today - said.day).days > STANCE_HALF_LIFE_DAYS


def _log(file: PersonFile, voice: Voice) -> Iterator[LogRow]:
    for said in file.said:
        yield LogRow(
            day=said.day,
            stance=said.attitude,
            closeness=None,
            wanted=None,
            who=said.rival or voice.say(US),
            about=said.opportunity_name,
            opportunity=said.opportunity,
            grade=said.grade,
            source=said.source,
        )
    for tie in file.met:
        yield LogRow(
            day=tie.day,
            stance="",
            closeness=tie.closeness,
            wanted=tie.wanted,
            who=tie.who,
            about="",
            opportunity=None,
            grade=tie.grade,
            source=tie.source,
        )


def _sentence(file: PersonFile, today: dt.date, voice: Voice) -> str:
    """Whether one may meet them, where they stand, and who of ours knows them."""
    left = file.fields["left_on"]
    if file.no_contact:
        return voice.translate("Out of reach by law or by our own rules: no visit, no question, no message to them.")
    if left is not None and left <= today:
        return voice.translate("Left on %(day)s; counts in no decision any more.") % {"day": left.isoformat()}
    if file.ties is None:
        return voice.translate("What is recorded of them. Who knows them is for those who work on this customer.")
    said = [_about_stance(file, today, voice), _about_ties(file, voice)]
    return ("" if voice.chinese else " ").join(one for one in said if one)


def _about_stance(file: PersonFile, today: dt.date, voice: Voice) -> str:
    if not file.parts:
        return ""
    named = {"count": len(file.parts), "name": file.parts[0].name}
    told = [part.stance for part in file.parts if part.stance and not _old(part.stance, today)]
    if not told:
        return (
            voice.translate("Open decisions they take part in: %(count)s; where they stand towards us is not known.")
            % named
        )
    latest = max(told, key=lambda one: one.day)
    return voice.translate("Open decisions they take part in: %(count)s; towards us on “%(name)s”: %(stance)s.") % (
        named | {"name": latest.opportunity_name, "stance": voice.say(ATTITUDES[Attitude(latest.attitude)])}
    )


def _about_ties(file: PersonFile, voice: Voice) -> str:
    ours = [tie for tie in file.ties or () if tie.ours and tie.closeness]
    if not ours:
        return voice.translate("Nobody of ours knows them yet.")
    if len(ours) == 1:
        return voice.translate("Only %(who)s of us knows them.") % {"who": ours[0].who}
    return voice.translate("%(who)s knows them best, of %(count)s of us.") % {"who": ours[0].who, "count": len(ours)}
