"""Headings as sales people write them, and no heading that means two columns."""

from collections import Counter

import pytest

from harehawk.book.headings import meanings
from harehawk.book.sheets import SHEET, SHEETS
from harehawk.book.sheets.short import SHORT
from harehawk.book.words import fold, spellings

OPPORTUNITIES, RIVALS, PEOPLE, PAYMENTS = (SHEET[key] for key in ("opportunities", "rivals", "people", "payments"))
MEANT = {
    "amount": "合同金额 项目金额 预算金额 预计金额 金额;deal value;contract value;contract amount;amount",
    "customer": "客户名称;account name;customer name",
    "owner": "负责人 销售负责人 客户经理",
    "expected_signature": "预计签约时间 预计签约日期 预计成交日期;close date;expected close date",
    "margin": "毛利 毛利率",
}
NAME = "项目名称 项目名 商机名称;opportunity name;deal name"
RIVAL = "竞争对手 主要竞争对手 主要对手;competitor"


def written(line):
    return [word for part in line.split(";") for word in ([part] if part.isascii() else part.split())]


ALL = [
    *((sheet, key, word) for sheet in (OPPORTUNITIES, SHORT) for key, line in MEANT.items() for word in written(line)),
    *((OPPORTUNITIES, "name", word) for word in written(NAME)),
    *((SHORT, "opportunity", word) for word in written(NAME)),
    *((SHORT, "rival", word) for word in written(RIVAL)),
    *((RIVALS, "rival", word) for word in written(RIVAL)),
    *((RIVALS, "opportunity", word) for word in written(NAME)),
    (PEOPLE, "name", "联系人"),
    (PEOPLE, "title", "职位"),
    (PAYMENTS, "days", "账期"),
]


@pytest.mark.parametrize(("sheet", "key", "heading"), ALL, ids=lambda one: one if isinstance(one, str) else one.key)
def test_a_heading_that_sales_people_write_means_its_column(sheet, key, heading):
    assert meanings(sheet)[fold(heading)].key == key


@pytest.mark.parametrize("sheet", [*SHEETS, SHORT], ids=lambda sheet: sheet.key)
def test_no_heading_is_claimed_twice_on_one_sheet(sheet):
    claimed = Counter(fold(word) for column in sheet.columns for word in spellings(column.words))

    assert [word for word, times in claimed.items() if times > 1] == []
