"""What would turn the verdict: single changes in words, and the verdict after each."""

from dataclasses import dataclass

from harehawk.engine.gates.pack import NEEDS_MET
from harehawk.engine.gates.turning import Change, Lever, Turn, turning
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.kept import Kept
from harehawk.wording.turning import change_said

EXPLAINED = {
    Lever.STANCE: "support",
    Lever.RIVAL: "share",
    Lever.PRICE: "worth",
    Lever.COST: "worth",
    Lever.ADVANCE: "worth",
    Lever.EFFORT: "value",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """One change. `what` and `about` name the number it would move, which explains itself."""

    said: str
    what: str
    about: str
    verdict: str
    chance: float
    expected_value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPage:
    """The few smallest. It takes many judgements, so it comes on its own."""

    kept: Kept
    number: str
    name: str
    verdict: str
    sentence: str
    turns: tuple[TurnRow, ...]


def turning_page(dossier: Dossier, kept: Kept) -> TurningPage:
    """Try out single changes."""
    turns = turning(dossier.known, dossier.judgement, dossier.method)
    translate = dossier.voice.translate
    return TurningPage(
        kept=kept,
        number=dossier.facts.number,
        name=dossier.facts.name,
        verdict=dossier.judgement.verdict,
        sentence=translate("Any one of these would make it another verdict; the smallest comes first.")
        if turns
        else translate("No single change that we tried would make it another verdict."),
        turns=tuple(_row(turn, dossier) for turn in turns),
    )


def _row(turn: Turn, dossier: Dossier) -> TurnRow:
    what, about = _explained(turn.change)
    return TurnRow(
        said=change_said(turn.change, dossier.names, dossier.voice),
        what=what,
        about=about,
        verdict=turn.judgement.verdict,
        chance=turn.judgement.chance.point,
        expected_value=turn.judgement.expected_value.point,
    )


def _explained(change: Change) -> tuple[str, str]:
    if change.lever is Lever.ANSWER:
        return "criterion", change.about
    return ("criterion", NEEDS_MET) if change.lever is Lever.NEED else (EXPLAINED[change.lever], "")
