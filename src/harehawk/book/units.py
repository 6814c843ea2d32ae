"""Units of money and numbers, as people write them."""

from harehawk.book.words import fold

THOUSAND, WAN, MILLION, YI, BILLION = 1e3, 1e4, 1e6, 1e8, 1e9

SCALES = {
    "": 1.0, "千": THOUSAND, "k": THOUSAND, "thousand": THOUSAND,
    "万": WAN, "w": WAN, "wan": WAN, "十万": 10 * WAN, "百万": MILLION, "m": MILLION, "mn": MILLION, "mio": MILLION,
    "million": MILLION, "千万": 10 * MILLION, "亿": YI,
    "十亿": BILLION, "b": BILLION, "bn": BILLION, "billion": BILLION,
}  # fmt: skip
CURRENCIES = {
    "CNY": ("¥", "￥", "元", "块", "圆", "rmb", "cny", "cn¥", "人民币", "yuan"),
    "USD": ("$", "us$", "usd", "美元", "美金", "dollar", "dollars"),
    "EUR": ("€", "eur", "欧元", "euro", "euros"),
    "HKD": ("hk$", "hkd", "港元", "港币"),
    "GBP": ("£", "gbp", "英镑"),
    "JPY": ("jpy", "日元", "円", "yen"),
}
CURRENCY_OF = {word: code for code, words in CURRENCIES.items() for word in words}
OWN_WORDS = ("", "元", "rmb", "cny", "人民币", "人民币元", "yuan")
MONEY_UNITS = {fold(scale + word): times for scale, times in SCALES.items() for word in OWN_WORDS if scale + word} | {
    fold(word + scale): times for scale, times in SCALES.items() for word in ("rmb", "cny", "人民币") if scale
}
