"""The screen's window: what everybody in the room may see now, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final
from urllib.parse import parse_qs

from workshop_kit.domain.course import Phase, Role, is_shown
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.model import AssignmentStatus, Challenge, Change, IdeaGroup, Mission, Volunteer
from workshop_kit.domain.presence import list_room
from workshop_kit.domain.synthesis import conceal_contacts
from workshop_kit.domain.voting import tally_votes
from workshop_kit.environment import JOIN_VARIABLE
from workshop_kit.i18n import choose_language
from workshop_kit.live.challenge import read_options
from workshop_kit.live.contract.screen import (
    ScreenCard,
    ScreenFrame,
    ScreenMission,
    ScreenMissions,
    ScreenModel,
    ScreenOffer,
    ScreenPlain,
    ScreenRank,
    ScreenResults,
    ScreenReveal,
    ScreenScoring,
    ScreenThanks,
    ScreenVote,
    ScreenWelcome,
    ScreenWriting,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, Panel, shows
from workshop_kit.live.matrix import count_matrix
from workshop_kit.live.tallies import describe_tally
from workshop_kit.live.timer import read_timer
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.qr import draw_code
from workshop_kit.store import Repository

#: The kinds of change that move the room itself, in any phase.
_ALWAYS_CHANGES: Final = frozenset({"workshop", "challenge", "participant"})
#: The kinds of change that alter what ``domain.course.SHOWS`` names for the screen.
_CHANGES: Final[Mapping[str, frozenset[str]]] = {
    "finished": frozenset({"finished"}),
    "ideas": frozenset({"idea", "group"}),
    "voted": frozenset({"vote"}),
    "tallies": frozenset({"idea", "group", "vote"}),
    "scores": frozenset({"score"}),
    "offers": frozenset({"volunteer"}),
    "missions": frozenset({"mission", "assignment", "volunteer", "sector"}),
    "thanks": frozenset({"idea", "volunteer", "assignment"}),
}


class ScreenWindow(LiveWorkshop):
    """One window for the projector (*écran*): it reads, and has no intention at all.

    Its read model is made anew for each phase from what that phase makes public, so that an idea before the
    reveal, a tally before the results or a name without consent never enters the screen's kernel state. A telephone
    number or an e-mail address that somebody typed into an idea is blotted out.
    """

    role = Role.SCREEN

    @property
    def language(self) -> str:
        """The language of ``?lang=`` in the page's address, else the workshop's."""
        wanted = parse_qs(self.visit.query).get("lang", [""])[-1] if self.visit is not None else ""
        return choose_language(wanted, self.store.read(lambda repository: repository.find_workshop()).language)

    def concerns(self, panel: Panel, change: Change, shown: Mapping[str, Any]) -> bool:
        """Tell whether ``change`` may alter what the present phase shows."""
        return change.kind in _ALWAYS_CHANGES | _CHANGES.get(_find_shown(Phase(shown["phase"])), frozenset())

    @shows(
        *_ALWAYS_CHANGES.union(*_CHANGES.values()),
        pace=DRAW_EVERY,
        at_once=("workshop",),
        sections=("screen", "phases"),
    )
    def screen_model(self) -> ScreenModel:
        """Return what the room may see in the present phase."""
        return self.store.read(self._read)

    def _read(self, repository: Repository) -> ScreenModel:
        workshop = repository.find_workshop()
        challenges = repository.list_challenges()
        shown = [one for one in challenges if one.id == workshop.current_challenge] or list(challenges)
        numbers = {challenge.id: number for number, challenge in enumerate(challenges, start=1)}
        frame: ScreenFrame = {
            "phase": workshop.phase,
            "title": workshop.title,
            "territory": workshop.territory,
            "people": len(list_room(repository.list_participants())),
            "timer": read_timer(workshop.timer_ends_at, self.now()),
            "of": len(challenges),
            "challenges": [
                {"number": numbers[one.id], "stake": one.stake, "statement": one.statement} for one in shown
            ],
        }
        return _READERS.get(_find_shown(workshop.phase), _read_plain)(repository, shown, frame)


def _find_shown(phase: Phase) -> str:
    """Return what the table of the phases lets the screen show, ``""`` when it names nothing."""
    return next((what for what in _READERS if is_shown(Role.SCREEN, what, phase)), "")


def _count_in_room(repository: Repository, people: Collection[str]) -> int:
    """Return how many of ``people`` are in the room: the screen says "of so many", and that is the room."""
    return sum(one.id in people for one in list_room(repository.list_participants()))


def _read_plain(_repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenPlain:
    return {**frame, "view": "plain"}


def _read_welcome(_repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenWelcome:
    join = os.environ.get(JOIN_VARIABLE, "")
    return {**frame, "view": "welcome", "join": join, "qr": draw_code(join)}


def _read_writing(repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenWriting:
    finished = _count_in_room(repository, repository.list_finished(Phase.WRITING))
    return {**frame, "view": "writing", "finished": finished}


def _read_reveal(repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenReveal:
    cards: list[ScreenCard] = []
    for challenge in shown:
        groups = {group.id: group for group in repository.list_groups(challenge.id)}
        for option in list_options(repository.list_ideas(challenge.id), tuple(groups.values())):
            cards.append(
                {
                    "title": _title_of(groups.get(option.id)),
                    "texts": [conceal_contacts(idea.text) for idea in option.ideas],
                    "stake": challenge.stake if len(shown) > 1 else "",
                }
            )
    return {**frame, "view": "reveal", "cards": cards}


def _title_of(group: IdeaGroup | None) -> str:
    return "" if group is None else conceal_contacts(group.title)


def _read_vote(repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenVote:
    identifiers = {challenge.id for challenge in shown}
    voters = {vote.participant for vote in repository.list_votes() if vote.challenge in identifiers}
    return {**frame, "view": "vote", "voted": _count_in_room(repository, voters)}


def _read_results(repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenResults:
    ranks: list[ScreenRank] = []
    for challenge in shown:
        options = read_options(repository, challenge)
        for tally in tally_votes(options, repository.list_votes(challenge.id)):
            ranks.append(
                {
                    **describe_tally(tally),
                    "title": conceal_contacts(tally.option.title),
                    "ideas": len(tally.option.ideas),
                    "stake": challenge.stake if len(shown) > 1 else "",
                }
            )
    return {**frame, "view": "results", "ranks": ranks}


def _read_scoring(repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenScoring:
    participants = repository.list_participants()
    matrices = [count_matrix(repository.list_scores(one.id), participants) for one in shown]
    return {**frame, "view": "scoring", "matrices": matrices}


def _read_offer(repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenOffer:
    return {**frame, "view": "offer", "offers": _count_offers(repository)}


def _count_offers(repository: Repository) -> int:
    return sum(one.consented_at is not None for one in repository.list_volunteers())


def _read_missions(repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenMissions:
    volunteers = {one.participant: one for one in repository.list_volunteers()}
    taking: dict[str, list[str]] = {}
    for assignment in repository.list_assignments():
        if assignment.status is AssignmentStatus.ACCEPTED:
            taking.setdefault(assignment.mission, []).append(assignment.participant)
    missions = [
        _read_mission(challenge, mission, taking.get(mission.id, []), volunteers)
        for challenge in repository.list_challenges()
        for mission in repository.list_missions(challenge.id)
    ]
    return {**frame, "view": "missions", "missions": missions}


def _read_mission(
    challenge: Challenge, mission: Mission, taken_by: Sequence[str], volunteers: Mapping[str, Volunteer]
) -> ScreenMission:
    """Return one mission with the names of those who took it on and agreed to be named; the others are only counted."""
    agreed = [volunteers[one].name for one in taken_by if one in volunteers and volunteers[one].may_show_name]
    named = sorted((name for name in agreed if name), key=str.casefold)
    return {
        "stake": challenge.stake,
        "title": mission.title,
        "places": mission.places,
        "filled": len(taken_by),
        "sector": mission.sector,
        "names": named,
        "unnamed": len(taken_by) - len(named),
    }


def _read_thanks(repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame) -> ScreenThanks:
    accepted = sum(one.status is AssignmentStatus.ACCEPTED for one in repository.list_assignments())
    return {
        **frame,
        "view": "thanks",
        "ideas": len(repository.list_ideas()),
        "offers": _count_offers(repository),
        "taken": accepted,
    }


#: Who reads what ``domain.course.SHOWS`` names for the screen.
_READERS: Final[Mapping[str, Callable[[Repository, Sequence[Challenge], ScreenFrame], ScreenModel]]] = {
    "join": _read_welcome,
    "finished": _read_writing,
    "ideas": _read_reveal,
    "voted": _read_vote,
    "tallies": _read_results,
    "scores": _read_scoring,
    "offers": _read_offer,
    "missions": _read_missions,
    "thanks": _read_thanks,
}
