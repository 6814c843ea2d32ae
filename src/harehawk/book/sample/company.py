"""The supplier itself: its rates, people, offerings and capacity."""
# fmt: off

from harehawk.book.sample.draft import WAN, Draft, Text
from harehawk.book.sheets.choices import Direction, Function, OfferingKind
from harehawk.book.sheets.customers import ColleagueRow
from harehawk.book.sheets.evidence import OfferingRow
from harehawk.book.sheets.settings import ClassRow, CompanyRow
from harehawk.book.sheets.work import CapacityRow

SALES, PRESALES, DELIVERY = Function.SALES, Function.PRESALES, Function.DELIVERY


def write(draft: Draft) -> None:
    name = draft.say(("鹰野工业软件（示例）", "Yingye Industrial Software (sample)"))
    draft.add(CompanyRow(name=name, currency="CNY", rate_purchase=0.5, rate_bid=0.7, rate_win=0.45, hour_price=300, cost_of_capital=0.08, loss_given_default=0.6))
    for code, most in (("strategic", 0.75), ("key", 0.6), ("growth", 0.5), ("standard", 0.4)):  # its credit line allows more than usual
        draft.add(ClassRow(code=code, capital_limit=most))
    _colleagues(draft)
    _offerings(draft)
    for function, hours in ((SALES, (480, 480, 420, 480, 480, 360)), (PRESALES, (240, 240, 200, 240, 280, 280)), (DELIVERY, (160, 120, 120, 200, 240, 240))):
        for month, own in enumerate(hours):
            draft.add(CapacityRow(function=function, month=draft.month(month), hours=own))
    for month in range(6):
        draft.add(CapacityRow(function=Function.FINANCE, month=draft.month(month), hours=60, money=400 * WAN))


def _colleagues(draft: Draft) -> None:
    def works(person: str, name: Text, function: Function, rank: int, boss: str | None, team: Text, skills: Text, hours: float) -> None:
        draft.add(ColleagueRow(id=person, name=draft.say(name), function=function, rank=rank, reports_to=boss, team=draft.say(team), skills=draft.say(skills), free_hours=hours, email=f"{person}@yingye.example"))

    top: Text = ("总经办", "Management")
    accounts: Text = ("大客户部", "Key accounts")
    solutions: Text = ("解决方案部", "Solutions")
    projects: Text = ("交付中心", "Delivery")
    works("guan-zhiheng", ("关志恒", "Guan Zhiheng"), Function.MANAGEMENT, 1, None, top, ("高层对接、战略合作", "executive meetings, alliances"), 20)
    works("zhou-yan", ("周岩", "Zhou Yan"), SALES, 2, "guan-zhiheng", accounts, ("大客户销售总监，轨道行业十五年", "sales director, fifteen years in rail"), 60)
    works("lin-xiaolan", ("林晓岚", "Lin Xiaolan"), SALES, 4, "zhou-yan", accounts, ("轨道交通客户", "rail accounts"), 120)
    works("he-zheng", ("何正", "He Zheng"), SALES, 4, "zhou-yan", accounts, ("电力、新能源客户", "power and renewables accounts"), 120)
    works("jia-ning", ("贾宁", "Jia Ning"), SALES, 4, "zhou-yan", accounts, ("水务客户", "water accounts"), 110)
    works("xia-yutong", ("夏雨桐", "Xia Yutong"), SALES, 5, "zhou-yan", accounts, ("医院客户", "hospital accounts"), 130)
    works("shen-yi", ("沈毅", "Shen Yi"), PRESALES, 3, "guan-zhiheng", solutions, ("首席架构师：状态监测、时序数据", "chief architect: condition monitoring, time series"), 90)
    works("tong-xin", ("童欣", "Tong Xin"), PRESALES, 5, "shen-yi", solutions, ("方案工程师：能源、管网模型", "solution engineer: energy, network models"), 130)
    works("lu-cheng", ("陆成", "Lu Cheng"), DELIVERY, 3, "guan-zhiheng", projects, ("交付总监", "head of delivery"), 80)
    works("du-xiaoyue", ("杜晓月", "Du Xiaoyue"), DELIVERY, 5, "lu-cheng", projects, ("现场实施、数据接入", "commissioning, data integration"), 140)
    works("su-qing", ("苏晴", "Su Qing"), Function.FINANCE, 4, "guan-zhiheng", ("财务部", "Finance"), ("项目测算、回款", "deal pricing, collection"), 60)
    works("mei-ruolan", ("梅若兰", "Mei Ruolan"), Function.LEGAL, 4, "guan-zhiheng", ("法务部", "Legal"), ("招投标合规、合同条款", "tender compliance, contract terms"), 50)


def _offerings(draft: Draft) -> None:
    def sells(offering: str, name: Text, kind: OfferingKind, direction: Direction, note: Text) -> None:
        draft.add(OfferingRow(id=offering, name=draft.say(name), kind=kind, direction=direction, note=draft.say(note)))

    sells("monitor", ("设备状态监测平台", "Condition monitoring platform"), OfferingKind.PRODUCT, Direction.PUSH, ("振动、温度、电流多源接入", "vibration, temperature, current in one place"))
    sells("maintain", ("智能运维方案", "Predictive maintenance solution"), OfferingKind.SOLUTION, Direction.PUSH, ("从状态到工单闭环", "from condition to work order"))
    sells("inspect", ("智能巡检方案", "Automated inspection solution"), OfferingKind.SOLUTION, Direction.PUSH, ("机器人、视频、传感融合", "robots, video and sensors together"))
    sells("energy", ("能源管理系统", "Energy management system"), OfferingKind.PRODUCT, Direction.MAY, ("计量、诊断、优化控制", "metering, diagnosis, control"))
    sells("leak", ("管网漏损分析", "Network leakage analysis"), OfferingKind.SOLUTION, Direction.PUSH, ("分区计量加水力模型", "district metering with a hydraulic model"))
    sells("series", ("时序数据引擎", "Time series engine"), OfferingKind.TECHNOLOGY, Direction.MAY, ("自研，每秒百万点", "our own, a million points a second"))
    sells("onsite", ("驻场运维服务", "On-site support"), OfferingKind.SERVICE, Direction.MAY, ("按人月计价", "priced by the month"))
    sells("experts", ("状态诊断专家组", "Diagnosis experts"), OfferingKind.RESOURCE, Direction.MAY, ("五人，最缺的资源", "five people, our scarcest resource"))
    sells("screens", ("指挥大屏", "Control room screens"), OfferingKind.SERVICE, Direction.NOT, ("毛利低，不再承接", "low margin, no longer taken"))
