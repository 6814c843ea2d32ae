"""What winning is worth, and its limits (method §5)."""

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harehawk.engine.worth.deal import Aspect, Filled, Harm, Limit, Outlay, Payment, Yardstick
from harehawk.engine.worth.valuation import value

KEY = Yardstick(
    annual_rate=0.08,
    loss_given_default=0.6,
    late_mean=math.log(2),
    late_sd=0.5,
    aspects={Aspect.IMPORTANCE: 0.10, Aspect.FIT: 0.08, Aspect.REFERENCE: 0.05, Aspect.LEARNING: 0.03},
    limits={Limit.CAPITAL: 0.4, Limit.CREDIT: 0.03, Limit.MARGIN: 0.08},
)
TOWER = Filled(
    amount=3e6,
    payments=tuple(
        Payment(id=str(month), month=month, amount=amount)
        for month, amount in ((0, 9e5), (4, 9e5), (6, 9e5), (18, 3e5))
    ),
    outlays=(*(Outlay(month=month, amount=3.6e5) for month in range(5)), Outlay(month=5, amount=3e5)),
    default_probability=0.02,
    scores={Aspect.IMPORTANCE: 1, Aspect.FIT: 1},
    harms=(Harm(id="Lan", probability=0.2, loss=150_000),),
)
KEPT_WITHOUT_TROUBLE = {Limit.MARGIN, Limit.CREDIT, Limit.HARM}


def changed(**changes):
    return value(dataclasses.replace(TOWER, **changes), KEY)


def kept(worth):
    return {limit.limit for limit in worth.limits if limit.kept}


def test_worked_example_of_a_whole_contract():
    worth = value(TOWER, KEY)

    assert worth.total == pytest.approx(910_996.53, abs=0.005)  # method §12.16
    assert worth.gross_margin == pytest.approx(900_000)
    assert worth.aspects[Aspect.IMPORTANCE] == pytest.approx(90_000)
    assert worth.harm == pytest.approx(30_000)
    assert worth.robustness == 1


def test_limits_are_judged_at_the_late_quantile():
    worth = value(TOWER, KEY)

    assert worth.peak_capital == pytest.approx(1.2e6, rel=0.01)
    assert worth.peak_capital_late == pytest.approx(1.8e6, rel=0.01)
    assert kept(worth) == KEPT_WITHOUT_TROUBLE  # 60 % of the contract tied up, 40 % allowed
    assert kept(changed(outlays=(Outlay(month=18, amount=2.1e6),))) == {*KEPT_WITHOUT_TROUBLE, Limit.CAPITAL}


def test_a_thin_margin_breaks_its_floor():
    assert Limit.MARGIN not in kept(changed(closing_gaps=(Outlay(month=2, amount=7e5),)))


def test_a_customer_who_may_well_not_pay_breaks_the_limit_of_credit():
    assert Limit.CREDIT not in kept(changed(default_probability=0.2))


def test_harm_breaks_its_limit_only_with_a_strategic_customer_and_when_likely():
    likely = Harm(id="Lan", probability=0.5, loss=1)

    assert Limit.HARM in kept(changed(harms=(likely,)))
    assert Limit.HARM not in kept(changed(harms=(dataclasses.replace(likely, strategic=True),)))


def test_a_contract_at_a_loss_gains_nothing_by_being_unimportant():
    worth = changed(outlays=(Outlay(month=0, amount=4e6),), scores={Aspect.IMPORTANCE: -2})

    assert worth.aspects[Aspect.IMPORTANCE] == 0


def test_a_doubtful_worth_is_not_robust():
    worth = changed(outlays=(Outlay(month=0, amount=2.9e6),), scores={Aspect.IMPORTANCE: 2, Aspect.FIT: 2}, harms=())

    assert worth.total < 0
    assert worth.robustness == pytest.approx(93 / 512)  # it still pays where points are worth more than we think


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_safer_customer_is_worth_more(one, other):
    safer, riskier = sorted((one, other))

    assert changed(default_probability=safer).total >= changed(default_probability=riskier).total - 1e-6


@given(st.permutations(TOWER.payments), st.permutations(TOWER.outlays))
def test_the_order_of_milestones_and_costs_changes_nothing(payments, outlays):
    mixed, plain = changed(payments=tuple(payments), outlays=tuple(outlays)), value(TOWER, KEY)

    assert mixed.total == pytest.approx(plain.total, rel=1e-12)
    assert mixed.curves == pytest.approx(plain.curves)
