"""What sales people call the columns that stand in many sheets, beside the words of the sheets themselves."""

CUSTOMER = ("account", "account name", "customer name", "客户名称", "单位", "甲方")
OPPORTUNITY = (
    "opportunity name", "deal", "deal name", "project", "商机名称", "项目", "项目名", "项目名称", "销售机会",
)  # fmt: skip
OWNER = ("account manager", "客户经理", "销售负责人")
AMOUNT = (
    "contract amount", "contract value", "deal value", "金额", "合同金额", "项目金额", "预算金额", "预计金额", "预计合同额",
)  # fmt: skip
MARGIN = ("gross margin", "毛利")
SIGNATURE = (
    "expected close", "expected close date", "close date", "预计签约日", "预计签约日期", "预计签约时间", "签约时间",
    "预计成交日期",
)  # fmt: skip
RIVAL = ("competitor", "主要对手", "主要竞争对手", "友商")
TITLE = ("job title", "职位")
