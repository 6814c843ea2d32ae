"""How late a customer pays (method §5)."""

import csv
import math
from collections import defaultdict
from datetime import date

import numpy as np
import pytest
from scipy.special import ndtri

from harehawk.engine.worth.delay import ASSUMED_MEAN, ASSUMED_SD, company_delay, late_factors, lateness


def day(text):
    month, day_of_month, year = map(int, text.split("/"))
    return date(year, month, day_of_month)


def test_worked_example_of_a_customer_with_four_invoices():
    mean, sd = lateness([0.5, 0.7, 0.4, 0.8], 0.2, 0.5)

    assert (mean, sd) == pytest.approx((0.466667, 0.621071), abs=5e-7)  # method §12.9
    assert 60 * math.exp(mean) == pytest.approx(95.680185, abs=5e-7)


def test_worked_example_of_a_customer_without_invoices():
    mean, sd = lateness([], math.log(2), 0.5)

    assert (mean, sd) == pytest.approx((0.693147, 0.704228), abs=5e-7)  # method §12.9
    assert 30 * late_factors([], math.log(2), 0.5) == pytest.approx(
        [24.333152, 41.473177, 60, 86.803092, 147.946311], abs=5e-7
    )


def test_a_company_with_few_invoices_keeps_the_assumption():
    assert company_delay([[0.1] * 400, [0.2, 0.3], []]) == (ASSUMED_MEAN, ASSUMED_SD)


def test_a_company_learns_its_habit_from_customers_not_from_invoices():
    steady = [[-0.2, -0.1, 0.0, 0.1, 0.2] * 4 for _ in range(5)]
    late = [[0.9, 1.0, 1.1, 1.2, 0.8] * 4 for _ in range(5)]

    mean, sd = company_delay([*steady, *late])
    more, _ = company_delay([*steady, *([ratio for _ in range(50) for ratio in each] for each in late)])

    assert mean == pytest.approx(0.5)
    assert sd == pytest.approx(np.std(steady[0], ddof=1))
    assert more < 0.6


def test_four_in_five_real_invoices_fall_into_their_80_per_cent_interval(shared_data):
    with (shared_data / "ibm_accounts_receivable.csv").open() as file:
        rows = list(csv.DictReader(file))
    settled = defaultdict(list)
    for row in rows:
        sent, due, paid = (day(row[name]) for name in ("InvoiceDate", "DueDate", "SettledDate"))
        settled[row["customerID"]].append((sent, paid, math.log(max(1, (paid - sent).days) / (due - sent).days)))
    company = company_delay([[ratio for _, _, ratio in each] for each in settled.values()])

    inside = []
    for each in settled.values():
        for sent, _, ratio in each:
            mean, sd = lateness([earlier for _, paid, earlier in each if paid < sent], *company)
            inside.append(abs(ratio - mean) <= sd * ndtri(0.9))

    assert 0.77 <= np.mean(inside) <= 0.85  # seen .796
