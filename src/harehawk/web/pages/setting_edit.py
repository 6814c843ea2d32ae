"""One row of the settings, to be changed."""

from dataclasses import dataclass

from harehawk.apps.method.actions import SHIPPED, Wanted
from harehawk.web.pages.in_force import InForce
from harehawk.web.pages.method_criteria import moves
from harehawk.web.pages.setting_words import about
from harehawk.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassLink:
    """How a criterion counts for one class, and where to change that."""

    code: str
    name: str
    moves: str
    prior: str
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage:
    """What is changed. `takes_away`: what the button says that removes it; empty where it stays."""

    title: str
    lead: str
    code: str
    takes_away: str
    for_classes: tuple[ClassLink, ...]


def edit_page(wanted: Wanted, version: int, now: InForce) -> EditPage:
    """Say what is changed, and what it does."""
    voice, called = now.voice, now.called
    criterion = wanted.sheet == "criteria" and not wanted.adds and not wanted.customer_class
    return EditPage(
        title=_title(wanted, voice) or about(wanted.sheet, wanted.code, wanted.customer_class, called, voice),
        lead=_lead(wanted, voice),
        code=wanted.code,
        takes_away=_takes_away(wanted, version, voice),
        for_classes=tuple(
            ClassLink(
                code=code,
                name=called.classes.get(code, code),
                moves=moves(emphasis.swings.get(one.code, one.swing), voice),
                prior=voice.share(emphasis.priors.get(one.code, one.prior)),
                own=any(row.code == one.code and row.customer_class == code for row in now.book.criteria),
            )
            for one in now.method.criteria
            if criterion and one.code == wanted.code
            for code, emphasis in now.method.classes.items()
        ),
    )


def _title(wanted: Wanted, voice: Voice) -> str:
    if not wanted.adds:
        return ""
    return (
        voice.translate("A class of your own") if wanted.sheet == "classes" else voice.translate("One more criterion")
    )


def _lead(wanted: Wanted, voice: Voice) -> str:
    translate = voice.translate
    if wanted.sheet == "company":
        return translate("Count, do not estimate: these rates move every verdict more than anything else here.")
    if wanted.sheet == "classes":
        return translate("It counts for every customer of this class. What stays empty is as the method has it.")
    if wanted.customer_class:
        return translate("It counts for customers of this class alone. What stays empty is as for all classes.")
    return translate("A statement that is good for us when it is true, and that one answers with yes or no.")


def _takes_away(wanted: Wanted, version: int, voice: Voice) -> str:
    if not version or wanted.sheet == "company":
        return ""
    shipped = wanted.customer_class or wanted.code in SHIPPED[wanted.sheet]
    return voice.translate("Back to the default") if shipped else voice.translate("Take it away")
