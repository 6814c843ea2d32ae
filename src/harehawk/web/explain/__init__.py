"""Every number explains itself: inputs, weights, sources, formula."""

from collections.abc import Callable, Mapping

from harehawk.web.explain import belief, gates, money, people
from harehawk.web.explain.explanation import Explanation, NothingToExplain
from harehawk.web.pages.dossier import Dossier

WHOLE: Mapping[str, Callable[[Dossier], Explanation]] = {
    "chance": gates.chance,
    "value": gates.value,
    "confidence": gates.confidence,
    "limits": money.limits,
    "worth": money.worth,
    "support": people.support,
    "share": people.share,
}
ABOUT: Mapping[str, Callable[[Dossier, str], Explanation]] = {
    "gate": gates.gate,
    "criterion": belief.criterion,
    "question": money.question,
}


def explain(dossier: Dossier, what: str, about: str = "") -> Explanation:
    """Explain a number of the page. Raises NothingToExplain."""
    if about and what in ABOUT:
        return ABOUT[what](dossier, about)
    if not about and what in WHOLE:
        return WHOLE[what](dossier)
    raise NothingToExplain
