"""The workshop itself: what it is called, where it stands, who keeps its data and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from workshop_kit.domain.course import Phase
from workshop_kit.domain.entries import WORKSHOP_TERRITORY, WORKSHOP_TITLE

#: Days after which contact details are to be erased, unless the organiser decides otherwise.
RETENTION_DAYS: Final = 365


@dataclass(frozen=True)
class Workshop:
    """One prepared, held and reported session (*atelier*).

    ``phase`` and ``current_challenge``, the id of the challenge the room is at, are what the history adds up to.
    ``timer_ends_at`` is when the room's own timer ends, an aware UTC time; ``timer_left`` the seconds left on one that
    was paused; ``None``, both: no timer. ``language`` is ``"fr"`` or ``"en"``. ``retention_until`` is the day after
    which contact details are to be erased, see ``count_retention``. ``organiser`` keeps the data; ``contact`` is the
    single point of contact (*porte d'entrée unique*); ``follow_up`` says what happens after the workshop, where and
    when; ``ends_at`` is the hour at which the room must end. ``helper_code`` lets a helper in, ``""`` nobody.
    ``table_rounds`` is in how many rounds people are seated at tables of ``table_size`` or so, 0: they are not;
    ``table_round`` is the round that phones are told, 0: none yet.
    """

    title: str
    territory: str
    language: str
    phase: Phase
    current_challenge: str | None
    timer_ends_at: datetime | None
    created_at: datetime
    retention_until: datetime
    timer_left: int | None = None
    ends_at: datetime | None = None
    organiser: str = ""
    contact: str = ""
    follow_up: str = ""
    helper_code: str = ""
    table_size: int = 8
    table_rounds: int = 0
    table_round: int = 0


def new_workshop(title: str, territory: str, language: str, now: datetime, phase: Phase = Phase.WELCOME) -> Workshop:
    """Return a workshop made at ``now``, an aware time, that has no challenge yet and no timer.

    Raises
    ------
    InvalidEntry
        The title or the territory shows nothing (``title-missing``, ``territory-missing``) or is too long.

    """
    return Workshop(
        title=WORKSHOP_TITLE.read(title),
        territory=WORKSHOP_TERRITORY.read(territory),
        language=language,
        phase=phase,
        current_challenge=None,
        timer_ends_at=None,
        created_at=now,
        retention_until=count_retention(now, None),
    )


def count_retention(created_at: datetime, day: date | None) -> datetime:
    """Return when contact details are to be erased: a year after the workshop's ``day``, or after it was made.

    The later of the two counts: a workshop that is entered long after its day keeps what was just typed.
    """
    if day is None:
        return created_at + timedelta(days=RETENTION_DAYS)
    held = datetime.combine(day, created_at.timetz())
    return max(held, created_at) + timedelta(days=RETENTION_DAYS)
