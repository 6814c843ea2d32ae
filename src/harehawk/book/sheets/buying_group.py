"""The buying group of an opportunity: members, bodies, influence, stances."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.schema import Kind, Words, column, sheet
from harehawk.book.sheets.also_called import OPPORTUNITY
from harehawk.book.sheets.choices import ATTITUDES, BODY_RULES, GRADES, OURSELVES, ROLES, SCOPES, Attitude, Scope
from harehawk.engine.common import Grade
from harehawk.engine.organisation.group import Role, Rule


@dataclass(frozen=True, kw_only=True)
class MemberRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    person: str = column(Kind.REFERENCE, "person", "人员", "姓名", "contact", "联系人", refers="people", required=True)
    roles: tuple[Role, ...] = column(Kind.CHOICES, "buying roles", "采购角色", "role", "roles", "角色", choices=ROLES)
    scopes: tuple[Scope, ...] = column(Kind.CHOICES, "scope", "负责范围", "scopes", choices=SCOPES)
    weight: float | None = column(Kind.NUMBER, "votes", "票数", "weight", "权重", low=0, note=("In a vote; 1 if empty.", "表决时的票数，空着按1。"))
    veto: bool | None = column(Kind.YES_NO, "veto", "否决权")


@dataclass(frozen=True, kw_only=True)
class BodyRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    order: int = column(Kind.WHOLE, "order", "顺序", low=1, high=50, required=True)
    name: str = column(Kind.TEXT, "body", "审批环节", "name", "名称", required=True)
    rule: Rule = column(Kind.CHOICE, "decision rule", "决策方式", "rule", choices=BODY_RULES, required=True)
    members: tuple[str, ...] = column(Kind.REFERENCES, "members", "成员", refers="people")
    unnamed: int | None = column(Kind.WHOLE, "unnamed members", "未知成员数", low=0, high=50, note=("People of whom nothing is known, for example an expert pool.", "一无所知的成员人数，例如专家库抽取。"))
    weights: tuple[float, ...] = column(Kind.NUMBERS, "votes of the members", "各成员票数", note=("In the order of the members; 1 each if empty.", "按成员顺序；空着各1票。"))
    quota: float | None = column(Kind.NUMBER, "quota", "通过票数", low=0)
    veto: tuple[str, ...] = column(Kind.REFERENCES, "veto of", "有否决权的人", refers="people")
    meets_on: dt.date | None = column(Kind.DAY, "meets on", "会议日期")


@dataclass(frozen=True, kw_only=True)
class InfluenceRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    listener: str = column(Kind.REFERENCE, "who listens", "谁听", "listener", refers="people", required=True)
    speaker: str = column(Kind.REFERENCE, "to whom", "听谁的", "speaker", refers="people", required=True)
    strength: int | None = column(Kind.WHOLE, "strength", "强度", low=1, high=3, note=("1 a little, 2 clearly, 3 much.", "1 一点，2 明显，3 很听。"))
    conflict: bool | None = column(Kind.YES_NO, "in conflict", "有矛盾", note=("Yes: the two are at odds; strength may stay empty.", "是：两人不和，强度可空。"))
    source: str | None = column(Kind.TEXT, "source", "来源")
    learned_on: dt.date | None = column(Kind.DAY, "learned on", "得知日期", "date", "日期", fact_day=True)


@dataclass(frozen=True, kw_only=True)
class StanceRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    person: str = column(Kind.REFERENCE, "person", "人员", "姓名", "contact", "联系人", refers="people", required=True)
    rival: str | None = column(Kind.TEXT, "towards", "对谁", "rival", "竞争对手", "party", known=OURSELVES, note=("Empty: towards us. Else the rival's name.", "空着：对我方。否则写竞争对手名称。"))
    attitude: Attitude = column(Kind.CHOICE, "stance", "态度", "attitude", choices=ATTITUDES, required=True)
    grade: Grade = column(Kind.CHOICE, "grade", "证据等级", choices=GRADES, required=True)
    source: str | None = column(Kind.TEXT, "source", "来源", "said by", "谁说的", note=("Who said it. Needed unless it is a guess.", "谁说的。不是猜测就必须写。"))
    learned_on: dt.date = column(Kind.DAY, "learned on", "得知日期", "date", "日期", required=True, fact_day=True)
    sealed: bool | None = column(Kind.YES_NO, "sealed", "密封", note=("Counts, but only its owner and director see who said it.", "计入判断，但只有负责人和总监看得到是谁说的。"))


MEMBERS = sheet(MemberRow, "members", Words("Buying group", "采购组", ("决策链", "members", "buying group members")), ("Who takes part in the decision of an opportunity, and as what.", "谁参与这个商机的决策，扮演什么角色。"), ("opportunity", "person"))
BODIES = sheet(BodyRow, "bodies", Words("Bodies", "审批环节"), ("The steps of a chain, in order.", "逐级会审的各个环节，按顺序。"), ("opportunity", "name"))
INFLUENCE = sheet(InfluenceRow, "influence", Words("Influence", "影响"), ("Who listens to whom.", "谁听谁的。"), ("opportunity", "listener", "speaker"))
STANCES = sheet(StanceRow, "stances", Words("Stances", "态度", ("attitudes",)), ("Facts about attitudes, never overwritten: one row for each time somebody said something.", "关于态度的事实，不覆盖：每听到一次写一行。"))
