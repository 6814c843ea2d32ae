"""Open opportunities of the hospitals."""
# fmt: off

from harehawk.book.sample.deal import Deal
from harehawk.book.sample.draft import (
    ACCEPTANCE,
    DELIVERY,
    FIRST_HAND,
    GUESS,
    RECORD,
    SECOND_HAND,
    SIGNATURE,
    WAN,
    Draft,
    Text,
)
from harehawk.book.sample.rivals import TUOLAN, YUANQIAO
from harehawk.book.sheets.choices import PriceFormula, Procurement, Route, Scope
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.organisation.group import Role, Rule
from harehawk.engine.worth.deal import Fit

RUAN: Text = ("当面：阮志明", "In person: Ruan Zhiming")
TAN: Text = ("当面：谭建国", "In person: Tan Jianguo")
HUO: Text = ("当面：霍冉", "In person: Huo Ran")


def write(draft: Draft) -> None:
    _campus(draft)
    _gases(draft)


def _campus(draft: Draft) -> None:
    deal = Deal(draft, "campus-energy", ("院区能源管理", "Campus energy management"), "nanping", "xia-yutong", 420 * WAN, 0.26, found=150, signature=90, method=Procurement.OPEN_TENDER, route=Route.DIRECT)
    deal.yes("need_explicit", RECORD, 45, ("《院区节能改造方案》", "“Energy plan of the campus”"))
    deal.yes("funds_enough", RECORD, 45, ("《政府采购意向公开》", "“Published procurement intention”"))
    deal.yes("project_approved", RECORD, 45, ("《政府采购意向公开》", "“Published procurement intention”"))
    deal.yes("sponsor_asks", FIRST_HAND, 17, RUAN)
    deal.yes("shortlisted", SECOND_HAND, 80, ("谭建国转述", "Via Tan Jianguo"))
    deal.no("shortlisted", RECORD, 11, ("《框架入围结果公告》，我方未入围", "“Result of the framework”, we are not admitted"))
    deal.yes("qualified", FIRST_HAND, 45, RUAN)
    deal.yes("value_seen", FIRST_HAND, 10, TAN)
    deal.yes("coach_confirmed", FIRST_HAND, 10, TAN)
    deal.yes("top_access", FIRST_HAND, 17, RUAN)
    deal.member("shen-guodong", Role.APPROVER, scope=(Scope.OVERALL,))
    deal.member("shi-wenying", Role.APPROVER, scope=(Scope.OVERALL,))
    deal.member("ruan-zhiming", Role.BUSINESS_EVALUATOR, Role.BUDGET_HOLDER, scope=(Scope.BUSINESS,))
    deal.member("tan-jianguo", Role.USER, Role.COACH, scope=(Scope.BUSINESS,))
    deal.member("ge-yihang", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("pei-fang", Role.FINANCIAL_EVALUATOR, scope=(Scope.FINANCE,))
    deal.body(1, ("科室论证", "Departments review"), Rule.CONSENSUS, "tan-jianguo", "ge-yihang")
    deal.body(2, ("院长办公会", "President's meeting"), Rule.VOTE, "shen-guodong", "ruan-zhiming", "pei-fang", quota=1)
    deal.body(3, ("党委会", "Party committee"), Rule.DECIDER, "shi-wenying", "shen-guodong", "ruan-zhiming")
    deal.supports("tan-jianguo", FIRST_HAND, 10, TAN)
    deal.supports("ruan-zhiming", FIRST_HAND, 17, RUAN)
    deal.rival(TUOLAN)
    deal.against(TUOLAN, FIRST_HAND, 10, TAN, solution=1, price=-1)
    deal.need(("冷站群控", "Chiller plant control"), Fit.OWN, "energy", scope=Scope.TECHNOLOGY)
    deal.need(("医用气体能耗", "Energy of medical gases"), Fit.BUILD, "energy", ("自研团队", "Own developers"), scope=Scope.TECHNOLOGY, cost=9 * WAN, month=3)
    deal.scores(None, importance=1, reference=1)
    deal.effort(110, 90, 30, spent=60)
    deal.decided(Verdict.PURSUE, 60, "zhou-yan")
    deal.move("m1", "xia-yutong", "ruan-zhiming", 12, ("问下一轮框架什么时候增补", "Ask when the framework admits suppliers again"))


def _gases(draft: Draft) -> None:
    deal = Deal(draft, "medical-gases", ("医用气体集中监测", "Central monitoring of medical gases"), "heyi", "xia-yutong", 180 * WAN, 0.24, found=77, signature=80, method=Procurement.QUOTATION, rule=Rule.DECIDER, route=Route.AGENT)
    deal.yes("need_explicit", FIRST_HAND, 27, HUO)
    deal.yes("funds_enough", FIRST_HAND, 27, HUO)
    deal.yes("project_approved", SECOND_HAND, 40, ("尤佳转述", "Via You Jia"))
    deal.no("date_compelling", FIRST_HAND, 27, HUO)
    deal.yes("sponsor_asks", FIRST_HAND, 27, HUO)
    deal.yes("shortlisted", FIRST_HAND, 27, HUO)
    deal.yes("qualified", FIRST_HAND, 27, HUO)
    deal.no("value_seen", FIRST_HAND, 27, HUO)
    deal.no("top_access", FIRST_HAND, 27, HUO)
    deal.asked("unwritten_ours", FIRST_HAND, 27, HUO)
    deal.no("coach_confirmed", GUESS, 15)
    deal.member("cheng-yiming", Role.DECIDER, Role.BUDGET_HOLDER, scope=(Scope.OVERALL,))
    deal.member("ouyang-xue", Role.APPROVER, scope=(Scope.BUSINESS,))
    deal.member("huo-ran", Role.USER, scope=(Scope.TECHNOLOGY,))
    deal.member("you-jia", Role.PURCHASER, Role.GATEKEEPER, scope=(Scope.PROCUREMENT,))
    deal.supports("huo-ran", FIRST_HAND, 27, HUO)
    deal.neutral("cheng-yiming", GUESS, 27)
    deal.rival(YUANQIAO)
    deal.against(YUANQIAO, FIRST_HAND, 27, HUO, solution=0, price=-1)
    deal.need(("压力与流量监测", "Pressure and flow monitoring"), Fit.OWN, "monitor", scope=Scope.TECHNOLOGY)
    quote: Text = ("报价", "Quotation")
    deal.points(quote, None, 100, 168 * WAN, 176 * WAN, 180 * WAN, formula=PriceFormula.LOWEST_WINS)
    deal.points(quote, YUANQIAO, 100, 160 * WAN, None, 178 * WAN, formula=PriceFormula.LOWEST_WINS)
    deal.pays((SIGNATURE, 0, 0.2), (DELIVERY, 3, 0.4), (ACCEPTANCE, 6, 0.4), days=60)
    deal.scores(None, importance=0, learning=1)
    deal.effort(90, 80, 20, spent=25)
    deal.decided(Verdict.PURSUE, 35, "xia-yutong", ("先报价看看", "Quote and see"))
