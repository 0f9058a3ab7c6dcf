"""Read dates and times as forms, spreadsheets and people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

_GOOGLE: Final = re.compile(
    r"(\d{4})/(\d\d?)/(\d\d?) (\d\d?):(\d\d):(\d\d)(?: ?([AP])M)?(?: (?:UTC|GMT)([+\u2212-]\d{1,2}(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_DAY_FIRST: Final = re.compile(
    r"(\d\d?)[/.\-](\d\d?)[/.\-](\d{4}|\d\d)(?:(?:,? | à | - |T)(\d\d?)[:h](\d\d)?(?::(\d\d))?(?: ?([AP])\.?M\.?)?)?",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"(?:\w+ )?(1er|\d\d?) ([a-zéûôA-Z]+)\.? (\d{4})(?:(?:,| à)? ?(\d\d?)[:h](\d\d)?)?")
#: The month before the day, as forms from America write it: ``Nov 6, 2026``, ``November 6, 2026 at 9:14 PM``.
_MONTH_NAMED: Final = re.compile(
    r"(?:\w+,? )?([a-zéûôA-Z]{3,})\.? (\d\d?),? (\d{4})"
    r"(?:(?:,| à| at)? ?(\d\d?)[:h](\d\d)(?::\d\d)?(?: ?([ap])\.?m\.?)?)?",
    re.IGNORECASE,
)
_SERIAL: Final = re.compile(r"(\d{5})(?:[.,](\d+))?")
#: The numbers of the months, by the names people write.
MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january jan", "février fevrier févr fevr february feb", "mars march mar",
            "avril avr april apr",
            "mai may", "juin june jun", "juillet juil july jul", "août aout august aug",
            "septembre sept september sep", "octobre oct october", "novembre nov november",
            "décembre decembre déc dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


def understand_moment(text: str) -> datetime | None:
    """Return a date, with its time and zone where they are written; ``None`` for anything else.

    ``2026/11/02 9:14:05 PM UTC+1``, ``02/11/2026 21:14:05``, ``2 novembre 2026``, ``2026-11-02T21:14``, and the days
    that a spreadsheet counts (``46328.88``). Days stand before months.
    """
    text = " ".join(text.split())
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    for pattern, read in _READ:
        found = pattern.fullmatch(text)
        if found is not None:
            try:
                return read(found)
            except (ValueError, KeyError, OverflowError):
                return None
    serial = _SERIAL.fullmatch(text)
    if serial is not None and 36_000 <= int(serial[1]) <= 73_000:  # from 1998 to 2099
        part = float(f"0.{serial[2] or 0}")
        return datetime(1899, 12, 30) + timedelta(days=int(serial[1]), seconds=round(part * 86400))
    return None


def stand_months_first(texts: Iterable[str]) -> bool:
    """Tell whether the dates of one column say the month before the day.

    One has a 13th or later there, or its hours end with AM and PM as in America; none has such a day before.
    """
    found = [one for text in texts if (one := _DAY_FIRST.match(" ".join(text.split()))) is not None]
    return any(int(one[2]) > 12 or one[7] for one in found) and all(int(one[1]) <= 12 for one in found)


def put_day_first(text: str) -> str:
    """Return a date that says the month first with the day before it."""
    found = _DAY_FIRST.match(text)
    return text if found is None else f"{found[2]}/{found[1]}/{text[found.start(3) :]}"


def _read_google(found: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second = (int(found[group]) for group in range(1, 7))
    moment = datetime(year, month, day, _count_hours(hour, found[7]), minute, second)
    if found[8]:
        digits = found[8][1:].replace(":", "")
        hours, minutes = (
            int(digits[:-2] or 0) if len(digits) > 2 else int(digits),
            int(digits[-2:]) if len(digits) > 2 else 0,
        )
        offset = timedelta(hours=hours, minutes=minutes)
        return moment.replace(tzinfo=timezone(offset if found[8][0] == "+" else -offset))
    return moment.replace(tzinfo=UTC) if re.search("UTC|GMT", found[0], re.I) else moment


def _read_day_first(found: re.Match[str]) -> datetime:
    year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
    hour, minute, second = (int(found[group] or 0) for group in (4, 5, 6))
    return datetime(year, int(found[2]), int(found[1]), _count_hours(hour, found[7]), minute, second)


def _read_named(found: re.Match[str]) -> datetime:
    day = 1 if found[1] == "1er" else int(found[1])
    return datetime(int(found[3]), MONTHS[found[2].casefold()], day, int(found[4] or 0), int(found[5] or 0))


def _read_month_named(found: re.Match[str]) -> datetime:
    hour = _count_hours(int(found[4] or 0), found[6])
    return datetime(int(found[3]), MONTHS[found[1].casefold()], int(found[2]), hour, int(found[5] or 0))


def _count_hours(hour: int, half: str | None) -> int:
    """Return an hour of twenty-four: 12 PM is noon, 12 AM midnight."""
    return hour if not half else hour % 12 + (12 if half.upper() == "P" else 0)


_READ: Final = (
    (_GOOGLE, _read_google),
    (_DAY_FIRST, _read_day_first),
    (_NAMED, _read_named),
    (_MONTH_NAMED, _read_month_named),
)
