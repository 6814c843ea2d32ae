"""Twelve customers: three groups with their members, and three that stand alone."""
# fmt: off

from harehawk.book.sample.draft import Draft, Text
from harehawk.book.sheets.choices import CustomerType, PaymentClass
from harehawk.book.sheets.customers import CustomerRow

STATE, PRIVATE, FOREIGN, PUBLIC = CustomerType.STATE_OWNED, CustomerType.PRIVATE, CustomerType.FOREIGN, CustomerType.PUBLIC
A, B, C = PaymentClass.A, PaymentClass.B, PaymentClass.C
RAIL: Text = ("轨道交通", "rail")
POWER: Text = ("电力", "power")
WATER: Text = ("水务", "water")
HOSPITAL: Text = ("医院", "hospitals")
EAST: Text = ("临江市", "Linjiang")
NORTH: Text = ("北岭省", "Beiling")
WEST: Text = ("定川市", "Dingchuan")

LINJIANG: Text = ("临江轨道交通集团", "Linjiang Rail Transit Group")
DINGCHUAN_SUPPLY: Text = ("定川供水", "Dingchuan Water Supply")


def write(draft: Draft) -> None:
    def buys(customer: str, name: Text, customer_class: str | None, kind: CustomerType, parent: str | None, owner: str, industry: Text, region: Text, paid: PaymentClass | None, importance: float | None, note: Text | None = None) -> None:
        draft.add(CustomerRow(id=customer, name=draft.say(name), customer_class=customer_class, customer_type=kind, parent=parent, owner=owner, industry=draft.say(industry), region=draft.say(region), payment_class=paid, importance=importance, note=draft.maybe(note)))

    buys("linjiang", LINJIANG, "strategic", STATE, None, "lin-xiaolan", RAIL, EAST, A, 2, ("六条线，在建两条；信息化由集团统筹，重大事项走三重一大", "Six lines, two being built; IT is steered by the group, large purchases go through its full chain"))
    buys("metro", ("临江地铁运营公司", "Linjiang Metro Operations"), "strategic", STATE, "linjiang", "lin-xiaolan", RAIL, EAST, B, 2)
    buys("tracks", ("临江轨道建设公司", "Linjiang Rail Construction"), None, STATE, "linjiang", "lin-xiaolan", RAIL, EAST, None, None, ("刚开始接触，还没定分级", "Just met, no class yet"))
    buys("beiling", ("北岭能源集团", "Beiling Energy Group"), "key", STATE, None, "he-zheng", POWER, NORTH, B, 1)
    buys("grid", ("北岭供电公司", "Beiling Power Supply"), "key", STATE, "beiling", "he-zheng", POWER, NORTH, B, 1)
    buys("qishan", ("祁山风电", "Qishan Wind Power"), "growth", PRIVATE, "beiling", "he-zheng", POWER, ("祁山县", "Qishan"), A, 0, ("民营控股，集团参股，自己说了算", "Privately controlled, the group holds a minority; it decides for itself"))
    buys("dingchuan", ("定川水务集团", "Dingchuan Water Group"), "growth", STATE, None, "jia-ning", WATER, WEST, B, 0)
    buys("supply", DINGCHUAN_SUPPLY, "growth", STATE, "dingchuan", "jia-ning", WATER, WEST, B, 1)
    buys("drain", ("定川排水公司", "Dingchuan Drainage"), "standard", STATE, "dingchuan", "jia-ning", WATER, WEST, B, 0)
    buys("norlan", ("诺澜水务（中国）", "Norlan Water China"), "key", FOREIGN, None, "jia-ning", WATER, ("上海", "Shanghai"), A, 1, ("预算由新加坡的亚太区批", "Budgets are granted by the Asia-Pacific office in Singapore"))
    buys("nanping", ("南屏市中心医院", "Nanping Central Hospital"), "key", PUBLIC, None, "xia-yutong", HOSPITAL, ("南屏市", "Nanping"), B, 1)
    buys("heyi", ("和颐医疗", "Heyi Healthcare"), "growth", PRIVATE, None, "xia-yutong", HOSPITAL, ("华东", "East China"), C, 0, ("连锁民营医院，去年有两笔拖了半年", "A private hospital chain; two invoices last year took half a year"))
