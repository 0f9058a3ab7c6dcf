"""What the screen says while stakes are gathered and judged on phones: what is asked, and how many answered."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.stakes import StakesStage
from workshop_kit.live.contract.screen_shown import ScreenStakes
from workshop_kit.store import Repository

#: The stages in which people judge or have judged: before, proposals are counted.
_JUDGED: Final = frozenset({StakesStage.JUDGING, StakesStage.JUDGED})


def read_stakes(repository: Repository) -> ScreenStakes | None:
    """Return the stage of the stakes with one number: nothing of what anybody proposed or found is read for it."""
    stage = repository.find_stakes_course().stage
    if stage is StakesStage.CLOSED:
        return None
    if stage in _JUDGED:
        return {"stage": stage, "number": len({one.judge for one in repository.list_stake_grades()})}
    return {"stage": stage, "number": len(repository.list_proposed_stakes())}
