"""Days out of cells: dates of a spreadsheet and of either language."""

import datetime as dt
import re
import unicodedata

from harehawk.book.grid import Cell
from harehawk.book.unfit import Unfit

EXCEL_DAY_0 = dt.date(1899, 12, 30)
FIRST, LAST = dt.date(1950, 1, 1), dt.date(2199, 12, 31)
NAMES_OF_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: number for number, name in enumerate(NAMES_OF_MONTHS, 1)}
YEAR_FIRST = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*(?:[-./月]\s*(\d{1,2})?\s*[日号]?)?$")
TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})$")
YEAR_LAST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})$")
SHORT_YEAR = re.compile(r"\d{1,2}\s*(?:[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?|年\s*\d{1,2}\s*月?)$")
IN_ENGLISH = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(\d{4})$"
)
TIME = re.compile(r"[t\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})?$")


def day(cell: Cell) -> dt.date:
    """The day of a cell; a month without a day is its first. Raises Unfit."""
    found = _day(cell)
    if not FIRST <= found <= LAST:
        raise Unfit("day_out_of_range")
    return found


def _day(cell: Cell) -> dt.date:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _serial(cell)
    return _written(TIME.sub("", unicodedata.normalize("NFKC", str(cell)).strip().casefold()))


def _written(text: str) -> dt.date:
    if match := YEAR_FIRST.match(text) or TOGETHER.match(text):
        return _made(int(match[1]), int(match[2]), int(match[3] or 1))
    if match := YEAR_LAST.match(text):
        return _year_last(int(match[1]), int(match[2]), int(match[3]))
    if (match := IN_ENGLISH.match(text)) and (month := MONTHS.get((match[2] or match[3])[:3])):
        return _made(int(match[5]), month, int(match[1] or match[4]))
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return _serial(float(text))
    raise Unfit("two_digit_year" if SHORT_YEAR.match(text) else "not_a_day")


def _serial(number: float) -> dt.date:
    """A day as Excel counts them, or one written together: 20261124."""
    if (match := TOGETHER.match(str(int(number)))) and number == int(number):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if not 1 <= number < 200_000:
        raise Unfit("not_a_day")
    return EXCEL_DAY_0 + dt.timedelta(days=int(number))


def _year_last(first: int, second: int, year: int) -> dt.date:
    if first == second or first > 12:
        return _made(year, second, first)
    if second > 12:
        return _made(year, first, second)
    raise Unfit("day_or_month")


def _made(year: int, month: int, day_: int) -> dt.date:
    try:
        return dt.date(year, month, day_)
    except ValueError as error:
        raise Unfit("no_such_day") from error
