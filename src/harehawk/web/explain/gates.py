"""How a gate, the chance, the expected value and confidence come about."""

import numpy as np

from harehawk.engine.gates.gate import tempered
from harehawk.engine.gates.judgement import GateView
from harehawk.web.explain.explanation import Explanation, NothingToExplain, row, signed, table
from harehawk.web.pages.dossier import Dossier
from harehawk.wording.sentences import level
from harehawk.wording.terms import GATE, GATE_NUMBER, STATE


def gate(dossier: Dossier, number: str) -> Explanation:
    """One gate with its criteria, its formula and its bar."""
    if number not in {"1", "2", "3", "4"}:
        raise NothingToExplain
    return _worth_gate(dossier) if number == "4" else _belief_gate(dossier, int(number))


def _belief_gate(dossier: Dossier, number: int) -> Explanation:
    voice, translate = dossier.voice, dossier.voice.translate
    setting, view = dossier.known.setting, dossier.judgement.gates[number - 1]
    own = setting.gates[number - 1]
    criteria = setting.active[setting.spans[number - 1]]
    weights = tempered(np.array([one.swing for one in criteria], dtype=float))
    held = {holding.code: holding for holding in dossier.judgement.holdings}
    lines = [
        row(
            dossier.names.criteria.get(one.code, one.code) + (f" · {translate('must')}" if one.must else ""),
            f"{one.swing:g}",
            f"{weight:.2f}",
            voice.chance(one.prior),
            voice.chance(held[one.code].belief),
        )
        for one, weight in zip(criteria, weights, strict=True)
    ]
    heads = (translate("criterion"), ">D", ">T·D", ">" + translate("prior"), ">" + translate("belief"))
    share = f" + L({voice.chance(dossier.judgement.shares[''])})" if number == 3 and setting.rivals_modelled else ""
    shift = next(one.shift for one in dossier.known.assumed.levels if one.id == dossier.judgement.level)
    effort = f" {signed(shift, 1)}" if number == 3 and shift else ""
    notes = [
        translate(
            "D is what a criterion moves: 1 minor, 2 normal, 3 decisive. T tempers it, because "
            "ten answers that overlap do not count as ten."
        ),
        translate(
            "With nothing known this gate passes in %(rate)s of cases, the company's own rate "
            "for this class; b is set so."
        )
        % {"rate": voice.chance(setting.rates[number - 1])},
        _bar_note(dossier, view),
    ]
    if number == 3:
        notes.insert(
            1, translate("L(share) is the log-odds of our share against the rivals; light effort takes 1 off.")
        )
    return Explanation(
        title=_title(dossier, number),
        figure=_figure(dossier, view),
        sentence=translate(
            "The mean over every way the criteria may turn out, each weighted by how sure we are of it."
        ),
        formula=(f"z = {signed(own.base, 3)}{share}{effort} + Σ T·D·(x − π)", "P = Σ Π pˣ(1 − p)¹⁻ˣ · 1 ÷ (1 + e⁻ᶻ)"),
        tables=(table(translate("Criteria"), heads, lines),),
        notes=tuple(notes),
    )


def _worth_gate(dossier: Dossier) -> Explanation:
    voice, translate, view = dossier.voice, dossier.voice.translate, dossier.judgement.gates[3]
    c = dossier.known.setting.rates
    together = c[0] * c[1] * c[2]
    return Explanation(
        title=_title(dossier, 4),
        figure=voice.money(view.value.point),
        sentence=translate(
            "This gate is money: what winning is worth to us, against what it must be worth for "
            "an average deal to break even."
        ),
        formula=(
            (
                f"W* = {voice.money(dossier.cost)} ÷ ({voice.chance(c[0])} × {voice.chance(c[1])} × "
                f"{voice.chance(c[2])}) = {voice.money(dossier.cost / together)}"
            ),
        ),
        tables=(),
        notes=(
            translate("The range of the worth is %(range)s, by how late payments may come and which harms happen.")
            % {"range": voice.money_range(view.value.low, view.value.high)},
            translate("A broken limit closes this gate; a director may overrule it with a dated reason."),
        ),
    )


def chance(dossier: Dossier) -> Explanation:
    """The chance of winning is the product of three gates."""
    voice, translate, judgement = dossier.voice, dossier.voice.translate, dossier.judgement
    lines = [
        row(
            f"{voice.say(GATE_NUMBER[number])} · {voice.say(GATE[number])}",
            voice.chance(view.value.point),
            voice.chance_range(view.value.low, view.value.high),
            voice.chance(view.bar) if view.bar is not None else "–",
            voice.say(STATE[view.state]) if view.state else "–",
        )
        for number, view in enumerate(judgement.gates[:3], start=1)
    ]
    lines.append(
        row(
            translate("chance of winning"),
            voice.chance(judgement.chance.point),
            voice.chance_range(judgement.chance.low, judgement.chance.high),
            "",
            "",
            total=True,
        )
    )
    heads = (
        translate("gate"),
        ">" + translate("point"),
        ">" + translate("range"),
        ">" + translate("bar"),
        translate("state"),
    )
    product = " × ".join(voice.chance(view.value.point) for view in judgement.gates[:3])
    return Explanation(
        title=translate("Chance of winning"),
        figure=voice.chance_range(judgement.chance.low, judgement.chance.high),
        sentence=translate("All three must come true: they buy, we can compete, they choose us."),
        formula=(f"P = {product} = {voice.chance(judgement.chance.point)}",),
        tables=(table(translate("Gates"), heads, lines),),
        notes=(
            translate(
                "The range is the 10th to 90th percentile of 512 fixed draws, in which "
                "everything we do not know for sure may turn out either way, good and bad news "
                "together."
            ),
        ),
    )


def value(dossier: Dossier) -> Explanation:
    """Expected value by effort level."""
    voice, translate, judgement = dossier.voice, dossier.voice.translate, dossier.judgement
    lines = [
        row(
            level(one.id, voice) + (f" · {translate('shown')}" if one.id == judgement.level else ""),
            voice.chance(one.chance),
            voice.money(judgement.worth.total),
            voice.money(one.cost),
            voice.money(one.expected_value),
            off=one.id != judgement.level,
        )
        for one in judgement.levels
    ]
    heads = (
        translate("effort level"),
        ">" + translate("chance"),
        ">" + translate("worth"),
        ">" + translate("still to be spent"),
        ">" + translate("expected value"),
    )
    best = judgement.expected_value
    return Explanation(
        title=translate("Expected value"),
        figure=voice.money(best.point),
        sentence=translate("Chance × worth, less what is still to be spent, at the effort level where that is most."),
        formula=(
            (
                f"{voice.chance(judgement.chance.point)} × {voice.money(judgement.worth.total)} − "
                f"{voice.money(dossier.cost)} = {voice.money(best.point)}"
            ),
        ),
        tables=(table(translate("Effort levels"), heads, lines),),
        notes=(
            translate("Its range is %(range)s.") % {"range": voice.money_range(best.low, best.high)},
            translate("If everything were known before we decide, that would be worth %(value)s more.")
            % {"value": voice.money(judgement.perfect_information)},
            translate("Light effort takes two fifths of hours and money, and lowers the odds of winning."),
        ),
    )


def confidence(dossier: Dossier) -> Explanation:
    """How stable the verdict is."""
    voice, translate, judgement = dossier.voice, dossier.voice.translate, dossier.judgement
    goes = judgement.expected_value.point > 0
    return Explanation(
        title=translate("Confidence"),
        figure=voice.chance(judgement.confidence),
        sentence=(
            translate("In this part of 512 fixed draws going on pays, as it does on average.")
            if goes
            else translate("In this part of 512 fixed draws going on does not pay, as it does not on average.")
        ),
        notes=(
            translate(
                "It is the chance that knowing every unknown would not change what we do. It is "
                "not the chance of winning."
            ),
            translate(
                "It is shown and never a hurdle: a deal that pays through a few large wins may "
                "have little confidence and still be right."
            ),
        ),
    )


def _bar_note(dossier: Dossier, view: GateView) -> str:
    voice, translate = dossier.voice, dossier.voice.translate
    if view.bar is None:
        return translate("There is no bar: winning is worth no more than what is still to be spent.")
    worth = dossier.judgement.worth.total
    ratio = dossier.cost / worth if worth else 0.0
    return translate(
        "The bar, %(bar)s, is this gate's part of breaking even: the three bars multiply to cost ÷ worth, "
        "%(cost)s ÷ %(worth)s = %(ratio)s."
    ) % {
        "bar": voice.chance(view.bar),
        "cost": voice.money(dossier.cost),
        "worth": voice.money(worth),
        "ratio": voice.share(ratio),
    }


def _title(dossier: Dossier, number: int) -> str:
    return f"{dossier.voice.say(GATE_NUMBER[number])} · {dossier.voice.say(GATE[number])}"


def _figure(dossier: Dossier, view: GateView) -> str:
    return dossier.voice.chance_range(view.value.low, view.value.high)
