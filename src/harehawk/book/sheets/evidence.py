"""Evidence on the criteria, the customer's needs, and what we can meet them with."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.schema import Kind, Words, column, sheet
from harehawk.book.sheets.also_called import OPPORTUNITY
from harehawk.book.sheets.choices import (
    ANSWERS,
    DIRECTIONS,
    FITS,
    GRADES,
    NEED_WEIGHTS,
    OFFERING_KINDS,
    SCOPES,
    Direction,
    NeedWeight,
    OfferingKind,
    Scope,
)  # fmt: skip
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.worth.deal import Fit


@dataclass(frozen=True, kw_only=True)
class EvidenceRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    criterion: str = column(Kind.REFERENCE, "criterion", "评估项", "question", "问题", refers="criteria", required=True)
    answer: Answer = column(Kind.CHOICE, "answer", "回答", "yes/no", "是否", choices=ANSWERS, required=True)
    grade: Grade = column(Kind.CHOICE, "grade", "证据等级", choices=GRADES, required=True)
    source: str | None = column(Kind.TEXT, "source", "来源", "said by", "谁说的", note=("Who said it, or which document. Needed unless it is a guess.", "谁说的，或哪份文件。不是猜测就必须写。"))
    learned_on: dt.date = column(Kind.DAY, "learned on", "得知日期", "date", "日期", required=True, fact_day=True)
    recorded_by: str | None = column(Kind.REFERENCE, "recorded by", "记录人", "author", refers="colleagues")
    document: str | None = column(Kind.TEXT, "document", "文件", "link", "链接")
    sealed: bool | None = column(Kind.YES_NO, "sealed", "密封")


@dataclass(frozen=True, kw_only=True)
class NeedRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    need: str = column(Kind.TEXT, "need", "需求", "requirement", required=True)
    weight: NeedWeight | None = column(Kind.CHOICE, "must or want", "必须/想要", "importance", "重要性", choices=NEED_WEIGHTS, note=("Must if empty.", "空着按必须。"))
    scope: Scope | None = column(Kind.CHOICE, "scope", "负责范围", choices=SCOPES)
    fit: Fit | None = column(Kind.CHOICE, "fit", "满足方式", choices=FITS)
    offering: str | None = column(Kind.REFERENCE, "offering", "我方能力", refers="offerings")
    provider: str | None = column(Kind.TEXT, "provider", "提供方", "partner", "合作方", note=("Of partner, buy and build: who fills the gap.", "合作、外购、自研时：由谁补上。"))
    needed_on: dt.date | None = column(Kind.DAY, "needed on", "需要日期")
    available_on: dt.date | None = column(Kind.DAY, "available on", "可提供日期")
    closing_cost: float | None = column(Kind.MONEY, "cost of closing the gap", "补缺成本", low=0)
    closing_month: int | None = column(Kind.WHOLE, "month of that cost", "补缺成本月份", low=0, high=240, note=("Months from signature.", "签约后第几个月。"))
    source: str | None = column(Kind.TEXT, "source", "来源")


@dataclass(frozen=True, kw_only=True)
class OfferingRow:
    id: str | None = column(Kind.TEXT, "id", "编号")
    name: str = column(Kind.TEXT, "name", "名称", "offering", "我方能力", required=True)
    kind: OfferingKind | None = column(Kind.CHOICE, "kind", "类别", choices=OFFERING_KINDS)
    direction: Direction | None = column(Kind.CHOICE, "direction", "今年方向", choices=DIRECTIONS)
    note: str | None = column(Kind.TEXT, "note", "备注")


EVIDENCE = sheet(EvidenceRow, "evidence", Words("Evidence", "证据"), ("Dated facts for or against a criterion, never overwritten. Of one day the lower row was recorded last.", "对评估项的事实，带日期，不覆盖。同一天的以下面的行为后记。"))
NEEDS = sheet(NeedRow, "needs", Words("Needs", "需求"), ("What the customer wants from this purchase, and where we meet it from.", "客户要什么，我们拿什么满足。"), ("opportunity", "need"))
OFFERINGS = sheet(OfferingRow, "offerings", Words("Offerings", "我方能力", ("products", "产品")), ("Our products, solutions, technologies, services and resources.", "我方的产品、方案、技术、服务和资源。"), ("id",))
