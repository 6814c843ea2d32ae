"""Settings of the company: rates, classes with their emphasis, criteria. Absent: those of the method."""

from dataclasses import dataclass

from harehawk.book.pack import CLASS_WORDS
from harehawk.book.schema import Kind, Words, column, sheet

RATES = ("rate_purchase", "rate_bid", "rate_win")  # of a company, by gate


@dataclass(frozen=True, kw_only=True)
class CompanyRow:
    name: str = column(Kind.TEXT, "name", "名称", "company", "公司", required=True)
    currency: str | None = column(Kind.TEXT, "currency", "币种", currency=True, empty_said=True, note=("One currency for all amounts, CNY if empty.", "所有金额用同一币种，空着按CNY。"))
    rate_purchase: float | None = column(Kind.SHARE, "of ten signals, how many become a purchase", "十条线索里几条最后真买", "purchase rate", "成单率", low=0.01, high=0.99, of_ten=True, empty_said=True, note=("As per cent, 50% if empty.", "写百分比，空着按50%。"))
    rate_bid: float | None = column(Kind.SHARE, "of those, could we bid", "真买的里面我们能参与几成", "bid rate", "参与率", low=0.01, high=0.99, of_ten=True)
    rate_win: float | None = column(Kind.SHARE, "of those, do we win", "参与的里面我们赢几成", "win rate", "赢单率", low=0.01, high=0.99, of_ten=True)
    hour_price: float | None = column(Kind.MONEY, "hour price", "小时单价", low=0, empty_said=True, note=("What an hour of our people costs, 300 if empty.", "我方人员一小时的成本，空着按300。"))
    cost_of_capital: float | None = column(Kind.SHARE, "cost of capital a year", "年资金成本", "annual rate", "资金成本", low=0, high=1)
    loss_given_default: float | None = column(Kind.SHARE, "loss given default", "违约损失率", low=0, high=1)
    rivals_modelled: bool | None = column(Kind.YES_NO, "rivals modelled", "计算竞争对手", note=("No only for files that know no rivals.", "只有完全不记竞争对手的数据才填否。"))


@dataclass(frozen=True, kw_only=True)
class ClassRow:
    code: str = column(Kind.TEXT, "class", "分级", "customer class", "客户分级", "code", required=True, known=CLASS_WORDS, note=("strategic, key, growth, standard, or one of your own.", "战略、重点、成长、普通，或自定。"))
    shift: float | None = column(Kind.NUMBER, "shift of rates", "基准率偏移", low=-3, high=3, note=("In log-odds, added to the company's rates.", "对数几率，加在公司基准率上。"))
    importance: float | None = column(Kind.SHARE, "importance, % of gross margin a point", "客户重要性每分折毛利", "importance", "客户重要性", low=0, high=1)
    fit: float | None = column(Kind.SHARE, "fit, % of gross margin a point", "战略契合每分折毛利", "fit", "战略契合", low=0, high=1)
    reference: float | None = column(Kind.SHARE, "reference, % of gross margin a point", "标杆作用每分折毛利", "reference", "标杆作用", low=0, high=1)
    learning: float | None = column(Kind.SHARE, "learning, % of gross margin a point", "练兵每分折毛利", "learning", "练兵", low=0, high=1)
    capital_limit: float | None = column(Kind.SHARE, "capital limit, % of contract", "垫资上限占合同额", "capital limit", "垫资上限", low=0, high=5)
    credit_limit: float | None = column(Kind.SHARE, "credit loss limit, % of contract", "坏账上限占合同额", "credit limit", "坏账上限", low=0, high=1)
    margin_floor: float | None = column(Kind.SHARE, "margin floor", "毛利底线", low=-1, high=1)
    amount: float | None = column(Kind.MONEY, "amount if not entered", "合同额缺省", "amount", "合同额", low=1)
    margin: float | None = column(Kind.SHARE, "margin if not entered", "毛利率缺省", "margin", "毛利率", low=-1, high=1)
    milestones: tuple[tuple[float, float], ...] = column(Kind.SCHEDULE, "milestones if not entered", "付款节点缺省", "milestones", "付款节点", note=("month:share, for example 0:30%; 4:30%; 6:30%; 18:10%.", "月份:比例，例如 0:30%；4:30%；6:30%；18:10%。"))
    hours_sales: float | None = column(Kind.NUMBER, "full effort, sales hours", "全力投入销售工时", "sales hours", "销售工时", low=0)
    hours_presales: float | None = column(Kind.NUMBER, "full effort, presales hours", "全力投入售前工时", "presales hours", "售前工时", low=0)
    hours_delivery: float | None = column(Kind.NUMBER, "full effort, delivery hours", "全力投入交付工时", "delivery hours", "交付工时", low=0)
    nurtures: bool | None = column(Kind.YES_NO, "nurtures", "是否培育")


@dataclass(frozen=True, kw_only=True)
class CriterionRow:
    code: str = column(Kind.TEXT, "code", "代码", required=True)
    customer_class: str | None = column(Kind.REFERENCE, "class", "分级", "customer class", "客户分级", refers="classes", note=("Empty: for all. Filled: how much it moves for this class only.", "空着：适用所有分级；填了：只改这个分级的分量。"))
    name: str | None = column(Kind.TEXT, "statement", "陈述", "criterion", "评估项", "name")
    gate: int | None = column(Kind.WHOLE, "gate", "关口", low=1, high=3)
    swing: float | None = column(Kind.NUMBER, "moves", "分量", "weight", "权重", low=0, high=3, note=("0 none, 1 minor, 2 normal, 3 decisive.", "0 不影响，1 次要，2 一般，3 决定性。"))
    prior: float | None = column(Kind.SHARE, "prior", "先验", low=0.01, high=0.99)
    must: bool | None = column(Kind.YES_NO, "must", "一票否决项", "一票否决")
    help: str | None = column(Kind.TEXT, "help", "说明")


COMPANY = sheet(CompanyRow, "company", Words("Company", "公司", ("settings", "设置")), ("One row: your own rates and prices. Empty cells keep the defaults of the method.", "只有一行：贵公司自己的比率和单价。空着就用方法的缺省值。"), ("name",))
CLASSES = sheet(ClassRow, "classes", Words("Classes", "客户分级", ("customer classes",)), ("What differs by customer class. Absent classes keep the defaults.", "不同客户分级的评估侧重。没写的分级用缺省值。"), ("code",))
CRITERIA = sheet(CriterionRow, "criteria", Words("Criteria", "评估项"), ("Statements that the gates judge. Absent sheet: the default pack.", "各关口要判断的陈述。整张表不写就用缺省的一套。"), ("code", "customer_class"))
