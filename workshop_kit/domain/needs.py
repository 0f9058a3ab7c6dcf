"""Who one more person would have to be for a place to be filled (*ce qui aiderait*), and the places that are free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.assigning.explaining import Need
from workshop_kit.domain.assigning.rules import serves, speaks
from workshop_kit.domain.model import Mission
from workshop_kit.domain.names import fold_name

#: The importance of a mission of which nobody said any.
USUAL_IMPORTANCE: Final = 2


@dataclass(frozen=True)
class NeedBrief:
    """What would help (*besoin*): somebody like ``need``, for one of ``free`` places that nobody holds.

    ``missions`` are those that the need opens, by their ids.
    """

    need: Need
    free: int
    missions: Mapping[str, Mission]


def list_needs(missions: Iterable[Mission], free: Mapping[str, int]) -> tuple[NeedBrief, ...]:
    """Return who would help, each once: what the missions with free places ask of a person, the most important first.

    Parameters
    ----------
    missions
        In the order in which they are shown.
    free
        By the mission's id, how many of its places nobody holds: neither who accepted nor who has yet to answer.

    """
    found: dict[tuple[str, int, str, bool, str], NeedBrief] = {}
    waiting = sorted((one for one in missions if free[one.id] > 0), key=lambda one: one.importance)
    for mission in waiting:
        asked = (mission.challenge, mission.min_competence, fold_name(mission.sector), mission.car)
        if (*asked, fold_name(mission.language)) in found:
            continue
        opened = {one.id: one for one in (mission, *waiting) if serves(mission, mission.min_competence, one)}
        language = "" if speaks(None, mission.language) else mission.language
        named = (mission.challenge, mission.min_competence, False, mission.sector, mission.car, language)
        places = sum(free[one] for one in opened)
        found[*asked, fold_name(mission.language)] = NeedBrief(Need(*named, opens=tuple(opened)), places, opened)
    return tuple(found.values())
