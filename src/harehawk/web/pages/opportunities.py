"""The list of what is kept: a page of rows, what it comes to, and how its reader wants it."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from harehawk.apps.opportunities.queries import Listed, Listing, Overview, Summed
from harehawk.apps.opportunities.queries.listing import AT_ONCE, LEAST_FIRST, Latest
from harehawk.book.sheets.choices import OUTCOMES_, Outcome
from harehawk.engine.common import Range
from harehawk.engine.gates.judgement import FIXED, Subject, Topic, Verdict
from harehawk.web.pages.listing import ORDER, Tally, in_short
from harehawk.web.pages.marks import Mark, chance_mark
from harehawk.web.pages.wishes import SORTS, Wished
from harehawk.wording.names import Names
from harehawk.wording.sentences import ask
from harehawk.wording.terms import GATE, VERDICT
from harehawk.wording.voice import Voice

NAME = "customer"  # the column that is always there
JUDGED = ("chance", "expected_value", "confidence", "failing_gate", "worth", "question")
USUAL = ("verdict", "chance", "expected_value", "confidence", "failing_gate", "question")
USUAL_OF_OTHERS = ("owner", "customer_class", "amount", "expected_signature", "decision")
USUAL_OF_CLOSED = ("owner", "amount", "outcome", "closed_on")
NOTHING = Summed(count=0, expected_value=0.0, losing=0, loss=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedCells:
    """What a judgement says in a row."""

    verdict: str
    chance: Range
    mark: Mark
    expected_value: float
    confidence: float
    worth: float
    gate_word: str
    question: str
    question_value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One opportunity; `judged` is None where its reader is told the recorded decision at most."""

    number: int
    name: str
    customer: str
    owner: str
    class_word: str
    amount: float | None
    expected_signature: dt.date | None
    decision: str
    outcome: str
    closed_on: dt.date | None
    judged: JudgedCells | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column: what a click on it sorts by, and how the list is sorted by it now."""

    column: str
    word: str
    sort: str
    sorted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose, and whether it is chosen."""

    value: str
    word: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """A field of the form above the list; `usual` is what its empty choice is called."""

    field: str
    word: str
    usual: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunitiesPage:
    """The list with its sentence. What is judged is neither shown nor offered to who reads no judgement."""

    sentence: str
    tally: tuple[Tally, ...]
    rows: tuple[Row, ...]
    heads: tuple[Head, ...]
    show: Collection[str]
    judged_cells: int  # that a row without a judgement leaves out behind its own
    total: int
    first: int
    last: int
    page: int
    pages: int
    wished: Wished
    customer: str  # whose opportunities alone these are
    columns: tuple[Choice, ...]
    choosers: tuple[Chooser, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is kept that the reader may see."""
        return not (self.total or self.wished.filtered or self.wished.closed)


def opportunities_page(found: Listing, seen: Overview, wished: Wished, names: Names, voice: Voice) -> OpportunitiesPage:
    """Say a page of the list as its reader wants it."""
    reads = bool(seen.by_verdict)
    words = _words(voice)
    offered = _offered(reads=reads, closed=wished.closed)
    show = _shown(wished, offered, reads=reads)
    start = (found.page - 1) * AT_ONCE
    return OpportunitiesPage(
        sentence=_of_closed(seen.ended, voice) if wished.closed else _sentence(seen, voice),
        tally=_tally(seen) if reads and not wished.closed else (),
        rows=tuple(_row(one, names, voice) for one in found.rows),
        heads=tuple(_head(column, words[column], wished) for column in words if column in show or column == NAME),
        show=show,
        judged_cells=sum(1 + (column == "chance") for column in JUDGED if column in show),
        total=found.total,
        first=start + 1,
        last=start + len(found.rows),
        page=found.page,
        pages=found.pages,
        wished=wished,
        customer=found.rows[0].customer_name if wished.customer and found.rows else "",
        columns=tuple(Choice(value=one, word=words[one], chosen=one in show) for one in offered),
        choosers=tuple(_choosers(seen, wished, names, voice, {one: words[one] for one in (NAME, "name", *offered)})),
    )


def _choosers(
    seen: Overview, wished: Wished, names: Names, voice: Voice, columns: Mapping[str, str]
) -> Iterator[Chooser]:
    every = voice.translate("all")
    if seen.by_verdict:
        verdicts = _choices(((one, voice.say(VERDICT[one])) for one in ORDER), wished.verdict)
        yield Chooser(field="verdict", word=voice.translate("Verdict"), usual=every, choices=verdicts)
    classes = _choices(names.classes.items(), wished.customer_class)
    yield Chooser(field="customer_class", word=voice.translate("Class"), usual=every, choices=classes)
    owners = _choices(((str(number), name) for number, name in seen.owners), str(wished.owner))
    yield Chooser(field="owner", word=voice.translate("Owner"), usual=every, choices=owners)
    if seen.by_verdict:
        gates = _choices(((str(number), voice.say(said)) for number, said in GATE.items()), str(wished.gate))
        yield Chooser(field="gate", word=voice.translate("Failing gate"), usual=every, choices=gates)
    ended = _choices([("1", voice.translate("closed"))], "1" if wished.closed else "")
    yield Chooser(field="closed", word=voice.translate("State"), usual=voice.translate("open"), choices=ended)
    sorts = _choices(((one, columns[one]) for one in SORTS if one in columns), wished.sort_asked)
    yield Chooser(field="sort", word=voice.translate("In order of"), usual=voice.translate("the usual"), choices=sorts)


def _choices(pairs: Iterable[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, word=word, chosen=value == chosen) for value, word in pairs)


def _words(voice: Voice) -> Mapping[str, str]:
    """What the columns are called, in their order; the name of the opportunity shares a column with its customer."""
    translate = voice.translate
    return {
        "verdict": translate("Verdict"),
        "customer": translate("Customer and opportunity"),
        "name": translate("opportunity"),
        "owner": translate("Owner"),
        "customer_class": translate("Class"),
        "amount": translate("Amount"),
        "expected_signature": translate("Signature expected"),
        "decision": translate("Decision"),
        "outcome": translate("Outcome"),
        "closed_on": translate("Closed on"),
        "chance": translate("Chance of winning"),
        "expected_value": translate("Expected value"),
        "confidence": translate("Confidence"),
        "failing_gate": translate("Failing gate"),
        "worth": translate("Worth"),
        "question": translate("Ask next"),
    }


def _offered(*, reads: bool, closed: bool) -> tuple[str, ...]:
    ended = ("outcome", "closed_on") if closed else ()
    return (
        *(("verdict",) if reads else ()),
        "owner", "customer_class", "amount", "expected_signature", "decision", *ended,
        *(JUDGED if reads else ()),
    )  # fmt: skip


def _shown(wished: Wished, offered: Collection[str], *, reads: bool) -> frozenset[str]:
    chosen = frozenset(wished.show) & frozenset(offered)
    usual = USUAL_OF_CLOSED if wished.closed else USUAL if reads else USUAL_OF_OTHERS
    return chosen or frozenset(usual)


def _head(column: str, word: str, wished: Wished) -> Head:
    """A click sorts by the column, a second one turns the order round."""
    if column not in SORTS:
        return Head(column=column, word=word, sort="", sorted="")
    if column != wished.sort:
        return Head(column=column, word=word, sort=column, sorted="")
    up = (column in LEAST_FIRST) != wished.backwards
    turned = column if wished.backwards else f"-{column}"
    return Head(column=column, word=word, sort=turned, sorted="ascending" if up else "descending")


def _row(one: Listed, names: Names, voice: Voice) -> Row:
    return Row(
        number=one.number,
        name=one.name,
        customer=one.customer_name,
        owner=one.owner_name,
        class_word=names.classes.get(one.customer_class, one.customer_class),
        amount=None if one.amount is None else float(one.amount),
        expected_signature=one.expected_signature,
        decision=voice.say(VERDICT[Verdict(one.decision)]) if one.decision else "",
        outcome=voice.say(OUTCOMES_[Outcome(one.outcome)]) if one.outcome else "",
        closed_on=one.closed_on,
        judged=_cells(one.key, one.judged, names, voice) if one.judged else None,
    )


def _cells(key: str, one: Latest, names: Names, voice: Voice) -> JudgedCells:
    chance = Range(point=one.chance, low=one.chance_low, high=one.chance_high)
    asked = [] if one.why in FIXED else one.question
    about = [Topic(kind=Subject(topic["kind"]), id=topic["id"]) for topic in asked]
    return JudgedCells(
        verdict=one.verdict,
        chance=chance,
        mark=chance_mark(chance),
        expected_value=one.expected_value,
        confidence=one.confidence,
        worth=one.worth,
        gate_word=voice.say(GATE[one.failing_gate]) if one.failing_gate else "",
        question=ask(about, key, names, voice) if about else "",
        question_value=one.question_value if about else None,
    )


def _tally(seen: Overview) -> tuple[Tally, ...]:
    return tuple(Tally(verdict=one, count=seen.by_verdict.get(one, NOTHING).count) for one in ORDER)


def _sentence(seen: Overview, voice: Voice) -> str:
    if not seen.by_verdict:
        return voice.translate("What is recorded of them. How they are judged is for those who work on them.")
    sums = {one: seen.by_verdict.get(one, NOTHING) for one in ORDER}
    counts = {one: sums[one].count for one in ORDER}
    return in_short(counts, sums[Verdict.PURSUE].expected_value, _stop(sums[Verdict.ABANDON], voice), voice)


def _stop(abandoned: Summed, voice: Voice) -> str:
    """What to stop and why; where nothing would be lost, only a must or a limit speaks against going on."""
    if not abandoned.losing:
        said = voice.translate("Stop %(count)s: a limit or a must is broken.")
    elif abandoned.losing == abandoned.count:
        said = voice.translate("Stop %(count)s: going on would lose about %(loss)s.")
    else:
        said = voice.translate(
            "Stop %(count)s: going on with %(losing)s of them would lose about %(loss)s, and in the other %(broken)s "
            "a limit or a must is broken."
        )
    return said % {
        "count": abandoned.count,
        "losing": abandoned.losing,
        "loss": voice.about(abandoned.loss),
        "broken": abandoned.count - abandoned.losing,
    }


def _of_closed(ended: Mapping[str, int], voice: Voice) -> str:
    gap = "" if voice.chinese else " "
    said = [f"{voice.say(words)}{gap}{ended[outcome]}" for outcome, words in OUTCOMES_.items() if ended.get(outcome)]
    if not said:
        return voice.translate("Nothing has ended yet.")
    return voice.translate("Ended: %(count)s (%(outcomes)s).") % {
        "count": sum(ended.values()),
        "outcomes": voice.list(said),
    }
