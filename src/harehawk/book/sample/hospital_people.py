"""Who sits where at the two hospitals: 12 people."""
# fmt: off

from harehawk.book.sample.draft import FIRST_HAND, SECOND_HAND, Chart, Draft, Text
from harehawk.book.sample.rivals import TUOLAN, YUANQIAO

LOGISTICS: Text = ("总务科", "Facilities")


def write(draft: Draft) -> None:
    _nanping(Chart(draft, "nanping"))
    _heyi(Chart(draft, "heyi"))
    _relationships(draft)


def _nanping(chart: Chart) -> None:
    chart.post("party", ("党委书记", "Party secretary"), None, 1)
    chart.holds("party", "shi-wenying", ("史文英", "Shi Wenying"), 700)
    chart.post("president", ("院长", "President"), None, 1)
    chart.holds("president", "shen-guodong", ("沈国栋", "Shen Guodong"), 980, ("评级前院区改造完成", "The site rebuilt before the next grading"))
    chart.post("deputy", ("副院长", "Vice president"), None, 2, "president", ("it", "facilities", "equipment"))
    chart.holds("deputy", "ruan-zhiming", ("阮志明", "Ruan Zhiming"), 850, ("分管后勤和信息，能耗要降", "In charge of facilities and IT; energy use must fall"))
    chart.post("it", ("信息科科长", "Head of IT"), ("信息科", "IT"), 3, "deputy")
    chart.holds("it", "ge-yihang", ("葛一航", "Ge Yihang"), 420)
    chart.post("facilities", ("总务科科长", "Head of facilities"), LOGISTICS, 3, "deputy")
    chart.holds("facilities", "tan-jianguo", ("谭建国", "Tan Jianguo"), 2600, own=("半夜少接报修电话", "Fewer calls at midnight"))
    chart.post("equipment", ("设备科科长", "Head of equipment"), ("设备科", "Equipment"), 3, "deputy")
    chart.holds("equipment", "zhan-rui", ("詹瑞", "Zhan Rui"), 610)
    chart.post("finance", ("财务科科长", "Head of finance"), ("财务科", "Finance"), 3, "president")
    chart.holds("finance", "pei-fang", ("裴芳", "Pei Fang"), 1300)
    chart.post("review", ("院办主任", "Head of the president's office"), ("院办", "President's office"), 3, "president")
    chart.holds("review", "yue-lin", ("岳琳", "Yue Lin"), 240)


def _heyi(chart: Chart) -> None:
    chart.post("president", ("总裁", "President"), None, 1)
    chart.holds("president", "cheng-yiming", ("程一鸣", "Cheng Yiming"), 1400)
    chart.post("operations", ("首席运营官", "Chief operating officer"), None, 2, "president", ("it", "buyer"))
    chart.holds("operations", "ouyang-xue", ("欧阳雪", "Ouyang Xue"), 500)
    chart.post("it", ("信息总监", "IT director"), None, 3, "operations")
    chart.holds("it", "huo-ran", ("霍冉", "Huo Ran"), 350)
    chart.post("buyer", ("采购总监", "Purchasing director"), None, 3, "operations")
    chart.holds("buyer", "you-jia", ("尤佳", "You Jia"), 640)


def _relationships(draft: Draft) -> None:
    draft.knows("shen-guodong", "zhou-yan", 1, wanted=2, seen=110)
    draft.knows("ruan-zhiming", "xia-yutong", 2, wanted=3, seen=17)
    draft.knows("tan-jianguo", "xia-yutong", 3, seen=10)
    draft.knows("ge-yihang", "tong-xin", 1, wanted=2, seen=39)
    draft.knows("pei-fang", "su-qing", 1, seen=88)
    draft.knows("huo-ran", "xia-yutong", 2, seen=27)
    draft.tie("ge-yihang", TUOLAN, 1, SECOND_HAND, 95, ("谭建国转述", "Via Tan Jianguo"))
    draft.tie("cheng-yiming", YUANQIAO, 3, FIRST_HAND, 33, ("当面：霍冉，两家有参股", "In person: Huo Ran, the two companies hold shares of each other"))
    draft.tie("you-jia", YUANQIAO, 2, FIRST_HAND, 33, ("当面：霍冉", "In person: Huo Ran"))
