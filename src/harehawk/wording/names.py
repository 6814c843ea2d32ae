"""What the ids in a judgement are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harehawk.book.pack import CLASS_WORDS, CRITERION_WORDS
from harehawk.book.sheets import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names by id, in one language. `harms` are (opportunity, who is harmed) -> how."""

    criteria: Mapping[str, str]
    classes: Mapping[str, str]
    customers: Mapping[str, str] = field(default_factory=dict)
    opportunities: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    colleagues: Mapping[str, str] = field(default_factory=dict)
    harms: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def person(self, person: str) -> str:
        """A name; a person who was never named has none."""
        return self.people.get(person, person)

    def customer(self, customer: str) -> str:
        return self.customers.get(customer, customer)


def names(book: Book, language: str) -> Names:
    """Read the names off a book; its own criteria keep the words of whoever wrote them."""
    criteria = {code: words.say(language) for code, words in CRITERION_WORDS.items()}
    criteria |= {row.code: row.name for row in book.criteria if row.name}
    classes = {code: words.say(language) for code, words in CLASS_WORDS.items()}
    return Names(
        criteria=criteria,
        classes={row.code: row.code for row in book.classes} | classes,
        customers={row.id or row.name: row.name for row in book.customers},
        opportunities={row.id or row.name: row.name for row in book.opportunities},
        people={row.id or row.name: row.name for row in book.people},
        colleagues={row.id or row.name: row.name for row in book.colleagues},
        harms={(row.opportunity, row.harmed): row.description or "" for row in book.harms},
    )
