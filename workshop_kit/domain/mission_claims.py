"""What the synthesis may claim of missions, a part of the registry of ``domain.claims``."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.briefs import MissionBrief, Synthesis
from workshop_kit.domain.claim import Rule
from workshop_kit.domain.needs import NeedBrief

#: Why a mission still looks for somebody.
VACANT: Final[tuple[Rule[MissionBrief], ...]] = (
    Rule("missions.free-places", lambda b: b.vacant > 0, lambda b: b.vacant),
    Rule("missions.short", lambda b: b.vacant > 0 and b.short > 0, lambda b: b.short),
    Rule("missions.reached", lambda b: b.vacant > 0 and b.mission.min_places > 0 and b.short == 0),
    Rule("missions.waiting", lambda b: b.vacant > 0 and b.waiting > 0, lambda b: b.waiting),
    Rule("missions.later", lambda b: b.vacant > 0 and b.later > 0, lambda b: b.later),
    Rule("missions.able", lambda b: b.vacant > 0 and b.able > 0, lambda b: b.able),
    Rule("missions.able-none", lambda b: b.vacant > 0 and b.able == 0 and b.waiting == 0),
)

#: What would help: who one more person would have to be. It holds where a place is free that nobody holds.
NEEDED: Final[tuple[Rule[NeedBrief], ...]] = (
    Rule("missions.need", lambda n: n.free > 0, lambda n: n.free, lambda n: {"need": n}),
)


def _with_minimum(synthesis: Synthesis) -> list[MissionBrief]:
    return [brief for one in synthesis.missions for brief in one.missions if brief.mission.min_places > 0]


def _first_short(synthesis: Synthesis) -> int:
    """Count the missions of the first importance that have fewer people than their minimum."""
    return sum(brief.short > 0 and brief.mission.importance == 1 for brief in _with_minimum(synthesis))


#: What heads the missions.
MISSIONS: Final[tuple[Rule[Synthesis], ...]] = (
    Rule(
        "missions.lead",
        lambda s: s.figures.missions > 0,
        lambda s: s.figures.missions,
        lambda s: {"filled": s.figures.filled, "places": s.figures.places},
    ),
    Rule(
        "missions.minima",
        lambda s: bool(_with_minimum(s)),
        lambda s: len(_with_minimum(s)),
        lambda s: {"reached": sum(brief.short == 0 for brief in _with_minimum(s))},
    ),
    Rule("missions.first-short", lambda s: _first_short(s) > 0, _first_short),
    Rule("missions.names", lambda s: any(brief.people for one in s.missions for brief in one.missions)),
)
