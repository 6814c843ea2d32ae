"""Cash of a contract, to the cent (method §5, §12.8, §12.9)."""

import numpy as np
import pytest

from harehawk.engine.worth.cash import arrivals, bonded, cash, payback
from harehawk.engine.worth.deal import Bill, Bond, Outlay, Payment, Yardstick
from harehawk.engine.worth.delay import late_factors

CENT = 0.005
MONTHS = np.array([0.0, 4.0, 6.0, 18.0])
PAYMENTS = tuple(
    Payment(id=name, month=month, amount=amount)
    for name, month, amount in zip(
        ("signature", "delivery", "acceptance", "retention"), MONTHS, (3e6, 3e6, 3e6, 1e6), strict=True
    )
)
COSTS = (*(Outlay(month=month, amount=1.2e6) for month in range(5)), Outlay(month=5, amount=1e6))
YARDSTICK = Yardstick(annual_rate=0.08, loss_given_default=0.6, late_mean=np.log(2), late_sd=0.5, aspects={}, limits={})


def late(months, default_probability=0.0, bonds=()):
    flow = cash(PAYMENTS, MONTHS[None, :] + months, COSTS + bonded(bonds), default_probability, YARDSTICK)
    return flow, payback(flow.curves[0])


@pytest.mark.parametrize(
    ("months", "value", "peak", "paid_back"),
    [(0, 2_809_526.04, 1_800_000, 6), (2, 2_685_878.05, 4_000_000, 8), (3, 2_624_646.27, 4_000_000, 9)],
)
def test_worked_example_of_late_money(months, value, peak, paid_back):
    flow, month = late(months)

    assert flow.value == pytest.approx([value], abs=CENT)
    assert flow.peak == pytest.approx([peak], abs=CENT)
    assert month == paid_back


def test_worked_example_of_money_in_and_out():
    incoming = cash(PAYMENTS, MONTHS[None, :], (), 0.0, YARDSTICK)

    assert incoming.value == pytest.approx([9_701_741.72], abs=CENT)
    assert incoming.peak == [0.0]
    assert late(0)[0].value - incoming.value == pytest.approx([-6_892_215.68], abs=CENT)


def test_worked_example_of_a_customer_who_may_not_pay():
    flow, _ = late(2, default_probability=0.04)

    assert flow.value == pytest.approx([2_558_211.70], abs=CENT)
    assert flow.credit_loss == pytest.approx([136_362.51], abs=CENT)
    assert flow.peak == pytest.approx([4_012_205.03], abs=CENT)


def test_worked_example_of_a_performance_bond():
    flow, _ = late(0, bonds=[Bond(amount=1e6, out_month=0, back_month=7)])

    assert flow.value == pytest.approx([2_765_624.92], abs=CENT)
    assert flow.peak == pytest.approx([2_800_000], abs=CENT)


@pytest.mark.parametrize(("bill", "value"), [(Bill.HELD, 962_782.82), (Bill.DISCOUNTED, 985_000.00)])
def test_worked_example_of_a_bill(bill, value):
    due = Payment(id="bill", month=-1 / 30.4375, amount=1e6, term_days=0, bill=bill)  # a day later is t 0

    flow = cash([due], arrivals([due], np.ones(1)), (), 0.0, YARDSTICK)

    assert flow.value == pytest.approx([value], abs=CENT)


def test_worked_example_of_a_contractor_who_pays_when_he_is_paid():
    back_to_back = [
        Payment(id=each.id, month=each.month + 2, amount=each.amount, term_days=0, extra_days=30.4375 - 1)
        for each in PAYMENTS
    ]

    flow = cash(back_to_back, arrivals(back_to_back, np.ones(1)), COSTS, 0.0, YARDSTICK)

    assert flow.value == pytest.approx([2_624_646.27], abs=CENT)


def test_worked_example_of_delay_at_five_quantiles():
    flow = cash(PAYMENTS, arrivals(PAYMENTS, late_factors([], np.log(2), 0.5)), COSTS, 0.0, YARDSTICK)

    assert flow.value == pytest.approx([2_759_910.71, 2_725_114.56, 2_687_644.12, 2_633_693.18, 2_511_754.68], abs=CENT)
    assert flow.value.mean() == pytest.approx(2_663_623.45, abs=CENT)
    assert flow.peak[[2, 4]] == pytest.approx([4e6, 6e6])


def test_money_takes_a_day_at_least():
    prepaid = Payment(id="advance", month=0, amount=1, term_days=0)

    assert arrivals([prepaid], np.array([0.5, 2.0])) == pytest.approx(np.full((2, 1), 1 / 30.4375))


def test_a_contract_that_ends_in_the_red_never_pays_back():
    assert payback(np.array([-1.0, 2.0, -0.5])) is None
    assert payback(np.array([0.0, 2.0])) == 0
