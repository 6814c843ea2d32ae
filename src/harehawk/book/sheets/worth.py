"""What winning is worth: payments, costs, aspects beside money, harms, and invoices that teach payment delay."""

import datetime as dt
from dataclasses import dataclass

from harehawk.book.schema import Kind, Words, column, sheet
from harehawk.book.sheets.also_called import CUSTOMER, OPPORTUNITY
from harehawk.book.sheets.choices import ASPECTS, PAYMENT_FORMS, PAYMENT_KINDS, PaymentForm, PaymentKind
from harehawk.engine.worth.deal import Aspect


@dataclass(frozen=True, kw_only=True)
class PaymentRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    name: str = column(Kind.TEXT, "milestone", "节点", "name", "名称", required=True)
    kind: PaymentKind | None = column(Kind.CHOICE, "kind", "类别", choices=PAYMENT_KINDS, note=("Payment if empty; bonds are money of ours that comes back.", "空着按收款；保证金是我方垫出、之后退回的钱。"))
    month: float | None = column(Kind.NUMBER, "month", "月份", low=-24, high=240, note=("Months from signature; of a performance bond, when it comes back.", "签约后第几个月；履约保证金填退回的月份。"))
    share: float | None = column(Kind.SHARE, "share of contract", "占合同额", "share", "比例", low=0, high=1)
    amount: float | None = column(Kind.MONEY, "amount", "金额", low=0, note=("Share or amount, not both.", "比例和金额填一个。"))
    days: float | None = column(Kind.NUMBER, "days to money", "账期天数", "账期", "days", "terms", low=0, high=1000, note=("From the milestone to the money, as agreed. 30 if empty.", "从节点到收款的约定天数，空着按30。"))
    form: PaymentForm | None = column(Kind.CHOICE, "form", "付款形式", choices=PAYMENT_FORMS)


@dataclass(frozen=True, kw_only=True)
class CostRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    item: str = column(Kind.TEXT, "item", "项目内容", "cost", "成本", required=True)
    month: float = column(Kind.NUMBER, "month", "月份", low=0, high=240, required=True)
    amount: float = column(Kind.MONEY, "amount", "金额", low=0, required=True)


@dataclass(frozen=True, kw_only=True)
class WorthRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    aspect: Aspect | None = column(Kind.CHOICE, "aspect", "方面", choices=ASPECTS, note=("With a score; or a statement with probability and difference.", "配分数；或写一句陈述，配可能性和差额。"))
    score: float | None = column(Kind.NUMBER, "score", "分数", low=-2, high=2, note=("-2 to 2.", "−2到2。"))
    statement: str | None = column(Kind.TEXT, "statement", "陈述", note=("A yes/no fact that changes the worth, for example: first payment at least 30%.", "会改变价值的是非事实，例如：首付款不低于30%。"))
    probability: float | None = column(Kind.SHARE, "probability", "可能性", low=0, high=1)
    difference: float | None = column(Kind.MONEY, "difference if yes", "是与否相差", note=("How much more winning is worth if yes than if no.", "答案为是比为否多值多少。"))
    source: str | None = column(Kind.TEXT, "source", "来源")


@dataclass(frozen=True, kw_only=True)
class HarmRow:
    opportunity: str = column(Kind.REFERENCE, "opportunity", "商机", *OPPORTUNITY, refers="opportunities", required=True)
    harmed: str = column(Kind.TEXT, "who is harmed", "伤到谁", "harmed", required=True, note=("A customer of this book, or a partner's name.", "台账里的客户，或伙伴名称。"))
    description: str | None = column(Kind.TEXT, "how", "怎么伤", "description")
    probability: float = column(Kind.SHARE, "probability", "可能性", low=0, high=1, required=True)
    loss: float = column(Kind.MONEY, "loss", "损失", low=0, required=True)
    source: str | None = column(Kind.TEXT, "source", "来源")


@dataclass(frozen=True, kw_only=True)
class InvoiceRow:
    customer: str = column(Kind.REFERENCE, "customer", "客户", *CUSTOMER, refers="customers", required=True)
    number: str = column(Kind.TEXT, "invoice", "发票号", "number", "invoice number", required=True)
    issued_on: dt.date = column(Kind.DAY, "issued on", "开票日", "invoice date", required=True, fact_day=True)
    due_on: dt.date = column(Kind.DAY, "due on", "到期日", "due date", required=True)
    paid_on: dt.date | None = column(Kind.DAY, "paid on", "付款日", "settled date", fact_day=True)
    amount: float | None = column(Kind.MONEY, "amount", "金额", low=0)
    disputed: bool | None = column(Kind.YES_NO, "disputed", "有争议")


PAYMENTS = sheet(PaymentRow, "payments", Words("Payments", "收款", ("付款节点", "milestones")), ("When the contract brings money. Nothing entered: the milestones of the class.", "合同什么时候来钱。不写就用分级的缺省节点。"), ("opportunity", "name"))
COSTS = sheet(CostRow, "costs", Words("Costs", "成本"), ("What delivery costs, month by month. Nothing entered: amount less margin, over six months.", "交付成本，按月。不写就用合同额减毛利，分六个月。"), ("opportunity", "item", "month"))
WORTH = sheet(WorthRow, "worth", Words("Worth", "价值"), ("What winning is worth beside money, and facts that would change it.", "现金之外值什么，以及会改变价值的事实。"), ("opportunity", "aspect", "statement"))
HARMS = sheet(HarmRow, "harms", Words("Harms", "连带损失"), ("What winning would cost us with other customers or partners.", "赢了会在其他客户或伙伴那里损失什么。"), ("opportunity", "harmed"))
INVOICES = sheet(InvoiceRow, "invoices", Words("Invoices", "发票"), ("Past invoices teach how late a customer pays.", "过去的发票说明客户拖款多久。"), ("customer", "number"))
