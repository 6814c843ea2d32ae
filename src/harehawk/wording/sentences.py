"""The sentence of a verdict, what would turn it, and questions as one asks them."""

from collections.abc import Iterable, Mapping

from harehawk.engine.gates.judgement import Judgement, Subject, Topic, Why
from harehawk.engine.gates.method import Method
from harehawk.engine.worth.deal import Limit
from harehawk.errors import Translate
from harehawk.wording.names import Names
from harehawk.wording.terms import GATE, GATE_NUMBER, LEVEL, UNNAMED, UNNAMED_PERSON, word
from harehawk.wording.voice import Voice


def reason(judgement: Judgement, method: Method, names: Names, voice: Voice) -> str:
    """One sentence: why the verdict is what it is."""
    figures = {
        "range": voice.chance_range(judgement.chance.low, judgement.chance.high),
        "worth": voice.about(judgement.worth.total),
        "cost": voice.about(next(level.cost for level in judgement.levels if level.id == judgement.level)),
        "limits": _broken(judgement, voice),
        "stuck": _stuck(judgement, method, names, voice),
    }
    return _sentence_of(voice.translate)[judgement.why] % figures


def _sentence_of(translate: Translate) -> Mapping[Why, str]:
    return {
        Why.MUST_CLOSED: translate("%(stuck)s That is a must: we cannot go on."),
        Why.LIMIT_BROKEN: translate("Winning would break our limits: %(limits)s."),
        Why.NOTHING_KNOWN: translate(
            "Nothing is known of this opportunity yet: whatever we did would rest on the company's own rates and "
            "assumed values alone, so ask before you spend."
        ),
        Why.QUESTION_PAYS: translate("%(stuck)s One answer may change what we do, so ask before you spend."),
        Why.PAIR_PAYS: translate("%(stuck)s Two answers together may change what we do, so ask before you spend."),
        Why.PAYS: translate(
            "A chance of %(range)s to win what is worth %(worth)s to us pays for the %(cost)s still to be spent, "
            "and no question is worth its asking."
        ),
        Why.TOO_EARLY: translate("%(stuck)s It does not pay yet; stay close at little cost and look again."),
        Why.SURE_LOSS: translate(
            "%(stuck)s A sure loss: even the good end of what may come does not pay for the %(cost)s still to be spent."
        ),
        Why.DOES_NOT_PAY: translate(
            "%(stuck)s A chance of %(range)s to win what is worth %(worth)s to us does not pay for the %(cost)s "
            "still to be spent, and no question is worth its asking."
        ),
    }


def waits(why: Why, voice: Voice) -> str:
    """What has to be settled before the answer to a question counts; nothing where it counts at once."""
    if why is Why.LIMIT_BROKEN:
        return voice.translate(
            "A limit is broken: the answers to these count only once it is overruled, or kept by other terms."
        )
    if why is Why.MUST_CLOSED:
        return voice.translate("A must is closed: the answers to these count only once it is open again.")
    return ""


def to_begin_with(judgement: Judgement, method: Method) -> list[str]:
    """The criteria to ask about first where nothing is known: what a question names, then what holds back most."""
    asked = [topic.id for one in judgement.questions for topic in one.about if topic.kind is Subject.CRITERION]
    return [*dict.fromkeys([*asked, *_weakest(judgement, method, 1, 2, 3)])]


def gate_title(gate: int, voice: Voice) -> str:
    """The gate by number and question."""
    number, question = voice.say(GATE_NUMBER[gate]), voice.say(GATE[gate]).rstrip("?")
    return f"{number}{voice.quote(question)}" if voice.chinese else f"{number} ({question.lower()})"


def ask(about: Iterable[Topic], case: str, names: Names, voice: Voice) -> str:
    """The question of an opportunity as one would ask it; a pair names both, in order."""
    first, *rest = (ask_about(topic, case, names, voice) for topic in about)
    if not rest:
        return first
    return voice.translate("%(first)s Then, where it still pays: %(second)s") % {"first": first, "second": rest[0]}


def ask_about(topic: Topic, case: str, names: Names, voice: Voice) -> str:
    """One fact, as a question."""
    translate = voice.translate
    match topic.kind:
        case Subject.CRITERION:
            return translate("Is it so: %(criterion)s?") % {"criterion": names.criteria[topic.id]}
        case Subject.NEED:
            return translate("Can we meet the need “%(need)s” in time?") % {"need": topic.id}
        case Subject.STANCE:
            return translate("Does %(person)s support us?") % {"person": person(topic.id, names, voice)}
        case Subject.WORTH:
            if (case, topic.id) in names.harms:
                return translate("Would winning really harm %(who)s?") % {"who": names.customer(topic.id)}
            return translate("Is it so: %(criterion)s?") % {"criterion": topic.id}


def person(who: str, names: Names, voice: Voice) -> str:
    """A person's name, or that we do not know who it is."""
    return names.people.get(who) or voice.say(UNNAMED_PERSON)


def party(who: str, voice: Voice) -> str:
    """A rival's name; the one that nobody has named yet is the unnamed."""
    return voice.say(UNNAMED) if who == "?" else who


def level(name: str, voice: Voice) -> str:
    """An effort level by name."""
    return word(LEVEL, name, voice.language)


def _stuck(judgement: Judgement, method: Method, names: Names, voice: Voice) -> str:
    """Which gate stops us most, and on what."""
    if judgement.failing_gate is None:
        return voice.translate("Every gate holds.")
    closed = next((holding.code for holding in judgement.holdings if holding.closed), None)
    if closed is not None:
        return voice.translate("%(gate)s is closed: what we hold says no to “%(criterion)s”.") % {
            "gate": gate_title(judgement.failing_gate, voice),
            "criterion": names.criteria[closed],
        }
    if judgement.failing_gate == 4:
        return voice.translate("%(gate)s does not stand: winning is worth %(worth)s to us.") % {
            "gate": gate_title(4, voice),
            "worth": voice.about(judgement.worth.total),
        }
    weak = _weakest(judgement, method, judgement.failing_gate)
    said = [_weakness(code, judgement, names, voice) for code in weak]
    if judgement.failing_gate == 3 and (rival := _leading_rival(judgement)) is not None:
        said.append(voice.translate("%(rival)s stands closer to winning than we do") % {"rival": party(rival, voice)})
    return voice.translate("%(gate)s does not stand yet: %(because)s.") % {
        "gate": gate_title(judgement.failing_gate, voice),
        "because": voice.clauses(said),
    }


def _weakest(judgement: Judgement, method: Method, *gates: int) -> list[str]:
    """The two criteria of these gates that hold them back most: what they move times what is missing of them."""
    swings = method.classes[judgement.customer_class].swings
    held = {holding.code: holding for holding in judgement.holdings}
    back = {
        criterion.code: (1 - held[criterion.code].belief)
        * (3.0 if criterion.must else swings.get(criterion.code, criterion.swing))
        for criterion in method.criteria
        if criterion.gate in gates
    }
    return sorted(back, key=lambda code: -back[code])[:2]


def _weakness(code: str, judgement: Judgement, names: Names, voice: Voice) -> str:
    holding = next(holding for holding in judgement.holdings if holding.code == code)
    text = {"criterion": names.criteria[code], "belief": voice.chance(holding.belief)}
    if holding.asked_not_known:
        return voice.translate("asked about “%(criterion)s”, nobody knows") % text
    if holding.evidence == 0:
        return voice.translate("nobody has asked about “%(criterion)s”") % text
    return voice.translate("“%(criterion)s” is only %(belief)s sure") % text


def _leading_rival(judgement: Judgement) -> str | None:
    rivals = {who: share for who, share in judgement.shares.items() if who}
    best = max(rivals, key=lambda who: rivals[who], default=None)
    return best if best is not None and rivals[best] > judgement.shares[""] else None


def _limit_sentences(translate: Translate) -> Mapping[Limit, str]:
    return {
        Limit.CAPITAL: translate("it ties up %(figure)s of the contract, the limit is %(bound)s"),
        Limit.MARGIN: translate("the margin is %(figure)s, the floor is %(bound)s"),
        Limit.CREDIT: translate("the expected credit loss is %(figure)s of the contract, the limit is %(bound)s"),
        Limit.HARM: translate("it would likely harm a strategic customer"),
    }


def _broken(judgement: Judgement, voice: Voice) -> str:
    """Every broken limit with its figure and its bound."""
    said = []
    for view in judgement.worth.limits:
        if view.kept or view.warns:
            continue
        said.append(
            _limit_sentences(voice.translate)[view.limit]
            % {"figure": voice.share(view.figure), "bound": voice.share(view.bound)}
        )
    return voice.list(said)
