"""Stakes that phones are still asked about while the room welcomes people: nobody can take a seat meanwhile."""

from __future__ import annotations

from typing import Final, Literal

from workshop_kit.domain.course import Phase
from workshop_kit.domain.stakes import StakesStage, find_unfinished, list_stakes
from workshop_kit.live.contract.facilitator.course import OpenStakes
from workshop_kit.store import Repository

#: The kinds of change that alter it; the workshop's own changes with the stage.
STAKES_TOLD: Final = ("proposed-stake", "stake-grade")
#: How each stage ends so that phones show the way in again: what was judged is told with it.
_ENDS: Final[dict[StakesStage, tuple[Literal["gathering", "sorting", "judging"], Literal["closed", "judged"]]]] = {
    StakesStage.GATHERING: ("gathering", "closed"),
    StakesStage.SORTING: ("sorting", "closed"),
    StakesStage.JUDGING: ("judging", "judged"),
}


def read_open_stakes(repository: Repository, phase: Phase) -> OpenStakes | None:
    """Return which stakes keep phones from joining, and how many gave something; ``None``: none do."""
    if phase is not Phase.WELCOME:  # most of the day: nothing is read for it
        return None
    course = repository.find_stakes_course()
    found = _ENDS.get(course.stage)
    if found is None:
        return None
    stage, ends = found
    proposed = repository.list_proposed_stakes()
    if stage != "judging":
        number = len({one.by for one in proposed if one.by})
        return {"stage": stage, "number": number, "unfinished": 0, "ends": ends}
    options, grades = list_stakes(proposed), repository.list_stake_grades()
    return {
        "stage": stage,
        "number": len({one.judge for one in grades}),
        "unfinished": len(find_unfinished(options, grades)) if course.blanks_count else 0,
        "ends": ends if options else "closed",
    }
