"""The workshop as an entry of a calendar (*iCalendar, RFC 5545*), to be added by whoever is invited."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from workshop_kit.domain.printing import count_minutes, open_address, parse_hour, shorten
from workshop_kit.prints.matter import LINE, NAME, Matter, name_workshop

#: Zones in which workshops are held, the likeliest first; of those with one hour that day any tells it.
_ZONES: Final = (
    *("Europe/Paris", "Europe/London", "America/Guadeloupe", "Indian/Reunion", "America/Cayenne", "Indian/Mayotte"),
    *("Pacific/Noumea", "Pacific/Tahiti", "America/Miquelon", "Pacific/Wallis"),
)
_LENGTH: Final = timedelta(hours=2)
_MAKER: Final = "-//workshop-kit//workshop-kit//"


def write_calendar(matter: Matter) -> bytes:
    """Return the workshop as a calendar file, the same entry each time; empty while it has no day.

    Without an hour it lasts the whole day; without an end, two hours. Its hours are those of the letter, in the zone of
    the laptop, with its rules beside it: without a zone, Exchange and Google read them as those of UTC.
    """
    if matter.day is None:
        return b""
    from icalendar import Calendar, Event  # whoever prints no calendar does without it

    event = Event()
    event.add("uid", f"{name_workshop(matter)}@workshop-kit")
    event.add("dtstamp", matter.now)
    event.add("summary", shorten(" ".join(matter.workshop.title.split()), NAME))
    begins = parse_hour(matter.invitation.begins)
    if begins is None:
        event.add("dtstart", matter.day)
        event.add("dtend", matter.day + timedelta(days=1))
    else:
        start = _place_hour(datetime.combine(matter.day, begins))
        minutes = count_minutes(matter.invitation)
        event.add("dtstart", start)
        event.add("dtend", start + (_LENGTH if minutes is None else timedelta(minutes=minutes)))
    if matter.invitation.place:
        event.add("location", shorten(" ".join(matter.invitation.place.split()), LINE))
    if matter.address:
        event.add("url", open_address(matter.address))
    calendar = Calendar()
    calendar.add("prodid", f"{_MAKER}{matter.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _place_hour(start: datetime) -> datetime:
    """Return an hour of the laptop's clock in a zone that calendars know by name; where none tells it, in UTC.

    A machine that keeps UTC says nothing of where it stands: it serves a commune in France.
    """
    here = start.astimezone()
    keeps_utc = not (time.timezone or time.daylight)
    for name in _ZONES:
        there = start.replace(tzinfo=ZoneInfo(name))
        if keeps_utc or there.utcoffset() == here.utcoffset():
            return there
    return here.astimezone(UTC)
