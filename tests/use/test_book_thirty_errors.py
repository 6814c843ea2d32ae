"""A seller fills in a book with thirty mistakes, and is told all thirty at once."""

import datetime as dt
import io

import pytest
import xlsxwriter

from harehawk.book.read import read
from harehawk.book.sheets import SHEETS

TODAY = dt.date(2026, 11, 24)
FUTURE = dt.date(2026, 12, 24)

# sheet -> headings, then rows; a mistake is marked by the rule it breaks
BOOK = {
    "客户": [
        ["编号", "名称", "客户分级", "所属集团", "负责人", "付款等级"],
        ["C1", "江东电网", "重点", "", "李雷", "A"],
        ["C2", "江东供电", "战略级", "江东电网", "李雷", ""],  # 1 an unknown class
        ["C3", "西河水务", "", "西河水务", "韩梅", ""],  # 2 its own group
        ["C1", "南山医院", "", "", "韩梅", "D"],  # 3 an id used twice, 4 an unknown choice
    ],
    "岗位": [
        ["编号", "客户", "职务", "行政级别", "汇报给"],
        ["G1", "江东电网", "总经理", 1, "G2"],
        ["G2", "江东电网", "副总经理", 2, "G1"],  # 5 a circle
    ],
    "客户方人员": [
        ["编号", "姓名", "客户", "岗位", "职务", "禁止接触", "怎么见面合适"],
        ["P1", "赵刚", "江东电网", "G1", "总经理", "", ""],  # 6 a post and a title of his own
        ["P2", "王强", "江东电网", "", "信息科长", "", ""],
        ["P3", "王强", "江东供电", "", "采购", "", ""],
        ["P4", "专家甲", "", "", "", "是", "请客"],  # 7 a way to meet somebody out of reach
    ],
    "我方人员": [["姓名", "职能", "每月可用工时"], ["李雷", "销售", "约一百"], ["韩梅", "售钱", 120]],  # 8, 9
    "关系": [
        ["人员", "我方人员", "竞争对手", "关系深度"],
        ["P2", "李雷", "华兴", 2],  # 10 ours and a rival's at once
        ["P2", "", "", 1],  # 11 nobody's
        ["P3", "李雷", "", 5],  # 12 above the scale
    ],
    "商机": [
        ["名称", "客户", "负责人", "合同额（万元）", "毛利率", "预计签约", "公告日", "开标日", "决策方式"],
        # 13 the order of days, 14 no bodies
        ["调度系统", "江东电网", "李雷", 300, "20%", "2027-03-31", "2026-12-20", "2026-12-10", "逐级会审"],
        # 15 nobody of that name, 16 two numbers, 17 a short year
        ["巡检平台", "江东电网", "王芳", "200-300", 0.25, "27-3-31", "", "", ""],
        ["", "西河水务", "韩梅", 80, "", "", "", "", ""],  # 18 no name
    ],
    "采购组": [
        ["商机", "人员", "采购角色"],
        ["调度系统", "王强", "拍板人"],  # 19 two people
        ["调度系统", "P2", "技术把关"],  # 20 no choice, but nearly one
    ],
    "态度": [
        ["商机", "人员", "对谁", "态度", "证据等级", "来源", "得知日期"],
        ["调度系统", "P2", "华新", "支持", "转述", "李雷", "2026-11-01"],  # 21 not a rival, a near one
        ["调度系统", "P4", "", "支持", "当面确认", "李雷", "2026-11-01"],  # 22 a stance of somebody out of reach
    ],
    "证据": [
        ["商机", "评估项", "回答", "证据等级", "来源", "得知日期"],
        ["调度系统", "已立项", "是", "书面凭据", "", "2026-11-01"],  # 23 no source
        ["调度系统", "已立项", "不清楚", "猜测", "", "2026-11-01"],  # 24 unknown, or asked and not known
        ["调度系统", "预算够不够", "是", "猜测", "", "2026-11-01"],  # 25 no such criterion
        ["调度系统", "已立项", "是", "转述", "王科长", FUTURE],  # 26 in the future
        ["调度系统", "已立项", "是", "转述", "王科长，要给回扣", "2026-11-02"],  # 27 money to a person
    ],
    "竞争对手": [["商机", "竞争对手"], ["调度系统", "华兴"]],
    "收款": [
        ["商机", "节点", "月份", "占合同额", "金额"],
        ["调度系统", "首付款", 0, "60%", ""],
        ["调度系统", "验收款", 6, "60%", ""],  # 28 more than the contract
        ["巡检平台", "首付款", 0, "30%", 100000],  # 29 share and amount
    ],
    "决定": [["商机", "决定日期", "决定", "突破底线"], ["调度系统", "2026-11-20", "出击", "是"]],  # 30 no reason
}  # fmt: skip
MISTAKES = [
    ("客户", 3, "客户分级", "nothing_near"),
    ("客户", 4, "所属集团", "itself"),
    ("客户", 5, "编号", "duplicate"),
    ("客户", 5, "付款等级", "unknown_choice"),
    ("岗位", 3, "汇报给", "loop"),
    ("客户方人员", 2, "职务", "post_and_own"),
    ("客户方人员", 5, "怎么见面合适", "no_contact_met"),
    ("我方人员", 2, "每月可用工时", "not_a_number"),
    ("我方人员", 3, "职能", "unknown_choice_near"),
    ("关系", 2, "竞争对手", "two_relationships"),
    ("关系", 3, "我方人员", "whose_relationship"),
    ("关系", 4, "关系深度", "above"),
    ("商机", 2, "开标日", "days_out_of_order"),
    ("商机", 2, "决策方式", "chain_without_bodies"),
    ("商机", 3, "负责人", "nobody"),
    ("商机", 3, "合同额（万元）", "number_range"),
    ("商机", 3, "预计签约", "two_digit_year"),
    ("商机", 4, "名称", "required"),
    ("采购组", 2, "人员", "ambiguous"),
    ("采购组", 3, "采购角色", "unknown_choice_near"),
    ("态度", 2, "对谁", "not_a_rival_near"),
    ("态度", 3, "人员", "no_contact_stance"),
    ("证据", 2, "来源", "source_missing"),
    ("证据", 3, "回答", "unknown_or_asked"),
    ("证据", 4, "评估项", "nothing"),
    ("证据", 5, "得知日期", "in_the_future"),
    ("证据", 6, "来源", "money_to_a_person"),
    ("收款", 3, "占合同额", "payments_over"),
    ("收款", 4, "金额", "share_and_amount"),
    ("决定", 2, "理由", "reason_missing"),
]


@pytest.fixture(scope="module")
def reading():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for title, rows in BOOK.items():
            page = workbook.add_worksheet(title)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, dt.date):
                        page.write_datetime(number, place, cell, day)
                    elif cell != "":
                        page.write(number, place, cell)
    return read(target.getvalue(), "台账.xlsx", today=TODAY, language="zh")


def test_all_thirty_mistakes_are_told_at_once_and_nothing_else(reading):
    found = [(problem.sheet, problem.row, problem.column, problem.rule) for problem in reading.problems]

    assert len(MISTAKES) == 30
    assert sorted(found) == sorted(MISTAKES)


def test_they_come_in_the_order_of_the_sheets_and_rows(reading):
    titles = [sheet.words.zh for sheet in SHEETS]
    places = [(titles.index(problem.sheet), problem.row) for problem in reading.problems]

    assert places == sorted(places)


def test_each_says_what_is_wrong_and_the_way_out(reading):
    said = {(problem.sheet, problem.row, problem.column): problem.message(str) for problem in reading.problems}

    assert said["商机", 3, "负责人"] == "Nobody called 王芳 is in this book. Add them on sheet 我方人员."
    assert said["采购组", 2, "人员"] == (
        "王强 means 2 rows of sheet 客户方人员. Write one of these: 王强（江东供电）, 王强（江东电网）."
    )
    assert said["证据", 2, "来源"] == (
        "Name the source: who said it, or which document. Without one, change the grade from “书面凭据” to “猜测”."
    )
    assert said["采购组", 3, "采购角色"] == "“技术把关” is not one of the choices. Did you mean 技术把关人?"
