"""What nobody entered: the value the judgement took, and where to say the real one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from harehawk.book.sheets import SHEET
from harehawk.book.sheets.choices import RULES
from harehawk.web.pages.cash import MEDIAN
from harehawk.web.pages.dossier import Dossier
from harehawk.wording.terms import ASSUMED, word

CELL = {
    "class": ("customers", "customer_class"),
    "amount": ("opportunities", "amount"),
    "margin": ("opportunities", "margin"),
    "payments": ("payments", "month"),
    "costs": ("costs", "amount"),
    "payment_class": ("customers", "payment_class"),
    "delay": ("invoices", "paid_on"),
    "effort": ("effort", "hours_sales"),
    "rule": ("opportunities", "decision_rule"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumedRow:
    """A value nobody entered, as the judgement took it; `say_it` tells the sheet and column for the real one."""

    field: str
    name: str
    value: str
    say_it: str


def assumed_rows(dossier: Dossier) -> tuple[AssumedRow, ...]:
    """Every assumed value."""
    return tuple(
        AssumedRow(
            field=field,
            name=word(ASSUMED, field, dossier.voice.language),
            value=_value(field, dossier),
            say_it=_say_it(field, dossier),
        )
        for field in dossier.judgement.assumed
    )


def _value(field: str, dossier: Dossier) -> str:
    """The value in figures; of those that were assumed only, since the others have none to show."""
    voice, worth, known = dossier.voice, dossier.judgement.worth, dossier.known
    assumed, reading = known.assumed, known.reading
    shown: Mapping[str, Callable[[], str]] = {
        "class": lambda: dossier.names.classes.get(assumed.class_name, assumed.class_name),
        "amount": lambda: voice.money(worth.contract),
        "margin": lambda: voice.share(assumed.emphasis.margin),
        "payments": lambda: " / ".join(f"{share:.0%}" for _, share in assumed.emphasis.milestones if share),
        "costs": lambda: voice.money(sum(outlay.amount for outlay in assumed.deal.outlays)),
        "payment_class": lambda: (
            voice.translate("%(chance)s a year not paid at all")
            % {"chance": voice.share(assumed.deal.default_probability)}
        ),
        "delay": lambda: voice.translate("30 days become %(days)s") % {"days": round(worth.late_days[MEDIAN])},
        "effort": lambda: voice.money(assumed.levels[-1].cost),
        "rule": lambda: voice.say(RULES[reading.rule]) if reading else "",
    }
    return shown[field]()


def _say_it(field: str, dossier: Dossier) -> str:
    sheet, column = CELL[field]
    say = dossier.voice.say
    return dossier.voice.translate("Say it in sheet “%(sheet)s”, column “%(column)s”.") % {
        "sheet": say(SHEET[sheet].words),
        "column": say(SHEET[sheet].column(column).words),
    }
