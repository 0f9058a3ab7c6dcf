"""Who one more person would have to be for a place to be filled (*ce qui aiderait*), and the places that are free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.assigning.explaining import Need, state_need
from workshop_kit.domain.assigning.times import list_days_asked
from workshop_kit.domain.model import Mission
from workshop_kit.domain.names import fold_name

#: The importance of a mission of which nobody said any.
USUAL_IMPORTANCE: Final = 2


@dataclass(frozen=True)
class NeedBrief:
    """What would help (*besoin*): somebody like ``need``, for one of ``free`` places that nobody holds.

    ``missions`` are those that ask for just that, by their ids: each mission stands in one need.
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
    alike: dict[tuple[object, ...], list[Mission]] = {}
    for mission in sorted((one for one in missions if free[one.id] > 0), key=lambda one: one.importance):
        where = (fold_name(mission.sector), mission.car, fold_name(mission.language))
        asked = (mission.challenge, mission.min_competence, *where, frozenset(list_days_asked(mission)))
        alike.setdefault(asked, []).append(mission)
    return tuple(_need(group, sum(free[one.id] for one in group)) for group in alike.values())


def _need(alike: Sequence[Mission], free: int) -> NeedBrief:
    """Say who would help missions that all ask for the same."""
    need = state_need(alike[0], alike[0].min_competence, tuple(alike))
    return NeedBrief(need, free, {one.id: one for one in alike})
