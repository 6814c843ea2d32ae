"""The judged list: one row for each open opportunity, what it adds up to, and what people may ask of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harehawk.engine.common import Range
from harehawk.engine.gates.judgement import FIXED, Judgement, Verdict
from harehawk.web.pages.entered import Closed, Heading
from harehawk.web.pages.find import matches
from harehawk.web.pages.marks import Mark, chance_mark
from harehawk.wording.names import Names
from harehawk.wording.sentences import ask
from harehawk.wording.terms import GATE, VERDICT
from harehawk.wording.voice import Voice

ORDER = tuple(Verdict)  # pursue, probe, nurture, abandon


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One open opportunity."""

    number: str
    name: str
    customer: str
    owner: str
    customer_class: str
    class_word: str
    verdict: str
    chance: Range
    mark: Mark
    expected_value: float
    cost: float
    confidence: float
    gate: int | None
    gate_word: str
    question: str
    question_value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What of the list is wanted, as it stands in the address."""

    q: str = ""
    verdict: str = ""
    customer_class: str = ""
    owner: str = ""
    gate: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many have this verdict."""

    verdict: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice of a filter."""

    value: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """The list with its sentence."""

    sentence: str
    tally: tuple[Tally, ...]
    rows: tuple[ListRow, ...]
    total: int
    asked: Asked
    verdicts: tuple[Option, ...]
    classes: tuple[Option, ...]
    owners: tuple[Option, ...]
    gates: tuple[Option, ...]
    closed: tuple[Closed, ...]


def list_rows(
    judgements: Sequence[Judgement], headings: Mapping[str, Heading], names: Names, voice: Voice
) -> tuple[ListRow, ...]:
    """Rows of judgements in their order."""
    return tuple(_row(one, headings[one.case], names, voice) for one in judgements)


def list_page(rows: tuple[ListRow, ...], closed: tuple[Closed, ...], asked: Asked, voice: Voice) -> ListPage:
    """What of the rows is asked for, in the order asked for."""
    counts = {verdict: sum(row.verdict == verdict for row in rows) for verdict in ORDER}
    found = [row for row in rows if _wanted(row, asked)]
    key, reverse = _sorting(asked.sort)
    return ListPage(
        sentence=_sentence(rows, voice),
        tally=tuple(Tally(verdict=verdict, count=count) for verdict, count in counts.items()),
        rows=tuple(sorted(found, key=key, reverse=reverse)),
        total=len(rows),
        asked=asked,
        verdicts=tuple(Option(value=verdict, word=voice.say(VERDICT[verdict])) for verdict in ORDER),
        classes=_options((row.customer_class, row.class_word) for row in rows),
        owners=_options((row.owner, row.owner) for row in rows),
        gates=tuple(Option(value=str(gate), word=voice.say(words)) for gate, words in GATE.items()),
        closed=closed,
    )


def _row(one: Judgement, heading: Heading, names: Names, voice: Voice) -> ListRow:
    first = one.questions[0] if one.questions and one.why not in FIXED else None
    return ListRow(
        number=one.case,
        name=heading.name,
        customer=heading.customer,
        owner=heading.owner,
        customer_class=one.customer_class,
        class_word=names.classes.get(one.customer_class, one.customer_class),
        verdict=one.verdict,
        chance=one.chance,
        mark=chance_mark(one.chance),
        expected_value=one.expected_value.point,
        cost=next(level.cost for level in one.levels if level.id == one.level),
        confidence=one.confidence,
        gate=one.failing_gate,
        gate_word=voice.say(GATE[one.failing_gate]) if one.failing_gate else "",
        question=ask(first.about, one.case, names, voice) if first else "",
        question_value=first.value if first else None,
    )


def _wanted(row: ListRow, asked: Asked) -> bool:
    return (
        asked.verdict in {"", row.verdict}
        and asked.customer_class in {"", row.customer_class}
        and asked.owner in {"", row.owner}
        and asked.gate in {"", str(row.gate)}
        and matches(asked.q, (row.name, row.customer, row.owner))
    )


def _sorting(sort: str) -> tuple[Callable[[ListRow], Any], bool]:
    """A key, and whether the greatest comes first; “-” in front of the word turns it round."""
    keys: dict[str, Callable[[ListRow], Any]] = {
        "name": lambda row: (row.customer, row.name),
        "chance": lambda row: -row.chance.point,
        "value": lambda row: -row.expected_value,
        "confidence": lambda row: -row.confidence,
        "gate": lambda row: (row.gate or 5, -row.expected_value),
    }
    return keys.get(sort.removeprefix("-"), _by_verdict), sort.startswith("-")


def _by_verdict(row: ListRow) -> tuple[int, float, str]:
    return ORDER.index(Verdict(row.verdict)), -row.expected_value, row.number


def _sentence(rows: Sequence[ListRow], voice: Voice) -> str:
    of = {verdict: [row for row in rows if row.verdict == verdict] for verdict in ORDER}
    abandon = of[Verdict.ABANDON]
    stop = voice.translate("Stop %(count)s and save the %(cost)s they would still cost.") % {
        "count": len(abandon),
        "cost": voice.about(sum(row.cost for row in abandon)),
    }
    expected = sum(row.expected_value for row in of[Verdict.PURSUE])
    return in_short({verdict: len(found) for verdict, found in of.items()}, expected, stop, voice)


def in_short(counts: Mapping[Verdict, int], expected: float, stop: str, voice: Voice) -> str:
    """What a list comes to, in words: what to go for, what to ask, what to stop and what that saves."""
    said = []
    if pursue := counts[Verdict.PURSUE]:
        said.append(
            voice.translate("Pursue %(count)s: about %(worth)s to be expected of them.")
            % {"count": pursue, "worth": voice.about(expected)}
        )
    if probe := counts[Verdict.PROBE]:
        said.append(voice.translate("Ask first in %(count)s: one answer may change what to do.") % {"count": probe})
    if counts[Verdict.ABANDON]:
        said.append(stop)
    if not said:
        return voice.translate("Nothing to go for, to ask or to stop today.")
    return ("" if voice.chinese else " ").join(said)


def _options(pairs: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(value=value, word=word) for value, word in sorted(set(pairs), key=lambda pair: pair[1]))
