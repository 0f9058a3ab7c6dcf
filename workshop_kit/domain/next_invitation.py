"""The one thing to do next about a list of invitations (*la prochaine chose à faire*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop_kit.domain.coverage import Suggestion
from workshop_kit.domain.diversity import Absence
from workshop_kit.domain.model import StakeholderStatus

#: So many days before the workshop, who has not answered comes before who could still be found.
LAST_DAYS: Final = 3
#: Of these categories nobody is hoped for: somebody else has to be found.
_NOBODY: Final = frozenset({Absence.UNLISTED, Absence.DECLINED})


class NextAct(StrEnum):
    """What is done next."""

    BEGIN = "begin"
    LOOK = "look"
    ADD = "add"
    INVITE = "invite"
    REMIND = "remind"
    NOTHING = "nothing"


@dataclass(frozen=True)
class NextInvitation:
    """What is done next: ``number`` are those it concerns, ``category``, ``entry`` and ``sector`` where to look."""

    act: NextAct
    number: int = 0
    category: str = ""
    entry: str = ""
    sector: str = ""


def choose_next(
    counts: Mapping[StakeholderStatus, int],
    absences: Mapping[str, Absence | None],
    suggestions: Sequence[Suggestion],
    days_left: int | None,
) -> NextInvitation:
    """Choose the one next thing.

    Whoever nobody stands for comes first, looked for in the registers where they know some; then the invitations that
    have not left, then those without an answer. In the last days the answers come before all else.

    Parameters
    ----------
    counts
        How many are listed, by how far their invitation has come.
    absences
        Each category in its order, with why nobody of it is coming.
    suggestions
        Whom to invite next, the best first.
    days_left
        Days until the workshop, ``None``: nobody said when it is.

    """
    waiting = counts.get(StakeholderStatus.INVITED, 0)
    if not any(counts.values()):
        return NextInvitation(NextAct.BEGIN)
    if waiting and days_left is not None and days_left <= LAST_DAYS:
        return NextInvitation(NextAct.REMIND, waiting)
    absent = [category for category, why in absences.items() if why in _NOBODY]
    if absent:
        return _find_somebody(absent, suggestions)
    if to_invite := counts.get(StakeholderStatus.TO_INVITE, 0):
        return NextInvitation(NextAct.INVITE, to_invite)
    return NextInvitation(NextAct.REMIND, waiting) if waiting else NextInvitation(NextAct.NOTHING)


def _find_somebody(absent: Sequence[str], suggestions: Sequence[Suggestion]) -> NextInvitation:
    for one in suggestions:
        if one.category in absent and one.candidates:
            return NextInvitation(NextAct.LOOK, one.candidates, one.category, one.entry, one.sector)
    first = next((one.category for one in suggestions if one.category in absent), absent[0])
    return NextInvitation(NextAct.ADD, 0, first)
