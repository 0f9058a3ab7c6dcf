"""Read hours of the day, and days with an hour, as people and spreadsheets write them."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, time, timedelta
from typing import Final, NamedTuple

from workshop_kit.domain.names import fold_name
from workshop_kit.files.reading.moments import MONTHS, understand_moment

_HOUR: Final = r"(\d{1,2})(?: ?(?:h(?:eures?|rs?)?|:) ?(\d\d)?(?::\d\d)?(?: ?(?:min|mn))?)? ?(?:([ap])\.? ?m\.?)?"
_JOIN: Final = r"(?:-|–|—|/|a|to|jusqu'a|until|et|and)"
_BEFORE: Final = r"(?:(?:de|des|from|entre|between|a|at|vers|@) ?)?"
_ONE: Final = re.compile(rf"{_BEFORE}{_HOUR}")
_TWO: Final = re.compile(rf"{_BEFORE}{_HOUR} ?{_JOIN} ?{_HOUR}")
#: What says that a number is an hour, and no day of the month.
_SAID: Final = re.compile(r"\d ?h|:\d\d|\d ?[ap]\.? ?m\b")
#: Where in a cell the hour may begin, behind the day.
_PARTS: Final = re.compile(r"(?:[ t,]|(?<=\d)\b)+")
_JOINED: Final = re.compile(r"[\s,–—-]+$|\s(?:a|at|de|from|entre|between|vers|@)$")
_WORDS: Final = {"midi": "12h", "noon": "12h", "midday": "12h", "minuit": "0h", "midnight": "0h"}
#: A month or a year alone, as the end of something.
_MONTH: Final = re.compile(r"(?:(?:fin|end|end of|fin de|late) )?([a-z]{3,9})\.? (\d{4})")
_YEAR: Final = re.compile(r"(?:(?:fin|end of|fin de) )?(20\d\d)")
_SPOKEN: Final = {fold_name(name): number for name, number in MONTHS.items()}


class Spell(NamedTuple):
    """A day and hours of it (*moment*): ``day`` as ``YYYY-MM-DD``, the hours as ``HH:MM``; ``""`` is not said."""

    day: str = ""
    begins: str = ""
    finishes: str = ""


def understand_hours(text: str) -> Spell | None:
    """Return an hour or two as a spell without a day: ``19h``, ``19:30``, ``de 14h à 17h``; ``None``: something else.

    One hour alone stands in ``begins``, whatever the column is of.
    """
    folded = _fold(text)
    if _SAID.search(folded) is None:
        return None
    two = _TWO.fullmatch(folded)
    if two is not None:
        begins, finishes = _read_hour(two, 1, two[6]), _read_hour(two, 4)
        return Spell("", begins, finishes) if begins and finishes else None
    one = _ONE.fullmatch(folded)
    begins = "" if one is None else _read_hour(one, 1)
    return Spell("", begins) if begins else None


def understand_spell(text: str) -> Spell | None:
    """Return a day, an hour or both; ``None`` for anything else.

    ``2026-12-08 19:00``, ``08/12/2026 19h``, ``mardi 8 décembre 2026 de 14h à 17h``, ``19h30``, and the days that a
    spreadsheet counts. Midnight of a spreadsheet's day is no hour. Days stand before months.
    """
    hours = understand_hours(text)
    if hours is not None:
        return hours
    moment = understand_moment(" ".join(text.split()))
    if moment is not None:
        moment = (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
        hour = "" if moment.time() == time() else moment.strftime("%H:%M")
        return Spell(moment.date().isoformat(), hour)
    folded = _fold(text)
    for parting in _PARTS.finditer(folded):
        hours = understand_hours(folded[parting.end() :])
        day = _read_day(folded[: parting.start()])
        if hours is not None and day is not None:
            return hours._replace(day=day.isoformat())
    return None


def understand_last_day(text: str) -> date | None:
    """Return the last day of what ``text`` says: a day, a month (``fin mars 2027``) or a year; ``None``: else."""
    day = _read_day(text)
    if day is not None:
        return day
    folded = fold_name(text)
    month, year = _MONTH.fullmatch(folded), _YEAR.fullmatch(folded)
    if month is not None and month[1] in _SPOKEN:
        number, of_year = _SPOKEN[month[1]], int(month[2])
        return date(of_year, number, calendar.monthrange(of_year, number)[1])
    return date(int(year[1]), 12, 31) if year is not None else None


def _fold(text: str) -> str:
    """Return a text in small letters without accents, its dashes kept: they stand between hours and within days."""
    parted = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    folded = " ".join("".join(one for one in parted if not unicodedata.combining(one)).split())
    for word, hour in _WORDS.items():
        folded = re.sub(rf"\b{word}\b", hour, folded)
    return folded.strip(" .")


def _read_day(text: str) -> date | None:
    bare = text.strip()
    while (shorter := _JOINED.sub("", bare)) != bare:
        bare = shorter
    moment = understand_moment(bare)
    return None if moment is None else moment.date()


def _read_hour(found: re.Match[str], at: int, other_half: str | None = None) -> str:
    """Return an hour as ``HH:MM``, ``""`` where there is none such; ``2-4 pm`` says the half once."""
    hour, minute = int(found[at]), int(found[at + 1] or 0)
    half = found[at + 2] or other_half
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
