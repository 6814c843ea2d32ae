"""The voice of this request's language."""

from django.utils.translation import get_language, gettext

from harehawk.wording.voice import Voice


def voice() -> Voice:
    """Speak the language that the visitor chose."""
    return Voice(language=language(), translate=gettext)


def language() -> str:
    """Name it as the book and the wording do, zh or en."""
    return "zh" if (get_language() or "").startswith("zh") else "en"
