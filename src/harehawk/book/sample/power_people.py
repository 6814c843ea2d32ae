"""Who sits where at the energy group and its members: 23 people."""
# fmt: off

from harehawk.book.sample.draft import FIRST_HAND, GUESS, SECOND_HAND, Chart, Draft, Text
from harehawk.book.sample.rivals import HAIYUE, TUOLAN, YUANQIAO
from harehawk.book.sheets.customers import TenureRow

SITE: Text = ("祁山一场", "Qishan site one")
BAYAN: Text = ("白岩变电站", "Baiyan substation")


def write(draft: Draft) -> None:
    _group(Chart(draft, "beiling"))
    _grid(Chart(draft, "grid"))
    _qishan(Chart(draft, "qishan"))
    _relationships(draft)
    draft.add(TenureRow(person="yin-hang", post="grid.dispatch", since=draft.ago(2200), until=draft.ago(981)))


def _group(chart: Chart) -> None:
    chart.post("chair", ("党委书记、董事长", "Party secretary, chairman"), None, 1)
    chart.holds("chair", "wei-donglai", ("魏东来", "Wei Donglai"), 300, ("全集团一张图", "The whole group on one screen"))
    chart.post("gm", ("总经理", "General manager"), None, 2, "chair")
    chart.holds("gm", "he-jianhua", ("贺建华", "He Jianhua"), 1100)
    chart.post("deputy", ("副总经理", "Deputy general manager"), ("集团领导", "Group executives"), 3, "gm", ("digital", "planning"))
    chart.holds("deputy", "shao-ming", ("邵明", "Shao Ming"), 730, ("两年内把调度平台立起来", "The dispatch platform up within two years"), fears=("厂家只管卖不管用", "Vendors who sell and leave"))
    chart.post("cfo", ("总会计师", "Chief accountant"), ("集团领导", "Group executives"), 3, "gm")
    chart.holds("cfo", "jin-xiuying", ("金秀英", "Jin Xiuying"), 1600)
    chart.post("chief", ("总工程师", "Chief engineer"), ("集团领导", "Group executives"), 3, "gm")
    chart.holds("chief", "gao-liqun", ("高立群", "Gao Liqun"), 860)
    chart.post("digital", ("数字化部主任", "Head of digital"), ("数字化部", "Digital"), 4, "deputy")
    chart.holds("digital", "kong-fanlin", ("孔繁林", "Kong Fanlin"), 540, ("一家总负责", "One vendor answerable for all"))
    chart.post("materials", ("物资部主任", "Head of materials"), ("物资部", "Materials"), 4, "gm")
    chart.holds("materials", "bai-xiaoning", ("白晓宁", "Bai Xiaoning"), 410, meet=("只在供应商服务大厅", "At the supplier counter only"))
    chart.post("audit", ("审计部主任", "Head of audit"), ("审计部", "Audit"), 4, "chair")
    chart.holds("audit", "yan-dong", ("严冬", "Yan Dong"), 1230)
    chart.post("planning", ("发展策划部主任", "Head of planning"), ("发展策划部", "Planning"), 4, "deputy")
    chart.holds("planning", "mao-xiang", ("毛翔", "Mao Xiang"), 670)


def _grid(chart: Chart) -> None:
    chart.post("gm", ("总经理", "General manager"), None, 4, "beiling.gm")
    chart.holds("gm", "lai-yongkang", ("赖永康", "Lai Yongkang"), 520)
    chart.post("deputy", ("副总经理", "Deputy general manager"), ("公司领导", "Executives"), 5, "gm", ("operations", "dispatch", "telecom"))
    chart.holds("deputy", "chang-hong", ("常泓", "Chang Hong"), 880, ("三年变电站无人值守", "Unstaffed substations within three years"), ("少走夜路", "No more inspection rounds at night"))
    chart.post("operations", ("运检部主任", "Head of operations and inspection"), ("运检部", "Operations and inspection"), 6, "deputy")
    chart.holds("operations", "wu-gang", ("武刚", "Wu Gang"), 1400, ("巡检记录能直接进缺陷流程", "Inspection records that go straight into defect handling"))
    chart.post("dispatch", ("调控中心主任", "Head of the control centre"), ("调控中心", "Control centre"), 6, "deputy")
    chart.holds("dispatch", "qian-xueqin", ("钱学勤", "Qian Xueqin"), 980)
    chart.post("telecom", ("信通分公司经理", "Manager of the IT and telecom branch"), ("信通分公司", "IT and telecom branch"), 6, "deputy")
    chart.holds("telecom", "yin-hang", ("尹航", "Yin Hang"), 980, own=("自己的队伍有活干", "Work for his own team"))
    chart.post("finance", ("财务部主任", "Head of finance"), ("财务部", "Finance"), 6, "gm")
    chart.holds("finance", "duan-yulan", ("段玉兰", "Duan Yulan"), 1700)
    chart.post("station", ("变电站站长", "Substation manager"), BAYAN, 7, "operations", site=BAYAN)
    chart.holds("station", "hou-jun", ("侯俊", "Hou Jun"), 2100)
    chart.post("buyer", ("物资专责", "Materials officer"), ("物资中心", "Materials centre"), 8, "gm")
    chart.holds("buyer", "ni-jia", ("倪佳", "Ni Jia"), 260)


def _qishan(chart: Chart) -> None:
    chart.post("gm", ("总经理", "General manager"), None, 1)
    chart.holds("gm", "tang-shengli", ("汤胜利", "Tang Shengli"), 1900, ("可利用率上百分之九十八", "Availability above 98%"), ("说到做到的伙伴", "Partners who keep their word"), meet=("电话约，中午食堂", "By phone, lunch in the canteen"))
    chart.post("operations", ("运维总监", "Head of operations"), None, 2, "gm")
    chart.holds("operations", "tao-ran", ("陶冉", "Tao Ran"), 1240)
    chart.post("site", ("场长", "Site manager"), SITE, 3, "operations", site=SITE)
    chart.holds("site", "qiao-shuheng", ("乔书恒", "Qiao Shuheng"), 900)
    chart.post("finance", ("财务经理", "Finance manager"), None, 3, "gm")
    chart.holds("finance", "wen-jingyi", ("温静怡", "Wen Jingyi"), 700)
    chart.post("buyer", ("采购经理", "Purchasing manager"), None, 3, "gm")
    chart.holds("buyer", "liu-cheng", ("柳成", "Liu Cheng"), 330)
    chart.post("technology", ("技术总监", "Technical director"), None, 2, "gm")
    chart.holds("technology", "mai-zhicheng", ("麦志成", "Mai Zhicheng"), 560)


def _relationships(draft: Draft) -> None:
    draft.knows("shao-ming", "zhou-yan", 1, wanted=2, seen=44)
    draft.knows("kong-fanlin", "he-zheng", 2, wanted=3, seen=16)
    draft.knows("gao-liqun", "shen-yi", 1, seen=80)
    draft.knows("jin-xiuying", "su-qing", 0, wanted=1, seen=200)
    draft.knows("chang-hong", "he-zheng", 2, wanted=3, seen=13)
    draft.knows("chang-hong", "guan-zhiheng", 1, seen=90)
    draft.knows("wu-gang", "he-zheng", 3, wanted=3, seen=5)
    draft.knows("qian-xueqin", "tong-xin", 1, wanted=2, seen=33)
    draft.knows("yin-hang", "shen-yi", 1, seen=21)
    draft.knows("duan-yulan", "su-qing", 1, seen=60)
    draft.knows("hou-jun", "du-xiaoyue", 2, seen=24)
    draft.knows("tang-shengli", "he-zheng", 3, wanted=3, seen=8)
    draft.knows("tao-ran", "du-xiaoyue", 3, seen=7)
    draft.knows("mai-zhicheng", "shen-yi", 2, seen=36)
    draft.tie("shao-ming", YUANQIAO, 1, SECOND_HAND, 90, ("孔繁林转述", "Via Kong Fanlin"))
    draft.tie("gao-liqun", HAIYUE, 2, SECOND_HAND, 55, ("毛翔转述，评审会上替海岳说过话", "Via Mao Xiang, spoke up for Haiyue in a review"))
    draft.tie("lai-yongkang", TUOLAN, 1, GUESS, 110, ("何正判断，展会上见他们谈过两次", "He Zheng's reading, they talked at two trade fairs"))
    draft.tie("qian-xueqin", TUOLAN, 2, FIRST_HAND, 28, ("当面：武刚", "In person: Wu Gang"))
