"""Where to begin with an opportunity of which nothing is known."""

from dataclasses import dataclass

from harehawk.engine.gates.judgement import Subject, Topic, Why
from harehawk.web.pages.dossier import Dossier
from harehawk.wording.sentences import ask_about, to_begin_with

FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRow:
    """A question about a criterion."""

    code: str
    text: str


def start_rows(dossier: Dossier) -> tuple[StartRow, ...]:
    """The first questions; none once anything was learnt, or where knowing it all would not pay."""
    judgement = dossier.judgement
    if judgement.why is not Why.NOTHING_KNOWN:
        return ()
    return tuple(
        StartRow(
            code=code,
            text=ask_about(Topic(kind=Subject.CRITERION, id=code), judgement.case, dossier.names, dossier.voice),
        )
        for code in to_begin_with(judgement, dossier.method)[:FIRST]
    )
