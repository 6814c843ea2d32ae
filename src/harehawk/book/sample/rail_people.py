"""Who sits where at the rail group: 25 people and one empty seat."""
# fmt: off

from harehawk.book.sample.draft import FIRST_HAND, SECOND_HAND, Chart, Draft, Text
from harehawk.book.sample.rivals import HAIYUE, TUOLAN
from harehawk.book.sheets.customers import TenureRow

DEPOT: Text = ("北郊车辆段", "North depot")


def write(draft: Draft) -> None:
    _group(Chart(draft, "linjiang"))
    _metro(Chart(draft, "metro"))
    _tracks(Chart(draft, "tracks"))
    _relationships(draft)
    draft.add(
        TenureRow(person="cao-jun", post="linjiang.it-deputy", since=draft.ago(2600), until=draft.ago(420)),
        TenureRow(person="jiang-wenhui", post="metro.vehicles", since=draft.ago(3100), until=draft.ago(810)),
        TenureRow(person="luo-bin", post="metro.it", since=draft.ago(1900), until=draft.ago(401)),
    )


def _group(chart: Chart) -> None:
    chart.post("chair", ("党委书记、董事长", "Party secretary, chairman"), None, 1)
    chart.holds("chair", "han-zhiyuan", ("韩志远", "Han Zhiyuan"), 1250, ("三年内做成行业标杆线", "A line the industry looks up to within three years"), meet=("只在集团年度供应商大会和正式汇报会", "Only at the yearly supplier meeting and formal presentations"))
    chart.post("gm", ("总经理、党委副书记", "General manager, deputy party secretary"), None, 2, "chair")
    chart.holds("gm", "guo-jianping", ("郭建平", "Guo Jianping"), 760, ("大修费用压降两成", "Overhaul costs down by a fifth"), fears=("上线后影响行车", "Anything that disturbs the running of trains"))
    chart.post("deputy", ("副总经理", "Deputy general manager"), ("集团领导", "Group executives"), 3, "gm", ("it", "tender", "metro.gm"))
    chart.holds("deputy", "zhou-weiguo", ("周维国", "Zhou Weiguo"), 540, ("分管运营和信息化，要在大修前看到成效", "In charge of operations and IT; wants results before the overhaul"), ("稳妥，不当第一个吃螃蟹的人", "Safe ground; would rather not be the first to try"), ("割接失败", "A failed cut-over"), ("先经陈立约，带同行案例去", "Through Chen Li, with cases of other cities"))
    chart.post("cfo", ("总会计师", "Chief accountant"), ("集团领导", "Group executives"), 3, "gm", ("finance",))
    chart.holds("cfo", "sun-yumei", ("孙玉梅", "Sun Yumei"), 1480, ("把全寿命成本算清楚", "Whole-life costs that add up"), fears=("后面还要追加投资", "Having to add money later"))
    chart.post("chief", ("总工程师", "Chief engineer"), ("集团领导", "Group executives"), 3, "gm")
    chart.holds("chief", "gu-haifeng", ("顾海峰", "Gu Haifeng"), 900, ("不动既有信号系统", "Leave the signalling as it is"), ("标准统一，数据归集团", "One standard, data in the group's own hands"), ("接口改造的工作量", "The work of changing interfaces"), ("技术交流会后单独聊半小时", "Half an hour after the technical exchange"))
    chart.post("discipline", ("纪委书记", "Secretary for discipline inspection"), ("集团领导", "Group executives"), 3, "chair", ("audit",))
    chart.holds("discipline", "liang-zheng", ("梁正", "Liang Zheng"), 350, ("程序经得起查", "A procedure that stands up to review"))
    chart.post("it", ("信息中心主任", "Head of the IT centre"), ("信息中心", "IT centre"), 4, "deputy")
    chart.holds("it", "chen-li", ("陈立", "Chen Li"), 1020, ("一期做实，二期才好立项", "A solid first phase, so that the second is approved"), ("做出能评科技进步奖的成果", "Work that can be put up for a technology award"), meet=("每月例会后，办公室", "In the office after the monthly meeting"))
    chart.post("it-deputy", ("信息中心副主任", "Deputy head of the IT centre"), ("信息中心", "IT centre"), 5, "it")
    chart.holds("it-deputy", "luo-bin", ("罗斌", "Luo Bin"), 400, ("架构要能接二期", "An architecture that carries the second phase"))
    chart.post("tender", ("招标采购部部长", "Head of procurement"), ("招标采购部", "Procurement"), 4, "deputy")
    chart.holds("tender", "huang-shan", ("黄珊", "Huang Shan"), 640, ("流程合规，按期开标", "A clean procedure, bids opened on time"), meet=("只走书面澄清", "Written clarification only"))
    chart.post("finance", ("计划财务部部长", "Head of planning and finance"), ("计划财务部", "Planning and finance"), 4, "cfo")
    chart.holds("finance", "feng-tao", ("冯涛", "Feng Tao"), 1310)
    chart.post("strategy", ("战略投资部部长", "Head of strategy and investment"), ("战略投资部", "Strategy and investment"), 4, "gm")
    chart.holds("strategy", "xu-jing", ("许静", "Xu Jing"), 820, ("投资回报说得清", "A return on investment that can be explained"))
    chart.post("audit", ("审计部部长", "Head of audit"), ("审计部", "Audit"), 4, "discipline")
    chart.holds("audit", "nie-rong", ("聂蓉", "Nie Rong"), 500)
    chart.post("safety", ("安全质量部部长", "Head of safety and quality"), ("安全质量部", "Safety and quality"), 4, "chief")  # empty seat


def _metro(chart: Chart) -> None:
    chart.post("gm", ("总经理", "General manager"), None, 4, "linjiang.deputy")
    chart.holds("gm", "deng-guoqiang", ("邓国强", "Deng Guoqiang"), 690, ("准点率和大修成本两个指标", "Two figures: punctuality and overhaul cost"))
    chart.post("maintenance", ("副总经理", "Deputy general manager"), ("公司领导", "Executives"), 5, "gm", ("vehicles", "signals", "depot"))
    chart.holds("maintenance", "jiang-wenhui", ("蒋文辉", "Jiang Wenhui"), 800, ("从计划修转到状态修", "From planned to condition-based maintenance"), ("检修班组少熬夜", "Fewer night shifts for the crews"), ("系统天天误报", "A system that cries wolf"))
    chart.post("chief", ("总工程师", "Chief engineer"), ("公司领导", "Executives"), 5, "gm")
    chart.holds("chief", "cao-jun", ("曹军", "Cao Jun"), 415, ("通号与车辆数据打通", "Signalling and vehicle data in one place"))
    chart.post("cfo", ("财务总监", "Finance director"), ("公司领导", "Executives"), 5, "gm")
    chart.holds("cfo", "pan-li", ("潘丽", "Pan Li"), 1190)
    chart.post("vehicles", ("车辆部部长", "Head of vehicles"), ("车辆部", "Vehicles"), 6, "maintenance")
    chart.holds("vehicles", "yu-yang", ("于洋", "Yu Yang"), 800, ("轴温报警提前两周", "Two weeks' notice of a hot axle box"))
    chart.post("signals", ("通号部部长", "Head of signalling"), ("通号部", "Signalling"), 6, "maintenance")
    chart.holds("signals", "dong-kai", ("董凯", "Dong Kai"), 570, ("转辙机故障少一半", "Half as many point machine failures"))
    chart.post("materials", ("物资部部长", "Head of materials"), ("物资部", "Materials"), 6, "gm")
    chart.holds("materials", "ren-min", ("任敏", "Ren Min"), 930)
    chart.post("depot", ("车辆段主任", "Depot manager"), DEPOT, 6, "maintenance", site=DEPOT)
    chart.holds("depot", "qin-feng", ("秦峰", "Qin Feng"), 1500, ("电费降下来", "A lower power bill"), ("段里有个拿得出手的示范点", "A showcase of the depot's own"), meet=("直接去段里，早交班后", "At the depot, after the morning hand-over"))
    chart.post("it", ("信息化主管", "IT supervisor"), DEPOT, 7, "depot", site=DEPOT)
    chart.holds("it", "ye-qing", ("叶青", "Ye Qing"), 395)


def _tracks(chart: Chart) -> None:
    chart.post("gm", ("总经理", "General manager"), None, 4, "linjiang.gm")
    chart.holds("gm", "tian-zhigang", ("田志刚", "Tian Zhigang"), 450)
    chart.post("deputy", ("副总经理", "Deputy general manager"), None, 5, "gm", ("electrical", "contracts"))
    chart.holds("deputy", "cui-mingyuan", ("崔明远", "Cui Mingyuan"), 620)
    chart.post("electrical", ("机电部部长", "Head of electrical and mechanical"), ("机电部", "Electrical and mechanical"), 6, "deputy")
    chart.holds("electrical", "fang-li", ("方莉", "Fang Li"), 980)
    chart.post("contracts", ("合约部部长", "Head of contracts"), ("合约部", "Contracts"), 6, "deputy")
    chart.holds("contracts", "peng-hao", ("彭浩", "Peng Hao"), 300)


def _relationships(draft: Draft) -> None:
    draft.knows("han-zhiyuan", "guan-zhiheng", 0, wanted=1, seen=260)
    draft.knows("zhou-weiguo", "zhou-yan", 1, wanted=2, seen=35)
    draft.knows("sun-yumei", "su-qing", 2, wanted=2, seen=48)
    draft.knows("gu-haifeng", "shen-yi", 1, wanted=2, seen=20)
    draft.knows("chen-li", "lin-xiaolan", 3, wanted=3, seen=6)
    draft.knows("chen-li", "shen-yi", 2, seen=20)
    draft.knows("luo-bin", "shen-yi", 2, wanted=2, seen=20)
    draft.knows("huang-shan", "lin-xiaolan", 1, seen=55)
    draft.knows("feng-tao", "su-qing", 1, seen=120)
    draft.knows("deng-guoqiang", "zhou-yan", 2, wanted=3, seen=25)
    draft.knows("jiang-wenhui", "lin-xiaolan", 3, wanted=3, seen=9)
    draft.knows("jiang-wenhui", "lu-cheng", 2, seen=40)
    draft.knows("cao-jun", "shen-yi", 2, wanted=3, seen=15)
    draft.knows("yu-yang", "du-xiaoyue", 2, seen=12)
    draft.knows("dong-kai", "lin-xiaolan", 2, wanted=2, seen=18)
    draft.knows("qin-feng", "lin-xiaolan", 2, wanted=2, seen=11)
    draft.knows("pan-li", "su-qing", 1, wanted=2, seen=75)
    draft.knows("fang-li", "lin-xiaolan", 1, wanted=2, seen=28)
    draft.tie("zhou-weiguo", HAIYUE, 2, FIRST_HAND, 62, ("当面：陈立，海岳的一期是周总当年定的", "In person: Chen Li, Haiyue's first system was Zhou's choice"))
    draft.tie("gu-haifeng", HAIYUE, 2, SECOND_HAND, 40, ("罗斌转述，海岳每季度派驻场来做方案", "Via Luo Bin, Haiyue sends engineers every quarter"))
    draft.tie("feng-tao", HAIYUE, 1, SECOND_HAND, 150, ("苏晴转述", "Via Su Qing"))
    draft.tie("dong-kai", TUOLAN, 1, SECOND_HAND, 70, ("叶青转述，展会上常碰面", "Via Ye Qing, they meet at trade fairs"))
