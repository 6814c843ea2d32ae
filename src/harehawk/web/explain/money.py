"""How worth, its limits and a question come about."""

from harehawk.engine.worth.deal import Limit
from harehawk.web.explain.explanation import Explanation, NothingToExplain, row, signed, table
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.gates import limit_rows
from harehawk.web.pages.questions import ask_rows
from harehawk.web.pages.worth import worth_part
from harehawk.wording.terms import ASPECT, VERDICT, word
from harehawk.wording.voice import MINUS

QUANTILES = ("10%", "30%", "50%", "70%", "90%")


def worth(dossier: Dossier) -> Explanation:
    """W with all its parts."""
    voice, translate, own = dossier.voice, dossier.voice.translate, dossier.judgement.worth
    part = worth_part(dossier)
    share = {voice.say(ASPECT[aspect]): each for aspect, each in dossier.emphasis.aspects.items()}
    lines = [row(translate("net present value of the cash"), "", "", voice.money(own.net_present_value))]
    lines += [
        row(
            aspect.name,
            signed(aspect.score, 0 if aspect.score == round(aspect.score) else 1) if aspect.score else "0",
            f"{voice.share(share.get(aspect.name, 0.0))} × {voice.money(max(0.0, own.gross_margin))}",
            voice.money(aspect.money),
        )
        for aspect in part.aspects
    ]
    lines += [
        row(
            translate("harm: %(who)s") % {"who": harm.who},
            voice.chance(harm.probability),
            voice.money(harm.loss),
            voice.money(harm.money),
        )
        for harm in part.harms
    ]
    lines.append(row(translate("worth if won"), "", "", voice.money(own.total), total=True))
    heads = (
        translate("part"),
        ">" + translate("score or chance"),
        ">" + translate("a point, or the loss"),
        ">" + translate("money"),
    )
    cash = [
        row(quantile, f"{days:.0f}", voice.money(value), voice.money(-float(curve.min())))
        for quantile, days, value, curve in zip(
            QUANTILES, own.late_days, own.net_present_values, own.curves, strict=True
        )
    ]
    cash_heads = (
        translate("delay"),
        ">" + translate("days to money of a 30-day term"),
        ">" + translate("present value"),
        ">" + translate("peak capital"),
    )
    return Explanation(
        title=translate("Worth"),
        figure=voice.money(own.total),
        sentence=translate(
            "What winning brings: cash by the month it comes, what the customer class gives for "
            "other aspects, less the harm it may do."
        ),
        formula=("W = E[NPV] + Σ m·score − Σ P·loss", _sum(dossier)),
        tables=(
            table(translate("Parts"), heads, lines),
            table(translate("Cash, by how late payments come"), cash_heads, cash),
        ),
        notes=(
            translate(
                "A point of an aspect is worth a share of the gross margin, %(margin)s, set by the customer class."
            )
            % {"margin": voice.money(own.gross_margin)},
            translate(
                "Interest %(rate)s a year; a customer of its payment class fails to pay at all "
                "with %(default)s a year, and then %(lost)s of the money is lost."
            )
            % {
                "rate": voice.share(dossier.method.annual_rate),
                "default": voice.share(dossier.known.assumed.deal.default_probability),
                "lost": voice.share(dossier.method.loss_given_default),
            },
            translate(
                "Limits apart, with 512 other weightings of the aspects winning is still worth something in %(share)s."
            )
            % {"share": voice.share(own.robustness)},
        ),
    )


def _sum(dossier: Dossier) -> str:
    """W in figures."""
    voice, own = dossier.voice, dossier.judgement.worth
    parts = [own.net_present_value, *own.aspects.values(), -own.harm]
    said = [f"{MINUS if part < 0 else '+'} {voice.money(abs(part))}" for part in parts if part]
    return f"W = {' '.join(said).removeprefix('+ ')} = {voice.money(own.total)}"


def limits(dossier: Dossier) -> Explanation:
    """The computed musts of gate 4, and the most that is tied up."""
    voice, translate, own = dossier.voice, dossier.voice.translate, dossier.judgement.worth
    lines = [
        row(
            one.text,
            voice.share(one.figure),
            ("≤ " if one.at_most and not one.is_chance else "< " if one.is_chance else "≥ ") + voice.share(one.bound),
            one.state_word,
        )
        for one in limit_rows(dossier)
    ]
    heads = (translate("limit"), ">" + translate("figure"), ">" + translate("bound"), translate("state"))
    bound = next(view.bound for view in own.limits if view.limit == Limit.CAPITAL)
    return Explanation(
        title=translate("Peak capital and limits"),
        figure=voice.money(own.peak_capital),
        sentence=translate(
            "The most money tied up at any month end is %(usual)s at the usual delay and "
            "%(late)s where payments come very late; the limits look at the late case."
        )
        % {"usual": voice.money(own.peak_capital), "late": voice.money(own.peak_capital_late)},
        formula=(
            (
                f"{voice.money(own.peak_capital_late)} ÷ {voice.money(own.contract)} = "
                f"{voice.share(own.peak_capital_late / own.contract)}  (≤ {voice.share(bound)})"
            ),
        ),
        tables=(table(translate("Limits of this customer class"), heads, lines),),
        notes=(
            translate(
                "Capital and credit loss are shares of the contract, %(contract)s. Margin is "
                "what is left of the payments after costs and credit loss."
            )
            % {"contract": voice.money(own.contract)},
            translate("A broken limit closes gate 4; a director may overrule it with a dated reason."),
        ),
    )


def question(dossier: Dossier, place: str) -> Explanation:
    """What an answer is worth."""
    found = next((one for one in ask_rows(dossier) if str(one.place) == place), None)
    if found is None:
        raise NothingToExplain
    voice, translate = dossier.voice, dossier.voice.translate
    no = 1 - found.chance_yes
    now = max(dossier.judgement.expected_value.point, 0.0)
    lines = [
        row(
            translate("yes"),
            voice.chance(found.chance_yes),
            voice.money(found.yes_value),
            word(VERDICT, found.yes or "", voice.language),
        ),
        row(
            translate("no"),
            voice.chance(no),
            voice.money(found.no_value),
            word(VERDICT, found.no or "", voice.language),
        ),
    ]
    heads = (
        translate("answer"),
        ">" + translate("chance"),
        ">" + translate("expected value after it"),
        translate("then"),
    )
    notes = [
        translate(
            "The chances are those of getting that answer. An answer may be wrong, so they lie nearer to even "
            "than what we believe of the fact itself."
        ),
        translate("Asking costs %(cost)s, hours at the company's hour price.") % {"cost": voice.money(found.cost)},
        translate("An answer that would not change what we do is worth nothing."),
    ]
    if found.then:
        notes.insert(
            0,
            translate(
                "It is worth asking only together with: %(then)s The figures after the first "
                "answer already take the better course."
            )
            % {"then": found.then},
        )
    return Explanation(
        title=found.text,
        figure=voice.money(found.value),
        sentence=translate("What we would gain on average by deciding after the answer instead of now."),
        formula=(
            (
                f"{voice.chance(found.chance_yes)} × {voice.money(max(found.yes_value, 0.0))} + "
                f"{voice.chance(no)} × {voice.money(max(found.no_value, 0.0))} − {voice.money(now)}"
            ),
        ),
        tables=(table(translate("After the answer"), heads, lines),),
        notes=tuple(notes),
    )
