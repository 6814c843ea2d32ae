"""Why a criterion is believed as it is."""

import math

from harehawk.book.sheets.choices import ANSWERS, GRADES
from harehawk.engine.common import HALF_LIFE_DAYS, LIKELIHOOD_RATIO
from harehawk.engine.gates.belief import explain
from harehawk.engine.gates.cases import Answer, Fact
from harehawk.engine.gates.pack import NEEDS_MET
from harehawk.web.explain.explanation import Explanation, NothingToExplain, Texts, row, signed, table
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.worth import need_rows


def criterion(dossier: Dossier, code: str) -> Explanation:
    """Prior, every statement with what it counts, and what one more answer would make of it."""
    places = {one.code: place for place, one in enumerate(dossier.known.setting.criteria)}
    if code not in places:
        raise NothingToExplain
    if code == NEEDS_MET and dossier.known.derived:
        return needs(dossier)
    own, held, voice = dossier.known.setting.criteria[places[code]], dossier.known.held[places[code]], dossier.voice
    translate = voice.translate
    facts = [fact for fact in dossier.case.facts if fact.criterion == code]
    adds = {id(one.fact): one.log_odds for one in explain(dossier.case, code)}
    if held.asked_not_known:
        sentence = translate(
            "Somebody asked, and nobody knows. That is bad news: it stands at half its prior until we learn more."
        )
        formula = f"{own.prior:g} ÷ 2 = {held.belief:.3g}"
    elif not facts:
        sentence = translate(
            "Nobody has asked yet, so only the prior speaks: how often this holds where nothing is known."
        )
        formula = f"π = {own.prior:g}"
    else:
        sentence = translate(
            "Each source moves the prior by what its word is worth today; a half-life is %(days)s days."
        ) % {"days": round(HALF_LIFE_DAYS)}
        total = sum(adds.values())
        odds = signed(_logit(held.belief)).lstrip("+")
        formula = f"ln({own.prior:g} ÷ {1 - own.prior:.2g}) {signed(total)} = {odds}  →  {held.belief:.3f}"
    notes = [
        (
            translate("Prior %(prior)s. It moves its gate by %(swing)s of 3.")
            if own.swing or not own.must
            else translate("Prior %(prior)s. For this class it does not move its gate; it can only close it.")
        )
        % {"prior": voice.chance(own.prior), "swing": f"{own.swing:g}"}
    ]
    if own.must:
        notes.append(translate("It is a must: a clear no closes the gate, whatever else holds."))
    if held.conflict:
        notes.append(translate("Sources contradict each other with similar weight. Both count; ask a third one."))
    if not held.asked_not_known:
        notes.append(
            translate("One more first-hand yes would make it %(yes)s, a no %(no)s.")
            % {"yes": voice.chance(held.if_yes), "no": voice.chance(held.if_no)}
        )
    notes.append(
        translate(
            "Of one source only what agrees with its latest word counts, and of this the weightiest today; where "
            "sources agree the second counts about half."
        )
    )
    heads = (
        translate("Said by"),
        translate("answer"),
        translate("grade"),
        ">" + translate("age, days"),
        ">" + translate("fresh, log-odds"),
        ">" + translate("counts today"),
    )
    return Explanation(
        title=dossier.names.criteria.get(code, code),
        figure=voice.chance(held.belief),
        sentence=sentence,
        formula=(formula,),
        tables=(
            table(translate("Statements"), heads, [_statement(fact, adds.get(id(fact)), dossier) for fact in facts]),
        )
        if facts
        else (),
        notes=tuple(notes),
    )


def needs(dossier: Dossier) -> Explanation:
    """Where needs are listed, the belief follows from them."""
    voice, translate = dossier.voice, dossier.voice.translate
    holding = next(one for one in dossier.judgement.holdings if one.code == NEEDS_MET)
    lines = [
        row(
            need.need,
            need.met_by or translate("not entered"),
            need.available_on.isoformat() if need.available_on else "",
            translate("too late") if need.late else translate("in time"),
            voice.chance(need.belief),
        )
        for need in need_rows(dossier)
    ]
    heads = (
        translate("must-have"),
        translate("met by"),
        translate("available"),
        translate("in time"),
        ">" + translate("met in time"),
    )
    return Explanation(
        title=dossier.names.criteria.get(NEEDS_MET, NEEDS_MET),
        figure=voice.chance(holding.belief),
        sentence=translate(
            "Needs met from one source stand or fall together, so the hardest of each source counts; sources multiply."
        ),
        tables=(table(translate("Must-haves"), heads, lines),),
        notes=(
            translate(
                "Met in time with 95% by our own, 80% by a partner, 70% bought, 60% built, 2% "
                "where nobody can; half of that where it comes after the need date."
            ),
        ),
    )


def _statement(fact: Fact, counts: float | None, dossier: Dossier) -> Texts:
    voice, translate = dossier.voice, dossier.voice.translate
    fresh = math.log(LIKELIHOOD_RATIO[fact.said.grade])
    return row(
        fact.said.source or translate("no source named"),
        voice.say(ANSWERS[fact.answer]),
        voice.say(GRADES[fact.said.grade]),
        str(fact.said.age_days),
        "" if fact.answer is Answer.NOT_KNOWN else f"{fresh:.2f}",
        signed(counts) if counts else "0",
        off=not counts,
    )


def _logit(p: float) -> float:
    return math.log(p / (1 - p))
