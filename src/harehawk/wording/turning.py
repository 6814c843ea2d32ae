"""A single change that would turn a verdict, as one says it."""

from collections.abc import Mapping

from harehawk.engine.gates.turning import Change, Lever
from harehawk.errors import Translate
from harehawk.wording.names import Names
from harehawk.wording.sentences import person
from harehawk.wording.voice import Voice


def change_said(change: Change, names: Names, voice: Voice) -> str:
    """In a sentence without a verb of ours: it says what would be so, not what to do."""
    figures = {
        "criterion": names.criteria.get(change.about, change.about),
        "need": change.about,
        "person": person(change.about, names, voice) if change.lever is Lever.STANCE else "",
        "rival": change.about,
        "share": voice.share(change.share),
    }
    better, worse = _sentences(voice.translate)[change.lever]
    return (better if change.helps else worse) % figures


def _sentences(translate: Translate) -> Mapping[Lever, tuple[str, str]]:
    return {
        Lever.ANSWER: (
            translate("A document shows that it is so: %(criterion)s"),
            translate("A document shows that it is not so: %(criterion)s"),
        ),
        Lever.NEED: (
            translate("We meet the need “%(need)s” ourselves, in time"),
            translate("Nobody can meet the need “%(need)s”"),
        ),
        Lever.STANCE: (translate("%(person)s supports us"), translate("%(person)s opposes us")),
        Lever.RIVAL: (translate("%(rival)s does not take part"), ""),
        Lever.PRICE: (
            translate("A price %(share)s higher, at the same costs"),
            translate("A price %(share)s lower, at the same costs"),
        ),
        Lever.COST: (
            translate("Delivery costs %(share)s lower"),
            translate("Delivery costs %(share)s higher"),
        ),
        Lever.ADVANCE: (translate("%(share)s of the contract is paid at signature"), ""),
        Lever.EFFORT: (
            translate("%(share)s less to spend from here on"),
            translate("%(share)s more to spend from here on"),
        ),
    }
