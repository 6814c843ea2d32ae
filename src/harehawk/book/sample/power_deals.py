"""Open opportunities of the energy group and its members."""
# fmt: off

from harehawk.book.sample.customers import LINJIANG
from harehawk.book.sample.deal import Deal
from harehawk.book.sample.draft import (
    ACCEPTANCE,
    DELIVERY,
    FIRST_HAND,
    GUESS,
    HELD,
    RECORD,
    RETENTION,
    SECOND_HAND,
    SIGNATURE,
    WAN,
    Draft,
    Text,
)
from harehawk.book.sample.rivals import HAIYUE, HUAXIN, LANQIAO, OWN_STAFF, TUOLAN, YANSHI, YUANQIAO
from harehawk.book.sheets.choices import Procurement, RivalKind, Route, Scope
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.organisation.group import Role, Rule
from harehawk.engine.worth.deal import Fit

KONG: Text = ("当面：孔繁林", "In person: Kong Fanlin")
CHANG: Text = ("当面：常泓", "In person: Chang Hong")
WU: Text = ("当面：武刚", "In person: Wu Gang")
TANG: Text = ("当面：汤胜利", "In person: Tang Shengli")


def write(draft: Draft) -> None:
    _dispatch(draft)
    _feeders(draft)
    _inspection(draft)
    _relays(draft)
    _wind(draft)


def _dispatch(draft: Draft) -> None:
    deal = Deal(draft, "dispatch", ("集团生产调度平台", "Group dispatch platform"), "beiling", "he-zheng", 9200 * WAN, 0.24, found=188, signature=200, method=Procurement.OPEN_TENDER, notice=100, route=Route.CONSORTIUM, note=("金额全年最大，要抽走整个交付中心", "The largest amount of the year; it would take the whole delivery team"))
    deal.yes("need_explicit", RECORD, 60, ("《集团数字化规划》", "“Digital plan of the group”"))
    deal.yes("funds_enough", RECORD, 44, ("《资本支出计划》", "“Capital plan”"))
    deal.yes("project_approved", FIRST_HAND, 16, KONG)
    deal.yes("sponsor_asks", FIRST_HAND, 44, ("当面：邵明", "In person: Shao Ming"))
    deal.yes("date_compelling", SECOND_HAND, 50, ("毛翔转述", "Via Mao Xiang"))
    deal.yes("funds_kept", FIRST_HAND, 16, KONG)
    deal.yes("shortlisted", RECORD, 120, ("《供应商注册通知》", "“Supplier registration”"))
    deal.yes("qualified", FIRST_HAND, 16, KONG)
    deal.no("people_free", FIRST_HAND, 10, ("当面：陆成", "In person: Lu Cheng"))
    deal.yes("value_seen", SECOND_HAND, 50, ("毛翔转述", "Via Mao Xiang"))
    deal.yes("formal_fit", FIRST_HAND, 16, KONG)
    deal.yes("top_access", FIRST_HAND, 44, ("周岩拜访记录", "Zhou Yan's visit note"))
    deal.yes("not_rigged", FIRST_HAND, 16, KONG)
    deal.no("coach_confirmed", GUESS, 40)
    deal.no("unwritten_ours", SECOND_HAND, 50, ("毛翔转述", "Via Mao Xiang"))
    deal.member("he-jianhua", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("shao-ming", Role.APPROVER, scope=(Scope.BUSINESS,))
    deal.member("gao-liqun", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("jin-xiuying", Role.BUDGET_HOLDER, scope=(Scope.FINANCE,))
    deal.member("kong-fanlin", Role.USER, scope=(Scope.TECHNOLOGY,))
    deal.member("yan-dong", Role.GATEKEEPER, scope=(Scope.LEGAL,))
    deal.neutral("shao-ming", FIRST_HAND, 44, ("当面：邵明", "In person: Shao Ming"))
    deal.supports("kong-fanlin", FIRST_HAND, 16, KONG)
    deal.opposes("gao-liqun", SECOND_HAND, 50, ("毛翔转述", "Via Mao Xiang"))
    deal.rival(HAIYUE, incumbent=True)
    deal.rival(YUANQIAO)
    deal.against(HAIYUE, SECOND_HAND, 50, ("毛翔转述", "Via Mao Xiang"), position=-2, solution=-1, price=0)
    deal.against(YUANQIAO, FIRST_HAND, 16, KONG, position=-1, solution=0, price=-1)
    deal.need(("全集团机组数据接入", "Data of all units of the group"), Fit.OWN, "series", scope=Scope.TECHNOLOGY)
    deal.need(("调度指令闭环", "Dispatch orders followed to the end"), Fit.BUILD, None, ("自研团队", "Own developers"), scope=Scope.BUSINESS, needed=520, available=420, cost=460 * WAN, month=8, source=("规划第四章", "Plan, chapter four"))
    deal.need(("电力市场报价模块", "Market bidding module"), Fit.BUY, None, YANSHI, scope=Scope.BUSINESS, cost=180 * WAN, month=6)
    deal.pays((SIGNATURE, 0, 0.3), (DELIVERY, 5, 0.35), (ACCEPTANCE, 12, 0.3), (RETENTION, 36, 0.05))
    deal.costs(("设备、外包和人工", "Equipment, subcontracts and staff"), *((month, 580 * WAN) for month in range(2, 14)))
    deal.scores(("周岩评估", "Zhou Yan's assessment"), importance=1, fit=0, reference=1)
    deal.harms(LINJIANG, ("交付队伍抽走，一期延期要赔，二期多半没了", "The delivery team would leave Linjiang's first phase: penalties now, the second phase gone"), 0.45, 3300 * WAN, ("陆成排期推算", "Lu Cheng's schedule"))
    deal.harms(HUAXIN, ("海岳进场后华昕退出联合体", "Huaxin would leave the consortium"), 0.3, 400 * WAN, ("当面：庞立新", "In person: Pang Lixin"))
    deal.through(YANSHI, Route.INTEGRATOR, 0.4, 0.5, 30)
    deal.effort(900, 1400, 500, money=120 * WAN, spent=310, money_spent=10 * WAN)
    deal.decided(Verdict.PURSUE, 150, "zhou-yan", ("金额大，先跟着", "A large amount, so we follow it for now"))
    deal.decided(Verdict.ABANDON, 10, "guan-zhiheng", ("赢了会伤到临江，人也不够", "Winning would hurt Linjiang, and we lack the people"), review=90)


def _feeders(draft: Draft) -> None:
    deal = Deal(draft, "feeders", ("配网自动化改造", "Feeder automation"), "grid", "he-zheng", 1200 * WAN, 0.19, found=130, signature=75, method=Procurement.FRAMEWORK, rule=Rule.DECIDER, route=Route.DIRECT)
    deal.yes("need_explicit", RECORD, 40, ("《配网改造技术要求》", "“Technical demands of feeder automation”"))
    deal.yes("funds_enough", RECORD, 40, ("《配网改造投资计划》", "“Investment plan of feeder automation”"))
    deal.yes("project_approved", RECORD, 40, ("《配网改造投资计划》", "“Investment plan of feeder automation”"))
    deal.yes("sponsor_asks", FIRST_HAND, 13, CHANG)
    deal.yes("shortlisted", RECORD, 70, ("《框架入围通知书》", "“Notice of framework admission”"))
    deal.yes("qualified", RECORD, 70, ("《框架入围通知书》", "“Notice of framework admission”"))
    deal.yes("formal_fit", FIRST_HAND, 33, ("当面：钱学勤", "In person: Qian Xueqin"))
    deal.yes("top_access", FIRST_HAND, 13, CHANG)
    deal.yes("not_rigged", SECOND_HAND, 33, ("侯俊转述", "Via Hou Jun"))
    deal.member("lai-yongkang", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("chang-hong", Role.APPROVER, scope=(Scope.BUSINESS,))
    deal.member("qian-xueqin", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("ni-jia", Role.PURCHASER, scope=(Scope.PROCUREMENT,))
    deal.supports("chang-hong", FIRST_HAND, 13, CHANG)
    deal.neutral("qian-xueqin", FIRST_HAND, 33, ("当面：钱学勤", "In person: Qian Xueqin"))
    deal.rival(TUOLAN)
    deal.against(TUOLAN, SECOND_HAND, 33, ("侯俊转述", "Via Hou Jun"), price=-1, service=1)
    deal.need(("馈线终端接入", "Feeder terminals connected"), Fit.OWN, "series", scope=Scope.TECHNOLOGY)
    deal.need(("一二次融合开关", "Smart switches"), Fit.BUY, None, ("开关厂商", "Switchgear maker"), scope=Scope.TECHNOLOGY, needed=90, available=120)
    deal.pays((DELIVERY, 5, 0.1), (ACCEPTANCE, 9, 0.6), (("审计结算", "Final audit"), 18, 0.25), (RETENTION, 30, 0.05), days=60, form=HELD)
    deal.costs(("设备", "Equipment"), (1, 320 * WAN), (2, 320 * WAN), (3, 120 * WAN))
    deal.costs(("实施", "Implementation"), *((month, 35 * WAN) for month in range(1, 7)))
    deal.scores(None, fit=1)
    deal.effort(160, 140, 60, spent=70)
    deal.move("m1", "su-qing", "duan-yulan", 6, ("谈到货款能不能提到三成", "See whether payment on delivery can be raised to thirty per cent"))


def _inspection(draft: Draft) -> None:
    deal = Deal(draft, "inspection", ("变电站智能巡检", "Automated substation inspection"), "grid", "he-zheng", 760 * WAN, 0.28, found=142, signature=55, method=Procurement.NEGOTIATION, rule=Rule.VOTE, quota=3, route=Route.DIRECT)
    deal.yes("need_explicit", RECORD, 25, ("《无人值守站巡检方案》", "“Inspection of unstaffed substations”"))
    deal.yes("funds_enough", FIRST_HAND, 13, CHANG)
    deal.yes("project_approved", RECORD, 25, ("《初设批复》", "“Approval of the preliminary design”"))
    deal.yes("date_compelling", FIRST_HAND, 5, WU)
    deal.yes("sponsor_asks", FIRST_HAND, 13, CHANG)
    deal.no("funds_kept", SECOND_HAND, 60, ("段玉兰转述", "Via Duan Yulan"))
    deal.yes("funds_kept", FIRST_HAND, 13, CHANG)
    deal.yes("shortlisted", RECORD, 20, ("《供应商征集公告》", "“Call for suppliers”"))
    deal.yes("qualified", RECORD, 20, ("《供应商征集公告》", "“Call for suppliers”"))
    deal.yes("formal_fit", FIRST_HAND, 5, WU)
    deal.yes("people_free", FIRST_HAND, 14, ("当面：陆成", "In person: Lu Cheng"))
    deal.yes("value_seen", FIRST_HAND, 5, WU)
    deal.yes("top_access", FIRST_HAND, 13, CHANG)
    deal.yes("unwritten_ours", FIRST_HAND, 5, WU)
    deal.yes("coach_confirmed", FIRST_HAND, 24, ("当面：侯俊", "In person: Hou Jun"))
    deal.yes("not_rigged", FIRST_HAND, 5, WU)
    deal.yes("steps_known", FIRST_HAND, 5, WU)
    deal.member("chang-hong", Role.APPROVER, scope=(Scope.OVERALL,), votes=2, veto=True)
    deal.member("wu-gang", Role.USER, Role.COACH, scope=(Scope.BUSINESS,), votes=1)
    deal.member("qian-xueqin", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,), votes=1)
    deal.member("yin-hang", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,), votes=1)
    deal.member("duan-yulan", Role.FINANCIAL_EVALUATOR, scope=(Scope.FINANCE,), votes=1)
    deal.member("wen-tao", Role.INFLUENCER, scope=(Scope.TECHNOLOGY,), votes=0)
    deal.member("jian-ning", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,), votes=0)
    deal.hears("chang-hong", "wu-gang", 3, 13, ("何正观察", "He Zheng's observation"))
    deal.hears("qian-xueqin", "wen-tao", 2, 33, ("童欣观察", "Tong Xin's observation"))
    deal.at_odds("wu-gang", "yin-hang", 21, ("侯俊转述，由谁管运维两人意见不一", "Via Hou Jun, they disagree on who should run it"))
    deal.supports("chang-hong", FIRST_HAND, 13, CHANG)
    deal.supports("wu-gang", FIRST_HAND, 5, WU)
    deal.neutral("qian-xueqin", FIRST_HAND, 33, ("当面：钱学勤", "In person: Qian Xueqin"))
    deal.opposes("yin-hang", FIRST_HAND, 21, ("当面：尹航", "In person: Yin Hang"))
    deal.supports("yin-hang", FIRST_HAND, 21, ("当面：尹航", "In person: Yin Hang"), rival=OWN_STAFF)
    deal.rival(TUOLAN)
    deal.rival(OWN_STAFF, RivalKind.IN_HOUSE, note=("十二个人的队伍，做过两站试点", "A team of twelve that tried it at two stations"))
    deal.against(TUOLAN, FIRST_HAND, 5, WU, solution=1, product=1, price=-1)
    deal.against(OWN_STAFF, FIRST_HAND, 5, WU, solution=2, technology=2, price=-1, service=-1)
    deal.need(("巡检机器人", "Inspection robots"), Fit.PARTNER, "inspect", LANQIAO, scope=Scope.TECHNOLOGY, cost=12 * WAN, month=3)
    deal.need(("缺陷自动入库", "Defects recorded by themselves"), Fit.OWN, "inspect", scope=Scope.BUSINESS)
    deal.need(("红外测温", "Infrared temperature"), Fit.PARTNER, "inspect", LANQIAO, scope=Scope.TECHNOLOGY)
    deal.scores(("周岩评估", "Zhou Yan's assessment"), importance=1, fit=2, reference=1)
    deal.effort(180, 160, 60, money=5 * WAN, spent=150)
    deal.decided(Verdict.PURSUE, 20, "zhou-yan", review=25)
    deal.move("m1", "he-zheng", "yin-hang", 8, ("商量运维由信通承接，他的队伍有活干", "Offer that his branch runs it, so his team has the work"))
    deal.move("m0", "du-xiaoyue", "hou-jun", -24, ("看两站试点的遗留问题", "Look at what the two trials left open"), ("通信断点多，记录手工补", "Connections drop, records are filled in by hand"))


def _relays(draft: Draft) -> None:
    deal = Deal(draft, "relays", ("继电保护状态评估", "Relay protection assessment"), "grid", "he-zheng", 320 * WAN, 0.07, found=80, signature=60, method=Procurement.NEGOTIATION, rule=Rule.DECIDER, route=Route.DIRECT)
    deal.yes("need_explicit", RECORD, 35, ("《状态评估任务书》", "“Assessment brief”"))
    deal.yes("funds_enough", FIRST_HAND, 13, CHANG)
    deal.yes("project_approved", RECORD, 35, ("《状态评估任务书》", "“Assessment brief”"))
    deal.yes("sponsor_asks", FIRST_HAND, 13, CHANG)
    deal.yes("date_compelling", FIRST_HAND, 13, CHANG)
    deal.yes("shortlisted", RECORD, 35, ("《状态评估任务书》", "“Assessment brief”"))
    deal.yes("qualified", RECORD, 35, ("《状态评估任务书》", "“Assessment brief”"))
    deal.yes("formal_fit", FIRST_HAND, 5, WU)
    deal.yes("people_free", FIRST_HAND, 14, ("当面：陆成", "In person: Lu Cheng"))
    deal.yes("value_seen", FIRST_HAND, 5, WU)
    deal.yes("top_access", FIRST_HAND, 13, CHANG)
    deal.yes("unwritten_ours", FIRST_HAND, 13, CHANG)
    deal.yes("coach_confirmed", FIRST_HAND, 5, WU)
    deal.yes("not_rigged", FIRST_HAND, 5, WU)
    deal.member("chang-hong", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("wu-gang", Role.USER, scope=(Scope.TECHNOLOGY,))
    deal.supports("chang-hong", FIRST_HAND, 13, CHANG)
    deal.supports("wu-gang", FIRST_HAND, 5, WU)
    deal.need(("保护装置健康档案", "A health record of each relay"), Fit.OWN, "monitor", scope=Scope.TECHNOLOGY)
    deal.pays((SIGNATURE, 0, 0.4), (ACCEPTANCE, 6, 0.57), (RETENTION, 17, 0.03))
    deal.costs(("实施", "Implementation"), *((month, 59 * WAN) for month in range(3, 8)))
    deal.scores(("关志恒评估", "Guan Zhiheng's assessment"), importance=1, fit=2, reference=2, learning=2)
    deal.effort(40, 30, 10, spent=30)
    deal.decided(Verdict.PURSUE, 15, "guan-zhiheng", ("毛利低于底线，但能拿到全网装置数据，为明年主站铺路", "Below the margin floor, but it gives us data on every relay ahead of next year's main system"), review=45, overrules=True)


def _wind(draft: Draft) -> None:
    deal = Deal(draft, "wind-two", ("风机智能运维二期", "Wind turbine maintenance, phase two"), "qishan", "he-zheng", 540 * WAN, 0.34, found=70, signature=30, method=Procurement.SOLE_SOURCE, closed=True, rule=Rule.DECIDER, route=Route.DIRECT)
    deal.yes("need_explicit", RECORD, 20, ("《二期技术协议》草稿", "Draft of the technical agreement"))
    deal.yes("funds_enough", FIRST_HAND, 8, TANG)
    deal.yes("project_approved", RECORD, 20, ("《总经理办公会纪要》", "“Minutes of the general manager's meeting”"))
    deal.yes("date_compelling", FIRST_HAND, 7, ("当面：陶冉", "In person: Tao Ran"))
    deal.yes("sponsor_asks", FIRST_HAND, 8, TANG)
    deal.yes("shortlisted", RECORD, 20, ("《单一来源采购公示》", "“Notice of sole source purchase”"))
    deal.yes("qualified", RECORD, 20, ("《单一来源采购公示》", "“Notice of sole source purchase”"))
    deal.yes("formal_fit", RECORD, 20, ("《二期技术协议》草稿", "Draft of the technical agreement"))
    deal.yes("value_seen", FIRST_HAND, 8, TANG)
    deal.yes("top_access", FIRST_HAND, 8, TANG)
    deal.member("tang-shengli", Role.DECIDER, Role.BUDGET_HOLDER, scope=(Scope.OVERALL,))
    deal.member("tao-ran", Role.USER, scope=(Scope.BUSINESS,))
    deal.member("mai-zhicheng", Role.TECHNICAL_EVALUATOR, scope=(Scope.TECHNOLOGY,))
    deal.member("wen-jingyi", Role.FINANCIAL_EVALUATOR, scope=(Scope.FINANCE,))
    deal.supports("tang-shengli", FIRST_HAND, 8, TANG)
    deal.supports("tao-ran", FIRST_HAND, 7, ("当面：陶冉", "In person: Tao Ran"))
    deal.need(("叶片与主轴监测", "Blade and main shaft monitoring"), Fit.OWN, "monitor", scope=Scope.TECHNOLOGY)
    deal.need(("吊装检修", "Crane and repair work"), Fit.PARTNER, None, ("吊装公司", "Crane company"), want=True, scope=Scope.BUSINESS)
    deal.pays((SIGNATURE, 0, 0.3), (DELIVERY, 3, 0.4), (ACCEPTANCE, 5, 0.3), days=45)
    deal.scores(None, fit=2, reference=1)
    deal.effort(60, 50, 20, spent=45)
    deal.decided(Verdict.PURSUE, 25, "zhou-yan")
    deal.move("m1", "he-zheng", "tang-shengli", 4, ("对齐技术协议最后两条", "Settle the last two clauses of the agreement"))
