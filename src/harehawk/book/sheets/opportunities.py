"""Signals, and the opportunities that some of them become."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.schema import Kind, Words, column, sheet
from harehawk.book.sheets.also_called import AMOUNT, CUSTOMER, MARGIN, OPPORTUNITY, OWNER, SIGNATURE
from harehawk.book.sheets.choices import (
    CONTRACT_ROUTES,
    PROCUREMENTS,
    RULES,
    TRIAGE_MONEY,
    TRIAGE_NEEDS,
    Procurement,
    Route,
    TriageMoney,
    TriageNeed,
)  # fmt: skip
from harehawk.engine.organisation.group import Rule


@dataclass(frozen=True, kw_only=True)
class SignalRow:
    id: str = column(Kind.TEXT, "id", "编号", "signal id", "线索编号", required=True)
    text: str = column(Kind.TEXT, "what was heard", "内容", "signal", "lead", "线索", "销售信息", required=True)
    customer: str | None = column(Kind.REFERENCE, "customer", "客户", *CUSTOMER, refers="customers")
    received_on: dt.date | None = column(Kind.DAY, "received on", "收到日期", "date", "日期", fact_day=True)
    source: str | None = column(Kind.TEXT, "source", "来源")
    need: TriageNeed | None = column(Kind.CHOICE, "need", "需求", choices=TRIAGE_NEEDS)
    money: TriageMoney | None = column(Kind.CHOICE, "money", "资金", choices=TRIAGE_MONEY)
    owner: str | None = column(Kind.REFERENCE, "owner", "负责人", *OWNER, refers="colleagues")
    look_again_on: dt.date | None = column(Kind.DAY, "look again on", "再看日期")
    dropped_because: str | None = column(Kind.TEXT, "dropped because", "不跟的理由")
    opportunity: str | None = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities")


@dataclass(frozen=True, kw_only=True)
class OpportunityRow:
    id: str | None = column(Kind.TEXT, "id", "编号", "opportunity id", "商机编号", "项目编号", note=("A stable number of your own. Empty: the name serves.", "自己系统里的固定编号。空着就用名称。"))
    name: str = column(Kind.TEXT, "name", "名称", "opportunity", "商机", *OPPORTUNITY, required=True)
    customer: str = column(Kind.REFERENCE, "customer", "客户", *CUSTOMER, refers="customers", required=True)
    owner: str = column(Kind.REFERENCE, "owner", "负责人", *OWNER, refers="colleagues", required=True)
    amount: float | None = column(Kind.MONEY, "amount", "合同额", *AMOUNT, low=1, contract=True)
    margin: float | None = column(Kind.SHARE, "margin", "毛利率", *MARGIN, low=-1, high=1)
    expected_signature: dt.date | None = column(Kind.DAY, "expected signature", "预计签约", *SIGNATURE)
    found_on: dt.date | None = column(Kind.DAY, "found on", "立为商机日", "created", "创建日期", fact_day=True)
    procurement_method: Procurement | None = column(Kind.CHOICE, "procurement method", "采购方式", choices=PROCUREMENTS)
    shortlist_closed: bool | None = column(Kind.YES_NO, "shortlist closed", "短名单已定", note=("Yes only with the document in hand: nobody else can bid any more.", "手里有文件才填是：不会再有别家参与。"))
    notice_on: dt.date | None = column(Kind.DAY, "notice on", "公告日")
    opening_on: dt.date | None = column(Kind.DAY, "bid opening on", "开标日")
    award_on: dt.date | None = column(Kind.DAY, "award on", "定标日")
    decision_rule: Rule | None = column(Kind.CHOICE, "decision rule", "决策方式", choices=RULES)
    quota: float | None = column(Kind.NUMBER, "quota", "通过票数", low=0, note=("A vote passes when the weights in favour exceed it. Empty: half.", "赞成权重超过它才通过。空着按一半。"))
    contract_route: Route | None = column(Kind.CHOICE, "contract route", "签约路径", choices=CONTRACT_ROUTES)
    note: str | None = column(Kind.TEXT, "note", "备注", "notes")


SIGNALS = sheet(SignalRow, "signals", Words("Signals", "线索", ("leads", "销售信息")), ("Raw pieces of sales information, not yet opportunities.", "还不是商机的原始信息。"), ("id",))
OPPORTUNITIES = sheet(OpportunityRow, "opportunities", Words("Opportunities", "商机", ("deals", "projects", "项目", "销售机会")), ("Needs that may be bought. Only name, customer and owner are needed.", "可能要买的需求。必填的只有名称、客户、负责人。"), ("id",))
