"""A language to speak, and figures as it writes them."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from harehawk.book.schema import Words
from harehawk.book.spoken import of_ten
from harehawk.book.words import separator
from harehawk.errors import Translate

MINUS = "−"
ALMOST = "99%"  # of what is nearly certain
WAN, YI = 1e4, 1e8


@dataclass(frozen=True, slots=True)
class Voice:
    """`language` is zh or en (or zh-hans and the like); `translate` speaks it."""

    language: str
    translate: Translate

    @property
    def chinese(self) -> bool:
        return self.language.startswith("zh")

    def say(self, words: Words) -> str:
        return words.say(self.language)

    def money(self, value: float) -> str:
        """An amount as tables show it: 3,860万, 11.4万, 4,000元; 38.6M, 114K, 400."""
        return _signed(value, _chinese_money if self.chinese else _english_money)

    def about(self, value: float) -> str:
        """An amount as sentences say it: two significant digits."""
        return self.money(_significant(value))

    def money_range(self, low: float, high: float) -> str:
        return f"{self.money(low)}～{self.money(high)}" if self.chinese else f"{self.money(low)} to {self.money(high)}"

    def chance(self, value: float) -> str:
        """A chance, to the whole per cent; what is not certain is never shown as 0 % or 100 %."""
        if 0 < value < 0.005:
            return "<1%"
        if _nearly_certain(value):
            return f">{ALMOST}"
        return f"{_round_half_up(value * 100)}%"

    def chance_range(self, low: float, high: float) -> str:
        """Both ends as chances, or one figure where both read alike."""
        least, most = self.chance(low), self.chance(high)
        return least if least == most else f"{least}–{self.chance_at_most(high)}"

    def chance_at_most(self, value: float) -> str:
        """The upper end of a range, where what is nearly certain needs no sign of its own."""
        return ALMOST if _nearly_certain(value) else self.chance(value)

    def share(self, value: float) -> str:
        """A share, a rate or a limit in per cent: one decimal below 10 %, none above; a trailing zero is dropped."""
        return _signed(value, _share)

    def of_ten(self, value: float) -> str:
        """A rate of the company, as it is asked for."""
        return self.say(of_ten(value))

    def clauses(self, said: list[str]) -> str:
        """Several clauses of one sentence."""
        return ("，" if self.chinese else "; ").join(said)

    def list(self, things: list[str]) -> str:
        """Several things in a row."""
        return separator(self.language).join(things)

    @property
    def colon(self) -> str:
        return "：" if self.chinese else ": "

    def quote(self, text: str) -> str:
        return f"“{text}”"


def _nearly_certain(chance: float) -> bool:
    return 0.995 <= chance < 1


def _share(value: float) -> str:
    decimals = 1 if value < 0.1 else 0
    return f"{_plain(_round_half_up(value * 100 * 10**decimals) / 10**decimals, decimals)}%"


def _round_half_up(value: float) -> int:
    return math.floor(value + 0.5)


def _significant(value: float) -> float:
    if value == 0:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(abs(value))) - 1)
    return round(value / step) * step


def _signed(value: float, write: Callable[[float], str]) -> str:
    shown = write(abs(value))
    return MINUS + shown if value < 0 and any(digit in "123456789" for digit in shown) else shown


def _chinese_money(value: float) -> str:
    if value >= YI:
        return f"{_plain(value / YI, 2)}亿"
    if value >= WAN:
        return f"{_plain(value / WAN, 0 if value >= 100 * WAN else 1)}万"
    return f"{value:,.0f}元"


def _english_money(value: float) -> str:
    for unit, name in ((1e9, "B"), (1e6, "M"), (1e3, "K")):
        if value >= unit * 0.9995:
            scaled = value / unit
            return f"{_plain(scaled, 2 if scaled < 10 else 1 if scaled < 100 else 0)}{name}"
    return f"{value:,.0f}"


def _plain(value: float, decimals: int) -> str:
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
