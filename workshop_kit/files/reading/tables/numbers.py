"""How a spreadsheet shows a number: as a date, a share, a telephone number, or as it is."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final

_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_SHARES: Final = frozenset({9, 10})
_BESIDE: Final = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.|_.|\*.")
_ONLY_DIGITS: Final = re.compile(r"[0#\s.\-/()]*[0#][0#\s.\-/()]*")
_LITERAL: Final = re.compile(r"\"([^\"]*)\"|\\(.)")
#: Days after which no date of a list lies, in the year 9999.
_LAST_DAY: Final = 2_958_465


def show_number(written: str, number_format: int, code: str = "", *, since_1904: bool = False) -> str:
    """Return a number as people see it in the cell.

    Parameters
    ----------
    written
        The number as the file holds it.
    number_format, code
        The format's number, and its code where it is the workbook's own.
    since_1904
        Whether days are counted from 1904, as old Macintosh workbooks do.

    """
    try:
        value = float(written)
    except ValueError:
        return written
    bare = _BESIDE.sub("", code.split(";")[0])
    if number_format in _DATES or (re.search(r"[dmyhs]", bare, re.I) and "general" not in bare.casefold()):
        return _show_date(value, since_1904=since_1904) or _show_plain(value, written)
    if number_format in _SHARES or "%" in bare:
        return f"{value * 100:.10g} %"
    if value.is_integer() and 0 <= value < 1e15:
        return _fill_digits(int(value), code) or str(int(value))
    return _show_plain(value, written)


def write_value(value: object) -> str:
    """Return a value of a spreadsheet as people would have typed it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, int | float):
        return _show_plain(float(value), str(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    return str(value)


def _show_plain(value: float, written: str) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return written
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def _show_date(value: float, *, since_1904: bool) -> str:
    if not 0 <= value <= _LAST_DAY:
        return ""
    if value < 1:
        return (datetime(2000, 1, 1) + timedelta(seconds=round(value * 86400) % 86400)).strftime("%H:%M")
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30) if value >= 60 else datetime(1899, 12, 31)
    try:
        return write_value(start + timedelta(seconds=round(value * 86400)))
    except OverflowError:
        return ""


def _fill_digits(value: int, code: str) -> str:
    """Return the number in a format of digits alone, such as ``0#" "##" "##" "##" "##``; empty for any other."""
    shape = _LITERAL.sub(lambda found: found[1] or found[2] or "", code.split(";")[0])
    if "0" not in shape or _ONLY_DIGITS.fullmatch(shape) is None or "." in shape.replace(" ", "").rstrip("."):
        return ""
    digits = list(str(value))
    shown: list[str] = []
    for sign in reversed(shape):
        if sign not in "0#":
            shown.append(sign)
        elif digits:
            shown.append(digits.pop())
        elif sign == "0":
            shown.append("0")
    return "".join((*digits, *reversed(shown))).strip()
