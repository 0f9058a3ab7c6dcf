"""The header of every step: where the workshop stands, for how long, and what comes next."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from workshop_kit.domain.model import PHASES, Challenge, Phase, Workshop
from workshop_kit.domain.presence import list_room
from workshop_kit.environment import JOIN_VARIABLE, SCREEN_VARIABLE
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.places import GUIDE
from workshop_kit.store import Repository

#: The longest time a timer may be set or extended by, in minutes.
MINUTES_AT_MOST: Final = 120
#: Phases that make sense before any challenge was written.
_WITHOUT_CHALLENGE: Final = frozenset({Phase.WELCOME, Phase.THANKS})
#: Phases in which the room works on the current challenge alone.
_ABOUT_ONE_CHALLENGE: Final = (Phase.WRITING, Phase.REVEAL, Phase.VOTE, Phase.RESULTS)
#: Phases whose pages show everybody's ideas: the reveal, and what the facilitator may jump to without it.
_SHOWS_IDEAS: Final = frozenset({Phase.REVEAL, Phase.VOTE, Phase.RESULTS})


class HeaderDesk(Desk):
    """The phase, the timer, the current challenge and the people in the room."""

    def header_model(self) -> dict[str, Any]:
        """Return what the header shows."""
        return self.store.read(self._read_header)

    def move_phase(self, *, phase: str, intention: str | None = None) -> dict[str, Any]:
        """Move the workshop to ``phase``, forwards or back; the timer of the phase that is left stops.

        The first time the ideas of a challenge are shown is kept: it tells which were written before.

        Raises
        ------
        InvalidEntry
            ``unknown-phase``.
        NotAllowed
            ``no-challenge-yet``: there is nothing to work on.

        """
        wanted = _read_phase(phase)

        def action(repository: Repository) -> dict[str, Any]:
            workshop = _ready_for(wanted, repository)
            if workshop.phase is not wanted:
                repository.update_workshop(replace(workshop, phase=wanted, timer_ends_at=None))
            if wanted in _SHOWS_IDEAS:
                _note_reveal(repository, self.now())
            return {"phase": wanted.value}

        return self.store.perform(intention, action)

    def choose_challenge(self, *, challenge: str, intention: str | None = None) -> dict[str, Any]:
        """Make ``challenge`` the one the room works on; ``MissingEntry`` if nobody wrote it."""

        def action(repository: Repository) -> dict[str, Any]:
            chosen = repository.find_challenge(challenge)
            workshop = repository.find_workshop()
            if workshop.current_challenge != chosen.id:
                _forget_finished(repository)
                repository.update_workshop(replace(workshop, current_challenge=chosen.id))
            return {"challenge": chosen.id}

        return self.store.perform(intention, action)

    def begin_challenge(self, *, challenge: str, intention: str | None = None) -> dict[str, Any]:
        """Make ``challenge`` the current one and have the room write on it, in one step."""

        def action(repository: Repository) -> dict[str, Any]:
            chosen = repository.find_challenge(challenge)
            workshop = repository.find_workshop()
            _forget_finished(repository)
            repository.update_workshop(
                replace(workshop, current_challenge=chosen.id, phase=Phase.WRITING, timer_ends_at=None)
            )
            return {"challenge": chosen.id, "phase": Phase.WRITING.value}

        return self.store.perform(intention, action)

    def start_timer(self, *, minutes: object, intention: str | None = None) -> dict[str, Any]:
        """Start the timer for ``minutes`` (1 to 120), from now; ``InvalidEntry`` otherwise."""
        length = _read_minutes(minutes)

        def action(repository: Repository) -> dict[str, Any]:
            return _set_timer(repository, self.now() + length)

        return self.store.perform(intention, action)

    def extend_timer(self, *, minutes: object, intention: str | None = None) -> dict[str, Any]:
        """Add ``minutes`` to the timer; a timer that has run out, or none, starts from now."""
        length = _read_minutes(minutes)

        def action(repository: Repository) -> dict[str, Any]:
            now = self.now()
            ends_at = repository.find_workshop().timer_ends_at
            return _set_timer(repository, (now if ends_at is None else max(now, ends_at)) + length)

        return self.store.perform(intention, action)

    def stop_timer(self, *, intention: str | None = None) -> dict[str, Any]:
        """Take the timer away from every page."""
        return self.store.perform(intention, lambda repository: _set_timer(repository, None))

    def _read_header(self, repository: Repository) -> dict[str, Any]:
        workshop = repository.find_workshop()
        challenges = repository.list_challenges()
        return {
            "title": workshop.title,
            "territory": workshop.territory,
            "workshop_language": workshop.language,
            "phase": workshop.phase.value,
            "phases": [phase.value for phase in PHASES],
            "next": _phase_after(workshop.phase),
            "people": len(list_room(repository.list_participants())),
            "timer": self._read_timer(workshop),
            "challenges": [_name_challenge(one, index) for index, one in enumerate(challenges)],
            "challenge": workshop.current_challenge,
            "next_challenge": _challenge_after(workshop, challenges),
            "join_url": os.environ.get(JOIN_VARIABLE, ""),
            "screen_url": os.environ.get(SCREEN_VARIABLE, ""),
            "steps": list(GUIDE),
        }

    def _read_timer(self, workshop: Workshop) -> dict[str, Any] | None:
        if workshop.timer_ends_at is None:
            return None
        remaining = (workshop.timer_ends_at - self.now()).total_seconds()
        return {"ends_at": workshop.timer_ends_at.isoformat(), "remaining": max(0, round(remaining))}


def _read_phase(phase: str) -> Phase:
    try:
        return Phase(phase)
    except ValueError:
        raise InvalidEntry("unknown-phase", phase=phase) from None


def _read_minutes(minutes: object) -> timedelta:
    if isinstance(minutes, bool) or not isinstance(minutes, int) or not 1 <= minutes <= MINUTES_AT_MOST:
        raise InvalidEntry("timer-out-of-range", minutes=minutes, most=MINUTES_AT_MOST)
    return timedelta(minutes=minutes)


def _ready_for(wanted: Phase, repository: Repository) -> Workshop:
    """Return the workshop with a challenge to work on, choosing the first if none was chosen."""
    workshop = repository.find_workshop()
    if wanted in _WITHOUT_CHALLENGE or workshop.current_challenge is not None:
        return workshop
    challenges = repository.list_challenges()
    if not challenges:
        raise NotAllowed("no-challenge-yet")
    return replace(workshop, current_challenge=challenges[0].id)


def _note_reveal(repository: Repository, now: datetime) -> None:
    """Keep when the ideas of each challenge were first shown: phones show those of every challenge at once."""
    written = {idea.challenge for idea in repository.list_ideas()}
    for challenge in repository.list_challenges():
        if challenge.revealed_at is None and challenge.id in written:
            repository.update_challenge(replace(challenge, revealed_at=now))


def _set_timer(repository: Repository, ends_at: datetime | None) -> dict[str, Any]:
    repository.update_workshop(replace(repository.find_workshop(), timer_ends_at=ends_at))
    return {"ends_at": None if ends_at is None else ends_at.isoformat()}


def _forget_finished(repository: Repository) -> None:
    """Nobody has finished with a challenge that the room only takes up."""
    for phase in _ABOUT_ONE_CHALLENGE:
        for participant in repository.list_finished(phase):
            repository.remove_finished(phase, participant)


def _phase_after(phase: Phase) -> str | None:
    after = PHASES[PHASES.index(phase) + 1 :]
    return after[0].value if after else None


def _challenge_after(workshop: Workshop, challenges: Sequence[Challenge]) -> dict[str, Any] | None:
    """Name the challenge to take up once the present one has its results; ``None`` when it was the last."""
    if workshop.phase is not Phase.RESULTS:
        return None
    identifiers = [one.id for one in challenges]
    if workshop.current_challenge not in identifiers:
        return None
    index = identifiers.index(workshop.current_challenge) + 1
    return _name_challenge(challenges[index], index) if index < len(challenges) else None


def _name_challenge(challenge: Challenge, index: int) -> dict[str, Any]:
    return {"id": challenge.id, "number": index + 1, "stake": challenge.stake, "statement": challenge.statement}
