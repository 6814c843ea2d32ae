"""Ten projects copied from a plain spreadsheet are a book: the short form."""

import datetime as dt
import io

import pytest
import xlsxwriter

from harehawk.book.problems import FileProblem
from harehawk.book.read import read
from harehawk.book.template import template
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.organisation.group import Role

TODAY = dt.date(2026, 11, 24)
YES, NO, NOT_KNOWN = Answer.YES, Answer.NO, Answer.NOT_KNOWN
ALL_ANSWERED = (
    "need_explicit",
    "project_approved",
    "funds_enough",
    "needs_met",
    "shortlisted",
    "top_access",
    "coach_confirmed",
)
SHEET = """重点项目跟踪表（2026）
单位：万元
甲方,客户分级,项目名称,客户经理,预计金额,毛利率,预计签约时间,需求,资金,需求能满足,入围,见得到拍板人,教练,主要对手,听谁说的
江东电网,A,调度系统升级,李雷,320,20%,2027年3月,已立项,已落实,是,是,能,王工,华兴、蓝海,书面：预算批复〔2026〕18号
江东电网,,配网巡检平台,李雷,1.5亿,,,想法,没有,,,,,,赵处长
西河水务,重点,二期水厂自控,韩梅,,,2027-06-30,明确,在争取,,,否,没有,无,当面：钱总
南山医院,B,手术室数字化,韩梅,80,0.25,,明确,已落实,,,,,,
北岭地铁,战略,信号改造,周杰,5000,15%,2027/12/1,已立项,已落实,是,问过没答案,,有,自建,听说：设计院
东港发电,,锅炉优化,周杰,,,,,,,,,,,
东港发电,,煤场无人化,周杰,,,,,,,,,,,
南山医院,,档案室,韩梅,30,,,想法,,,,,,,
江东电网,,备件框架,李雷,200,,,,,,,,,,
西河水务,,调度系统升级,韩梅,150,,,,,,,,,华兴,
""".encode("gb18030")


def short(*rows):
    """Problems of a short form with these rows after customer, opportunity and owner, and the last two columns."""
    heading = "customer,class,opportunity,owner,coach,heard from,need\n"
    reading = read((heading + "\n".join(rows)).encode(), "deals.csv", today=TODAY)
    return [(one.row, one.column, one.rule) for one in reading.problems]


def test_ten_projects_of_a_plain_spreadsheet_become_a_book():
    reading = read(SHEET, "跟踪表.csv", today=TODAY, language="zh")
    book = reading.book

    assert (reading.problems, reading.warnings) == ((), ())
    assert [row.name for row in book.customers] == ["江东电网", "西河水务", "南山医院", "北岭地铁", "东港发电"]
    assert [row.customer_class for row in book.customers] == ["key", "key", "growth", "strategic", None]
    assert [row.name for row in book.colleagues] == ["李雷", "韩梅", "周杰"]
    assert len(book.opportunities) == 10
    first = book.opportunities[0]
    assert (first.amount, first.margin, first.expected_signature) == (3_200_000, 0.2, dt.date(2027, 3, 1))
    assert book.opportunities[1].amount == 150_000_000
    assert [row.rival for row in book.rivals] == ["华兴", "蓝海", "自建", "华兴"]


def test_its_answers_are_evidence_of_today_from_whom_the_last_column_names():
    book = read(SHEET, "跟踪表.csv", today=TODAY, language="zh").book
    known = {}
    for row in book.evidence:
        known.setdefault(row.opportunity, {})[row.criterion] = (row.answer, row.grade, row.source)
    budget = (Grade.RECORD, "预算批复〔2026〕18号")

    assert known["调度系统升级"] == dict.fromkeys(ALL_ANSWERED, (YES, *budget))
    assert known["配网巡检平台"] == {
        "need_explicit": (NO, Grade.SECOND_HAND, "赵处长"),
        "funds_enough": (NO, Grade.SECOND_HAND, "赵处长"),
    }
    assert known["二期水厂自控"]["funds_enough"] == (NOT_KNOWN, Grade.FIRST_HAND, "钱总")
    assert known["二期水厂自控"]["coach_confirmed"] == (NO, Grade.FIRST_HAND, "钱总")
    assert known["手术室数字化"]["need_explicit"] == (YES, Grade.GUESS, None)
    assert known["信号改造"]["shortlisted"] == (NOT_KNOWN, Grade.SECOND_HAND, "设计院")
    assert {row.learned_on for row in book.evidence} == {TODAY}


def test_a_coach_who_is_named_is_a_person_of_the_buying_group():
    book = read(SHEET, "跟踪表.csv", today=TODAY).book

    assert [(row.name, row.customer) for row in book.people] == [("王工", "江东电网")]
    assert [(row.opportunity, row.person, row.roles) for row in book.members] == [
        ("调度系统升级", "王工", (Role.COACH,))
    ]


def test_two_customers_may_have_projects_of_one_name():
    book = read(SHEET, "跟踪表.csv", today=TODAY).book

    assert [row.id for row in book.opportunities if row.name == "调度系统升级"] == [None, "调度系统升级（西河水务）"]


@pytest.mark.parametrize(
    ("heading", "amounts", "told"),
    [
        ("合同额", ("300", "80"), [("read_as_it_stands", 2)]),
        ("合同额", ("300万", "3200000"), []),
        ("合同额（万元）", ("300", "80"), []),
        ("合同额（元）", ("300", "80"), []),
    ],
)
def test_an_amount_too_small_to_be_a_contract_is_pointed_out(heading, amounts, told):
    rows = "".join(f"甲{number},项目{number},林,{amount}\n" for number, amount in enumerate(amounts))

    reading = read(f"客户,商机,负责人,{heading}\n{rows}".encode(), "a.csv", today=TODAY)

    assert [(one.rule, one.data["count"]) for one in reading.warnings] == told
    assert len(reading.book.opportunities) == 2


def test_what_does_not_fit_is_told_with_its_row():
    assert short(
        "ACME,key,Tower,Lin,,,",
        "ACME,growth,Bridge,Lin,,,",
        "Beta,,Tower,Lin,unknown,in person,",
        "Beta,,Tower,Lin,,,",
        ",,Road,Lin,,,perhaps",
    ) == [
        (3, "class", "one_class"),
        (4, "coach", "unknown_or_asked"),
        (4, "heard from", "heard_of_nobody"),
        (5, "opportunity", "opportunity_twice"),
        (6, "customer", "required"),
        (6, "need", "unknown_choice"),
    ]


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ("有,", "unknown_choice"),  # not 没有
        ("没落实,", "unknown_choice"),  # not 已落实
        ("unsecured,", "unknown_choice"),
        (",不明确", "unknown_choice"),
        ("以落实,", "unknown_choice_near"),
        (",approvd", "unknown_choice_near"),
    ],
)
def test_the_opposite_of_what_was_written_is_never_suggested(cells, rule):
    rows = f"客户,商机,负责人,资金,需求\n江东电网,调度系统,李雷,{cells}\n"
    [problem] = read(rows.encode(), "商机.csv", today=TODAY, language="zh").problems

    assert problem.rule == rule
    if rule == "unknown_choice":
        assert problem.data["choices"] in {"没有、在争取、已落实", "想法、明确、已立项"}


def test_the_template_of_the_short_form_has_fifteen_columns_and_is_read_as_one():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as made:
        page = made.add_worksheet("Sheet1")
        page.write_row(0, 0, ["customer", "class", "opportunity", "owner", "amount", "margin", "expected signature"])
        page.write_row(0, 7, ["need (idea / explicit / approved)", "money (none / sought / secured)", "needs met"])
        page.write_row(0, 10, ["shortlisted", "access to the decider", "coach", "main rival", "heard from"])
        page.write_row(1, 0, ["ACME", "", "Tower", "Lin"])

    reading = read(target.getvalue(), "a.xlsx", today=TODAY)

    assert (reading.problems, reading.warnings) == ((), ())
    assert reading.book.opportunities[0].owner == "Lin"
    for language in ("en", "zh"):
        empty = read(template(language, short=True), "short.xlsx", today=TODAY)
        assert (empty.problems, empty.warnings, empty.book.opportunities) == ((), (), ())


def test_a_notes_page_beside_the_short_form_is_named_and_left_out():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as made:
        made.add_worksheet("deals").write_row(0, 0, ["customer", "opportunity", "owner"])
        made.get_worksheet_by_name("deals").write_row(1, 0, ["ACME", "Tower", "Lin"])
        made.add_worksheet("scratch").write(0, 0, "call them")

    reading = read(target.getvalue(), "a.xlsx", today=TODAY)

    assert len(reading.book.opportunities) == 1
    assert [(one.sheet, one.rule) for one in reading.warnings] == [("scratch", "unknown_sheet")]


@pytest.mark.parametrize(
    ("headings", "problems", "warnings"),
    [
        (
            "客户,项目名,跟单人,合同额",
            [(1, "负责人", "column_missing")],
            [(1, "跟单人", "unknown_column")],
        ),
        (
            "客户,项目名,负则人,合同额",
            [(1, "负责人", "column_missing")],
            [(1, "负则人", "unknown_column_near")],
        ),
        (
            "人员,我方人员,亲疏,最近接触",
            [(1, "关系深度", "column_missing")],
            [(0, "", "unknown_sheet_near"), (1, "亲疏", "unknown_column")],
        ),
    ],
)
def test_a_list_that_is_nearly_right_is_told_which_column_it_lacks(headings, problems, warnings):
    reading = read(f"{headings}\n江东电网,调度系统,李雷,320万\n".encode(), "跟踪.csv", today=TODAY, language="zh")

    assert [(one.row, one.column, one.rule) for one in reading.problems] == problems
    assert [(one.row, one.column, one.rule) for one in reading.warnings] == warnings


@pytest.mark.parametrize("headings", ["姓名,职能,团队", "菜名,价格,厨师"])
def test_a_list_that_lacks_its_title_or_everything_is_told_the_names_of_sheets(headings):
    with pytest.raises(FileProblem) as refused:
        read(f"{headings}\n李雷,销售,华东\n".encode(), "跟踪.csv", today=TODAY, language="zh")

    assert refused.value.rule == "nothing_known"
