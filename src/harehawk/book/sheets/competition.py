"""Rivals and how we compare, published tender points, contract routes."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.schema import Kind, Words, column, sheet
from harehawk.book.sheets.also_called import OPPORTUNITY, RIVAL
from harehawk.book.sheets.choices import (
    CONTRACT_ROUTES,
    FACTORS_,
    GRADES,
    OURSELVES,
    PRICE_FORMULAS,
    RIVAL_KINDS,
    PriceFormula,
    RivalKind,
    Route,
)  # fmt: skip
from harehawk.engine.common import Factor, Grade


@dataclass(frozen=True, kw_only=True)
class RivalRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    rival: str = column(Kind.TEXT, "rival", "竞争对手", *RIVAL, required=True)
    kind: RivalKind | None = column(Kind.CHOICE, "kind", "类别", choices=RIVAL_KINDS, note=("Competitor if empty. Doing nothing may be listed; gate 1 measures it.", "空着按竞争对手。“不做”可以列出，由第一关衡量。"))
    incumbent: bool | None = column(Kind.YES_NO, "incumbent", "现有供应商")
    note: str | None = column(Kind.TEXT, "note", "备注")


@dataclass(frozen=True, kw_only=True)
class FactorRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    rival: str = column(Kind.TEXT, "rival", "竞争对手", *RIVAL, required=True)
    factor: Factor = column(Kind.CHOICE, "factor", "竞争要素", choices=FACTORS_, required=True)
    advantage: int = column(Kind.WHOLE, "our advantage", "我方优势", "advantage", low=-2, high=2, required=True, note=("-2 they lead clearly, 0 even, 2 we lead clearly. No row: unknown.", "−2对方明显占优，0相当，2我方明显占优。不写这行就是不知道。"))
    grade: Grade | None = column(Kind.CHOICE, "grade", "证据等级", choices=GRADES)
    source: str | None = column(Kind.TEXT, "source", "来源")
    learned_on: dt.date | None = column(Kind.DAY, "learned on", "得知日期", "date", "日期", fact_day=True)


@dataclass(frozen=True, kw_only=True)
class TenderPointRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    item: str = column(Kind.TEXT, "item", "评分项", required=True)
    party: str | None = column(Kind.TEXT, "bidder", "投标方", "party", "rival", "竞争对手", known=OURSELVES, note=("Empty: us.", "空着：我方。"))
    maximum: float | None = column(Kind.NUMBER, "points", "分值", low=0)
    price_formula: PriceFormula | None = column(Kind.CHOICE, "price formula", "价格分算法", choices=PRICE_FORMULAS)
    cut: float | None = column(Kind.SHARE, "cut of the base", "基准价下浮", low=0, high=1)
    subjective: bool | None = column(Kind.YES_NO, "subjective", "主观项")
    low: float | None = column(Kind.NUMBER, "low", "最低")
    likely: float | None = column(Kind.NUMBER, "likely", "最可能")
    high: float | None = column(Kind.NUMBER, "high", "最高")


@dataclass(frozen=True, kw_only=True)
class RouteRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    contractor: str = column(Kind.TEXT, "contractor", "总包/集成商", required=True)
    route: Route | None = column(Kind.CHOICE, "contract route", "签约路径", choices=CONTRACT_ROUTES)
    contractor_wins: float | None = column(Kind.SHARE, "contractor wins", "它中标的可能", low=0, high=1)
    we_are_inside: float | None = column(Kind.SHARE, "we are inside", "我们在里面的可能", low=0, high=1)
    back_to_back_days: float | None = column(Kind.NUMBER, "back-to-back days", "背靠背天数", low=0)


RIVALS = sheet(RivalRow, "rivals", Words("Rivals", "竞争对手", ("competitors", "友商")), ("Other ways for the customer to meet the need; two bids of one vendor are one rival.", "客户满足需求的其他途径；同一厂商的两份标是一个对手。"), ("opportunity", "rival"))
FACTORS = sheet(FactorRow, "factors", Words("Factors", "竞争要素"), ("How we compare with a rival, factor by factor. The relationship is computed from the stances.", "逐项与对手比较。客户关系由态度算出，不在这里填。"), ("opportunity", "rival", "factor"))
TENDER_POINTS = sheet(TenderPointRow, "tender_points", Words("Tender points", "评分项", ("评分办法",)), ("Published points of a tender, for us and for each rival.", "公布的评分办法，我方和各对手的得分。"), ("opportunity", "item", "party"))
ROUTES = sheet(RouteRow, "routes", Words("Contract routes", "签约路径", ("routes",)), ("Contractors through whom we may sell.", "可能通过谁签约。"), ("opportunity", "contractor"))
