"""People outside the customers who take part in a decision, and those nobody of ours may approach: 8 people."""
# fmt: off

from harehawk.book.sample.draft import Draft, Text
from harehawk.book.sample.rivals import BEISHAN, HUAXIN, XINLI, YUEJIANG, ZHIHENG
from harehawk.book.sheets.choices import Outside

POOL: Text = ("评标专家库", "Pool of bid-evaluation experts")


def write(draft: Draft) -> None:
    draft.outsider("yu-jiangping", ("俞江平", "Yu Jiangping"), YUEJIANG, ("机电所总工", "Chief engineer, electrical and mechanical"), Outside.DESIGN_INSTITUTE, "linjiang", wants=("初设一次通过", "A preliminary design that passes at once"))
    draft.outsider("wen-tao", ("闻韬", "Wen Tao"), BEISHAN, ("电气室主任", "Head of the electrical office"), Outside.DESIGN_INSTITUTE, "grid")
    draft.outsider("tong-lihua", ("佟丽华", "Tong Lihua"), ZHIHENG, ("项目经理", "Project manager"), Outside.TENDER_AGENT, "linjiang", wants=("零投诉", "No complaints"))
    draft.outsider("che-minghui", ("车明辉", "Che Minghui"), ("临江市国资监管部门", "Linjiang state assets office"), ("规划处处长", "Head of planning"), Outside.SUPERIOR, "linjiang")
    draft.outsider("zhuo-zhian", ("卓志安", "Zhuo Zhi'an"), XINLI, ("智能化项目经理", "Project manager, building systems"), Outside.CONTRACTOR, "dingchuan")
    draft.outsider("pang-lixin", ("庞立新", "Pang Lixin"), HUAXIN, ("技术总监", "Technical director"), Outside.PARTNER)
    draft.outsider("luo-yiping", ("骆一平", "Luo Yiping"), POOL, ("可研评审会专家组组长，名单见会议通知", "Head of the feasibility review panel, as named in its invitation"), None, "linjiang", no_contact=True)
    draft.outsider("jian-ning", ("简宁", "Jian Ning"), POOL, ("初设评审会专家，名单见会议通知", "Member of the design review panel, as named in its invitation"), None, "grid", no_contact=True)
