"""Customers, their posts and people, our colleagues, and who knows whom."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.schema import Kind, Words, column, sheet
from harehawk.book.sheets.also_called import CUSTOMER, OWNER, TITLE
from harehawk.book.sheets.choices import (
    CLASS_NOTE,
    CUSTOMER_TYPES,
    FUNCTIONS,
    GRADES,
    OUTSIDE,
    PAYMENT_CLASSES,
    CustomerType,
    Function,
    Outside,
    PaymentClass,
)  # fmt: skip
from harehawk.engine.common import Grade

ID_NOTE = ("A stable number of your own. Empty: the name serves.", "自己系统里的固定编号。空着就用名称。")


@dataclass(frozen=True, kw_only=True)
class CustomerRow:
    id: str | None = column(Kind.TEXT, "id", "编号", "customer id", "客户编号", note=ID_NOTE)
    name: str = column(Kind.TEXT, "name", "名称", "customer", "客户", *CUSTOMER, required=True)
    customer_class: str | None = column(Kind.REFERENCE, "class", "客户分级", "customer class", "分级", "ABC", "tier", refers="classes", note=CLASS_NOTE)
    customer_type: CustomerType | None = column(Kind.CHOICE, "type", "客户类型", "customer type", choices=CUSTOMER_TYPES)
    parent: str | None = column(Kind.REFERENCE, "group", "所属集团", "parent", "集团", "上级客户", refers="customers")
    owner: str | None = column(Kind.REFERENCE, "owner", "负责人", *OWNER, refers="colleagues")
    industry: str | None = column(Kind.TEXT, "industry", "行业", "sector")
    region: str | None = column(Kind.TEXT, "region", "地区", "location")
    payment_class: PaymentClass | None = column(Kind.CHOICE, "payment class", "付款等级", choices=PAYMENT_CLASSES, note=("A sound, B normal, C weak. Empty: B is assumed.", "A良好，B一般，C较差。空着按B。"))
    importance: float | None = column(Kind.NUMBER, "importance", "客户重要性", low=-2, high=2, note=("-2 to 2, for its opportunities that say nothing else.", "−2到2；商机没有另写时用它。"))
    note: str | None = column(Kind.TEXT, "note", "备注", "notes")


@dataclass(frozen=True, kw_only=True)
class PostRow:
    id: str = column(Kind.TEXT, "id", "编号", "post id", "岗位编号", required=True)
    customer: str = column(Kind.REFERENCE, "customer", "客户", *CUSTOMER, refers="customers", required=True)
    title: str = column(Kind.TEXT, "title", "职务", "post", "岗位", *TITLE, required=True)
    department: str | None = column(Kind.TEXT, "department", "部门")
    rank: int | None = column(Kind.WHOLE, "rank", "行政级别", "level", low=1, high=20, note=("1 is the top.", "1为最高。"))
    reports_to: str | None = column(Kind.REFERENCE, "reports to", "汇报给", refers="posts")
    in_charge_of: tuple[str, ...] = column(Kind.REFERENCES, "in charge of", "分管", refers="posts")
    site: str | None = column(Kind.TEXT, "site", "所在地", note=("Where people sit apart. Empty: with the customer.", "不在一处办公时填。空着视为同在一处。"))


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    id: str | None = column(Kind.TEXT, "id", "编号", "person id", "人员编号", note=ID_NOTE)
    name: str = column(Kind.TEXT, "name", "姓名", "person", "contact", "联系人", "客户方人员", required=True)
    customer: str | None = column(Kind.REFERENCE, "customer", "客户", *CUSTOMER, refers="customers")
    post: str | None = column(Kind.REFERENCE, "post", "岗位", refers="posts", note=("A row of sheet Posts. Without one, fill title, department, rank and reports to here.", "岗位表里的一行。没有岗位表就在这里填职务、部门、级别、汇报给。"))
    post_since: dt.date | None = column(Kind.DAY, "in post since", "任职起")
    title: str | None = column(Kind.TEXT, "title", "职务", *TITLE)
    department: str | None = column(Kind.TEXT, "department", "部门")
    rank: int | None = column(Kind.WHOLE, "rank", "行政级别", "level", low=1, high=20)
    reports_to: str | None = column(Kind.REFERENCE, "reports to", "汇报给", refers="people")
    outside: Outside | None = column(Kind.CHOICE, "outside", "外部身份", choices=OUTSIDE, note=("For people outside the customer who take part in its decision.", "不在客户内、但参与决策的人。"))
    organisation: str | None = column(Kind.TEXT, "organisation", "外部单位")
    no_contact: bool | None = column(Kind.YES_NO, "no contact", "禁止接触", "no-contact person", "禁止接触人员", note=("Bid-evaluation experts and whoever the law or our rules put out of reach.", "评标专家，以及法律或公司规定不得接触的人。"))
    wants_for_organisation: str | None = column(Kind.TEXT, "wants for the organisation", "为单位图什么")
    wants_for_self: str | None = column(Kind.TEXT, "wants for the work", "在工作上看重什么")
    fears: str | None = column(Kind.TEXT, "worries about", "担心什么")
    how_to_meet: str | None = column(Kind.TEXT, "how to meet", "怎么见面合适")
    contact: str | None = column(Kind.TEXT, "contact ways", "联系方式", "phone", "email", "电话", "手机", "邮箱")
    left_on: dt.date | None = column(Kind.DAY, "left on", "离任日")


@dataclass(frozen=True, kw_only=True)
class TenureRow:
    person: str = column(Kind.REFERENCE, "person", "人员", "姓名", refers="people", required=True)
    post: str = column(Kind.REFERENCE, "post", "岗位", refers="posts", required=True)
    since: dt.date | None = column(Kind.DAY, "from", "起")
    until: dt.date | None = column(Kind.DAY, "until", "止")


@dataclass(frozen=True, kw_only=True)
class ColleagueRow:
    id: str | None = column(Kind.TEXT, "id", "编号", "colleague id", "工号", note=ID_NOTE)
    name: str = column(Kind.TEXT, "name", "姓名", "colleague", "我方人员", required=True)
    function: Function | None = column(Kind.CHOICE, "function", "职能", choices=FUNCTIONS)
    rank: int | None = column(Kind.WHOLE, "rank", "行政级别", "level", low=1, high=20)
    reports_to: str | None = column(Kind.REFERENCE, "reports to", "汇报给", refers="colleagues")
    team: str | None = column(Kind.TEXT, "team", "团队")
    skills: str | None = column(Kind.TEXT, "skills", "专长")
    free_hours: float | None = column(Kind.NUMBER, "free hours a month", "每月可用工时", "free hours", "可用工时", low=0)
    email: str | None = column(Kind.TEXT, "email", "邮箱")


@dataclass(frozen=True, kw_only=True)
class RelationshipRow:
    person: str = column(Kind.REFERENCE, "person", "人员", "姓名", refers="people", required=True)
    colleague: str | None = column(Kind.REFERENCE, "colleague", "我方人员", refers="colleagues", note=("One of ours; for a rival's tie leave empty and name the rival.", "我方的人；竞对关系则空着，填竞争对手。"))
    rival: str | None = column(Kind.TEXT, "rival", "竞争对手")
    closeness: int = column(Kind.WHOLE, "closeness", "关系深度", low=0, high=3, required=True, note=("0 none, 1 known, 2 good, 3 trusted.", "0 没有，1 认识，2 熟，3 信任。"))
    wanted: int | None = column(Kind.WHOLE, "closeness wanted", "目标深度", low=0, high=3)
    last_contact: dt.date | None = column(Kind.DAY, "last contact", "最近接触")
    grade: Grade | None = column(Kind.CHOICE, "grade", "证据等级", choices=GRADES)
    source: str | None = column(Kind.TEXT, "source", "来源")
    learned_on: dt.date | None = column(Kind.DAY, "learned on", "得知日期", "date", "日期", fact_day=True)


CUSTOMERS = sheet(CustomerRow, "customers", Words("Customers", "客户", ("accounts", "单位", "甲方")), ("Organisations that buy; a group has its members.", "买方单位；集团下有成员单位。"), ("id",))
POSTS = sheet(PostRow, "posts", Words("Posts", "岗位"), ("Seats in the administrative chart; a person holds one for a time.", "行政组织里的位置；人在其上任职一段时间。"), ("id",))
PEOPLE = sheet(PersonRow, "people", Words("People", "客户方人员", ("contacts", "联系人", "人员")), ("People at customers, or outside them but in their decision. Facts only: they may one day read this.", "客户方的人，或不在客户内但参与决策的人。只写事实：他们有一天可能会看到。"), ("id",))
TENURES = sheet(TenureRow, "tenures", Words("Tenures", "任职经历"), ("Who held which post, and when.", "谁在什么时候担任哪个岗位。"), ("person", "post", "since"))
COLLEAGUES = sheet(ColleagueRow, "colleagues", Words("Colleagues", "我方人员", ("team",)), ("Who works for us.", "我方的人。"), ("id",))
RELATIONSHIPS = sheet(RelationshipRow, "relationships", Words("Relationships", "关系", ("ties", "竞对关系")), ("Who knows whom: ours, and rivals' ties.", "谁认识谁：我方的，以及竞争对手的。"), ("person", "colleague", "rival"))
