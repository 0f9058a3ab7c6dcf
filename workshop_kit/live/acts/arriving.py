"""How far an invitation has come, up to whoever joins with its sign: that they came is noted, and no seat of theirs."""

from __future__ import annotations

import hmac
from dataclasses import replace
from datetime import datetime
from typing import Final

from workshop_kit.domain.model import Stakeholder, StakeholderStatus
from workshop_kit.store import Repository

#: The name by which an address carries the sign of an invitation: ``?i=3f9a20c4``.
INVITED: Final = "i"
#: Letters of such a sign.
_SIGNS: Final = 8


def name_invitation(repository: Repository, stakeholder: str) -> str:
    """Return the sign of an invitation, such as ``3f9a20c4``: whoever joins with it is known to have come.

    A keyed digest: nobody can tell one from another, and whoever has one learns nothing by it.
    """
    return repository.digest("invited", stakeholder)[:_SIGNS]


def note_arrival(repository: Repository, sign: str, now: datetime) -> None:
    """Note that somebody joined with the sign of their invitation; nothing says which seat is theirs."""
    if len(sign) != _SIGNS:
        return
    for one in repository.list_stakeholders():
        if one.status is not StakeholderStatus.CAME and hmac.compare_digest(
            name_invitation(repository, one.id).encode(), sign.encode()
        ):
            change_status(repository, one, StakeholderStatus.CAME, now)


def change_status(
    repository: Repository, stakeholder: Stakeholder, status: StakeholderStatus | None, now: datetime
) -> None:
    """Say how far an invitation has come, ``None``: as far as before whoever it is for was said to be there."""
    came, comes = (one is StakeholderStatus.CAME for one in (stakeholder.status, status))
    if status is None:
        if came:
            before = repository.find_before_arrival(stakeholder.id) or StakeholderStatus.COMING
            repository.update_stakeholder(replace(stakeholder, status=before, came_at=None))
    else:
        repository.update_stakeholder(set_status(stakeholder, status, now))
    if comes and not came:
        repository.note_before_arrival(stakeholder.id, stakeholder.status)
    elif not comes:
        repository.forget_before_arrival(stakeholder.id)


def set_status(stakeholder: Stakeholder, status: StakeholderStatus, now: datetime) -> Stakeholder:
    """Return a stakeholder whose invitation has come so far; when it left, and when they came, is noted once."""
    invited_at = stakeholder.invited_at
    if status is StakeholderStatus.TO_INVITE:
        invited_at = None
    elif status is StakeholderStatus.INVITED and invited_at is None:
        invited_at = now
    came_at = (stakeholder.came_at or now) if status is StakeholderStatus.CAME else None
    reminded_at = None if invited_at is None else stakeholder.reminded_at
    return replace(stakeholder, status=status, invited_at=invited_at, reminded_at=reminded_at, came_at=came_at)
