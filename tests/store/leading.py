"""Where a test's workshop stands: led there as the facilitator's presses would, through the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from workshop_kit.domain.course import Moment, Phase, place_moment
from workshop_kit.domain.moves import plan_phase, plan_stage
from workshop_kit.live.acts.moving import carry_out_move, let_through, read_present
from workshop_kit.store import Repository


def lead_to(repository: Repository, moment: Moment, challenge: str | None = None, at: datetime | None = None) -> None:
    """Lead the room to ``moment``, in the phase of work with ``challenge``, or with the first; the screen follows."""
    phase, stage = place_moment(moment)
    now = at or datetime.now(UTC)
    present = read_present(repository)
    if stage is None:
        carry_out_move(repository, plan_phase(present, phase), now)
    else:
        worked_on = challenge or repository.list_challenges()[0].id
        carry_out_move(repository, plan_stage(present, worked_on, stage), now)
    let_screen_follow(repository)


def let_screen_follow(repository: Repository) -> None:
    """Have the screen stand where the room is, as when nothing is to be read first."""
    present = read_present(repository)
    stage = present.stage_of(present.focus) if present.phase is Phase.WORK else None
    shown = replace(repository.find_projection(), phase=present.phase, challenge=present.focus, stage=stage)
    repository.update_projection(let_through(repository, shown).shown)
