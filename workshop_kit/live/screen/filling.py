"""The missions on the projector as their places fill, challenge by challenge; only who agreed to it is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.missions import WAITING
from workshop_kit.domain.model import AssignmentStatus, Challenge, Mission
from workshop_kit.domain.shown_names import list_shown_names
from workshop_kit.live.contract.screen import ScreenFrame, ScreenMissions
from workshop_kit.live.contract.screen_shown import ScreenMission, ScreenMissionCard
from workshop_kit.live.screen.pages import MISSIONS, fill_pages, weigh_row
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

#: Lines of a card above its missions: which challenge, and how many of its places are taken.
_HEAD: Final = 1.6

Taking = Mapping[tuple[str, AssignmentStatus], Sequence[str]]


def read_missions(
    repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime
) -> ScreenMissions:
    """Return the missions of each challenge, on cards that each stand whole in a column."""
    persons = Persons(repository)
    names = list_shown_names(persons.list_participants(), persons.list_volunteers())
    taking: dict[tuple[str, AssignmentStatus], list[str]] = {}
    for assignment in persons.list_assignments():
        taking.setdefault((assignment.mission, assignment.status), []).append(assignment.participant)
    cards = [
        card
        for number, challenge in enumerate(repository.list_challenges(), start=1)
        for card in _list_cards(
            challenge,
            number,
            [_read_mission(one, taking, names) for one in repository.list_missions(challenge.id)],
        )
    ]
    return {
        **frame,
        "view": "missions",
        "cards": cards,
        "pages": fill_pages([_weigh_card(card["missions"]) for card in cards], MISSIONS),
    }


def _list_cards(challenge: Challenge, number: int, missions: Sequence[ScreenMission]) -> list[ScreenMissionCard]:
    """Part the missions of a challenge into as few cards as columns hold them, in their order."""
    parts: list[list[ScreenMission]] = []
    left = 0.0
    for mission in missions:
        weight = _weigh(mission)
        if not parts or weight > left:
            parts.append([])
            left = MISSIONS.lines - MISSIONS.edges - _HEAD
        parts[-1].append(mission)
        left -= weight
    return [
        {
            "number": number,
            "stake": conceal_contacts(challenge.stake),
            "filled": sum(one["filled"] for one in missions),
            "places": sum(one["places"] for one in missions),
            "more": place > 0,
            "missions": part,
        }
        for place, part in enumerate(parts)
    ]


def _weigh_card(missions: Sequence[ScreenMission]) -> float:
    return MISSIONS.edges + _HEAD + sum(map(_weigh, missions))


def _weigh(mission: ScreenMission) -> float:
    """Return the lines of a mission: its title, its places, what is said of them, and the names of who agreed."""
    names = "".join(f"{name}   " for name in mission["names"])
    stands = mission["minimum"] > 0 or mission["filled"] >= mission["places"] or mission["waiting"] > 0
    others = bool(names) and mission["unnamed"] > 0
    return weigh_row([mission["title"], *([names] if names else [])], notes=1 + stands + others)


def _read_mission(mission: Mission, taking: Taking, names: Mapping[str, str]) -> ScreenMission:
    """Return one mission: a name stands there for who accepted it and agreed to be named, the others are counted."""
    accepted = taking.get((mission.id, AssignmentStatus.ACCEPTED), ())
    named = sorted((names[one] for one in accepted if one in names), key=str.casefold)
    return {
        "title": conceal_contacts(mission.title),
        "places": mission.places,
        "minimum": mission.min_places,
        "filled": len(accepted),
        "waiting": sum(len(taking.get((mission.id, status), ())) for status in WAITING),
        "sector": conceal_contacts(mission.sector),
        "names": named,
        "unnamed": len(accepted) - len(named),
    }
