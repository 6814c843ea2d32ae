"""What the criteria of the default pack and the shipped classes are called."""

from harehawk.book.schema import Words

CRITERION_WORDS = {
    "need_explicit": Words("the need is explicit and written down", "需求说得清，写成了文字"),
    "funds_enough": Words("funds reach our lowest price", "预算不低于我方可成交价"),
    "project_approved": Words("the project is approved", "已立项"),
    "date_compelling": Words("a date they cannot let pass", "有拖不过去的时间点"),
    "sponsor_asks": Words("somebody with authority pushes it: no pie in the sky", "拍板人或管预算的人在推，不是画饼"),
    "funds_kept": Words("the funds cannot be diverted", "钱不会被挪走"),
    "needs_met": Words("every must-have need met in time", "必须满足的需求都能按时满足"),
    "shortlisted": Words("on their supplier list or shortlist, or still in time", "在库、已入围，或还来得及"),
    "qualified": Words("qualification and references suffice", "资质、业绩够门槛"),
    "formal_fit": Words("the solution fits the formal criteria", "方案对得上评分办法和技术参数"),
    "people_free": Words("enough of our people in time", "关键人手排得开"),
    "value_seen": Words("they acknowledge what only we have", "客户认我们的独到之处"),
    "unwritten_ours": Words("unwritten criteria favour us", "不成文的标准偏向我们"),
    "top_access": Words("access to the one who decides", "见得到拍板人"),
    "coach_confirmed": Words("a coach, confirmed by a second source", "有教练，说法有第二人印证"),
    "not_rigged": Words("the tender is not written for somebody else", "标书不是给别家量身定做的"),
    "steps_known": Words("who reviews, how, and when is known", "谁审、怎么审、什么时候定都清楚"),
}
CLASS_WORDS = {
    "strategic": Words("strategic", "战略", ("战略客户", "S")),
    "key": Words("key", "重点", ("重点客户", "A")),
    "growth": Words("growth", "成长", ("成长客户", "B")),
    "standard": Words("standard", "普通", ("普通客户", "C")),
}
