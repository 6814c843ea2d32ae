"""Who sits where at the water group, its members and the foreign operator: 22 people."""
# fmt: off

from harehawk.book.sample.draft import FIRST_HAND, SECOND_HAND, Chart, Draft, Text
from harehawk.book.sample.rivals import HENGCHE, YUANQIAO
from harehawk.book.sheets.customers import TenureRow

PLANT: Text = ("城东水厂", "East waterworks")
SINGAPORE: Text = ("新加坡", "Singapore")


def write(draft: Draft) -> None:
    _group(Chart(draft, "dingchuan"))
    _supply(Chart(draft, "supply"))
    _drain(Chart(draft, "drain"))
    _norlan(Chart(draft, "norlan"))
    _relationships(draft)
    draft.add(TenureRow(person="xiang-yining", post="supply.meters", since=draft.ago(1500), until=draft.ago(460)))


def _group(chart: Chart) -> None:
    chart.post("chair", ("董事长", "Chairman"), None, 1)
    chart.holds("chair", "xue-guangtian", ("薛广田", "Xue Guangtian"), 820, ("全市一张管网图", "One map of all the city's pipes"))
    chart.post("gm", ("总经理", "General manager"), None, 2, "chair")
    chart.holds("gm", "lei-zhiming", ("雷志明", "Lei Zhiming"), 640)
    chart.post("deputy", ("副总经理", "Deputy general manager"), None, 3, "gm", ("it", "supply.gm"))
    chart.holds("deputy", "long-cuiping", ("龙翠萍", "Long Cuiping"), 1020)
    chart.post("chief", ("总工程师", "Chief engineer"), None, 3, "gm")
    chart.holds("chief", "wan-qihang", ("万启航", "Wan Qihang"), 1330)
    chart.post("finance", ("财务部部长", "Head of finance"), ("财务部", "Finance"), 4, "gm")
    chart.holds("finance", "zhang-hui", ("章慧", "Zhang Hui"), 580)
    chart.post("it", ("信息中心主任", "Head of the IT centre"), ("信息中心", "IT centre"), 4, "deputy")
    chart.holds("it", "lu-weimin", ("卢伟民", "Lu Weimin"), 760)
    chart.post("tender", ("招采中心主任", "Head of purchasing"), ("招采中心", "Purchasing"), 4, "gm")
    chart.holds("tender", "miao-qing", ("苗青", "Miao Qing"), 390)


def _supply(chart: Chart) -> None:
    chart.post("gm", ("总经理", "General manager"), None, 4, "dingchuan.deputy")
    chart.holds("gm", "jiang-haichao", ("江海潮", "Jiang Haichao"), 430, ("漏损率降到百分之九以下", "Leakage below nine per cent"))
    chart.post("network", ("管网部经理", "Head of networks"), ("管网部", "Networks"), 5, "gm", ("leakage", "meters"))
    chart.holds("network", "qin-yu", ("覃玉", "Qin Yu"), 970)
    chart.post("leakage", ("漏损控制中心主任", "Head of leakage control"), ("漏损控制中心", "Leakage control"), 6, "network")
    chart.holds("leakage", "xiang-yining", ("向以宁", "Xiang Yining"), 455, ("夜间最小流量看得见", "To see the night flow"), ("有数据跟上面说话", "Figures to bring to the top"))
    chart.post("plant", ("水厂厂长", "Waterworks manager"), PLANT, 5, "gm", site=PLANT)
    chart.holds("plant", "ji-chunsheng", ("季春生", "Ji Chunsheng"), 2300)
    chart.post("meters", ("计量科科长", "Head of metering"), ("计量科", "Metering"), 6, "network")
    chart.holds("meters", "fei-xiaoguang", ("费晓光", "Fei Xiaoguang"), 455)
    chart.post("finance", ("财务主管", "Finance supervisor"), ("财务部", "Finance"), 6, "gm")
    chart.holds("finance", "kang-min", ("康敏", "Kang Min"), 1100)


def _drain(chart: Chart) -> None:
    chart.post("gm", ("总经理", "General manager"), None, 4, "dingchuan.gm")
    chart.holds("gm", "pu-dayong", ("蒲大勇", "Pu Dayong"), 860)
    chart.post("pumps", ("泵站管理部部长", "Head of pumping stations"), ("泵站管理部", "Pumping stations"), 5, "gm")
    chart.holds("pumps", "jiao-yuliang", ("焦玉良", "Jiao Yuliang"), 1450)
    chart.post("office", ("综合部部长", "Head of administration"), ("综合部", "Administration"), 5, "gm")
    chart.holds("office", "qi-hong", ("戚红", "Qi Hong"), 700)
    chart.post("works", ("工程部部长", "Head of works"), ("工程部", "Works"), 5, "gm")
    chart.holds("works", "ying-fei", ("应斐", "Ying Fei"), 320)


def _norlan(chart: Chart) -> None:
    chart.post("gm", ("中国区总经理", "Managing director, China"), None, 1)
    chart.holds("gm", "marcus-lind", ("马库斯·林德", "Marcus Lind"), 480, ("先把三座厂并到一个平台", "Three plants on one platform first"))
    chart.post("purchasing", ("亚太采购总监", "Purchasing director, Asia-Pacific"), ("亚太区", "Asia-Pacific"), 1, site=SINGAPORE)
    chart.holds("purchasing", "anna-berg", ("安娜·贝里", "Anna Berg"), 620, meet=("视频会议，提前一周发议程", "By video, with an agenda a week ahead"))
    chart.post("cfo", ("财务总监", "Finance director"), None, 2, "gm")
    chart.holds("cfo", "he-peishan", ("何佩珊", "He Peishan"), 900)
    chart.post("operations", ("运营总监", "Operations director"), None, 2, "gm")
    chart.holds("operations", "wu-jiahao", ("吴家豪", "Wu Jiahao"), 1150, ("加药少浪费", "Less chemical waste"))
    chart.post("it", ("IT经理", "IT manager"), None, 3, "operations")
    chart.holds("it", "zheng-ke", ("郑可", "Zheng Ke"), 280)


def _relationships(draft: Draft) -> None:
    draft.knows("long-cuiping", "jia-ning", 1, wanted=2, seen=52)
    draft.knows("lu-weimin", "jia-ning", 2, seen=31)
    draft.knows("jiang-haichao", "jia-ning", 2, wanted=3, seen=22)
    draft.knows("qin-yu", "tong-xin", 2, seen=15)
    draft.knows("xiang-yining", "jia-ning", 3, wanted=3, seen=4)
    draft.knows("ji-chunsheng", "du-xiaoyue", 3, seen=60)
    draft.knows("kang-min", "su-qing", 1, seen=140)
    draft.knows("pu-dayong", "jia-ning", 2, seen=26)
    draft.knows("jiao-yuliang", "jia-ning", 2, seen=19)
    draft.knows("marcus-lind", "guan-zhiheng", 1, wanted=2, seen=70)
    draft.knows("wu-jiahao", "jia-ning", 2, seen=41)
    draft.tie("lei-zhiming", YUANQIAO, 2, FIRST_HAND, 45, ("当面：卢伟民", "In person: Lu Weimin"))
    draft.tie("wan-qihang", HENGCHE, 3, FIRST_HAND, 38, ("当面：覃玉，恒澈的模型是万总工参与编的", "In person: Qin Yu, Hengche's model was made with Wan's help"))
    draft.tie("qin-yu", HENGCHE, 1, SECOND_HAND, 120, ("向以宁转述", "Via Xiang Yining"))
    draft.tie("anna-berg", YUANQIAO, 1, SECOND_HAND, 66, ("吴家豪转述，亚太区有框架", "Via Wu Jiahao, there is a regional framework"))
