"""Dates as people say them."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date


def say_date(moment: datetime, language: str) -> str:
    """Say the day of a moment, where this machine is, as ``say_day`` does."""
    return say_day(moment.astimezone().date(), language)


def say_iso_day(day: str, language: str) -> str:
    """Say a day kept as ``YYYY-MM-DD`` as ``say_day`` does; an empty text stays empty."""
    return say_day(date.fromisoformat(day), language) if day else ""


@lru_cache(maxsize=256)
def say_day(day: date, language: str) -> str:
    """Say a day in words, such as ``31 décembre 2026`` or, the British way, ``31 December 2026``."""
    said = format_date(day, format="long", locale="fr" if language == "fr" else "en_GB")
    return said.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else said
