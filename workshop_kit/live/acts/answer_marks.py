"""What an answer to a mission remembers of how it was given: what was read, and whether somebody typed it in."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import Final

from workshop_kit.domain.model import Assignment, AssignmentStatus, Mission

_READ: Final = "read"
_TYPED: Final = "typed"


def mark_mission(mission: Mission) -> str:
    """Return a short mark of what a yes to a mission is a yes to: another what, where or when has another mark."""
    said = (mission.title, mission.sector, mission.first_date, mission.last_date, mission.begins, mission.finishes)
    return blake2b("\n".join((*said, *mission.days)).encode(), digest_size=6).hexdigest()


def mark_answer(given: Assignment, mission: Mission, *, typed: bool) -> Assignment:
    """Return an answer with its marks, in place of those of an earlier one.

    Parameters
    ----------
    given, mission
        The answer, and the mission as it stands.
    typed
        Whether somebody else typed it in: it may be corrected by them, where a phone's own may not.

    """
    values = {key: value for key, value in given.reason.values.items() if key not in {_READ, _TYPED}}
    if given.status is AssignmentStatus.ACCEPTED:
        values[_READ] = mark_mission(mission)
    if typed:
        values[_TYPED] = 1
    return replace(given, reason=replace(given.reason, values=values))


def was_typed(given: Assignment) -> bool:
    """Tell whether somebody else typed the answer in."""
    return given.reason.values.get(_TYPED) == 1


def has_changed(given: Assignment, mission: Mission) -> bool:
    """Tell whether a mission is another one, or at another time or place, than when somebody said yes to it."""
    read = given.reason.values.get(_READ)
    return given.status is AssignmentStatus.ACCEPTED and read is not None and read != mark_mission(mission)
