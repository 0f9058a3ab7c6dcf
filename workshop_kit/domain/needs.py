"""Who one more person would have to be for a place to be filled (*ce qui aiderait*), and the places that are free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.assigning.explaining import Need, state_need
from workshop_kit.domain.assigning.rules import serves
from workshop_kit.domain.assigning.times import list_days_asked
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
    found: dict[tuple[object, ...], NeedBrief] = {}
    waiting = sorted((one for one in missions if free[one.id] > 0), key=lambda one: one.importance)
    for mission in waiting:
        where = (fold_name(mission.sector), mission.car, fold_name(mission.language))
        asked = (mission.challenge, mission.min_competence, *where, frozenset(list_days_asked(mission)))
        if asked in found:
            continue
        opened = {one.id: one for one in (mission, *waiting) if serves(mission, mission.min_competence, one)}
        places = sum(free[one] for one in opened)
        need = state_need(mission, mission.min_competence, tuple(opened.values()))
        found[asked] = NeedBrief(need, places, opened)
    return tuple(found.values())
