"""When a contract brings money, in words."""

from collections.abc import Iterable

from harehawk.book.spoken import plain_number
from harehawk.wording.voice import Voice


def schedule(milestones: Iterable[tuple[float, float]], voice: Voice) -> str:
    """At signature 20%, month 4 30%."""
    between = "" if voice.chinese else " "
    return voice.list([f"{_when(month, voice)}{between}{voice.share(share)}" for month, share in milestones if share])


def _when(month: float, voice: Voice) -> str:
    translate = voice.translate
    return translate("month %(month)s") % {"month": plain_number(float(month))} if month else translate("at signature")
