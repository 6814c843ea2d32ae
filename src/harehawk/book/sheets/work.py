"""Effort, capacity, moves, decisions, outcomes."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.schema import Kind, Words, column, sheet
from harehawk.book.sheets.also_called import OPPORTUNITY
from harehawk.book.sheets.choices import FUNCTIONS, LEVELS, OUTCOMES_, VERDICTS, Function, Outcome
from harehawk.engine.gates.judgement import Verdict


@dataclass(frozen=True, kw_only=True)
class EffortRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    level: str = column(Kind.TEXT, "effort level", "投入档位", "level", required=True, known=LEVELS, note=("full, light, or a name of your own.", "全力、小投入，或自己起名。"))
    hours_sales: float | None = column(Kind.NUMBER, "sales hours", "销售工时", low=0)
    hours_presales: float | None = column(Kind.NUMBER, "presales hours", "售前工时", low=0)
    hours_delivery: float | None = column(Kind.NUMBER, "delivery hours", "交付工时", low=0)
    money: float | None = column(Kind.MONEY, "money", "资金", low=0)
    hours_spent: float | None = column(Kind.NUMBER, "hours spent", "已用工时", low=0)
    money_spent: float | None = column(Kind.MONEY, "money spent", "已用资金", low=0)
    remainder: float | None = column(Kind.MONEY, "still to be spent", "剩余投入", "remainder", low=0, note=("Money still to be spent on this level, hours included; replaces the columns before.", "这一档还要花的钱，含工时；填了就不看前面几列。"))
    shift: float | None = column(Kind.NUMBER, "shift of winning", "赢面偏移", low=-5, high=5, note=("Log-odds of gate 3 at this level; 0 for full, -1 for light.", "这一档对第三关的对数几率影响；全力0，小投入−1。"))


@dataclass(frozen=True, kw_only=True)
class CapacityRow:
    function: Function = column(Kind.CHOICE, "function", "职能", choices=FUNCTIONS, required=True)
    month: dt.date = column(Kind.DAY, "month", "月份", required=True)
    hours: float | None = column(Kind.NUMBER, "hours", "工时", low=0)
    money: float | None = column(Kind.MONEY, "money", "资金", low=0)


@dataclass(frozen=True, kw_only=True)
class MoveRow:
    id: str = column(Kind.TEXT, "id", "编号", required=True)
    opportunity: str | None = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities")
    person: str | None = column(Kind.REFERENCE, "person", "人员", "姓名", refers="people")
    colleague: str | None = column(Kind.REFERENCE, "colleague", "我方人员", "owner", "负责人", refers="colleagues")
    due_on: dt.date | None = column(Kind.DAY, "due on", "计划日期", "date", "日期")
    purpose: str = column(Kind.TEXT, "purpose", "目的", "move", "行动", required=True)
    done_on: dt.date | None = column(Kind.DAY, "done on", "完成日期", fact_day=True)
    result: str | None = column(Kind.TEXT, "result", "结果", "note", "备注")


@dataclass(frozen=True, kw_only=True)
class DecisionRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    decided_on: dt.date = column(Kind.DAY, "decided on", "决定日期", "date", "日期", required=True, fact_day=True)
    decision: Verdict = column(Kind.CHOICE, "decision", "决定", choices=VERDICTS, required=True)
    reason: str | None = column(Kind.TEXT, "reason", "理由")
    decided_by: str | None = column(Kind.REFERENCE, "decided by", "决定人", refers="colleagues")
    overrules_limit: bool | None = column(Kind.YES_NO, "overrules a limit", "突破底线", note=("Yes: a broken limit no longer closes gate 4. Needs a reason.", "是：超出底线不再否决第四关。必须写理由。"))
    review_on: dt.date | None = column(Kind.DAY, "review date", "回头看日期")


@dataclass(frozen=True, kw_only=True)
class OutcomeRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    outcome: Outcome = column(Kind.CHOICE, "outcome", "结果", choices=OUTCOMES_, required=True)
    closed_on: dt.date = column(Kind.DAY, "closed on", "结束日期", "date", "日期", required=True, fact_day=True)
    won_by: str | None = column(Kind.TEXT, "won by", "赢家")
    amount: float | None = column(Kind.MONEY, "amount", "合同额", low=0)
    reason: str | None = column(Kind.TEXT, "reason", "原因")


EFFORT = sheet(EffortRow, "effort", Words("Effort", "投入"), ("What pursuing takes, level by level, and what was spent. Nothing entered: the class default.", "跟进要花多少，分档位，以及已经花掉的。不写就用分级缺省。"), ("opportunity", "level"))
CAPACITY = sheet(CapacityRow, "capacity", Words("Capacity", "可用资源"), ("Hours of each function and money, by month.", "各职能每月的工时和资金。"), ("function", "month"))
MOVES = sheet(MoveRow, "moves", Words("Moves", "行动", ("visit plan", "拜访计划")), ("What one of us does next, with a person, a date and a purpose.", "谁在什么时候找谁，为了什么。"), ("id",))
DECISIONS = sheet(DecisionRow, "decisions", Words("Decisions", "决定"), ("What people decided; against the verdict it carries a reason.", "人做的决定；与结论不同要写理由。"))
OUTCOMES = sheet(OutcomeRow, "outcomes", Words("Outcomes", "结果"), ("How opportunities ended. A closed one is no longer judged.", "商机怎么结束的。已结束的不再判断。"), ("opportunity",))
