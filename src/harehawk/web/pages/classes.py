"""The same facts under every customer class, and which setting decides."""

from dataclasses import dataclass

from harehawk.engine.common import Range
from harehawk.engine.gates.classes import Lever, under_every_class
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.marks import Mark, chance_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow:
    """The judgement under one class. `deciding` names the setting that turns the verdict, if it is turned."""

    name: str
    own: bool
    verdict: str
    chance: Range
    mark: Mark
    expected_value: float
    deciding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassesPage:
    """The classes side by side, in the order of the method. It takes many judgements, so it comes on its own."""

    number: str
    name: str
    sentence: str
    rows: tuple[ClassRow, ...]


def classes_page(dossier: Dossier) -> ClassesPage:
    """Judge the same facts under every class."""
    rows = tuple(
        ClassRow(
            name=dossier.names.classes.get(code, code),
            own=code == dossier.judgement.customer_class,
            verdict=beside.judgement.verdict,
            chance=beside.judgement.chance,
            mark=chance_mark(beside.judgement.chance),
            expected_value=beside.judgement.expected_value.point,
            deciding=_lever(beside.deciding, dossier) if beside.deciding else "",
        )
        for code, beside in under_every_class(dossier.case, dossier.method).items()
    )
    translate = dossier.voice.translate
    return ClassesPage(
        number=dossier.facts.number,
        name=dossier.facts.name,
        sentence=translate("Under another class it would be judged otherwise.")
        if any(row.deciding for row in rows)
        else translate("The verdict is the same under every class."),
        rows=rows,
    )


def _lever(lever: Lever, dossier: Dossier) -> str:
    translate = dossier.voice.translate
    return {
        Lever.RATES: translate("base rates"),
        Lever.WEIGHTS: translate("weights of criteria"),
        Lever.ASPECTS: translate("weights of worth"),
        Lever.LIMITS: translate("limits"),
    }[lever]
