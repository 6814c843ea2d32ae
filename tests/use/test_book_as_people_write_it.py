"""Sheets as offices write them: titles above, merged headings, units, dates, letters and separators of all kinds."""

import datetime as dt
import io
import zipfile

import pytest
import xlsxwriter

from harehawk.book.read import read
from harehawk.book.sheets.choices import CustomerType, Scope
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.organisation.group import Role

TODAY = dt.date(2026, 11, 24)
DEAL = {"customers": [{"name": "ACME"}], "colleagues": [{"name": "Lin"}]}


def workbook(**sheets):
    """A workbook of these sheets; a cell is a value, a day, or a formula with its result."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as made:
        day = made.add_format({"num_format": "yyyy/m/d"})
        for title, rows in sheets.items():
            page = made.add_worksheet(title)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, dt.date):
                        page.write_datetime(number, place, cell, day)
                    elif isinstance(cell, tuple):
                        page.write_formula(number, place, cell[0], None, cell[1])
                    elif cell is not None:
                        page.write(number, place, cell)
    return target.getvalue()


def opportunity(**cells):
    """The one opportunity of a book in JSON, and its problems and warnings."""
    import json

    row = {"name": "Tower", "customer": "ACME", "owner": "Lin"} | cells
    reading = read(json.dumps(DEAL | {"opportunities": [row]}).encode(), "deal.json", today=TODAY)
    return reading.book.opportunities[0] if reading.book.opportunities else None, reading


def told(reading):
    return [(problem.sheet, problem.row, problem.column, problem.rule) for problem in reading.problems]


def test_a_title_a_unit_and_headings_merged_over_two_rows_are_understood():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as made:
        made.add_worksheet("客户").write_column(0, 0, ["客户名称", "江东电网"])
        made.add_worksheet("我方人员").write_column(0, 0, ["姓名", "李雷"])
        page = made.add_worksheet("商机")
        page.merge_range("B2:I2", "2026年商机台账")
        page.merge_range("B3:I3", "单位：万元")
        page.merge_range("B5:B6", "项目名称")
        page.merge_range("C5:C6", "甲方")
        page.merge_range("D5:D6", "客户经理")
        page.merge_range("F5:G5", "商务条件")
        page.write_row("F6", ["合同额", "毛利率(%)"])
        page.merge_range("H5:H6", "预计签约日*")
        page.write_row(
            "B8", ["调度系统", "江东电网", "李雷", None, 320, 0.18, dt.date(2027, 3, 31).toordinal() - 693594]
        )

    reading = read(target.getvalue(), "a.xlsx", today=TODAY)

    assert (reading.problems, reading.warnings) == ((), ())
    [row] = reading.book.opportunities
    assert (row.name, row.amount, row.margin, row.expected_signature) == (
        "调度系统",
        3_200_000,
        0.18,
        dt.date(2027, 3, 31),
    )


def test_the_unit_of_a_merged_heading_holds_for_the_amounts_below_it():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as made:
        made.add_worksheet("客户").write_column(0, 0, ["名称", "江东"])
        made.add_worksheet("我方人员").write_column(0, 0, ["姓名", "李"])
        page = made.add_worksheet("商机")
        for place, heading in enumerate(["名称", "客户", "负责人"]):
            page.merge_range(0, place, 1, place, heading)
        page.merge_range("D1:E1", "金额（万元）")
        page.write_row("D2", ["合同额", "毛利率"])
        page.write_row("A3", ["甲", "江东", "李", 300, 0.2])

    [row] = read(target.getvalue(), "a.xlsx", today=TODAY).book.opportunities

    assert (row.amount, row.margin) == (3_000_000, 0.2)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("300万", 3e6),
        ("300w", 3e6),
        ("1.2亿", 1.2e8),
        ("1亿2000万", 1.2e8),
        ("3.5m", 3.5e6),
        ("500k", 5e5),
        ("¥1,234,567.50", 1234567.5),
        ("１２３４５", 12345),
        ("1，234，567", 1234567),
        ("1,2345,6789", 123456789),
        ("1亿 2,000万", 1.2e8),
        ("300万元", 3e6),
        ("RMB 2 million", 2e6),
        ("1 234 567", 1234567),
        ("人民币80万元", 8e5),
        (3200000, 3.2e6),
        ("5百万", 5e6),
    ],
)
def test_amounts_are_read_as_people_write_them(cell, amount):
    assert opportunity(amount=cell)[0].amount == amount


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("200-300万", "number_range"),
        ("约300万", "not_money"),
        ("$300", "other_currency"),
        ("300美元", "other_currency"),
        ("1234,5", "decimal_comma"),
        ("1,2345", "decimal_comma"),
        ("4,0,0", "misgrouped"),
        ("4 0 0", "misgrouped"),
        ("12,34,567", "misgrouped"),
        ("1234,567,890", "misgrouped"),
        ("1,2万", "misgrouped"),
        ("1.234.567,89", "decimal_comma"),
        ("abc", "not_money"),
        ("待定", "says_nothing"),
        ("TBD", "says_nothing"),
        (0.5, "below"),
        ("99999999亿", "number_too_large"),
        (True, "not_money"),
    ],
)
def test_amounts_that_can_mean_two_things_are_asked_back(cell, rule):
    row, reading = opportunity(amount=cell)

    assert row is None
    assert told(reading) == [("opportunities", 1, "amount", rule)]


@pytest.mark.parametrize("cell", ["20%", "20 ％", 0.2, "0.2", 20, "20"])
def test_a_margin_of_twenty_per_cent_may_be_written_in_six_ways(cell):
    assert opportunity(margin=cell)[0].margin == 0.2


def test_whole_per_cent_without_a_sign_is_pointed_out_and_never_mixed_with_fractions():
    rows = [
        ["名称", "客户", "负责人", "毛利率"],
        ["甲", "江东", "李", 20],
        ["乙", "江东", "李", 15],
        ["丙", "江东", "李", 0.5],
    ]
    reading = read(workbook(客户=[["名称"], ["江东"]], 我方人员=[["姓名"], ["李"]], 商机=rows), "a.xlsx", today=TODAY)

    assert told(reading) == [("商机", 4, "毛利率", "mixed_per_cent")]
    assert [(one.row, one.rule) for one in reading.warnings] == [(2, "read_as_per_cent")]


@pytest.mark.parametrize("heading", ["毛利率(%)", "margin (%)", "毛利率（％）"])
def test_written_numbers_under_a_heading_with_a_per_cent_sign_are_whole_per_cent(tmp_path, heading):
    (tmp_path / "客户.csv").write_text("名称\n江东\n")
    (tmp_path / "我方人员.csv").write_text("姓名\n李\n")
    rows = [f"名称,客户,负责人,{heading}", "甲,江东,李,0.8", "乙,江东,李,20", "丙,江东,李,20%"]
    (tmp_path / "商机.csv").write_text("\n".join(rows))

    reading = read(tmp_path, "folder", today=TODAY)

    assert [row.margin for row in reading.book.opportunities] == [0.008, 0.2, 0.2]
    assert (reading.problems, reading.warnings) == ((), ())


def test_a_spreadsheet_number_that_may_be_shown_as_per_cent_is_asked_back_next_to_whole_per_cent():
    rows = [["名称", "客户", "负责人", "毛利率(%)"], ["甲", "江东", "李", 20], ["乙", "江东", "李", 0.2]]
    reading = read(workbook(客户=[["名称"], ["江东"]], 我方人员=[["姓名"], ["李"]], 商机=rows), "a.xlsx", today=TODAY)

    assert told(reading) == [("商机", 3, "毛利率(%)", "mixed_per_cent")]
    assert reading.warnings == ()


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-05",
        "2026/3/5",
        "2026.3.5",
        "2026年3月5日",
        "２０２６年３月５日",
        "20260305",
        46086,
        "46086",
        "5 March 2026",
        "Mar 5, 2026",
        "2026-03-05 14:30",
        "2026-03-05T00:00:00",
    ],
)
def test_a_day_may_be_written_in_many_ways(cell):
    assert opportunity(expected_signature=cell)[0].expected_signature == dt.date(2026, 3, 5)


def test_a_month_is_its_first_day_and_a_clear_order_of_day_and_month_is_understood():
    written = {
        "2026年12月": (2026, 12, 1),
        "2026-12": (2026, 12, 1),
        "24/11/2026": (2026, 11, 24),
        "11/24/2026": (2026, 11, 24),
    }

    for cell, day in written.items():
        assert opportunity(expected_signature=cell)[0].expected_signature == dt.date(*day)


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("26-11-24", "two_digit_year"),
        ("26年3月5日", "two_digit_year"),
        ("26年12月", "two_digit_year"),
        ("05/11/2026", "day_or_month"),
        ("2026-02-30", "no_such_day"),
        ("明年", "not_a_day"),
        ("1926-11-24", "day_out_of_range"),
        (12, "day_out_of_range"),
    ],
)
def test_a_day_that_can_mean_two_is_asked_back(cell, rule):
    assert told(opportunity(expected_signature=cell)[1]) == [("opportunities", 1, "expected_signature", rule)]


def test_choices_and_lists_are_read_in_both_languages_with_their_aliases():
    reading = read(
        workbook(
            customers=[["Account", "type"], ["ACME", "国企"], ["Beta", "Foreign"]],
            colleagues=[["name"], ["Lin"]],
            people=[["contact", "account"], ["Zhao", "acme"]],
            deals=[["project", "甲方", "owner"], ["Tower", "ACME", "Lin"]],
            决策链=[["商机", "联系人", "角色", "scope"], ["Tower", "Zhao", "EB、教练/使用部门", "技术；overall"]],
        ),
        "a.xlsx",
        today=TODAY,
    )

    assert reading.problems == ()
    assert [row.customer_type for row in reading.book.customers] == [CustomerType.STATE_OWNED, CustomerType.FOREIGN]
    [member] = reading.book.members
    assert member.roles == (Role.DECIDER, Role.COACH, Role.USER)
    assert member.scopes == (Scope.TECHNOLOGY, Scope.OVERALL)


def test_what_is_not_read_is_named_with_the_nearest_known_name():
    reading = read(
        workbook(customers=[["name", "clas", "colour"], ["ACME", "key", "blue"]], custmers=[["x"]], drawing=[["y"]]),
        "a.xlsx",
        today=TODAY,
    )

    assert reading.problems == ()
    assert [(one.sheet, one.column, one.rule) for one in reading.warnings] == [
        ("customers", "clas", "unknown_column_near"),
        ("customers", "colour", "unknown_column"),
        ("custmers", "", "unknown_sheet_near"),
        ("drawing", "", "unknown_sheet"),
    ]
    assert reading.warnings[2].message(str).endswith("Did you mean Customers?")


def test_hidden_sheets_are_read_and_failed_formulas_are_told():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as made:
        made.add_worksheet("notes")
        page = made.add_worksheet("customers")
        page.write_row(0, 0, ["name", "industry"])
        page.write_row(1, 0, ["ACME"])
        page.write_formula(1, 1, "=VLOOKUP(1,A1:A1,1)", None, "#N/A")
        page.hide()

    reading = read(target.getvalue(), "a.xlsx", today=TODAY)

    assert told(reading) == [("customers", 2, "industry", "formula_error")]
    assert ("customers", "hidden_sheet") in [(one.sheet, one.rule) for one in reading.warnings]


def test_a_needed_column_that_is_absent_is_told_once_and_one_that_stands_twice_too():
    rows = [["name", "customer", "客户"], ["Tower", "ACME", "ACME"], ["Bridge", "ACME", "ACME"]]
    reading = read(workbook(customers=[["name"], ["ACME"]], opportunities=rows), "a.xlsx", today=TODAY)

    assert told(reading) == [
        ("opportunities", 1, "客户", "column_twice"),
        ("opportunities", 1, "owner", "column_missing"),
    ]


CSV = "名称;客户分级;备注\r\n江东电网;重点;电力；华东\r\n\r\n西河水务;普通;\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_in_the_letters_and_with_the_separator_it_was_saved_in(encoding, separator):
    reading = read(CSV.replace(";", separator).encode(encoding), "客户.csv", today=TODAY)

    assert reading.problems == ()
    assert [(row.name, row.customer_class, row.note) for row in reading.book.customers] == [
        ("江东电网", "key", "电力；华东"), ("西河水务", "standard", None),
    ]  # fmt: skip


def test_a_folder_is_read_with_excels_own_first_line_and_other_files_are_named(tmp_path):
    (tmp_path / "客户.csv").write_bytes(b"sep=;\r\n" + CSV.encode("gbk"))
    (tmp_path / "notes.docx").write_bytes(b"x")

    reading = read(tmp_path, "folder", today=TODAY)

    assert [row.name for row in reading.book.customers] == ["江东电网", "西河水务"]
    assert [one.rule for one in reading.warnings] == ["file_not_read"]


def test_a_zip_of_a_chinese_windows_is_read_whose_names_are_in_gbk():
    name = "台账/客户.csv"
    stand_in = "x" * len(name.encode("gbk"))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr(stand_in, CSV.encode("gbk"))
        packed.writestr("__MACOSX/._x.csv", b"\0\0")

    reading = read(target.getvalue().replace(stand_in.encode(), name.encode("gbk")), "a.zip", today=TODAY)

    assert [row.name for row in reading.book.customers] == ["江东电网", "西河水务"]
    assert reading.warnings == ()


def test_json_keeps_types_and_says_where_it_is_wrong():
    row, reading = opportunity(margin=0.2, shortlist_closed=True, note="=1+1")
    assert (row.margin, row.shortlist_closed, row.note, reading.problems) == (0.2, True, "=1+1", ())

    with pytest.raises(Exception, match="line 1, column 2"):
        read(b"{not json", "a.json", today=TODAY)


def test_names_are_told_apart_by_their_customer_and_posts_by_that_of_their_row():
    book = {
        "customers": [["id", "name"], ["A", "江东"], ["B", "西河"]],
        "posts": [
            ["id", "customer", "title", "reports to"],
            ["1", "江东", "总经理", None], ["2", "西河", "总经理", None], ["3", "西河", "科长", "总经理"],
        ],
        "people": [["id", "name", "customer", "post"], ["P", "王强", "江东", "总经理"], ["Q", "王强", "西河", "科长"]],
        "colleagues": [["name"], ["李"]],
        "relationships": [
            ["person", "colleague", "closeness"],
            ["王强（西河）", "李", 2], ["P", "李", 1], ["王 强(江东)", "李", 0],
        ],
    }  # fmt: skip
    reading = read(workbook(**book), "a.xlsx", today=TODAY)

    assert [post.reports_to for post in reading.book.posts] == [None, None, "2"]
    assert [person.post for person in reading.book.people] == ["1", "3"]
    assert [one.person for one in reading.book.relationships] == ["Q", "P", "P"]
    assert told(reading) == [("relationships", 4, "colleague", "duplicate")]


def test_evidence_names_a_criterion_by_its_code_or_its_statement_in_either_language():
    rows = [
        ["opportunity", "criterion", "answer", "grade", "source", "learned on"],
        ["Tower", "qualified", "yes", "record", "licence", "2026-11-01"],
        ["Tower", "已立项", "√", "当面", "赵总", dt.date(2026, 11, 2)],
        ["Tower", "The need is explicit and written down", "问过没答案", "guess", None, "2026-11-03"],
    ]
    sheets = {
        "customers": [["name"], ["ACME"]],
        "colleagues": [["name"], ["Lin"]],
        "opportunities": [["name", "customer", "owner"], ["Tower", "ACME", "Lin"]],
    }
    reading = read(workbook(**sheets, evidence=rows), "a.xlsx", today=TODAY)

    assert reading.problems == ()
    assert [(one.criterion, one.answer, one.grade) for one in reading.book.evidence] == [
        ("qualified", Answer.YES, Grade.RECORD),
        ("project_approved", Answer.YES, Grade.FIRST_HAND),
        ("need_explicit", Answer.NOT_KNOWN, Grade.GUESS),
    ]


def test_marks_that_turn_a_text_around_are_not_read():
    row, reading = opportunity(name="To\u202ewer \u2066north\u2069")

    assert not reading.problems
    assert row.name == "Tower north"
