"""The header of every step: where the workshop stands, for how long, and what comes next."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from workshop_kit.domain.course import ABOUT_ONE_CHALLENGE, REVEALING, WITHOUT_CHALLENGE, Phase, phase_after
from workshop_kit.domain.model import Challenge, Workshop
from workshop_kit.domain.presence import list_room
from workshop_kit.environment import JOIN_VARIABLE, SCREEN_VARIABLE
from workshop_kit.errors import NotAllowed
from workshop_kit.live.challenge import number_challenge
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.header import HeaderModel, MovePhase, NameChallenge, SetTimer
from workshop_kit.live.contract.shared import NumberedChallenge
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.timer import read_timer
from workshop_kit.places import GUIDE
from workshop_kit.qr import draw_code
from workshop_kit.store import Repository


class HeaderDesk(Desk):
    """The phase, the timer, the current challenge and the people in the room."""

    @shows("workshop", "challenge", "participant", sections=("facilitator.header", "phases"))
    def header_model(self) -> HeaderModel:
        """Return what the header shows, with the code of the address phones open."""
        return self.store.read(self._read_header)

    @intention
    def move_phase(self, repository: Repository, asked: MovePhase) -> None:
        """Move the workshop to another phase, forwards or back; the timer of the phase that is left stops.

        The first time the ideas of a challenge are shown is kept: it tells which were written before.

        Raises
        ------
        InvalidEntry
            ``unknown-phase``.
        NotAllowed
            ``no-challenge-yet``: there is nothing to work on.

        """
        workshop = _ready_for(asked.phase, repository)
        if workshop.phase is not asked.phase:
            repository.update_workshop(replace(workshop, phase=asked.phase, timer_ends_at=None))
        if asked.phase in REVEALING:
            _note_reveal(repository, self.now())

    @intention
    def choose_challenge(self, repository: Repository, asked: NameChallenge) -> None:
        """Make a challenge the one the room works on; ``MissingEntry`` if nobody wrote it."""
        chosen = repository.find_challenge(asked.challenge)
        workshop = repository.find_workshop()
        if workshop.current_challenge != chosen.id:
            _forget_finished(repository)
            repository.update_workshop(replace(workshop, current_challenge=chosen.id))

    @intention
    def begin_challenge(self, repository: Repository, asked: NameChallenge) -> None:
        """Make a challenge the current one and have the room write on it, in one step."""
        chosen = repository.find_challenge(asked.challenge)
        workshop = repository.find_workshop()
        _forget_finished(repository)
        begun = replace(workshop, current_challenge=chosen.id, phase=Phase.WRITING, timer_ends_at=None)
        repository.update_workshop(begun)

    @intention
    def start_timer(self, repository: Repository, asked: SetTimer) -> None:
        """Start the timer for some minutes, from now."""
        _set_timer(repository, self.now() + timedelta(minutes=asked.minutes))

    @intention
    def extend_timer(self, repository: Repository, asked: SetTimer) -> None:
        """Add minutes to the timer; a timer that has run out, or none, starts from now."""
        now = self.now()
        ends_at = repository.find_workshop().timer_ends_at
        start = now if ends_at is None else max(now, ends_at)
        _set_timer(repository, start + timedelta(minutes=asked.minutes))

    @intention
    def stop_timer(self, repository: Repository) -> None:
        """Take the timer away from every page."""
        _set_timer(repository, None)

    def _read_header(self, repository: Repository) -> HeaderModel:
        workshop = repository.find_workshop()
        challenges = repository.list_challenges()
        join_url = os.environ.get(JOIN_VARIABLE, "")
        return {
            "title": workshop.title,
            "territory": workshop.territory,
            "workshop_language": workshop.language,
            "phase": workshop.phase,
            "next": phase_after(workshop.phase),
            "people": len(list_room(repository.list_participants())),
            "timer": read_timer(workshop.timer_ends_at, self.now()),
            "challenges": [number_challenge(one, number) for number, one in enumerate(challenges, start=1)],
            "challenge": workshop.current_challenge,
            "next_challenge": _challenge_after(workshop, challenges),
            "join_url": join_url,
            "screen_url": os.environ.get(SCREEN_VARIABLE, ""),
            "code": draw_code(join_url),
            "steps": list(GUIDE),
        }


def _ready_for(wanted: Phase, repository: Repository) -> Workshop:
    """Return the workshop with a challenge to work on, choosing the first if none was chosen."""
    workshop = repository.find_workshop()
    if wanted in WITHOUT_CHALLENGE or workshop.current_challenge is not None:
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


def _set_timer(repository: Repository, ends_at: datetime | None) -> None:
    repository.update_workshop(replace(repository.find_workshop(), timer_ends_at=ends_at))


def _forget_finished(repository: Repository) -> None:
    """Nobody has finished with a challenge that the room only takes up."""
    for phase in ABOUT_ONE_CHALLENGE:
        for participant in repository.list_finished(phase):
            repository.remove_finished(phase, participant)


def _challenge_after(workshop: Workshop, challenges: Sequence[Challenge]) -> NumberedChallenge | None:
    """Name the challenge to take up once the present one has its results; ``None`` when it was the last."""
    if workshop.phase is not Phase.RESULTS:
        return None
    identifiers = [one.id for one in challenges]
    if workshop.current_challenge not in identifiers:
        return None
    index = identifiers.index(workshop.current_challenge) + 1
    return number_challenge(challenges[index], index + 1) if index < len(challenges) else None
