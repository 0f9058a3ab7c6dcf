"""What a mission asks of somebody besides its first day (*horaires, jours, besoins*), in words: hours, days, needs."""

from __future__ import annotations

from datetime import time

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Mission
from workshop_kit.i18n.dates import say_hour, say_iso_day
from workshop_kit.i18n.translator import Translator


def say_hours_alone(mission: Mission, say: Translator) -> str:
    """Say the hours of a mission whose first day nobody said; ``""``: none, or they stand beside that day."""
    begins, finishes = (_say_hour(one, say.language) for one in (mission.begins, mission.finishes))
    if begins and say_iso_day(mission.first_date, say.language):
        return ""
    if not begins:
        return say("participant.mission.hours-until", hour=finishes) if finishes else ""
    return f"{begins}\u00a0– {finishes}" if finishes else begins


def say_days(mission: Mission, say: Translator) -> str:
    """Say on which days of the week a mission is; ``""``: nobody said it."""
    return ", ".join(say(f"participant.offer.day.{day}") for day in mission.days)


def say_needs(mission: Mission, say: Translator) -> str:
    """Say which car or language a mission asks for; ``""``: neither."""
    car = say("participant.mission.need-car") if mission.car else ""
    spoken = conceal_contacts(mission.language.strip())
    language = say("participant.mission.need-language", language=spoken) if spoken else ""
    return say("participant.mission.needs-both", car=car, language=language) if car and language else car or language


def _say_hour(hour: str, language: str) -> str:
    try:
        return say_hour(time.fromisoformat(hour), language) if hour else ""
    except ValueError:  # in a folder that is somebody else's work
        return ""
