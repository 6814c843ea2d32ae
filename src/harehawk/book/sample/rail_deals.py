"""Open opportunities of the rail group."""
# fmt: off

from harehawk.book.sample.deal import Deal
from harehawk.book.sample.draft import (
    ACCEPTANCE,
    DELIVERY,
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
from harehawk.book.sample.rivals import HAIYUE, HUAXIN, LANQIAO, TUOLAN
from harehawk.book.sheets.choices import PriceFormula, Procurement, Route, Scope
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.organisation.group import Role, Rule
from harehawk.engine.worth.deal import Fit

CHEN: Text = ("当面：陈立", "In person: Chen Li")
JIANG: Text = ("当面：蒋文辉", "In person: Jiang Wenhui")
DONG: Text = ("当面：董凯", "In person: Dong Kai")
QIN: Text = ("当面：秦峰", "In person: Qin Feng")


def write(draft: Draft) -> None:
    _care(draft)
    _point_machines(draft)
    _depot_energy(draft)
    _site_safety(draft)


def _care(draft: Draft) -> None:
    deal = Deal(draft, "linjiang-care", ("智能运维平台一期", "Predictive maintenance platform, phase one"), "linjiang", "lin-xiaolan", 3860 * WAN, 0.11, found=212, signature=150, method=Procurement.OPEN_TENDER, notice=58, opening=82, award=104, rule=Rule.CHAIN, route=Route.DIRECT, note=("集团三重一大项目，逐级会审", "A purchase that goes through the group's full chain"))
    _care_evidence(deal)
    _care_group(deal)
    _care_stances(deal)
    deal.rival(HAIYUE, incumbent=True, note=("五年前的综合监控是他们做的", "Built the present monitoring five years ago"))
    deal.against(HAIYUE, FIRST_HAND, 20, ("技术交流会", "Technical exchange"), solution=1, technology=1, product=0)
    deal.against(HAIYUE, SECOND_HAND, 64, ("罗斌转述", "Via Luo Bin"), price=-1, position=-1)
    _care_needs(deal)
    _care_points(deal)
    deal.pays((SIGNATURE, 0, 0.2), (DELIVERY, 4, 0.3), (ACCEPTANCE, 8, 0.45), (RETENTION, 30, 0.05))
    deal.performance_bond(0.05, 9)
    deal.bid_bond(60 * WAN)
    deal.costs(("设备和传感", "Equipment and sensors"), (4, 760 * WAN), (5, 760 * WAN), (6, 560 * WAN))
    deal.costs(("实施", "Implementation"), *((month, 170 * WAN) for month in range(1, 9)))
    deal.scores(("集团年度规划", "The group's yearly plan"), importance=2, fit=1, reference=1)
    deal.depends(("首付款谈到三成", "First payment raised to thirty per cent"), 0.4, 90 * WAN, ("苏晴测算", "Su Qing's estimate"))
    deal.harms(HUAXIN, ("改用自有传感，华昕少一单", "Our own sensors would cost Huaxin an order"), 0.15, 120 * WAN, ("当面：庞立新", "In person: Pang Lixin"))
    deal.effort(1200, 1100, 500, money=90 * WAN, spent=420, money_spent=15 * WAN)
    deal.effort(620, 560, 240, money=40 * WAN, spent=420, money_spent=15 * WAN, level="light")
    deal.decided(Verdict.PROBE, 30, "zhou-yan", ("先把评审会和拍板人态度摸清", "First find out where the review and the top stand"), review=20)
    deal.move("m1", "lin-xiaolan", "chen-li", 3, ("问清可研什么时候上会、谁主持、周总怎么看", "Ask when the study comes up for review, who chairs, and what Zhou thinks"))
    deal.move("m2", "shen-yi", "gu-haifeng", 9, ("单独谈接口改造的分段割接方案", "Talk through a staged cut-over of the interfaces"))
    deal.move("m0", "su-qing", "sun-yumei", -48, ("带全寿命成本测算", "Bring the whole-life cost calculation"), ("她认可算法，要求补后三年维保", "She accepts the method, wants three more years of support in it"))


def _care_evidence(deal: Deal) -> None:
    deal.yes("need_explicit", RECORD, 12, ("《智能运维平台需求报告》", "“Requirements of the maintenance platform”"))
    deal.yes("funds_enough", RECORD, 41, ("《集团年度投资计划》", "“Yearly investment plan of the group”"))
    deal.yes("project_approved", FIRST_HAND, 9, CHEN)
    deal.yes("date_compelling", FIRST_HAND, 20, JIANG)
    deal.yes("date_compelling", SECOND_HAND, 66, ("于洋转述", "Via Yu Yang"))
    deal.yes("sponsor_asks", FIRST_HAND, 35, ("当面：周维国", "In person: Zhou Weiguo"))
    deal.yes("funds_kept", SECOND_HAND, 66, ("冯涛转述", "Via Feng Tao"))
    deal.yes("shortlisted", RECORD, 90, ("《集团合格供应商名录》", "“Approved suppliers of the group”"))
    deal.yes("qualified", RECORD, 18, ("《资格预审公告》", "“Prequalification notice”"))
    deal.yes("formal_fit", FIRST_HAND, 27, CHEN)
    deal.yes("people_free", GUESS, 15)
    deal.yes("value_seen", FIRST_HAND, 203, JIANG)  # stale
    deal.no("top_access", SECOND_HAND, 33, ("陈立转述", "Via Chen Li"))
    deal.yes("coach_confirmed", FIRST_HAND, 20, ("当面：罗斌", "In person: Luo Bin"))
    deal.yes("steps_known", FIRST_HAND, 9, CHEN)
    deal.asked("unwritten_ours", FIRST_HAND, 20, CHEN)


def _care_group(deal: Deal) -> None:
    deal.member("guo-jianping", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("han-zhiyuan", Role.APPROVER, scope=(Scope.OVERALL,))
    deal.member("zhou-weiguo", Role.APPROVER, scope=(Scope.BUSINESS,))
    deal.member("sun-yumei", Role.BUDGET_HOLDER, Role.FINANCIAL_EVALUATOR, scope=(Scope.FINANCE,))
    deal.member("gu-haifeng", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("liang-zheng", Role.APPROVER, scope=(Scope.LEGAL,))
    deal.member("chen-li", Role.COACH, Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("cao-jun", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("jiang-wenhui", Role.USER, scope=(Scope.BUSINESS,))
    deal.member("yu-yang", Role.USER, scope=(Scope.BUSINESS,))
    deal.member("huang-shan", Role.PURCHASER, Role.GATEKEEPER, scope=(Scope.PROCUREMENT,))
    deal.member("yu-jiangping", Role.INFLUENCER, scope=(Scope.TECHNOLOGY,))
    deal.member("tong-lihua", Role.GATEKEEPER, scope=(Scope.PROCUREMENT,))
    deal.member("che-minghui", Role.INFLUENCER)
    deal.body(1, ("使用部门会签", "User departments sign"), Rule.CONSENSUS, "jiang-wenhui", "yu-yang", meets=14)
    deal.body(2, ("可研评审会", "Feasibility review"), Rule.VOTE, "gu-haifeng", "chen-li", "cao-jun", "luo-yiping", "yu-jiangping", weights=(2, 1, 1, 1, 1), quota=3, veto=("gu-haifeng",), meets=30)
    deal.body(3, ("评标委员会", "Bid evaluation committee"), Rule.VOTE, unnamed=5, meets=84)
    deal.body(4, ("总经理办公会", "General manager's meeting"), Rule.DECIDER, "guo-jianping", "zhou-weiguo", "sun-yumei", "gu-haifeng", meets=95)
    deal.body(5, ("党委会", "Party committee"), Rule.VOTE, "han-zhiyuan", "guo-jianping", "zhou-weiguo", "sun-yumei", "liang-zheng", meets=102)
    deal.hears("zhou-weiguo", "chen-li", 2, 20, ("林晓岚观察", "Lin Xiaolan's observation"))
    deal.hears("zhou-weiguo", "gu-haifeng", 2, 20, CHEN)
    deal.hears("guo-jianping", "zhou-weiguo", 3, 40, CHEN)
    deal.hears("guo-jianping", "sun-yumei", 2, 48, ("苏晴观察", "Su Qing's observation"))
    deal.hears("gu-haifeng", "yu-jiangping", 2, 55, ("当面：俞江平", "In person: Yu Jiangping"))
    deal.at_odds("gu-haifeng", "chen-li", 20, ("罗斌转述，接口标准两人各执一词", "Via Luo Bin, they disagree on the interface standard"))


def _care_stances(deal: Deal) -> None:
    deal.supports("chen-li", FIRST_HAND, 6, CHEN)
    deal.supports("jiang-wenhui", FIRST_HAND, 9, JIANG)
    deal.supports("yu-yang", SECOND_HAND, 12, ("杜晓月现场听到", "Heard on site by Du Xiaoyue"))
    deal.supports("zhou-weiguo", GUESS, 35, ("林晓岚判断", "Lin Xiaolan's reading"))
    deal.neutral("zhou-weiguo", SECOND_HAND, 9, ("陈立转述", "Via Chen Li"))  # the coach contradicts the seller
    deal.neutral("gu-haifeng", FIRST_HAND, 20, ("当面：顾海峰", "In person: Gu Haifeng"))
    deal.supports("gu-haifeng", SECOND_HAND, 40, ("罗斌转述", "Via Luo Bin"), rival=HAIYUE)
    deal.supports("sun-yumei", FIRST_HAND, 48, ("当面：孙玉梅", "In person: Sun Yumei"))
    deal.supports("cao-jun", FIRST_HAND, 15, ("当面：曹军", "In person: Cao Jun"))
    deal.supports("guo-jianping", SECOND_HAND, 168, ("邓国强转述", "Via Deng Guoqiang"))  # stale
    deal.neutral("yu-jiangping", FIRST_HAND, 55, ("当面：俞江平", "In person: Yu Jiangping"))


def _care_needs(deal: Deal) -> None:
    deal.need(("轴温与走行部在线监测", "Axle and bogie monitoring on line"), Fit.OWN, "monitor", scope=Scope.TECHNOLOGY, needed=330, available=200, source=("需求报告3.1", "Requirements 3.1"))
    deal.need(("检修工单与物资联动", "Work orders linked to materials"), Fit.OWN, "maintain", scope=Scope.BUSINESS, source=("需求报告3.4", "Requirements 3.4"))
    deal.need(("隧道巡检机器人", "Inspection robots in the tunnel"), Fit.PARTNER, "inspect", LANQIAO, scope=Scope.TECHNOLOGY, cost=80 * WAN, month=5, source=("需求报告3.6", "Requirements 3.6"))
    deal.need(("三年驻场", "Three years on site"), Fit.OWN, "onsite", want=True, scope=Scope.BUSINESS, source=CHEN)


def _care_points(deal: Deal) -> None:
    price: Text = ("价格分", "Price")
    technical: Text = ("技术分", "Technical")
    business: Text = ("商务分", "Business")
    for party, low, likely, high in ((None, 3700, 3800, 3860), (HAIYUE, 3500, 3620, 3800)):
        deal.points(price, party, 40, low * WAN, likely * WAN, high * WAN, formula=PriceFormula.AVERAGE, cut=0.05)
    deal.points(technical, None, 45, 36, 39, 42, subjective=True)
    deal.points(technical, HAIYUE, 45, 34, 38, 41, subjective=True)
    deal.points(business, None, 15, 11, None, 13)
    deal.points(business, HAIYUE, 15, 12, None, 14)


def _point_machines(draft: Draft) -> None:
    deal = Deal(draft, "point-machines", ("转辙机健康管理", "Point machine health"), "metro", "lin-xiaolan", 980 * WAN, 0.27, found=165, signature=48, method=Procurement.INVITED_TENDER, notice=-6, opening=15, award=26, rule=Rule.DECIDER, route=Route.DIRECT)
    deal.yes("need_explicit", RECORD, 30, ("《通号设备健康管理技术规格书》", "“Specification of signalling health management”"))
    deal.yes("funds_enough", RECORD, 30, ("《运营公司技改计划》", "“The operator's upgrade plan”"))
    deal.yes("project_approved", RECORD, 52, ("《立项批复》", "“Project approval”"))
    deal.yes("date_compelling", FIRST_HAND, 18, DONG)
    deal.yes("sponsor_asks", FIRST_HAND, 25, ("当面：邓国强", "In person: Deng Guoqiang"))
    deal.yes("funds_kept", FIRST_HAND, 75, ("当面：潘丽", "In person: Pan Li"))
    deal.yes("shortlisted", RECORD, 6, ("《投标邀请书》", "“Invitation to bid”"))
    deal.yes("qualified", RECORD, 6, ("《投标邀请书》", "“Invitation to bid”"))
    deal.yes("formal_fit", FIRST_HAND, 18, DONG)
    deal.yes("people_free", FIRST_HAND, 14, ("当面：陆成", "In person: Lu Cheng"))
    deal.yes("value_seen", FIRST_HAND, 15, ("当面：曹军", "In person: Cao Jun"))
    deal.yes("top_access", FIRST_HAND, 25, ("当面：邓国强", "In person: Deng Guoqiang"))
    deal.yes("unwritten_ours", SECOND_HAND, 9, ("蒋文辉转述", "Via Jiang Wenhui"))
    deal.yes("coach_confirmed", FIRST_HAND, 9, JIANG)
    deal.yes("not_rigged", FIRST_HAND, 18, DONG)
    deal.yes("not_rigged", SECOND_HAND, 30, ("叶青转述", "Via Ye Qing"))
    deal.yes("steps_known", FIRST_HAND, 9, JIANG)
    deal.member("deng-guoqiang", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("jiang-wenhui", Role.COACH, Role.BUSINESS_EVALUATOR, scope=(Scope.BUSINESS,))
    deal.member("cao-jun", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("dong-kai", Role.USER, scope=(Scope.TECHNOLOGY,))
    deal.member("pan-li", Role.FINANCIAL_EVALUATOR, scope=(Scope.FINANCE,))
    deal.member("ren-min", Role.PURCHASER, scope=(Scope.PROCUREMENT,))
    deal.hears("deng-guoqiang", "jiang-wenhui", 3, 25, ("周岩观察", "Zhou Yan's observation"))
    deal.hears("deng-guoqiang", "cao-jun", 2, 25, ("周岩观察", "Zhou Yan's observation"))
    deal.supports("deng-guoqiang", FIRST_HAND, 25, ("当面：邓国强", "In person: Deng Guoqiang"))
    deal.supports("jiang-wenhui", FIRST_HAND, 9, JIANG)
    deal.supports("cao-jun", FIRST_HAND, 15, ("当面：曹军", "In person: Cao Jun"))
    deal.supports("dong-kai", FIRST_HAND, 18, DONG)
    deal.opposes("pan-li", SECOND_HAND, 75, ("任敏转述，嫌价高", "Via Ren Min, finds the price high"))
    deal.rival(HAIYUE)
    deal.rival(TUOLAN)
    deal.against(HAIYUE, FIRST_HAND, 18, DONG, solution=1, product=1, technology=1, price=-1)
    deal.against(TUOLAN, FIRST_HAND, 18, DONG, solution=2, product=1, price=-2, service=1)
    deal.need(("电流曲线秒级采集", "Current curves every second"), Fit.OWN, "series", scope=Scope.TECHNOLOGY, needed=140, available=30)
    deal.need(("故障提前预警", "Warning ahead of failure"), Fit.OWN, "monitor", scope=Scope.TECHNOLOGY)
    deal.pays((SIGNATURE, 0, 0.3), (DELIVERY, 4, 0.3), (ACCEPTANCE, 6, 0.35), (RETENTION, 18, 0.05))
    deal.performance_bond(0.05, 7)
    deal.costs(("设备", "Equipment"), (2, 260 * WAN), (3, 170 * WAN))
    deal.costs(("实施", "Implementation"), *((month, 57 * WAN) for month in range(1, 6)))
    deal.scores(("周岩评估", "Zhou Yan's assessment"), importance=2, fit=1, reference=1)
    deal.effort(220, 180, 60, money=8 * WAN, spent=190)
    deal.decided(Verdict.PURSUE, 40, "zhou-yan", review=15)
    deal.move("m1", "lin-xiaolan", "ren-min", 2, ("书面澄清接口边界", "Clarify the interfaces in writing"))


def _depot_energy(draft: Draft) -> None:
    deal = Deal(draft, "depot-energy", ("北郊车辆段能源管理", "Energy management of the north depot"), "metro", "lin-xiaolan", 128 * WAN, 0.08, found=96, signature=40, method=Procurement.QUOTATION, rule=Rule.DECIDER, route=Route.DIRECT, note=("钱不多，但是集团第一个车辆段示范点", "Little money, but the group's first depot showcase"))
    deal.yes("need_explicit", RECORD, 22, ("《车辆段节能改造任务单》", "“Depot energy work order”"))
    deal.yes("funds_enough", FIRST_HAND, 11, QIN)
    deal.yes("project_approved", RECORD, 22, ("《车辆段节能改造任务单》", "“Depot energy work order”"))
    deal.yes("sponsor_asks", FIRST_HAND, 11, QIN)
    deal.yes("date_compelling", FIRST_HAND, 11, QIN)
    deal.yes("shortlisted", RECORD, 90, ("《集团合格供应商名录》", "“Approved suppliers of the group”"))
    deal.yes("qualified", RECORD, 90, ("《集团合格供应商名录》", "“Approved suppliers of the group”"))
    deal.yes("formal_fit", FIRST_HAND, 11, QIN)
    deal.yes("people_free", FIRST_HAND, 8, ("当面：陆成", "In person: Lu Cheng"))
    deal.yes("value_seen", FIRST_HAND, 11, QIN)
    deal.yes("top_access", FIRST_HAND, 9, JIANG)
    deal.yes("unwritten_ours", FIRST_HAND, 11, QIN)
    deal.yes("not_rigged", FIRST_HAND, 9, JIANG)
    deal.yes("coach_confirmed", FIRST_HAND, 9, JIANG)
    deal.member("jiang-wenhui", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("qin-feng", Role.USER, Role.INFLUENCER, scope=(Scope.BUSINESS,))
    deal.member("ye-qing", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("ren-min", Role.PURCHASER, scope=(Scope.PROCUREMENT,))
    deal.supports("jiang-wenhui", FIRST_HAND, 9, JIANG)
    deal.supports("qin-feng", FIRST_HAND, 11, QIN)
    deal.need(("分项计量与诊断", "Metering and diagnosis by circuit"), Fit.OWN, "energy", scope=Scope.TECHNOLOGY)
    deal.scores(("周岩评估", "Zhou Yan's assessment"), importance=2, fit=1, reference=2, learning=1)
    deal.effort(120, 120, 40, spent=20)
    deal.decided(Verdict.PURSUE, 12, "zhou-yan", ("现金上不划算，要的是示范点", "Hardly pays in cash; what we want is the showcase"), review=30)
    deal.move("m1", "tong-xin", "ye-qing", 5, ("交底计量点表", "Hand over the list of meters"))


def _site_safety(draft: Draft) -> None:
    deal = Deal(draft, "site-safety", ("智慧工地安全监测", "Safety monitoring on building sites"), "tracks", "lin-xiaolan", found=14)
    deal.asked("funds_enough", FIRST_HAND, 14, ("当面：方莉", "In person: Fang Li"))
    deal.asked("steps_known", FIRST_HAND, 14, ("当面：方莉", "In person: Fang Li"))
