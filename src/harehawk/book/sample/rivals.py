"""Rivals and partners of the sample; all names are invented."""

from harehawk.book.sample.draft import Text

HAIYUE: Text = ("海岳信息", "Haiyue Information")
TUOLAN: Text = ("拓澜智联", "Tuolan Connect")
YUANQIAO: Text = ("远桥数智", "Yuanqiao Digital")
HENGCHE: Text = ("恒澈水科", "Hengche Hydro")
OWN_STAFF: Text = ("信通分公司自建", "Built by their own IT branch")
AS_IT_IS: Text = ("维持现状", "Leave it as it is")

HUAXIN: Text = ("华昕传感", "Huaxin Sensing")
LANQIAO: Text = ("岚桥机器人", "Lanqiao Robotics")
YUEJIANG: Text = ("越江城建设计院", "Yuejiang Urban Design Institute")
BEISHAN: Text = ("北山电力设计院", "Beishan Power Design Institute")
ZHIHENG: Text = ("知衡招标代理", "Zhiheng Tendering Agency")
XINLI: Text = ("新砺建工", "Xinli Construction")
YANSHI: Text = ("砚石集成", "Yanshi Integration")
