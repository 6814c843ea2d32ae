"""Ten opportunities that ended in the last eighteen months, in every way they can end."""
# fmt: off

from harehawk.book.sample.deal import Deal
from harehawk.book.sample.draft import FIRST_HAND, GUESS, RECORD, SECOND_HAND, WAN, Draft
from harehawk.book.sample.rivals import HAIYUE, HENGCHE, TUOLAN, YUANQIAO
from harehawk.book.sheets.choices import Outcome, Procurement, Scope
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.organisation.group import Role, Rule
from harehawk.engine.worth.deal import Fit


def write(draft: Draft) -> None:
    _won(draft)
    _lost(draft)
    _not_decided_by_rivals(draft)


def _won(draft: Draft) -> None:
    deal = Deal(draft, "work-orders", ("检修工单系统", "Maintenance work orders"), "metro", "lin-xiaolan", 360 * WAN, 0.31, found=545, signature=-330, method=Procurement.INVITED_TENDER, rule=Rule.DECIDER)
    deal.yes("need_explicit", RECORD, 500, ("《工单系统需求》", "“Work order requirements”"))
    deal.yes("funds_enough", FIRST_HAND, 480, ("当面：蒋文辉", "In person: Jiang Wenhui"))
    deal.yes("project_approved", RECORD, 470, ("《立项批复》", "“Project approval”"))
    deal.yes("top_access", FIRST_HAND, 450, ("当面：邓国强", "In person: Deng Guoqiang"))
    deal.yes("coach_confirmed", FIRST_HAND, 440, ("当面：于洋", "In person: Yu Yang"))
    deal.member("deng-guoqiang", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.supports("deng-guoqiang", FIRST_HAND, 450, ("当面：邓国强", "In person: Deng Guoqiang"))
    deal.rival(HAIYUE)
    deal.decided(Verdict.PURSUE, 500, "zhou-yan")
    deal.ended(Outcome.WON, 330, ("用户试用三个月后认可", "The users asked for it after three months of trial"), 352 * WAN)

    deal = Deal(draft, "wind-one", ("风机智能运维一期", "Wind turbine maintenance, phase one"), "qishan", "he-zheng", 280 * WAN, 0.33, found=520, signature=-390, method=Procurement.NEGOTIATION)
    deal.yes("need_explicit", FIRST_HAND, 510, ("当面：陶冉", "In person: Tao Ran"))
    deal.yes("funds_enough", FIRST_HAND, 505, ("当面：汤胜利", "In person: Tang Shengli"))
    deal.yes("top_access", FIRST_HAND, 505, ("当面：汤胜利", "In person: Tang Shengli"))
    deal.member("tang-shengli", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.supports("tang-shengli", FIRST_HAND, 505, ("当面：汤胜利", "In person: Tang Shengli"))
    deal.decided(Verdict.PURSUE, 505, "zhou-yan")
    deal.ended(Outcome.WON, 390, ("方案和服务承诺", "The solution and our promise of service"), 275 * WAN)

    deal = Deal(draft, "dosing", ("水厂药耗优化", "Chemical dosing at the waterworks"), "supply", "jia-ning", 145 * WAN, 0.3, found=430, signature=-260, method=Procurement.QUOTATION)
    deal.yes("need_explicit", FIRST_HAND, 420, ("当面：季春生", "In person: Ji Chunsheng"))
    deal.yes("value_seen", FIRST_HAND, 380, ("当面：季春生", "In person: Ji Chunsheng"))
    deal.yes("not_rigged", SECOND_HAND, 350, ("康敏转述", "Via Kang Min"))
    deal.member("ji-chunsheng", Role.USER, Role.COACH, scope=(Scope.BUSINESS,))
    deal.rival(HENGCHE)
    deal.against(HENGCHE, FIRST_HAND, 350, ("当面：季春生", "In person: Ji Chunsheng"), solution=1, price=0)
    deal.decided(Verdict.PURSUE, 400, "jia-ning")
    deal.ended(Outcome.WON, 260, ("现场试验省药一成二", "A trial that saved twelve per cent"), 141 * WAN)

    deal = Deal(draft, "meters", ("能耗监测一期", "Energy metering, phase one"), "nanping", "xia-yutong", 95 * WAN, 0.2, found=460, signature=-300, method=Procurement.NEGOTIATION)
    deal.yes("need_explicit", RECORD, 440, ("《能耗监测任务书》", "“Energy metering brief”"))
    deal.no("top_access", FIRST_HAND, 430, ("当面：谭建国", "In person: Tan Jianguo"))
    deal.yes("coach_confirmed", FIRST_HAND, 400, ("当面：谭建国", "In person: Tan Jianguo"))
    deal.member("tan-jianguo", Role.USER, scope=(Scope.BUSINESS,))
    deal.supports("tan-jianguo", FIRST_HAND, 400, ("当面：谭建国", "In person: Tan Jianguo"))
    deal.rival(TUOLAN)
    deal.decided(Verdict.PURSUE, 395, "zhou-yan", ("结论是放弃，改判跟进：医院行业第一个点，为二期铺路", "Overruled to pursue: our first hospital, and the way into phase two"))
    deal.ended(Outcome.WON, 300, ("价格合适，总务科力挺", "A fair price, and facilities stood up for it"), 92 * WAN)


def _lost(draft: Draft) -> None:
    deal = Deal(draft, "asset-register", ("设备台账系统", "Asset register"), "beiling", "he-zheng", 620 * WAN, 0.25, found=400, signature=-150, method=Procurement.OPEN_TENDER)
    deal.yes("need_explicit", RECORD, 380, ("《台账系统规划》", "“Asset register plan”"))
    deal.yes("funds_enough", RECORD, 370, ("《年度预算》", "“Yearly budget”"))
    deal.no("top_access", FIRST_HAND, 300, ("何正拜访记录", "He Zheng's visit note"))
    deal.asked("not_rigged", FIRST_HAND, 280, ("当面：孔繁林", "In person: Kong Fanlin"))
    deal.member("shao-ming", Role.DECIDER, scope=(Scope.OVERALL,))
    deal.member("kong-fanlin", Role.USER, scope=(Scope.TECHNOLOGY,))
    deal.supports("kong-fanlin", FIRST_HAND, 280, ("当面：孔繁林", "In person: Kong Fanlin"))
    deal.rival(YUANQIAO)
    deal.against(YUANQIAO, SECOND_HAND, 250, ("毛翔转述", "Via Mao Xiang"), position=-1, price=-1)
    deal.decided(Verdict.PURSUE, 350, "zhou-yan")
    deal.ended(Outcome.LOST, 150, ("没见到拍板人，方案只讲给了使用部门", "Never met the decider; only the users knew our solution"), 590 * WAN, YUANQIAO)

    deal = Deal(draft, "nurse-call", ("病区环境监测", "Ward environment monitoring"), "heyi", "xia-yutong", 130 * WAN, 0.22, found=350, signature=-210)
    deal.yes("need_explicit", SECOND_HAND, 340, ("霍冉转述", "Via Huo Ran"))
    deal.no("coach_confirmed", GUESS, 300)
    deal.rival(YUANQIAO)
    deal.decided(Verdict.PURSUE, 330, "xia-yutong")
    deal.ended(Outcome.LOST, 210, ("对手有股权关系，一开始没打听", "The rival holds shares; we had not asked"), won_by=YUANQIAO)

    deal = Deal(draft, "sludge", ("污泥脱水优化", "Sludge dewatering optimisation"), "norlan", "jia-ning", 210 * WAN, 0.28, found=310, signature=-120, method=Procurement.QUOTATION)
    deal.yes("need_explicit", RECORD, 300, ("RFQ-24", "RFQ-24"))
    deal.yes("funds_enough", RECORD, 300, ("RFQ-24", "RFQ-24"))
    deal.no("value_seen", FIRST_HAND, 200, ("视频会议：安娜·贝里", "Video call: Anna Berg"))
    deal.member("anna-berg", Role.DECIDER, scope=(Scope.PROCUREMENT,))
    deal.neutral("anna-berg", FIRST_HAND, 200, ("视频会议：安娜·贝里", "Video call: Anna Berg"))
    deal.rival(HENGCHE)
    deal.against(HENGCHE, FIRST_HAND, 200, ("视频会议：安娜·贝里", "Video call: Anna Berg"), price=-2)
    deal.decided(Verdict.PURSUE, 290, "zhou-yan")
    deal.ended(Outcome.LOST, 120, ("价格高一成半", "Fifteen per cent dearer"), 178 * WAN, HENGCHE)


def _not_decided_by_rivals(draft: Draft) -> None:
    deal = Deal(draft, "main-station", ("主站改造", "Master station upgrade"), "grid", "he-zheng", 1500 * WAN, 0.22, found=290, signature=-170, method=Procurement.OPEN_TENDER)
    deal.yes("need_explicit", RECORD, 280, ("《主站改造可研》", "“Master station feasibility study”"))
    deal.yes("project_approved", RECORD, 270, ("《可研批复》", "“Approval of the feasibility study”"))
    deal.no("qualified", RECORD, 190, ("《招标公告》要求近三年同类业绩两项", "Tender notice: two references of the last three years"))
    deal.need(("省级主站业绩", "Reference at province level"), Fit.NONE, scope=Scope.BUSINESS)
    deal.decided(Verdict.PROBE, 275, "zhou-yan")
    deal.ended(Outcome.COULD_NOT_BID, 170, ("业绩不够，联合体没谈成", "References missing, no consortium found"))

    deal = Deal(draft, "control-room", ("调度指挥中心", "Control room"), "dingchuan", "jia-ning", 760 * WAN, 0.12, found=380, signature=-200)
    deal.yes("need_explicit", FIRST_HAND, 360, ("当面：卢伟民", "In person: Lu Weimin"))
    deal.asked("funds_enough", FIRST_HAND, 330, ("当面：卢伟民", "In person: Lu Weimin"))
    deal.no("funds_kept", SECOND_HAND, 260, ("章慧转述", "Via Zhang Hui"))
    deal.decided(Verdict.NURTURE, 320, "zhou-yan", review=-200)
    deal.ended(Outcome.NO_DECISION, 200, ("钱挪去做防汛了", "The money went into flood protection"))

    deal = Deal(draft, "building-model", ("轨道BIM协同平台", "Rail building model platform"), "tracks", "lin-xiaolan", 540 * WAN, 0.1, found=260, signature=-140)
    deal.yes("need_explicit", SECOND_HAND, 250, ("方莉转述", "Via Fang Li"))
    deal.no("value_seen", FIRST_HAND, 200, ("当面：方莉", "In person: Fang Li"))
    deal.need(("模型轻量化引擎", "Light model engine"), Fit.NONE, scope=Scope.TECHNOLOGY)
    deal.decided(Verdict.ABANDON, 185, "zhou-yan", ("不是我们的方向，毛利又低", "Not our field, and a thin margin"))
    deal.ended(Outcome.ABANDONED, 185, ("主动放弃", "We gave it up ourselves"))
