"""The fixed words of a judgement: verdicts, gates, states, limits, levels, assumed values."""

from collections.abc import Mapping
from enum import StrEnum

from harehawk.book.schema import Words
from harehawk.book.sheets.choices import ASPECTS, FACTORS_, VERDICTS
from harehawk.engine.gates.judgement import GateState
from harehawk.engine.worth.deal import Limit

VERDICT = VERDICTS
ASPECT = ASPECTS
FACTOR = FACTORS_

GATE: Mapping[int, Words] = {
    1: Words("Is it an opportunity?", "是不是机会"),
    2: Words("Can we compete?", "能不能竞争"),
    3: Words("Can we win?", "能不能赢"),
    4: Words("Is it worth winning?", "值不值得赢"),
}
GATE_NUMBER: Mapping[int, Words] = {
    1: Words("Gate 1", "第一关"),
    2: Words("Gate 2", "第二关"),
    3: Words("Gate 3", "第三关"),
    4: Words("Gate 4", "第四关"),
}
GATE_SUM: Mapping[int, Words] = {
    1: Words("is an opportunity", "是机会"),
    2: Words("we can compete", "能竞争"),
    3: Words("we win", "能赢"),
    4: Words("worth of winning", "赢了的价值"),
}
STATE: Mapping[GateState, Words] = {
    GateState.HOLDS: Words("holds", "成立"),
    GateState.UNCLEAR: Words("unclear", "未明"),
    GateState.FAILS: Words("fails", "不成立"),
}
LIMIT: Mapping[Limit, Words] = {
    Limit.CAPITAL: Words("capital tied up", "垫资"),
    Limit.MARGIN: Words("margin", "毛利率"),
    Limit.CREDIT: Words("expected credit loss", "预期坏账"),
    Limit.HARM: Words("harm to a strategic customer", "伤害战略客户"),
}
LEVEL: Mapping[str, Words] = {
    "none": Words("none", "不投入"),
    "light": Words("light", "小投入"),
    "full": Words("full", "全力"),
}
US = Words("us", "我方")
UNNAMED = Words("unnamed", "未知对手")
UNNAMED_PERSON = Words("somebody not yet named", "还没摸清的人")
ASSUMED: Mapping[str, Words] = {
    "amount": Words("amount", "合同额"),
    "margin": Words("margin", "毛利率"),
    "payments": Words("payments", "付款节点"),
    "costs": Words("costs", "成本"),
    "effort": Words("effort", "投入"),
    "class": Words("customer class", "客户分级"),
    "rule": Words("decision rule", "决策方式"),
    "payment_class": Words("payment class", "付款等级"),
    "delay": Words("payment delay", "付款拖延"),
}


def word(table: Mapping[str, Words] | Mapping[StrEnum, Words], key: str, language: str) -> str:
    """The word of a key; what a company named itself stands for itself."""
    found = {str(name): words for name, words in table.items()}.get(key)
    return found.say(language) if found else key
