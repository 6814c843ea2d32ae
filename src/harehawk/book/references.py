"""Whom and what the cells of a book name: by id, by name, or by a name with its customer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from harehawk.book.pack import CLASS_WORDS, CRITERION_WORDS
from harehawk.book.schema import Words
from harehawk.book.sheets import SHEET, Book
from harehawk.book.unfit import Unfit
from harehawk.book.words import fold, loosely, near, spellings

WITH_GROUP = re.compile(r"(.+?)\s*[（(]([^（()）]+)[)）]$")
MOST_COMPARED = 200_000  # names in all, looking for near ones: it is a kindness, and takes a second or two


@dataclass(frozen=True, slots=True)
class Target:
    """Columns of a sheet by which its rows are named."""

    id: str
    name: str | None = None
    group: str | None = None  # tells apart rows of the same name


TARGETS = {
    "customers": Target("id", "name"),
    "posts": Target("id", "title", "customer"),
    "people": Target("id", "name", "customer"),
    "colleagues": Target("id", "name", "team"),
    "opportunities": Target("id", "name", "customer"),
    "offerings": Target("id", "name"),
    "criteria": Target("code", "name"),
    "classes": Target("code"),
}
SHIPPED = {"criteria": CRITERION_WORDS, "classes": CLASS_WORDS}
PEOPLE = {"people", "colleagues"}


@dataclass(slots=True)
class Names:
    """The names of one sheet: what each means, and how to write each row's."""

    sheet: str
    keys: dict[str, str] = field(default_factory=dict)  # key -> name
    groups: dict[str, str] = field(default_factory=dict)  # key -> key of its customer, or its team
    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    folded: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    shipped: dict[str, Words] = field(default_factory=dict)

    def add(self, key: str, name: str | None, group: str | None) -> None:
        """Take in a row."""
        self.keys.setdefault(key, name or key)
        self.groups.setdefault(key, group or "")
        for spelling in {key, name or key}:
            self.folded[bare(spelling)].add(key)
        self.exact[name or key].add(key)

    def add_shipped(self, words: dict[str, Words]) -> None:
        """Take in what the program ships with words of its own, which no sheet needs to list."""
        for code, called in words.items():
            self.shipped[code] = called
            self.keys.setdefault(code, code)
            for spelling in spellings(called, code):
                self.folded[bare(spelling)].add(code)


type Named = tuple[str, str | None, str | None]  # key, name, group


def bare(name: str) -> str:
    """A name by its letters and digits; one without any by its signs."""
    return fold(name) or loosely(name)


class References:
    """All names of a book. `resolve` and `label` are each other's inverse.

    `beside` are names of rows that stand elsewhere: they are meant where no row of the book is.
    """

    def __init__(self, rows: Mapping[str, Iterable[Named]], beside: Mapping[str, Names] | None = None) -> None:
        self.names, self.beside = names_of(rows, SHIPPED), beside or names_of({})
        self.compared = 0
        self.cache: dict[tuple[str, str, str], str | Unfit] = {}
        for names in self.names.values():
            for key, group in names.groups.items():
                customers = self.meant("customers", group) if group else set()
                names.groups[key] = next(iter(customers)) if len(customers) == 1 else group

    def resolve(self, sheet: str, text: str, group: str = "") -> str:
        """The key of the row that a text names; `group` decides between rows of one name. Raises Unfit."""
        known = self.cache.get((sheet, text, group))
        if known is None:
            try:
                known = self._resolve(sheet, text, group)
            except Unfit as unfit:
                known = unfit
            self.cache[sheet, text, group] = known
        if isinstance(known, Unfit):
            raise Unfit(known.rule, **known.data)
        return known

    def knows(self, sheet: str, text: str) -> bool:
        """Tell whether a text names something, even if several."""
        return bool(self.meant(sheet, text))

    def label(self, sheet: str, key: str, language: str) -> str:
        """The most readable text that names a row: its name, its name with its group, or its key."""
        name, group = self._name(sheet, key), self.group_name(sheet, key)
        words = self.names[sheet].shipped.get(key)
        ways = [words.say(language)] if words and name == key else []
        for text in (*ways, name, f"{name}（{group}）" if group else name):
            if self.means(sheet, text, key):
                return text
        return key

    def means(self, sheet: str, text: str, key: str) -> bool:
        """Tell whether a text names that row and no other."""
        return self.meant(sheet, text) == {key}

    def group_name(self, sheet: str, key: str) -> str:
        """What the group of a row is called: the customer of a person, the team of a colleague."""
        group = self.group(sheet, key)
        return self._name("customers", group) if group else ""

    def group(self, sheet: str, key: str) -> str:
        """The group of a row: the key of its customer, or its team."""
        return self.names[sheet].groups.get(key) or self.beside[sheet].groups.get(key, "")

    def meant(self, sheet: str, text: str) -> set[str]:
        """The keys that a text may mean: of rows of the book, and where there is none, of rows beside it."""
        return self._meant(self.names[sheet], text) or self._meant(self.beside[sheet], text)

    def _name(self, sheet: str, key: str) -> str:
        return self.names[sheet].keys.get(key) or self.beside[sheet].keys.get(key, key)

    def _resolve(self, sheet: str, text: str, group: str) -> str:
        found = self.meant(sheet, text)
        if not found:
            raise self._unknown(sheet, text)
        if len(found) > 1 and group:
            found = {key for key in found if self.group(sheet, key) == group} or found
        if len(found) > 1:
            ways = sorted(self._way(sheet, key) for key in found)
            raise Unfit("ambiguous", value=text, count=len(found), target=SHEET[sheet].words, ways=", ".join(ways[:5]))
        return next(iter(found))

    def _meant(self, names: Names, text: str) -> set[str]:
        """The keys that a text may mean: as a key, as a name, as a name in other letters, as a name with its group."""
        if text in names.keys:
            return {text}
        return names.exact.get(text) or names.folded.get(bare(text)) or self._with_group(names, text)

    def _with_group(self, names: Names, text: str) -> set[str]:
        if not (match := WITH_GROUP.match(text)):
            return set()
        name, group = match[1], bare(match[2])
        found = names.exact.get(name) or names.folded.get(bare(name)) or set()
        return {
            key
            for key in found
            if group in {bare(self.group_name(names.sheet, key)), bare(self.group(names.sheet, key))}
        }

    def _way(self, sheet: str, key: str) -> str:
        group = self.group_name(sheet, key)
        labelled = f"{self._name(sheet, key)}（{group}）"
        return labelled if group and self.means(sheet, labelled, key) else key

    def _unknown(self, sheet: str, text: str) -> Unfit:
        names, more = self.names[sheet], self.beside[sheet]
        nearest = ""
        if self.compared < MOST_COMPARED:
            self.compared += len(names.keys) + len(more.keys)
            offered = (name for code, name in (*names.keys.items(), *more.keys.items()) if code not in names.shipped)
            shipped = (spelling for words in names.shipped.values() for spelling in spellings(words))
            nearest = near(text, (*offered, *shipped))
        kind = "nobody" if sheet in PEOPLE else "nothing"
        if nearest:
            return Unfit(f"{kind}_near", value=text, near=nearest, target=SHEET[sheet].words)
        return Unfit(kind, value=text, target=SHEET[sheet].words)


def names_of(
    rows: Mapping[str, Iterable[Named]], shipped: Mapping[str, dict[str, Words]] | None = None
) -> dict[str, Names]:
    """The names of rows, by sheet."""
    found = {sheet: Names(sheet) for sheet in TARGETS}
    for sheet, words in (shipped or {}).items():
        found[sheet].add_shipped(words)
    for sheet, named in rows.items():
        for key, name, group in named:
            found[sheet].add(key, name, group)
    return found


def references_of(book: Book) -> References:
    """The names of a book that has been read."""
    return References({sheet: _named(book, sheet, target) for sheet, target in TARGETS.items()})


def _named(book: Book, sheet: str, target: Target) -> Iterator[Named]:
    for row in book.rows(sheet):
        name = getattr(row, target.name) if target.name else None
        key = str(getattr(row, target.id) or name)
        if not (sheet == "criteria" and row.customer_class):
            yield key, name, getattr(row, target.group) if target.group else None
