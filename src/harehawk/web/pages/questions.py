"""What to ask next, by what the answer is worth; and whom to talk to, by what it would gain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harehawk.engine.common import STANCE_HALF_LIFE_DAYS, Party
from harehawk.engine.gates.answers import answered
from harehawk.engine.gates.cases import Cases
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import FIXED, Question, Subject, Topic
from harehawk.web.pages.dossier import Dossier, Person
from harehawk.web.pages.marks import shares_of
from harehawk.wording.sentences import ask_about

STANCE = {-1: "oppose", 0: "neutral", 1: "support"}
UNKNOWN = "unknown"
TOLD = 3  # questions of which the verdict after each answer is told; each takes two judgements

type Verdicts = Mapping[tuple[Topic, bool], str]  # after a yes, and after a no


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRow:
    """One question, or a pair in order; money of the answer before the cost of asking."""

    place: int
    text: str
    then: str
    chance_yes: float
    value: float
    cost: float
    yes: str | None  # the verdict after that answer, of the first few questions
    yes_value: float
    no: str | None
    no_value: float
    bar: float
    kind: str  # what it asks about, and which
    about: str
    person: int | None  # whose stance it asks about
    counts: bool  # whether the answer is worth something as things stand

    @property
    def chance_no(self) -> float:
        """How likely the other answer is."""
        return 1 - self.chance_yes


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRow:
    """Somebody whose stance is worth moving one step, in points of group support."""

    name: str
    number: int | None
    about: str
    stance: str
    points: float
    hours: float
    bar: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerRow:
    """Somebody's share in the decision beside the rank: places in both orders, 1 the first."""

    person: str
    name: str
    number: int | None
    about: str
    stance: str
    power: float
    bar: float
    rank: int | None
    power_place: int
    rank_place: int | None


def ask_rows(dossier: Dossier) -> tuple[AskRow, ...]:
    """Every question whose answer could change what we do."""
    questions = dossier.judgement.questions
    bars = shares_of(question.value for question in questions)
    after = _verdicts_after([question.about[0] for question in questions[:TOLD]], dossier)
    return tuple(
        _ask(place, question, bar, after, dossier)
        for place, (question, bar) in enumerate(zip(questions, bars, strict=True), start=1)
    )


def _ask(place: int, question: Question, bar: float, after: Verdicts, dossier: Dossier) -> AskRow:
    judgement = dossier.judgement
    yes, no = (after.get((question.about[0], answer)) for answer in (True, False))
    texts = [ask_about(topic, judgement.case, dossier.names, dossier.voice) for topic in question.about]
    return AskRow(
        place=place,
        text=texts[0],
        then=texts[1] if len(texts) > 1 else "",
        chance_yes=question.chance_yes,
        value=question.value,
        cost=question.cost,
        yes=yes,
        yes_value=question.if_yes,
        no=no,
        no_value=question.if_no,
        bar=bar,
        kind=question.about[0].kind,
        about=question.about[0].id,
        person=_told_about(question.about[0].id, dossier) if question.about[0].kind is Subject.STANCE else None,
        counts=judgement.why not in FIXED or bool({yes, no} - {judgement.verdict, None}),
    )


def _verdicts_after(topics: Sequence[Topic], dossier: Dossier) -> Verdicts:
    """The verdicts once an answer is in: judged, not guessed, since another question may then be worth asking."""
    answers = [(topic, yes) for topic in topics for yes in (True, False)]
    cases = {(topic, yes): answered(dossier.case, topic, yes=yes) for topic, yes in answers}
    told = {answer: case for answer, case in cases.items() if case is not None}
    judged = judge(Cases(method=dossier.method, rows=tuple(told.values())))
    return {answer: one.verdict for answer, one in zip(told, judged, strict=True)}


def talk_rows(dossier: Dossier) -> tuple[TalkRow, ...]:
    """People by what an hour with them gains."""
    steps = dossier.judgement.talk_next
    bars = shares_of(step.gain for step in steps)
    return tuple(
        TalkRow(
            name=person_of(step.person, dossier).name,
            number=_told_about(step.person, dossier),
            about=about(person_of(step.person, dossier)),
            stance=stance_of(step.person, dossier),
            points=100 * step.gain,
            hours=step.hours,
            bar=bar,
        )
        for step, bar in zip(steps, bars, strict=True)
    )


def power_rows(dossier: Dossier) -> tuple[PowerRow, ...]:
    """The group in the order of power."""
    weights = dossier.judgement.power
    ranked = sorted((weight.rank, weight.person) for weight in weights if weight.rank is not None)
    place = {person: 1 + sum(rank < own for rank, _ in ranked) for own, person in ranked}
    bars = shares_of(weight.power for weight in weights)
    return tuple(
        PowerRow(
            person=weight.person,
            name=person_of(weight.person, dossier).name,
            number=_told_about(weight.person, dossier),
            about=about(person_of(weight.person, dossier)),
            stance=stance_of(weight.person, dossier),
            power=weight.power,
            bar=bar,
            rank=weight.rank,
            power_place=1 + sum(other.power > weight.power for other in weights),
            rank_place=place.get(weight.person),
        )
        for weight, bar in zip(weights, bars, strict=True)
    )


def person_of(person: str, dossier: Dossier) -> Person:
    """Whoever it is; somebody of whom only the id is known is called by it."""
    return dossier.facts.people.get(person) or Person(name=dossier.names.person(person))


def _told_about(person: str, dossier: Dossier) -> int | None:
    """The number of somebody whose stance may be told."""
    who = person_of(person, dossier)
    return None if who.no_contact else who.number


def about(person: Person) -> str:
    """Title and roles, as one line."""
    return " · ".join(part for part in (person.title, *person.roles) if part)


def stance_of(person: str, dossier: Dossier, party: str = Party.US) -> str:
    """Where a person stands by what was last said while it is live; else unknown."""
    if dossier.case.group is None or person_of(person, dossier).no_contact:
        return UNKNOWN
    said = [
        one for one in dossier.case.group.stances
        if one.member == person and one.party == party and one.said.age_days <= STANCE_HALF_LIFE_DAYS
    ]  # fmt: skip
    latest = min(enumerate(said), key=lambda one: (one[1].said.age_days, -one[0]), default=None)
    return STANCE[latest[1].value] if latest else UNKNOWN
