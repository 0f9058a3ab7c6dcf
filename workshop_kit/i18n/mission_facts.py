"""What a mission asks of somebody besides its first day (*horaires, jours, besoins*), in words: hours, days, needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Protocol

from workshop_kit.i18n.dates import say_hour, say_iso_day
from workshop_kit.i18n.translator import Translator


class Asks(Protocol):
    """A mission, as far as its facts are said: ``domain.model.Mission``."""

    @property
    def first_date(self) -> str:
        """Return the day on which it begins, ``""``: not said."""

    @property
    def last_date(self) -> str:
        """Return the day on which it ends, ``""``: not said, or it is the first."""

    @property
    def begins(self) -> str:
        """Return the hour at which it begins."""

    @property
    def finishes(self) -> str:
        """Return the hour at which it ends."""

    @property
    def days(self) -> Sequence[str]:
        """Return on which days it is."""

    @property
    def car(self) -> bool:
        """Return whether it asks for a car."""


def say_hours_alone(mission: Asks, say: Translator) -> str:
    """Say the hours of a mission whose first day nobody said; ``""``: none, or they stand beside that day."""
    if _say_hour(mission.begins, say.language) and say_iso_day(mission.first_date, say.language):
        return ""
    return _say_hours(mission, say)


def say_time(mission: Asks, say: Translator) -> str:
    """Say in one line when a mission is, as far as it is known: from which day to which, hours, days of the week."""
    first, last = (say_iso_day(day, say.language) for day in (mission.first_date, mission.last_date))
    span = (
        say("facilitator.missions.when.days", first=first, last=last)
        if first and last and first != last
        else first or last
    )
    return ", ".join(part for part in (span, _say_hours(mission, say), say_days(mission, say)) if part)


def say_days(mission: Asks, say: Translator) -> str:
    """Say on which days of the week a mission is; ``""``: nobody said it."""
    return ", ".join(say(f"participant.offer.day.{day}") for day in mission.days)


def say_needs(mission: Asks, spoken: str, say: Translator) -> str:
    """Say whether a mission asks for a car, and the language ``spoken`` that it asks for; ``""``: neither."""
    car = say("participant.mission.need-car") if mission.car else ""
    language = say("participant.mission.need-language", language=spoken) if spoken else ""
    return say("participant.mission.needs-both", car=car, language=language) if car and language else car or language


def _say_hours(mission: Asks, say: Translator) -> str:
    begins, finishes = (_say_hour(one, say.language) for one in (mission.begins, mission.finishes))
    if not begins:
        return say("participant.mission.hours-until", hour=finishes) if finishes else ""
    return f"{begins}\u00a0– {finishes}" if finishes else begins


def _say_hour(hour: str, language: str) -> str:
    try:
        return say_hour(time.fromisoformat(hour), language) if hour else ""
    except ValueError:  # in a folder that is somebody else's work
        return ""
