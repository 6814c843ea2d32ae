"""How group support and our share against rivals come about."""

import numpy as np

from harehawk.book.sheets.choices import ATTITUDES, GRADES, RULES, Attitude
from harehawk.engine.common import STANCE_HALF_LIFE_DAYS
from harehawk.engine.gates.known import relation_of, rival_leads, unnamed_presence
from harehawk.engine.gates.winning import COMPARISON, FACTOR_WEIGHT, RELATIONSHIP
from harehawk.web.explain.explanation import Explanation, NothingToExplain, Table, row, signed, table
from harehawk.web.pages.dossier import Dossier
from harehawk.web.pages.questions import STANCE, person_of
from harehawk.web.pages.rivals import relationship_leads, share_rows
from harehawk.wording.sentences import person
from harehawk.wording.terms import UNNAMED, US


def support(dossier: Dossier) -> Explanation:
    """The rule, the members with their stances, and who counts how much."""
    reading, given, voice = dossier.known.reading, dossier.judgement.group_support, dossier.voice
    if reading is None or given is None:
        raise NothingToExplain
    translate = voice.translate
    power = {weight.person: weight.power for weight in dossier.judgement.power}
    gain = {step.person: step for step in dossier.judgement.talk_next}
    lines = [
        row(
            person_of(member.id, dossier).name if member.id else person(member.id, dossier.names, voice),
            *(voice.chance(float(part)) for part in stance),
            voice.chance(power[member.id]) if member.id in power else "–",
            signed(100 * gain[member.id].gain, 1) if member.id in gain else "–",
            f"{gain[member.id].hours:.0f}" if member.id in gain else "–",
        )
        for member, stance in zip(reading.members, reading.us, strict=True)
    ]
    heads = (
        translate("member"),
        ">" + translate("opposes"),
        ">" + translate("neutral"),
        ">" + translate("supports"),
        ">" + translate("power"),
        ">" + translate("points of a step"),
        ">" + translate("hours"),
    )
    return Explanation(
        title=translate("Group support"),
        figure=voice.chance_range(given.low, given.high),
        sentence=translate(
            "The chance that the group decides for us, as far as its people go: %(point)s on "
            "average. It decides so: %(rule)s."
        )
        % {"point": voice.chance(given.point), "rule": voice.say(RULES[reading.rule])},
        formula=("x = (I − ΛW)⁻¹(I − Λ)s",),
        tables=(table(translate("Members"), heads, lines), _statements(dossier)),
        notes=(
            translate(
                "Everybody has an opinion of their own and listens to others: x is what remains "
                "once they have talked. Nothing known is a quarter for, half neutral, a quarter "
                "against."
            ),
            translate(
                "Power is a person's share in the decision, whatever the rank. A step moves "
                "every stance one up; its points are what group support gains."
            ),
            translate("Friedkin and Johnsen 1990. How much people listen is a judgement, and a setting."),
        ),
    )


def _statements(dossier: Dossier) -> Table:
    """Who said what about whose stance."""
    voice, translate = dossier.voice, dossier.voice.translate
    said = dossier.case.group.stances if dossier.case.group else ()
    heads = (
        translate("member"),
        translate("towards"),
        translate("stance"),
        translate("Said by"),
        translate("grade"),
        ">" + translate("age, days"),
    )
    return table(
        translate("Statements"),
        heads,
        [
            row(
                person_of(one.member, dossier).name,
                one.party or voice.say(US),
                voice.say(ATTITUDES[Attitude(STANCE[one.value])]),
                one.said.source or translate("no source named"),
                voice.say(GRADES[one.said.grade]),
                str(one.said.age_days),
                off=one.said.age_days > STANCE_HALF_LIFE_DAYS,
            )
            for one in said
        ],
    )


def share(dossier: Dossier) -> Explanation:
    """Our lead over each rival, and what it makes of the share."""
    voice, translate, known = dossier.voice, dossier.voice.translate, dossier.known
    shares = {one.party: one for one in share_rows(dossier)}
    if "" not in shares:
        raise NothingToExplain
    means, sds = rival_leads(known, relation_of(known, np.zeros(1)))
    relation = relationship_leads(known.reading)
    lines = []
    for place, rival in enumerate(known.rivals, start=1):
        compared = COMPARISON * sum(FACTOR_WEIGHT[factor] * lead for factor, lead in rival.advantage.items())
        lines.append(
            row(
                rival.id,
                signed(RELATIONSHIP * relation.get(rival.id, 0.0)),
                signed(compared),
                signed(float(means[place, 0])),
                f"{float(sds[place - 1, 0]):.2f}",
                voice.chance(shares[rival.id].share),
            )
        )
    if "?" in shares:
        lines.append(
            row(
                voice.say(UNNAMED),
                "",
                "",
                signed(float(means[0, 0])),
                "1.00",
                voice.chance(shares["?"].share),
            )
        )
    lines.append(row(shares[""].name, "", "", "", "", voice.chance(shares[""].share), total=True))
    heads = (
        translate("rival"),
        ">" + translate("relationship"),
        ">" + translate("factors"),
        ">" + translate("our lead Δ"),
        ">" + translate("its sd"),
        ">" + translate("share"),
    )
    notes = [
        translate(
            "Relationship is computed from the stances of the group to us and to the rival, "
            "weighted by how the decision is made; nobody types it."
        ),
        translate("A factor nobody knows widens the lead and does not move it."),
        translate("Luce 1959, McFadden 1974."),
    ]
    if unnamed_presence(known):
        notes.insert(
            1,
            translate("Somebody we have not heard of takes part with a chance of %(chance)s.")
            % {"chance": voice.chance(unnamed_presence(known))},
        )
    return Explanation(
        title=translate("Share: who wins if they buy"),
        figure=voice.chance(shares[""].share),
        sentence=translate(
            "The probability that they choose us, given that they buy: the mean over all leads that are possible."
        ),
        formula=("Δ = G + 1.4·Σ w·d", f"{translate('share')} = E[1 ÷ (1 + Σ exp(−Δ))]"),
        tables=(table(translate("Leads"), heads, lines),),
        notes=tuple(notes),
    )
