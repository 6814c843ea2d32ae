"""What the parts of the method's page are made from."""

from dataclasses import dataclass

from harehawk.book.sheets import Book
from harehawk.engine.gates.method import Method
from harehawk.wording.names import Names
from harehawk.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The settings that were entered, the method they make, and a voice to say them."""

    book: Book
    method: Method
    called: Names
    voice: Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A setting; `width` of its bar, from 0 to 100, where it has one."""

    text: str
    default: bool
    width: float | None = None
