"""The company's own rates, prices and limits, as the welcome page asks for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.method.actions import hold_versions, must_set, settle
from harehawk.apps.method.models import Company, CustomerClass
from harehawk.apps.method.problems import RateNotReachable
from harehawk.book.checks.rates import out_of_reach
from harehawk.book.method import method
from harehawk.book.sheets import Book
from harehawk.book.sheets.settings import RATES, CompanyRow
from harehawk.engine.gates.pack import CLASSES, DEFAULT
from harehawk.engine.worth.deal import Limit

LIMITS: Mapping[str, Limit] = {
    "capital_limit": Limit.CAPITAL,
    "credit_limit": Limit.CREDIT,
    "margin_floor": Limit.MARGIN,
}


@dataclass(frozen=True, kw_only=True)
class Own:
    """What the company entered; None where the method's default is assumed. `version` 0: nothing yet."""

    version: int
    name: str
    currency: str
    rate_purchase: float | None
    rate_bid: float | None
    rate_win: float | None
    hour_price: Decimal | None
    cost_of_capital: float | None


@dataclass(frozen=True, kw_only=True)
class ClassLimits:
    """The limits of a customer class, own ones or None, and what is assumed instead."""

    code: str
    version: int
    own: Mapping[str, float | None]
    assumed: Mapping[str, float]


ASSUMED: Mapping[str, float | str] = {
    "currency": "CNY",
    "rate_purchase": DEFAULT.rates[0],
    "rate_bid": DEFAULT.rates[1],
    "rate_win": DEFAULT.rates[2],
    "hour_price": DEFAULT.hour_price,
    "cost_of_capital": DEFAULT.annual_rate,
}


def own() -> Own:
    """What the company entered so far."""
    row = Company.objects.first()
    if row is None:
        return Own(
            version=0,
            name="",
            currency="",
            rate_purchase=None,
            rate_bid=None,
            rate_win=None,
            hour_price=None,
            cost_of_capital=None,
        )
    return Own(
        version=row.version,
        name=row.name,
        currency=row.currency,
        rate_purchase=row.rate_purchase,
        rate_bid=row.rate_bid,
        rate_win=row.rate_win,
        hour_price=row.hour_price,
        cost_of_capital=row.cost_of_capital,
    )


def limits() -> Sequence[ClassLimits]:
    """The limits of every class of the method."""
    rows = {row.code: row for row in CustomerClass.objects.all()}
    return [
        ClassLimits(
            code=code,
            version=rows[code].version if code in rows else 0,
            own={name: getattr(rows[code], name) if code in rows else None for name in LIMITS},
            assumed={name: emphasis.limits[limit] for name, limit in LIMITS.items()},
        )
        for code, emphasis in CLASSES.items()
    ]


@transaction.atomic
def set_up(*, actor: Actor, seen: Own, wanted: Own, wanted_limits: Mapping[str, Mapping[str, float | None]]) -> None:
    """Keep the company's rates, prices and limits. Raises MethodNotYours, RateNotReachable, ChangedMeanwhile."""
    must_set(actor)
    hold_versions()
    _reachable(wanted)
    values = {name: getattr(wanted, name) for name in ("name", "currency", *RATES, "hour_price", "cost_of_capital")}
    row = Company.objects.first()
    if row is None:
        log.add(actor, Company(**values))
    else:
        log.change(actor, row, seen.version or row.version, **values)
    rows = {row.code: row for row in CustomerClass.objects.all()}
    for code, own_limits in wanted_limits.items():
        if code in rows:
            log.change(actor, rows[code], rows[code].version, **own_limits)
        elif any(value is not None for value in own_limits.values()):
            log.add(actor, CustomerClass(code=code, **own_limits))
    settle(actor)


def _reachable(wanted: Own) -> None:
    """A rate above what the musts of its gate allow makes no method."""
    row = CompanyRow(name=wanted.name, **{name: getattr(wanted, name) for name in RATES})
    rules = method(Book(company=(row,)), timezone.localdate())
    for _, error in out_of_reach(rules):
        raise RateNotReachable(RATES[error.gate - 1]) from error
