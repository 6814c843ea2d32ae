"""Numbers, amounts and per cents out of cells."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from harehawk.book.grid import Cell
from harehawk.book.unfit import Unfit
from harehawk.book.units import CURRENCY_OF, SCALES

LARGEST = 1e15  # a spreadsheet keeps fifteen digits, and nobody's book holds more
DIGITS = 15
CODE = re.compile("[A-Z]{3}")  # as ISO 4217 makes them
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$")
GROUPS = re.compile(  # of three; or of four, as 万 is counted, where they are more than a comma and its decimals
    r"(?<![\d.,])(?:\d{1,3}([,\s'’])\d{3}(?:\1\d{3})*|\d{1,4}(?:,\d{4}){2,})(?![\d,])"
)
PARTED = re.compile(r"\d\s*[,'’]\s*\d|\d\s+\d")
PART = re.compile(r"(\d+(?:\.\d*)?|\.\d+)([^\d.]*)")
TWO_NUMBERS = re.compile(r"\d\s*(-|~|–|—|至|到|to)\s*[¥$€£]?\d")
MINUS = str.maketrans("−–﹣", "---")
CURRENCY_WORDS = sorted(CURRENCY_OF, key=len, reverse=True)


def currency(text: str) -> str:
    """The code of a currency, which may be called by a word for it. Raises Unfit."""
    code = CURRENCY_OF.get(text.casefold(), text.upper())
    if not CODE.fullmatch(code):
        raise Unfit("not_a_currency")
    return code


def kept(value: Decimal | float) -> float:
    """The number as a spreadsheet keeps it, so that a book comes back as it went out."""
    return float(f"{float(value):.{DIGITS}g}") + 0.0  # no minus zero


def number(cell: Cell) -> float:
    """A plain number. Raises Unfit."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _fit(Decimal(repr(cell)))
    return _fit(_decimal(_flat(cell)))


def whole(cell: Cell) -> int:
    """A whole number. Raises Unfit."""
    value = number(cell)
    if value != int(value):
        raise Unfit("not_whole")
    return int(value)


def money(cell: Cell, times: float, currency: str) -> float:
    """An amount in the currency of the book; `times` multiplies one that states no unit. Raises Unfit."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _fit(Decimal(repr(cell)) * Decimal(times))
    text = _flat(cell).casefold()
    for word in CURRENCY_WORDS:
        if text.startswith(word) or text.endswith(word):
            if CURRENCY_OF[word] != currency:
                raise Unfit("other_currency", currency=currency)
            text = text.removeprefix(word).removesuffix(word).strip()
            break
    try:
        return _fit(_decimal(text) * Decimal(times))
    except Unfit as unfit:
        if unfit.rule != "not_a_number":
            raise
    return _fit(_scaled(text))


def share(cell: Cell, high: float | None, *, per_cent: bool = False) -> tuple[float, bool]:
    """A fraction, and whether a plain number was taken for whole per cent. Raises Unfit.

    20% and 0.2 mean the same; a plain number above 1 (above what the column allows, where that is more) is
    per cent, for nobody means two thousand. Under a heading with a % (`per_cent`) a written number is whole per
    cent, however small; a number of a spreadsheet is not, for one shown as 20% comes as 0.2.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        value = Decimal(repr(cell))
    else:
        text = _flat(cell)
        if text.endswith(("%", "％")):
            return _fit(_decimal(text[:-1].strip(), "not_a_share") / 100), False
        value = _decimal(text, "not_a_share")
        if per_cent:
            return _fit(value / 100), False
    if abs(value) > max(1, high or 1):
        return _fit(value / 100), True
    return _fit(value), False


def _flat(cell: Cell) -> str:
    return unicodedata.normalize("NFKC", str(cell)).translate(MINUS).strip()


def _decimal(text: str, otherwise: str = "not_a_number") -> Decimal:
    """The number a text states, without unit. Thousands may be grouped by commas, quotes or spaces."""
    plain = _ungrouped(text)
    if re.fullmatch(r"[+-]?\d+(\.\d{3})*,\d+", plain):
        raise Unfit("decimal_comma")
    if not NUMBER.match(plain):
        if TWO_NUMBERS.search(text):
            raise Unfit("number_range")
        raise Unfit("misgrouped" if PARTED.search(plain) else otherwise)
    try:
        return Decimal(plain)
    except InvalidOperation as error:
        raise Unfit(otherwise) from error


def _ungrouped(text: str) -> str:
    """The text with the digits of each number together, as far as they are grouped as numbers are."""
    return GROUPS.sub(lambda found: re.sub(r"\D", "", found[0]), text)


def _scaled(text: str) -> Decimal:
    """An amount with its unit: 300万, 1.2亿, 3.5m, 1亿2000万."""
    if TWO_NUMBERS.search(text):
        raise Unfit("number_range")
    sign = -1 if text.startswith("-") else 1
    plain = _ungrouped(text).lstrip("+-").replace(",", "").replace(" ", "")
    parts = PART.findall(plain)
    if not parts or "".join(one + unit for one, unit in parts) != plain:
        raise Unfit("not_money")
    scales = [_scale(unit) for _, unit in parts]
    if sorted(scales, reverse=True) != scales or len(set(scales)) != len(scales):
        raise Unfit("not_money")
    total = sum((Decimal(one) * Decimal(times) for (one, _), times in zip(parts, scales, strict=True)), Decimal())
    return sign * total


def _scale(unit: str) -> float:
    for word in ("", *CURRENCY_WORDS):
        if unit.endswith(word) and (scale := SCALES.get(unit.removesuffix(word))) is not None:
            return scale
    raise Unfit("not_money")


def _fit(value: Decimal) -> float:
    if abs(value) > LARGEST:
        raise Unfit("number_too_large")
    return kept(value)
