"""Open opportunities of the water group, its members and the foreign operator."""
# fmt: off

from harehawk.book.sample.deal import Deal
from harehawk.book.sample.draft import (
    ACCEPTANCE,
    DELIVERY,
    DISCOUNTED,
    FIRST_HAND,
    GUESS,
    RECORD,
    RETENTION,
    SECOND_HAND,
    SIGNATURE,
    WAN,
    Draft,
    Text,
)
from harehawk.book.sample.rivals import AS_IT_IS, HENGCHE, HUAXIN, XINLI, YUANQIAO
from harehawk.book.sheets.choices import PriceFormula, Procurement, RivalKind, Route, Scope
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.organisation.group import Role, Rule
from harehawk.engine.worth.deal import Fit

XIANG: Text = ("当面：向以宁", "In person: Xiang Yining")
QINYU: Text = ("当面：覃玉", "In person: Qin Yu")
JIAO: Text = ("当面：焦玉良", "In person: Jiao Yuliang")
PU: Text = ("当面：蒲大勇", "In person: Pu Dayong")
LU: Text = ("当面：卢伟民", "In person: Lu Weimin")
WU: Text = ("当面：吴家豪", "In person: Wu Jiahao")


def write(draft: Draft) -> None:
    _leakage(draft)
    _pumps(draft)
    _waterworks(draft)
    _plants(draft)


def _leakage(draft: Draft) -> None:
    deal = Deal(draft, "leakage", ("管网漏损监测", "Network leakage monitoring"), "supply", "jia-ning", 690 * WAN, 0.26, found=118, signature=95, method=Procurement.NEGOTIATION, notice=40, rule=Rule.CONSENSUS, route=Route.DIRECT)
    deal.yes("need_explicit", FIRST_HAND, 22, ("当面：江海潮", "In person: Jiang Haichao"))
    deal.yes("funds_enough", SECOND_HAND, 70, ("康敏转述", "Via Kang Min"))
    deal.yes("sponsor_asks", FIRST_HAND, 22, ("当面：江海潮", "In person: Jiang Haichao"))
    deal.yes("date_compelling", SECOND_HAND, 15, ("覃玉转述", "Via Qin Yu"))
    deal.yes("shortlisted", RECORD, 110, ("《集团供应商库名单》", "“Supplier list of the group”"))
    deal.yes("qualified", FIRST_HAND, 31, LU)
    deal.yes("value_seen", FIRST_HAND, 4, XIANG)
    deal.yes("people_free", GUESS, 12)
    deal.member("jiang-haichao", Role.APPROVER, Role.BUDGET_HOLDER, scope=(Scope.OVERALL,))
    deal.member("qin-yu", Role.BUSINESS_EVALUATOR, scope=(Scope.BUSINESS,))
    deal.member("wan-qihang", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("xiang-yining", Role.USER, Role.COACH, scope=(Scope.BUSINESS,))
    deal.hears("jiang-haichao", "qin-yu", 2, 22, ("贾宁观察", "Jia Ning's observation"))
    deal.hears("qin-yu", "xiang-yining", 3, 15, ("童欣观察", "Tong Xin's observation"))
    deal.supports("xiang-yining", FIRST_HAND, 4, XIANG)
    deal.supports("qin-yu", SECOND_HAND, 4, ("向以宁转述", "Via Xiang Yining"))
    deal.neutral("jiang-haichao", FIRST_HAND, 22, ("当面：江海潮", "In person: Jiang Haichao"))
    deal.rival(HENGCHE, note=("水力模型在省里用得多", "Their hydraulic model is widely used in the province"))
    deal.rival(YUANQIAO)
    deal.against(HENGCHE, FIRST_HAND, 15, QINYU, solution=0, technology=-1, service=1)
    deal.need(("分区计量接入", "District meters connected"), Fit.OWN, "leak", scope=Scope.TECHNOLOGY)
    deal.need(("水力模型校核", "Hydraulic model calibrated"), Fit.PARTNER, "leak", ("省水科所", "Provincial water research"), scope=Scope.TECHNOLOGY, cost=25 * WAN, month=4)
    deal.need(("听漏杆统一管理", "Listening rods in one system"), None, want=True, scope=Scope.BUSINESS)
    deal.pays((SIGNATURE, 0, 0.3), (DELIVERY, 4, 0.3), (ACCEPTANCE, 7, 0.35), (RETENTION, 19, 0.05))
    deal.costs(("设备和实施", "Equipment and work"), *((month, 64 * WAN) for month in range(2, 10)))
    deal.scores(("贾宁评估", "Jia Ning's assessment"), fit=2, reference=1)
    deal.effort(300, 280, 120, money=24 * WAN, spent=90)
    deal.decided(Verdict.PROBE, 14, "zhou-yan", review=21)
    deal.move("m1", "jia-ning", "qin-yu", 4, ("问评审要不要集团万总工签字", "Ask whether Wan of the group has to sign"))


def _pumps(draft: Draft) -> None:
    deal = Deal(draft, "pump-stations", ("泵站远程监控", "Remote pumping stations"), "drain", "jia-ning", 216 * WAN, 0.25, found=102, signature=45, method=Procurement.INVITED_TENDER, notice=-3, opening=18, award=25, closed=True, rule=Rule.DECIDER, route=Route.DIRECT, note=("按普通客户不值得，按重点客户值得：看集团怎么定级", "Not worth it for a standard customer, worth it for a key one: it depends on how we class the group"))
    brief: Text = ("《泵站远程监控招标文件》", "“Tender for remote pumping stations”")
    for criterion in ("need_explicit", "funds_enough", "project_approved", "funds_kept", "shortlisted", "qualified", "formal_fit", "not_rigged", "steps_known"):
        deal.yes(criterion, RECORD, 3, brief)
    deal.yes("sponsor_asks", FIRST_HAND, 8, PU)
    deal.yes("sponsor_asks", FIRST_HAND, 9, JIAO)
    deal.yes("top_access", FIRST_HAND, 8, PU)
    deal.yes("top_access", RECORD, 8, ("《技术交流会签到表》", "“Attendance of the technical exchange”"))
    deal.yes("people_free", RECORD, 6, ("《交付排期表》", "“Delivery schedule”"))
    deal.no("date_compelling", RECORD, 3, brief)
    deal.no("value_seen", RECORD, 1, ("《澄清答复》", "“Reply to our request for clarification”"))
    deal.no("unwritten_ours", FIRST_HAND, 8, PU)
    deal.no("unwritten_ours", FIRST_HAND, 9, JIAO)
    deal.no("coach_confirmed", FIRST_HAND, 9, JIAO)
    deal.no("coach_confirmed", FIRST_HAND, 19, ("贾宁拜访记录", "Jia Ning's visit note"))
    deal.member("pu-dayong", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("jiao-yuliang", Role.USER, scope=(Scope.TECHNOLOGY,))
    deal.member("ying-fei", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("qi-hong", Role.PURCHASER, scope=(Scope.PROCUREMENT,))
    deal.neutral("pu-dayong", FIRST_HAND, 8, PU)
    deal.neutral("jiao-yuliang", FIRST_HAND, 9, JIAO)
    deal.rival(HENGCHE, incumbent=True)
    deal.against(HENGCHE, FIRST_HAND, 9, JIAO, solution=0, product=0, price=0, position=0, technology=0, service=0)
    deal.need(("远程启停与联锁", "Remote start, stop and interlock"), Fit.OWN, "monitor", scope=Scope.TECHNOLOGY)
    price: Text = ("价格分", "Price")
    deal.points(price, None, 50, 205 * WAN, 212 * WAN, 216 * WAN, formula=PriceFormula.LOWEST_RATIO)
    deal.points(price, HENGCHE, 50, 198 * WAN, 210 * WAN, 216 * WAN, formula=PriceFormula.LOWEST_RATIO)
    deal.pays((SIGNATURE, 0, 0.4), (DELIVERY, 3, 0.3), (ACCEPTANCE, 5, 0.3))
    deal.costs(("设备和实施", "Equipment and work"), *((month, 40.5 * WAN) for month in range(3, 7)))
    deal.scores(("贾宁评估", "Jia Ning's assessment"), importance=2, fit=1, reference=1, learning=0)
    deal.effort(160, 180, 60, money=12 * WAN)
    deal.effort(130, 140, 50, money=10 * WAN, level="light")  # the bid itself takes most of it
    deal.decided(Verdict.ABANDON, 5, "zhou-yan", ("普通客户不值这个投入；集团若升为重点再看", "Too much effort for a standard customer; look again if the group becomes a key one"), review=60)


def _waterworks(draft: Draft) -> None:
    deal = Deal(draft, "waterworks-four", ("第四水厂自控与智慧水厂", "Fourth waterworks: control and smart plant"), "dingchuan", "jia-ning", 1580 * WAN, 0.14, found=90, signature=120, method=Procurement.OPEN_TENDER, notice=20, route=Route.MAIN_CONTRACTOR)
    deal.yes("need_explicit", RECORD, 50, ("《初步设计》", "“Preliminary design”"))
    deal.yes("funds_enough", RECORD, 50, ("《初设批复》", "“Approval of the preliminary design”"))
    deal.yes("project_approved", RECORD, 50, ("《初设批复》", "“Approval of the preliminary design”"))
    deal.yes("shortlisted", RECORD, 110, ("《集团供应商库名单》", "“Supplier list of the group”"))
    deal.no("formal_fit", RECORD, 12, ("《技术规格书》征求意见稿", "Draft specification"))
    deal.no("value_seen", FIRST_HAND, 31, LU)
    deal.no("not_rigged", RECORD, 12, ("《技术规格书》征求意见稿", "Draft specification"))
    deal.no("not_rigged", FIRST_HAND, 31, LU, sealed=True)
    deal.no("unwritten_ours", FIRST_HAND, 31, LU)
    deal.no("top_access", FIRST_HAND, 52, ("当面：龙翠萍", "In person: Long Cuiping"))
    deal.no("coach_confirmed", FIRST_HAND, 31, LU)
    deal.yes("steps_known", FIRST_HAND, 31, LU)
    deal.member("lei-zhiming", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("long-cuiping", Role.APPROVER, scope=(Scope.BUSINESS,))
    deal.member("wan-qihang", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("zhang-hui", Role.BUDGET_HOLDER, scope=(Scope.FINANCE,))
    deal.member("lu-weimin", Role.USER, Role.GATEKEEPER, scope=(Scope.TECHNOLOGY,))
    deal.member("zhuo-zhian", Role.PURCHASER, scope=(Scope.PROCUREMENT,))
    deal.supports("lei-zhiming", FIRST_HAND, 31, LU, rival=YUANQIAO)
    deal.supports("wan-qihang", FIRST_HAND, 38, QINYU, rival=YUANQIAO)
    deal.opposes("lei-zhiming", FIRST_HAND, 31, LU)
    deal.opposes("wan-qihang", FIRST_HAND, 38, QINYU)
    deal.rival(YUANQIAO, incumbent=True, note=("规格书按他们的控制器写的", "The specification describes their controller"))
    deal.against(YUANQIAO, FIRST_HAND, 31, LU, solution=-2, product=-2, position=-1, price=-1, technology=-1, service=0)
    deal.need(("冗余控制器", "Redundant controllers"), Fit.BUY, None, ("控制器厂商", "Controller maker"), scope=Scope.TECHNOLOGY)
    deal.need(("数字孪生水厂", "Digital twin of the plant"), Fit.NONE, None, scope=Scope.TECHNOLOGY, want=True)
    deal.pays((SIGNATURE, 0, 0.3), (DELIVERY, 4, 0.4), (ACCEPTANCE, 9, 0.25), (RETENTION, 33, 0.05), form=DISCOUNTED)
    deal.costs(("设备和实施", "Equipment and work"), *((month, 170 * WAN) for month in range(3, 11)))
    deal.through(XINLI, Route.MAIN_CONTRACTOR, 0.55, 0.15, 45)
    deal.scores(None, importance=-1, reference=0)
    deal.harms(HUAXIN, ("总包自带传感，华昕没位置", "The contractor brings his own sensors"), 0.5, 30 * WAN, ("当面：卓志安", "In person: Zhuo Zhi'an"))
    deal.effort(220, 260, 80, money=15 * WAN, spent=30)


def _plants(draft: Draft) -> None:
    deal = Deal(draft, "plants-platform", ("三厂统一运营平台", "One platform for three plants"), "norlan", "jia-ning", 850 * WAN, 0.3, found=64, signature=330, rule=Rule.DECIDER, route=Route.DIRECT)
    deal.no("project_approved", FIRST_HAND, 41, WU)
    deal.no("project_approved", RECORD, 30, ("《亚太区年度资本预算》", "“Regional capital budget of the year”"))
    deal.no("funds_enough", RECORD, 30, ("《亚太区年度资本预算》", "“Regional capital budget of the year”"))
    deal.no("date_compelling", FIRST_HAND, 41, WU)
    deal.no("need_explicit", FIRST_HAND, 26, ("当面：郑可", "In person: Zheng Ke"))
    deal.yes("sponsor_asks", SECOND_HAND, 70, ("吴家豪转述", "Via Wu Jiahao"))
    deal.yes("value_seen", FIRST_HAND, 41, WU)
    deal.yes("qualified", FIRST_HAND, 41, WU)
    deal.yes("shortlisted", FIRST_HAND, 66, ("视频会议：安娜·贝里", "Video call: Anna Berg"))
    deal.member("anna-berg", Role.APPROVER, scope=(Scope.PROCUREMENT,))
    deal.member("marcus-lind", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("he-peishan", Role.FINANCIAL_EVALUATOR, Role.BUDGET_HOLDER, scope=(Scope.FINANCE,))
    deal.member("wu-jiahao", Role.USER, Role.COACH, scope=(Scope.BUSINESS,))
    deal.supports("wu-jiahao", FIRST_HAND, 41, WU)
    deal.neutral("marcus-lind", FIRST_HAND, 70, ("当面：马库斯·林德", "In person: Marcus Lind"))
    deal.rival(YUANQIAO)
    deal.rival(AS_IT_IS, RivalKind.NOTHING)
    deal.against(YUANQIAO, SECOND_HAND, 66, ("吴家豪转述", "Via Wu Jiahao"), position=-1, service=1)
    deal.need(("加药优化", "Chemical dosing optimised"), Fit.OWN, "energy", scope=Scope.BUSINESS)
    deal.need(("与新加坡数据中心互通", "Data exchange with the Singapore centre"), Fit.NOT_KNOWN, scope=Scope.TECHNOLOGY, source=("问过郑可，没答案", "Asked Zheng Ke, no answer"))
    deal.scores(None, importance=1, fit=1, reference=1)
    deal.still_to_spend(22 * WAN)
    deal.decided(Verdict.NURTURE, 20, "zhou-yan", ("等明年预算，每季度见一次", "Wait for next year's budget, meet once a quarter"), review=120)
    deal.move("m1", "jia-ning", "wu-jiahao", 45, ("送加药优化的同行案例", "Bring a case of dosing optimisation"))
