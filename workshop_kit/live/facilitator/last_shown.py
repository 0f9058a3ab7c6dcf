"""What one page of the facilitator last brought to the room (undo): kept by the page, and never what another did."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from uuid import uuid4

from workshop_kit.domain.course import Stage
from workshop_kit.domain.history import TAKE_BACK_WITHIN
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.projection import Projection
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


@dataclass(frozen=True)
class Shown:
    """One press that brought something to the room (*geste*), and what stood ``before`` and ``after`` it.

    ``brought`` is what had waited to be read before it.
    """

    press: str
    at: datetime
    before: Projection | Unveiled
    after: Projection | Unveiled
    brought: Brought | None = None


class LastShown:
    """The last press of this page, for as long as it can be taken back."""

    def __init__(self) -> None:
        self._last: Shown | None = None

    def keep(
        self,
        now: datetime,
        before: Projection | Unveiled,
        after: Projection | Unveiled,
        brought: Brought | None = None,
    ) -> None:
        """Keep a press; one that changed nothing leaves the last one as it was."""
        if before != after or not (brought is None or brought.is_none):
            self._last = Shown(uuid4().hex, now, before, after, brought)

    def read(self, repository: Repository, now: datetime) -> RemoteUndo | None:
        """Return what can be taken back, and for how long."""
        last = self._last
        if last is None or not _stands(repository, last):
            return None
        left = last.at + TAKE_BACK_WITHIN - now
        if left <= timedelta(0):
            return None
        code: Literal["show", "unveil"] = "show" if isinstance(last.after, Projection) else "unveil"
        return {"press": last.press, "code": code, "left": round(left.total_seconds() * 1000)}

    def take_back(self, repository: Repository, press: str, now: datetime) -> None:
        """Take back the last press.

        Raises
        ------
        NotAllowed
            ``moved-meanwhile`` when it is not the last one, or another page changed the same since;
            ``too-late-to-take-back`` after some seconds.

        """
        last = self._last
        if last is None or last.press != press or not _stands(repository, last):
            raise NotAllowed("moved-meanwhile")
        if now - last.at > TAKE_BACK_WITHIN:
            raise NotAllowed("too-late-to-take-back", seconds=int(TAKE_BACK_WITHIN.total_seconds()))
        if isinstance(last.before, Projection):
            repository.update_projection(last.before)
            if last.brought is not None:
                have_wait(repository, last.brought)
        else:
            known = repository.find_challenge(last.before.challenge)
            repository.update_challenge(replace(known, uncovered=last.before.options))


def count_unveiled(challenge: Challenge) -> Unveiled:
    """Return how much of a challenge's results is uncovered."""
    return Unveiled(challenge.id, challenge.round, challenge.uncovered)


def _stands(repository: Repository, shown: Shown) -> bool:
    """Tell whether what a press brought is still there as it left it, and what stood before can be given back."""
    if isinstance(shown.after, Unveiled):
        named = shown.after.challenge
        known = next((one for one in repository.list_challenges() if one.id == named), None)
        return known is not None and known.stage is Stage.RESULTS and count_unveiled(known) == shown.after
    if repository.find_projection() != shown.after:
        return False
    before = shown.before.challenge
    return before is None or any(one.id == before for one in repository.list_challenges())
