"""Words of every choice a cell can hold. The values are those of the engine where it knows the thing."""

from enum import StrEnum

from harehawk.book.schema import Choices, Words
from harehawk.engine.common import Factor, Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.organisation.group import Role, Rule
from harehawk.engine.worth.deal import Aspect, Fit


class CustomerType(StrEnum):
    STATE_OWNED = "state-owned"
    PRIVATE = "private"
    FOREIGN = "foreign"
    PUBLIC = "public body"


class PaymentClass(StrEnum):
    A = "A"
    B = "B"
    C = "C"


class Outside(StrEnum):
    DESIGN_INSTITUTE = "design institute"
    TENDER_AGENT = "tender agent"
    CONTRACTOR = "contractor"
    SUPERIOR = "superior body"
    PARTNER = "partner"


class Function(StrEnum):
    SALES = "sales"
    PRESALES = "presales"
    DELIVERY = "delivery"
    FINANCE = "finance"
    LEGAL = "legal"
    MANAGEMENT = "management"


class Scope(StrEnum):
    TECHNOLOGY = "technology"
    BUSINESS = "business"
    FINANCE = "finance"
    PROCUREMENT = "procurement"
    LEGAL = "legal"
    OVERALL = "overall"


class Attitude(StrEnum):
    SUPPORT = "support"
    NEUTRAL = "neutral"
    OPPOSE = "oppose"


class TriageNeed(StrEnum):
    IDEA = "idea"
    EXPLICIT = "explicit"
    APPROVED = "approved"


class TriageMoney(StrEnum):
    NONE = "none"
    SOUGHT = "sought"
    SECURED = "secured"


class Procurement(StrEnum):
    OPEN_TENDER = "open tender"
    INVITED_TENDER = "invited tender"
    NEGOTIATION = "negotiation"
    QUOTATION = "request for quotation"
    SOLE_SOURCE = "sole source"
    FRAMEWORK = "framework"


class NeedWeight(StrEnum):
    MUST = "must"
    WANT = "want"


class OfferingKind(StrEnum):
    PRODUCT = "product"
    SOLUTION = "solution"
    TECHNOLOGY = "technology"
    SERVICE = "service"
    RESOURCE = "resource"


class Direction(StrEnum):
    PUSH = "push"
    MAY = "may"
    NOT = "not"


class RivalKind(StrEnum):
    COMPETITOR = "competitor"
    IN_HOUSE = "in-house"
    NOTHING = "doing nothing"


class Route(StrEnum):
    DIRECT = "direct"
    AGENT = "agent"
    INTEGRATOR = "integrator"
    MAIN_CONTRACTOR = "main contractor"
    CONSORTIUM = "consortium"


class PaymentKind(StrEnum):
    PAYMENT = "payment"
    PERFORMANCE_BOND = "performance bond"
    BID_BOND = "bid bond"


class PaymentForm(StrEnum):
    TRANSFER = "transfer"
    BILL_HELD = "bill held"
    BILL_DISCOUNTED = "bill discounted"


class PriceFormula(StrEnum):
    LOWEST_RATIO = "lowest ratio"
    AVERAGE = "average"
    LOWEST_WINS = "lowest wins"


class Outcome(StrEnum):
    WON = "won"
    LOST = "lost"
    COULD_NOT_BID = "could not bid"
    NO_DECISION = "no decision"
    ABANDONED = "abandoned"


CLASS_NOTE = (
    "strategic, key, growth, standard, or in letters S, A, B, C. Empty: judged as key.",
    "战略、重点、成长、普通，或写字母S、A、B、C。空着按重点判断。",
)
GRADES: Choices = {
    Grade.RECORD: Words("record", "书面凭据", ("document", "凭据", "书面", "文件")),
    Grade.FIRST_HAND: Words("first-hand", "当面确认", ("first hand", "in person", "当面", "亲口")),
    Grade.SECOND_HAND: Words("second-hand", "转述", ("second hand", "hearsay", "听说", "间接")),
    Grade.GUESS: Words("guess", "猜测", ("assumption", "推测", "估计")),
}
ANSWERS: Choices = {
    Answer.YES: Words("yes", "是", ("y", "true", "有", "1", "√", "✓", "能", "对")),
    Answer.NO: Words("no", "否", ("n", "false", "没有", "无", "不是", "0", "×", "✗", "不能", "不对")),
    Answer.NOT_KNOWN: Words("asked, not known", "问过没答案", ("asked not known", "asked, nobody knows", "问过不知道")),
}
CUSTOMER_TYPES: Choices = {
    CustomerType.STATE_OWNED: Words("state-owned", "央国企", ("soe", "央企", "国企", "国有企业")),
    CustomerType.PRIVATE: Words("private", "民企", ("民营企业", "私企")),
    CustomerType.FOREIGN: Words("foreign", "外资", ("外企", "合资")),
    CustomerType.PUBLIC: Words("public body", "政府事业单位", ("government", "public", "政府", "事业单位")),
}
PAYMENT_CLASSES: Choices = {
    PaymentClass.A: Words("A: sound", "A 良好", ("a", "sound", "良好")),
    PaymentClass.B: Words("B: normal", "B 一般", ("b", "normal", "一般")),
    PaymentClass.C: Words("C: weak", "C 较差", ("c", "weak", "较差")),
}
OUTSIDE: Choices = {
    Outside.DESIGN_INSTITUTE: Words("design institute", "设计院"),
    Outside.TENDER_AGENT: Words("tender agent", "招标代理"),
    Outside.CONTRACTOR: Words("contractor", "总包", ("general contractor", "总承包")),
    Outside.SUPERIOR: Words("superior body", "上级单位"),
    Outside.PARTNER: Words("partner", "合作方", ("伙伴",)),
}
FUNCTIONS: Choices = {
    Function.SALES: Words("sales", "销售", ("account manager", "客户经理")),
    Function.PRESALES: Words("presales", "售前", ("pre-sales", "solution architect", "架构师")),
    Function.DELIVERY: Words("delivery", "交付", ("project delivery", "实施")),
    Function.FINANCE: Words("finance", "财务"),
    Function.LEGAL: Words("legal", "法务"),
    Function.MANAGEMENT: Words("management", "管理层", ("executive", "领导", "管理")),
}
ROLES: Choices = {
    Role.DECIDER: Words("decider", "拍板人", ("eb", "economic buyer", "decision maker", "决策人", "决策者")),
    Role.APPROVER: Words("approver", "审批人", ("signer",)),
    Role.BUDGET_HOLDER: Words("budget holder", "管预算的人", ("budget owner", "预算负责人")),
    Role.TECHNICAL_EVALUATOR: Words("technical evaluator", "技术把关人", ("tb", "technical buyer")),
    Role.BUSINESS_EVALUATOR: Words("business evaluator", "业务评估人"),
    Role.FINANCIAL_EVALUATOR: Words("financial evaluator", "财务评估人"),
    Role.USER: Words("user", "使用部门", ("ub", "user buyer", "使用者")),
    Role.PURCHASER: Words("purchaser", "采购经办人", ("buyer", "采购")),
    Role.GATEKEEPER: Words("gatekeeper", "守门人"),
    Role.INFLUENCER: Words("influencer", "影响者"),
    Role.COACH: Words("coach", "教练", ("champion", "内线")),
}
SCOPES: Choices = {
    Scope.TECHNOLOGY: Words("technology", "技术"),
    Scope.BUSINESS: Words("business", "业务"),
    Scope.FINANCE: Words("finance", "财务"),
    Scope.PROCUREMENT: Words("procurement", "采购"),
    Scope.LEGAL: Words("legal", "法务"),
    Scope.OVERALL: Words("overall", "全面"),
}
RULES: Choices = {
    Rule.DECIDER: Words("decider", "一人拍板", ("one decides",)),
    Rule.VOTE: Words("vote", "表决", ("投票",)),
    Rule.CONSENSUS: Words("consensus", "一致同意"),
    Rule.CHAIN: Words("chain", "逐级会审", ("chain of bodies", "逐级审批")),
}
BODY_RULES: Choices = {rule: words for rule, words in RULES.items() if rule != Rule.CHAIN}
ATTITUDES: Choices = {
    Attitude.SUPPORT: Words("support", "支持", ("supports", "for", "+")),
    Attitude.NEUTRAL: Words("neutral", "中立"),
    Attitude.OPPOSE: Words("oppose", "反对", ("opposes", "against", "-")),
}
TRIAGE_NEEDS: Choices = {
    TriageNeed.IDEA: Words("idea", "想法"),
    TriageNeed.EXPLICIT: Words("explicit", "明确"),
    TriageNeed.APPROVED: Words("approved", "已立项", ("立项",)),
}
TRIAGE_MONEY: Choices = {
    TriageMoney.NONE: Words("none", "没有", ("no", "无")),
    TriageMoney.SOUGHT: Words("sought", "在争取", ("争取中",)),
    TriageMoney.SECURED: Words("secured", "已落实", ("落实", "yes")),
}
PROCUREMENTS: Choices = {
    Procurement.OPEN_TENDER: Words("open tender", "公开招标", ("tender", "公开")),
    Procurement.INVITED_TENDER: Words("invited tender", "邀请招标", ("邀标",)),
    Procurement.NEGOTIATION: Words("negotiation", "竞争性谈判/磋商", ("竞争性谈判", "竞争性磋商", "磋商", "竞谈")),
    Procurement.QUOTATION: Words("request for quotation", "询比价", ("rfq", "询价", "比价", "比选")),
    Procurement.SOLE_SOURCE: Words("sole source", "单一来源", ("单源", "直接采购")),
    Procurement.FRAMEWORK: Words("framework", "框架/战采", ("框架", "战采", "框架协议", "战略采购")),
}
NEED_WEIGHTS: Choices = {
    NeedWeight.MUST: Words("must", "必须", ("must-have", "必须项")),
    NeedWeight.WANT: Words("want", "想要", ("nice to have", "可选", "加分项")),
}
FITS: Choices = {
    Fit.OWN: Words("own", "现有", ("自有",)),
    Fit.PARTNER: Words("partner", "合作", ("伙伴",)),
    Fit.BUY: Words("buy", "外购", ("采购",)),
    Fit.BUILD: Words("build", "自研", ("开发", "定制")),
    Fit.NONE: Words("none", "无法满足", ("cannot", "不满足")),
    Fit.NOT_KNOWN: Words("asked, not known", "问过没答案", ("asked not known",)),
}
OFFERING_KINDS: Choices = {
    OfferingKind.PRODUCT: Words("product", "产品"),
    OfferingKind.SOLUTION: Words("solution", "方案"),
    OfferingKind.TECHNOLOGY: Words("technology", "技术"),
    OfferingKind.SERVICE: Words("service", "服务"),
    OfferingKind.RESOURCE: Words("resource", "资源"),
}
DIRECTIONS: Choices = {
    Direction.PUSH: Words("push", "主攻"),
    Direction.MAY: Words("may", "可做"),
    Direction.NOT: Words("not", "不做"),
}
RIVAL_KINDS: Choices = {
    RivalKind.COMPETITOR: Words("competitor", "竞争对手", ("rival", "对手", "友商")),
    RivalKind.IN_HOUSE: Words("in-house", "自建", ("in house", "内部自建")),
    RivalKind.NOTHING: Words("doing nothing", "不做", ("nothing", "do nothing", "维持现状")),
}
FACTORS_: Choices = {
    Factor.POSITION: Words("position", "行业地位", ("industry position", "地位")),
    Factor.PRODUCT: Words("product", "产品"),
    Factor.SOLUTION: Words("solution", "方案"),
    Factor.TECHNOLOGY: Words("technology", "技术"),
    Factor.SERVICE: Words("service", "服务"),
    Factor.PRICE: Words("price", "价格"),
}
CONTRACT_ROUTES: Choices = {
    Route.DIRECT: Words("direct", "直签"),
    Route.AGENT: Words("agent", "代理商"),
    Route.INTEGRATOR: Words("integrator", "集成商"),
    Route.MAIN_CONTRACTOR: Words("main contractor", "总包", ("epc", "总承包")),
    Route.CONSORTIUM: Words("consortium", "联合体"),
}
PAYMENT_KINDS: Choices = {
    PaymentKind.PAYMENT: Words("payment", "收款", ("milestone", "货款", "回款")),
    PaymentKind.PERFORMANCE_BOND: Words("performance bond", "履约保证金"),
    PaymentKind.BID_BOND: Words("bid bond", "投标保证金"),
}
PAYMENT_FORMS: Choices = {
    PaymentForm.TRANSFER: Words("transfer", "转账", ("cash", "电汇", "现金")),
    PaymentForm.BILL_HELD: Words("bill held", "承兑持有", ("acceptance bill", "承兑", "承兑汇票")),
    PaymentForm.BILL_DISCOUNTED: Words("bill discounted", "承兑贴现", ("discounted bill", "贴现")),
}
PRICE_FORMULAS: Choices = {
    PriceFormula.LOWEST_RATIO: Words("lowest ratio", "最低价比例法", ("低价优先法",)),
    PriceFormula.AVERAGE: Words("average", "均价基准法", ("平均值法",)),
    PriceFormula.LOWEST_WINS: Words("lowest wins", "最低价中标"),
}
ASPECTS: Choices = {
    Aspect.IMPORTANCE: Words("importance", "客户重要性", ("customer importance",)),
    Aspect.FIT: Words("fit", "战略契合", ("strategic fit",)),
    Aspect.REFERENCE: Words("reference", "标杆作用", ("showcase",)),
    Aspect.LEARNING: Words("learning", "练兵", ("学习",)),
}
VERDICTS: Choices = {
    Verdict.PURSUE: Words("pursue", "出击", ("go",)),
    Verdict.PROBE: Words("probe", "摸底"),
    Verdict.NURTURE: Words("nurture", "培育"),
    Verdict.ABANDON: Words("abandon", "放弃", ("no-go", "drop")),
}
OUTCOMES_: Choices = {
    Outcome.WON: Words("won", "赢单", ("win", "中标", "成交")),
    Outcome.LOST: Words("lost", "丢单", ("loss", "未中标")),
    Outcome.COULD_NOT_BID: Words("could not bid", "未能参与"),
    Outcome.NO_DECISION: Words("no decision", "未决", ("搁置",)),
    Outcome.ABANDONED: Words("abandoned", "主动放弃"),
}
LEVELS = {"full": Words("full", "全力", ("全力投入",)), "light": Words("light", "小投入", ("轻投入",))}
OURSELVES = {"": Words("us", "我方", ("we", "ours", "我们", "我司"))}  # an empty cell says the same
