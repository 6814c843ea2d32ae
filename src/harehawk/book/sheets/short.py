"""The one sheet of the short form."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.schema import Kind, column, sheet
from harehawk.book.sheets.also_called import AMOUNT, CUSTOMER, MARGIN, OPPORTUNITY, OWNER, SIGNATURE
from harehawk.book.sheets.choices import ANSWERS, CLASS_NOTE, TRIAGE_MONEY, TRIAGE_NEEDS, TriageMoney, TriageNeed
from harehawk.book.titles import SHORT_FORM
from harehawk.engine.gates.cases import Answer


@dataclass(frozen=True, kw_only=True)
class ShortRow:
    customer: str = column(Kind.TEXT, "customer", "客户", *CUSTOMER, required=True)
    customer_class: str | None = column(
        Kind.REFERENCE,
        "class",
        "客户分级",
        "customer class",
        "分级",
        "ABC",
        "tier",
        refers="classes",
        note=CLASS_NOTE,
    )
    opportunity: str = column(Kind.TEXT, "opportunity", "商机", "name", *OPPORTUNITY, required=True)
    owner: str = column(Kind.TEXT, "owner", "负责人", "sales", "销售", *OWNER, required=True)
    amount: float | None = column(
        Kind.MONEY,
        "amount",
        "合同额",
        *AMOUNT,
        low=1,
        contract=True,
        note=("3000000, 3m or 300万. Empty: that of the class is assumed.", "3000000、300万都行。空着按分级缺省。"),
    )
    margin: float | None = column(
        Kind.SHARE,
        "margin",
        "毛利率",
        *MARGIN,
        low=-1,
        high=1,
        note=("20% or 0.2; 20 is read as 20%.", "20%或0.2；写20按20%算。"),
    )
    expected_signature: dt.date | None = column(Kind.DAY, "expected signature", "预计签约", *SIGNATURE)
    need: TriageNeed | None = column(
        Kind.CHOICE, "need", "需求", "需求状态", choices=TRIAGE_NEEDS
    )
    money: TriageMoney | None = column(
        Kind.CHOICE, "money", "资金", "预算", "资金状态", choices=TRIAGE_MONEY
    )
    needs_met: Answer | None = column(
        Kind.CHOICE, "needs met", "需求能满足", "能否满足需求", "必须的需求都能满足", choices=ANSWERS
    )
    shortlisted: Answer | None = column(
        Kind.CHOICE, "shortlisted", "入围", "已入围", "是否入围", "在库或入围", choices=ANSWERS
    )
    top_access: Answer | None = column(
        Kind.CHOICE,
        "access to the decider",
        "见得到拍板人",
        "access to decider",
        "能否见到拍板人",
        "能见拍板人",
        choices=ANSWERS,
    )
    coach: str | None = column(
        Kind.TEXT,
        "coach",
        "教练",
        "有没有教练",
        "内线",
        note=("Yes, no, or the name of the coach.", "有、没有，或者写名字。"),
    )
    rival: str | None = column(
        Kind.TEXT,
        "main rival",
        "主要对手",
        "main competitor",
        "competitor",
        "rival",
        "竞争对手",
        "主要竞争对手",
        "友商",
        note=("Several separated by ; or 、", "多个用、或；分开。"),
    )
    heard_from: str | None = column(
        Kind.TEXT,
        "heard from",
        "听谁说的",
        "source",
        "来源",
        "信息来源",
        note=(
            "The source of this row's answers; a grade may come first, for example “record: budget approval”. Without a grade it is second-hand; empty is a guess.",
            "这一行各项判断的来源；前面可写证据等级，例如“书面：预算批复”“当面：王总”。不写等级按转述，空着按猜测。",
        ),
    )


SHORT = sheet(
    ShortRow,
    "short",
    SHORT_FORM,
    (
        "One row for each opportunity. Customer, opportunity and owner are enough; everything else is assumed and becomes a question.",
        "一行一个商机。只要客户、商机、负责人就能判断，其余按缺省假设，并列为待查问题。",
    ),
)
