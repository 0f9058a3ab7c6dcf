"""Dates as people say them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import Final

from babel.dates import format_date, get_day_names

_LOCALES: Final = {"fr": "fr", "en": "en_GB"}


def say_date(moment: datetime, language: str) -> str:
    """Say the day of a moment, where this machine is, as ``say_day`` does."""
    return say_day(moment.astimezone().date(), language)


def say_iso_day(day: str, language: str) -> str:
    """Say a day kept as ``YYYY-MM-DD`` as ``say_day`` does; ``""`` for an empty text, and for what is no day."""
    try:
        return say_day(date.fromisoformat(day), language) if day else ""
    except ValueError:  # in a folder that is somebody else's work
        return ""


@lru_cache(maxsize=256)
def say_day(day: date, language: str) -> str:
    """Say a day in words, such as ``31 décembre 2026`` or, the British way, ``31 December 2026``."""
    said = format_date(day, format="long", locale=_LOCALES[language])
    return said.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else said


def say_weekday(day: date, language: str, *, year: bool = True) -> str:
    """Say a day with the day of the week, such as ``jeudi 21 janvier 2027``; without its ``year`` on what is read soon.

    Nothing of it is parted at the end of a line but the day of the week.
    """
    said = format_date(day, format="EEEE d MMMM y" if year else "EEEE d MMMM", locale=_LOCALES[language])
    return _bind_day(_say_first(said, day, language))


def say_iso_weekday(day: str, language: str) -> str:
    """Say a day kept as ``YYYY-MM-DD`` as ``say_weekday`` does; ``""`` for an empty text, and for what is no day."""
    return say_weekday(date.fromisoformat(day), language) if say_iso_day(day, language) else ""


def say_when(day: str, begins: str, finishes: str, language: str) -> str:
    """Say when a mission begins: the day with its name and the hour, or hours; ``""``: nobody said the day yet.

    Days are kept as ``YYYY-MM-DD``, hours as ``HH:MM``; what is none says nothing.
    """
    said, begin, finish = say_iso_weekday(day, language), _say_kept(begins, language), _say_kept(finishes, language)
    hours = f"{begin}\u00a0– {finish}" if begin and finish else begin
    return ", ".join(one for one in (said, hours if said else "") if one)


def _say_kept(hour: str, language: str) -> str:
    try:
        return say_hour(time.fromisoformat(hour), language) if hour else ""
    except ValueError:  # in a folder that is somebody else's work
        return ""


def say_day_of_month(day: date, language: str) -> str:
    """Say a day without its year, such as ``21 janvier``."""
    return _bind_day(_say_first(format_date(day, format="d MMMM", locale=_LOCALES[language]), day, language))


def say_hour(hour: time, language: str) -> str:
    """Say an hour as notices do: ``18 h``, ``18 h 30``; in English ``6 pm``, ``6.30 pm``."""
    if language == "fr":
        return f"{hour.hour}\u00a0h" + (f"\u00a0{hour.minute:02}" if hour.minute else "")
    minutes = f".{hour.minute:02}" if hour.minute else ""
    return f"{(hour.hour - 1) % 12 + 1}{minutes}\u00a0{'am' if hour.hour < 12 else 'pm'}"


def _say_first(said: str, day: date, language: str) -> str:
    return re.sub(r"\b1 ", "1er ", said, count=1) if language == "fr" and day.day == 1 else said


def _bind_day(said: str) -> str:
    """Keep the number, the month and the year of a day together."""
    return re.sub(r"(?<=\d) (?=\D)|(?<=\der) |(?<=\D) (?=\d{4}$)", "\u00a0", said)


def name_weekdays(language: str) -> list[str]:
    """Return the days of the week, Monday first: ``lundi``, in English ``Monday``."""
    names = get_day_names("wide", locale=_LOCALES[language])
    return [names[day] for day in sorted(names)]
