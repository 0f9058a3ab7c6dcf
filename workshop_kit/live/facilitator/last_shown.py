"""What a browser of the facilitator's last brought to the room (undo), and never what another browser did.

It is kept in the store, so that a page that is opened again offers it as before, for as long as it can be taken back.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from uuid import uuid4

from workshop_kit.domain.course import Phase, Stage
from workshop_kit.domain.history import TAKE_BACK_WITHIN
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.projection import Cover, Projection, Shown
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.moving import Brought, have_wait
from workshop_kit.live.contract.facilitator.remote import RemoteUndo
from workshop_kit.store import Repository


@dataclass(frozen=True)
class Unveiled:
    """Which ``options`` of a challenge's results are uncovered, in a ``round`` of its vote."""

    challenge: str
    round: int
    options: tuple[str, ...]


def keep_shown(
    repository: Repository,
    by: str,
    now: datetime,
    before: Projection | Unveiled,
    after: Projection | Unveiled,
    brought: Brought | None = None,
) -> None:
    """Keep a press of ``by``; one that changed nothing leaves the last one as it was.

    ``brought`` is what had waited to be read before it.
    """
    if before == after and (brought is None or brought.is_none):
        return
    challenge, ideas = (None, ()) if brought is None else (brought.challenge, brought.ideas)
    repository.update_shown(Shown(by, uuid4().hex, now, _tell(before), _tell(after), challenge, ideas))


def read_undo(repository: Repository, by: str, now: datetime) -> RemoteUndo | None:
    """Return what ``by`` can take back, and for how long."""
    last = repository.find_shown(by)
    if last is None:
        return None
    left = last.at + TAKE_BACK_WITHIN - now
    if left <= timedelta(0) or not _stands(repository, last):
        return None
    code: Literal["show", "unveil"] = "show" if isinstance(_read(last.after), Projection) else "unveil"
    return {"press": last.press, "code": code, "left": round(left.total_seconds() * 1000)}


def take_back_shown(repository: Repository, by: str, press: str, now: datetime) -> None:
    """Take back the last press of ``by``.

    Raises
    ------
    NotAllowed
        ``moved-meanwhile`` when it is not the last one, or somebody changed the same since;
        ``too-late-to-take-back`` after some seconds.

    """
    last = repository.find_shown(by)
    if last is None or last.press != press:
        raise NotAllowed("moved-meanwhile")
    if now - last.at > TAKE_BACK_WITHIN:
        raise NotAllowed("too-late-to-take-back", seconds=int(TAKE_BACK_WITHIN.total_seconds()))
    if not _stands(repository, last):
        raise NotAllowed("moved-meanwhile")
    before = _read(last.before)
    if isinstance(before, Projection):
        repository.update_projection(before)
        have_wait(repository, Brought(before, last.brought, last.ideas))
    else:
        known = repository.find_challenge(before.challenge)
        repository.update_challenge(replace(known, uncovered=before.options))
    repository.remove_shown(by)


def count_unveiled(challenge: Challenge) -> Unveiled:
    """Return how much of a challenge's results is uncovered."""
    return Unveiled(challenge.id, challenge.round, challenge.uncovered)


def _tell(stood: Projection | Unveiled) -> str:
    return json.dumps(asdict(stood))


def _read(told: str) -> Projection | Unveiled:
    """Return what stood there; only what is seconds old is read, so that no other version of the kit told it."""
    values = json.loads(told)
    if "options" in values:
        return Unveiled(**{**values, "options": tuple(values["options"])})
    stage = None if values["stage"] is None else Stage(values["stage"])
    return Projection(**{**values, "phase": Phase(values["phase"]), "stage": stage, "cover": Cover(values["cover"])})


def _stands(repository: Repository, shown: Shown) -> bool:
    """Tell whether what a press brought is still there as it left it, and what stood before can be given back."""
    before, after = _read(shown.before), _read(shown.after)
    if isinstance(after, Unveiled):
        known = next((one for one in repository.list_challenges() if one.id == after.challenge), None)
        return known is not None and known.stage is Stage.RESULTS and count_unveiled(known) == after
    if repository.find_projection() != after:
        return False
    return before.challenge is None or any(one.id == before.challenge for one in repository.list_challenges())
