"""The countdown as every page is told it, and the setting of one: a challenge's own, or the room's."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from workshop_kit.domain.model import Challenge, Workshop
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.contract.shared import Timer
from workshop_kit.store import Repository

#: The longest that a timer runs from any moment, in minutes.
LONGEST: Final = 90


def read_timer(timed: Workshop | Challenge, now: datetime) -> Timer | None:
    """Return when a countdown ends and what time it is here, ``None`` when none is set."""
    if timed.timer_left is not None:
        ends_at = now + timedelta(seconds=timed.timer_left)
        return {"ends_at": in_ms(ends_at), "now": in_ms(now), "paused": True}
    if timed.timer_ends_at is None:
        return None
    return {"ends_at": in_ms(timed.timer_ends_at), "now": in_ms(now), "paused": False}


def set_timer(repository: Repository, challenge: str | None, ends_at: datetime | None) -> None:
    """Have a timer end at ``ends_at``, or take it away with ``None``."""
    write_timer(repository, challenge, ends_at, None)


def change_timer(repository: Repository, challenge: str | None, minutes: int, now: datetime) -> None:
    """Make a timer longer or shorter; one that has run out, or none, starts from now.

    Raises
    ------
    InvalidEntry
        ``timer-out-of-range`` when more than 90 minutes would be left.

    """
    timed = find_timed(repository, challenge)
    seconds = minutes * 60
    if timed.timer_left is not None:
        left = max(0, timed.timer_left + seconds)
        _check(left, minutes)
        write_timer(repository, challenge, None, left)
        return
    start = now if timed.timer_ends_at is None else max(now, timed.timer_ends_at)
    ends_at = max(now, start + timedelta(seconds=seconds))
    _check((ends_at - now).total_seconds(), minutes)
    write_timer(repository, challenge, ends_at, None)


def pause_timer(repository: Repository, challenge: str | None, now: datetime, *, paused: bool) -> None:
    """Have a timer stand still, or go on; without a timer with time left nothing changes."""
    timed = find_timed(repository, challenge)
    if not paused and timed.timer_left is not None:
        write_timer(repository, challenge, now + timedelta(seconds=timed.timer_left), None)
    elif paused and timed.timer_ends_at is not None and timed.timer_ends_at > now:
        write_timer(repository, challenge, None, round((timed.timer_ends_at - now).total_seconds()))


def find_timed(repository: Repository, challenge: str | None) -> Workshop | Challenge:
    """Return what a timer belongs to: a challenge, or with ``None`` the room."""
    return repository.find_workshop() if challenge is None else repository.find_challenge(challenge)


def write_timer(repository: Repository, challenge: str | None, ends_at: datetime | None, left: int | None) -> None:
    """Have a timer end at ``ends_at``, or stand still with ``left`` seconds, or be none."""
    if challenge is None:
        workshop = repository.find_workshop()
        repository.update_workshop(replace(workshop, timer_ends_at=ends_at, timer_left=left))
    else:
        known = repository.find_challenge(challenge)
        repository.update_challenge(replace(known, timer_ends_at=ends_at, timer_left=left))


def _check(seconds: float, minutes: int) -> None:
    if seconds > LONGEST * 60:
        raise InvalidEntry("timer-out-of-range", value=minutes, least=1, most=LONGEST)


def in_ms(moment: datetime) -> int:
    """Return a moment as pages count time: in milliseconds since 1970."""
    return round(moment.timestamp() * 1000)
