"""Signals of every triage cell: some became opportunities, some are parked with a day to look again, some dropped."""
# fmt: off

from harehawk.book.sample.draft import Draft, Text
from harehawk.book.sheets.choices import TriageMoney, TriageNeed
from harehawk.book.sheets.opportunities import SignalRow

IDEA, EXPLICIT, APPROVED = TriageNeed.IDEA, TriageNeed.EXPLICIT, TriageNeed.APPROVED
NONE, SOUGHT, SECURED = TriageMoney.NONE, TriageMoney.SOUGHT, TriageMoney.SECURED


def write(draft: Draft) -> None:
    def heard(key: str, customer: str | None, owner: str, ago: int, text: Text, source: Text, need: TriageNeed | None, money: TriageMoney | None, again: int | None = None, dropped: Text | None = None, became: str | None = None) -> None:
        draft.add(SignalRow(id=key, text=draft.say(text), customer=customer, received_on=draft.ago(ago), source=draft.say(source), need=need, money=money, owner=owner, look_again_on=None if again is None else draft.ahead(again), dropped_because=draft.maybe(dropped), opportunity=became))

    heard("s01", "linjiang", "lin-xiaolan", 230, ("集团想在大修前上状态修平台", "The group wants condition-based maintenance before the overhaul"), ("陈立电话", "Chen Li by phone"), APPROVED, SECURED, became="linjiang-care")
    heard("s02", "metro", "lin-xiaolan", 170, ("转辙机故障被点名通报", "Point machine failures named in a report"), ("董凯", "Dong Kai"), EXPLICIT, SECURED, became="point-machines")
    heard("s03", "tracks", "lin-xiaolan", 16, ("工地要上安全监测，别的还不清楚", "Building sites need safety monitoring, nothing else known"), ("方莉", "Fang Li"), None, None, became="site-safety")
    heard("s04", "norlan", "jia-ning", 70, ("三座厂想并到一个平台", "Three plants to be brought onto one platform"), ("吴家豪", "Wu Jiahao"), EXPLICIT, SOUGHT, became="plants-platform")
    heard("s05", "beiling", "he-zheng", 24, ("董事长讲话提到“零碳园区”", "The chairman spoke of a zero-carbon park"), ("集团官网", "The group's web site"), IDEA, NONE, again=120)
    heard("s06", "dingchuan", "jia-ning", 33, ("想要一张图，正在找钱", "They want one map and look for money"), ("卢伟民", "Lu Weimin"), IDEA, SOUGHT, again=60)
    heard("s07", "nanping", "xia-yutong", 9, ("上级给了一笔设备更新款，用途还没定", "A renewal grant has arrived, its use is open"), ("裴芳", "Pei Fang"), IDEA, SECURED)
    heard("s08", "drain", "jia-ning", 41, ("泵房振动监测写进了需求单，没有钱", "Pump vibration is on the list, without money"), ("焦玉良", "Jiao Yuliang"), EXPLICIT, NONE, again=90)
    heard("s09", "grid", "he-zheng", 12, ("电缆隧道监测报了明年计划", "Cable tunnel monitoring entered in next year's plan"), ("武刚", "Wu Gang"), EXPLICIT, SOUGHT)
    heard("s10", "metro", "lin-xiaolan", 6, ("扶梯监测批了，走零星采购", "Escalator monitoring approved as a small purchase"), ("任敏", "Ren Min"), EXPLICIT, SECURED)
    heard("s11", "heyi", "xia-yutong", 52, ("董事会批了新院区，资金没到位", "The board approved a new site, no funds in place"), ("霍冉", "Huo Ran"), APPROVED, NONE, again=75)
    heard("s12", "qishan", "he-zheng", 19, ("三期技改已立项，在等银行放款", "The third upgrade is approved and waits for a loan"), ("温静怡", "Wen Jingyi"), APPROVED, SOUGHT)
    heard("s13", "supply", "jia-ning", 3, ("水表更换已批复，资金到账", "Meter replacement approved and funded"), ("费晓光", "Fei Xiaoguang"), APPROVED, SECURED)
    heard("s14", "dingchuan", "jia-ning", 28, ("指挥中心要换大屏", "The control room wants new screens"), ("卢伟民", "Lu Weimin"), EXPLICIT, SECURED, dropped=("大屏不是今年方向", "Screens are not our direction this year"))
    heard("s15", None, "xia-yutong", 2, ("邻省一家医院来电问能耗平台", "A hospital of the next province called about energy"), ("前台来电", "Call to the front desk"), None, None)
