"""What is not entered, filled by customer class; every filled field is named (method.md §6, §7b)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from harehawk.engine.gates.cases import Case, Effort, Level
from harehawk.engine.gates.method import Emphasis, Method
from harehawk.engine.worth.deal import Bond, Deal, Filled, Outlay, Payment
from harehawk.engine.worth.delay import ASSUMED_MEAN, ASSUMED_SD

FULL, LIGHT = "full", "light"
LIGHT_EFFORT = 0.4  # of hours and money; judgement
LIGHT_SHIFT = -1.0  # of gate 3, in log-odds; judgement
COST_MONTHS = 6  # over which delivery costs are spread if not entered
BID_BOND_MONTHS = 2  # before signature, when a bid bond goes out


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """A case with every default in its place.

    `levels` stand from the smallest to the largest. `fields` names what was assumed: class, amount,
    margin, payments, costs, payment_class (how likely the customer is not to pay at all), delay (no settled
    invoice of this customer, and too few of others to learn from), effort.
    """

    class_name: str
    emphasis: Emphasis
    deal: Filled
    levels: tuple[Level, ...]
    fields: tuple[str, ...]


def filled(case: Case, method: Method) -> Assumed:
    """Return the case as judged: with the defaults of its class for what was not entered.

    A contract whose milestones are entered in money but whose amount is not is as large as they are. A
    margin is only assumed where costs are not entered either.
    """
    class_name = case.customer_class or method.unclassified
    emphasis = method.classes[class_name]
    return Assumed(
        class_name=class_name,
        emphasis=emphasis,
        deal=_deal(case.deal, emphasis, method),
        levels=_levels(case.effort, case.deal.bid_bond, emphasis, method),
        fields=tuple(_fields(case, method)),
    )


def _fields(case: Case, method: Method) -> Iterator[str]:
    deal, effort = case.deal, case.effort
    missing = {
        "class": case.customer_class is None,
        "amount": deal.amount is None and not _paid(deal),
        "margin": deal.margin is None and not deal.outlays,
        "payments": not deal.payments,
        "costs": not deal.outlays,
        "payment_class": deal.default_probability is None,
        "delay": not deal.late_ratios and (method.late_mean, method.late_sd) == (ASSUMED_MEAN, ASSUMED_SD),
        "effort": effort.hours is None and effort.remainder is None and effort.levels is None,
    }
    return (name for name, absent in missing.items() if absent)


def _deal(deal: Deal, emphasis: Emphasis, method: Method) -> Filled:
    amount = deal.amount or _paid(deal) or emphasis.amount
    margin = emphasis.margin if deal.margin is None else deal.margin
    return Filled(
        amount=amount,
        payments=_payments(deal.payments, amount, emphasis),
        outlays=deal.outlays or _outlays(amount * (1 - margin)),
        closing_gaps=deal.closing_gaps,
        bonds=tuple(_bond(bond, amount) for bond in deal.bonds),
        default_probability=(
            method.default_probability if deal.default_probability is None else deal.default_probability
        ),
        late_ratios=deal.late_ratios,
        scores=deal.scores,
        harms=deal.harms,
    )


def _paid(deal: Deal) -> float:
    """What the milestones come to, if all of them are entered in money."""
    payments = deal.payments or ()
    return 0.0 if any(one.share is not None for one in payments) else sum(one.amount for one in payments)


def _payments(entered: Sequence[Payment] | None, amount: float, emphasis: Emphasis) -> tuple[Payment, ...]:
    if entered:
        return tuple(one if one.share is None else replace(one, amount=one.share * amount) for one in entered)
    return tuple(
        Payment(id=str(number), month=month, amount=share * amount)
        for number, (month, share) in enumerate(emphasis.milestones, start=1)
        if share
    )


def _outlays(costs: float) -> tuple[Outlay, ...]:
    return tuple(Outlay(month=month, amount=costs / COST_MONTHS) for month in range(COST_MONTHS))


def _bond(bond: Bond, amount: float) -> Bond:
    return bond if bond.share is None else replace(bond, amount=bond.share * amount)


def _levels(effort: Effort, bid_bond: float, emphasis: Emphasis, method: Method) -> tuple[Level, ...]:
    """The levels, a bid bond's interest in each: whoever goes on bids."""
    interest = bid_bond * ((1 + method.annual_rate) ** (BID_BOND_MONTHS / 12) - 1)
    if effort.levels:
        entered = sorted(effort.levels, key=lambda level: (level.cost, level.shift))
    else:
        entered = [
            Level(id=LIGHT, cost=_to_spend(effort, LIGHT_EFFORT, emphasis, method), shift=LIGHT_SHIFT),
            Level(id=FULL, cost=_to_spend(effort, 1.0, emphasis, method)),
        ]
    return tuple(replace(level, cost=level.cost + interest) for level in entered)


def _to_spend(effort: Effort, part: float, emphasis: Emphasis, method: Method) -> float:
    """Money still to be spent at a level that takes a part of the full hours and money."""
    if effort.remainder is not None:
        return part * effort.remainder
    hours = sum(emphasis.hours.values()) if effort.hours is None else effort.hours
    hours_left = max(0.0, part * hours - effort.hours_spent)
    return hours_left * method.hour_price + max(0.0, part * effort.money - effort.money_spent)
