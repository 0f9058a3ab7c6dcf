"""The phases of a workshop, and the access-control table: who may do what, and who sees what, in which of them.

The doors refuse from it, ``docs/security.md`` prints it, and the tests draw from it. An act is the name of an
intention of ``live.contract``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop_kit.errors import NotAllowed


class Role(StrEnum):
    """Who is looking, hence what may be known and done."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    SCREEN = "screen"


class Phase(StrEnum):
    """Where the workshop stands (*étape*); the facilitator moves it and everybody's page follows."""

    WELCOME = "welcome"
    WRITING = "writing"
    REVEAL = "reveal"
    VOTE = "vote"
    RESULTS = "results"
    SCORING = "scoring"
    OFFER = "offer"
    MISSIONS = "missions"
    THANKS = "thanks"


PHASES: Final = tuple(Phase)


@dataclass(frozen=True)
class Permit:
    """The phases in which something may be done, and the codes of the errors that refuse it before and after."""

    phases: tuple[Phase, ...]
    early: str = "step-not-open"
    late: str = "step-not-open"


@dataclass(frozen=True)
class Sight:
    """Something that a role is shown, in words, and the phases in which it is."""

    phases: tuple[Phase, ...]
    what: str


_ALWAYS: Final = Permit(PHASES)
#: An idea written in time may arrive late, from a phone that was offline: it is taken until the vote begins.
_IDEAS: Final = Permit((Phase.WRITING, Phase.REVEAL), "writing-not-begun", "writing-closed")
#: Scores may still arrive or be corrected until missions are proposed from them.
_SCORES: Final = Permit((Phase.SCORING, Phase.OFFER), "scoring-not-open", "scoring-not-open")
_GATHERING: Final = Permit((Phase.REVEAL,), "gathering-before-reveal", "gathering-after-vote")

#: What each role may do, by the intention's name.
PERMITS: Final[Mapping[Role, Mapping[str, Permit]]] = {
    Role.PARTICIPANT: {
        "choose_language": _ALWAYS,
        "join": _ALWAYS,
        "correct_seat": _ALWAYS,
        "write_idea": _IDEAS,
        "correct_idea": _IDEAS,
        "remove_idea": Permit((Phase.WRITING,), "writing-closed", "writing-closed"),
        "finish": _ALWAYS,
        "look_again": _ALWAYS,
        "place_dots": Permit((Phase.VOTE,), "vote-not-open", "vote-not-open"),
        "score_competence": _SCORES,
        "score_interest": _SCORES,
        "say_unsure": _SCORES,
        "offer_help": Permit((Phase.OFFER, Phase.MISSIONS, Phase.THANKS), "offer-not-open", "offer-not-open"),
        "withdraw_offer": _ALWAYS,
        "answer_mission": Permit((Phase.MISSIONS, Phase.THANKS), "missions-not-open", "missions-not-open"),
        "look_at_what_i_gave": _ALWAYS,
        "erase": _ALWAYS,
    },
    Role.FACILITATOR: {
        "switch_language": _ALWAYS,
        "move_phase": _ALWAYS,
        "choose_challenge": _ALWAYS,
        "begin_challenge": _ALWAYS,
        "start_timer": _ALWAYS,
        "extend_timer": _ALWAYS,
        "stop_timer": _ALWAYS,
        "describe_workshop": _ALWAYS,
        "preview_challenge": _ALWAYS,
        "write_challenge": _ALWAYS,
        "move_challenge": _ALWAYS,
        "remove_challenge": _ALWAYS,
        "write_sector": _ALWAYS,
        "remove_sector": _ALWAYS,
        "write_stakeholder": _ALWAYS,
        "set_status": _ALWAYS,
        "remove_stakeholder": _ALWAYS,
        "write_for": Permit((Phase.WELCOME, Phase.WRITING, Phase.REVEAL), "ideas-closed", "ideas-closed"),
        "remove_idea": _ALWAYS,
        "gather_ideas": _GATHERING,
        "rename_group": _GATHERING,
        "undo_group": _GATHERING,
        "score_for": _ALWAYS,
        "add_mission": _ALWAYS,
        "change_mission": _ALWAYS,
        "remove_mission": _ALWAYS,
        "propose_assignments": _ALWAYS,
        "place_by_hand": _ALWAYS,
        "take_off": _ALWAYS,
        "make": _ALWAYS,
        "cancel": _ALWAYS,
        "fetch": _ALWAYS,
        "erase_person": _ALWAYS,
    },
    Role.SCREEN: {},
}

#: What each role is shown, and when: the doors show nothing of it in another phase.
SHOWS: Final[Mapping[Role, Mapping[str, Sight]]] = {
    Role.PARTICIPANT: {
        "own_ideas": Sight((Phase.WRITING,), "one’s own ideas, to write and correct"),
        "ideas": Sight((Phase.REVEAL,), "everybody’s ideas, unsigned"),
        "ballot": Sight((Phase.VOTE,), "the options of the vote, with one’s own dots"),
        "tallies": Sight((Phase.RESULTS,), "what each option gathered, and one’s own dots"),
        "scores": Sight((Phase.SCORING,), "one’s own place in each matrix"),
        "offer": Sight((Phase.OFFER,), "the form of an offer of help"),
        "missions": Sight((Phase.MISSIONS, Phase.THANKS), "the missions proposed to oneself"),
    },
    Role.FACILITATOR: {
        "ideas": Sight(
            tuple(phase for phase in PHASES if phase not in (Phase.WELCOME, Phase.WRITING)),
            "everybody’s ideas, each with its author’s category",
        ),
        "tallies": Sight(
            tuple(phase for phase in PHASES if PHASES.index(phase) >= PHASES.index(Phase.RESULTS)),
            "what each option gathered",
        ),
    },
    Role.SCREEN: {
        "join": Sight((Phase.WELCOME,), "the address to join at, and its code"),
        "finished": Sight((Phase.WRITING,), "how many are done writing"),
        "ideas": Sight((Phase.REVEAL,), "everybody’s ideas, unsigned, contact details blotted out"),
        "voted": Sight((Phase.VOTE,), "how many have voted"),
        "tallies": Sight((Phase.RESULTS,), "what each option gathered"),
        "scores": Sight((Phase.SCORING,), "how many people are where in each matrix"),
        "offers": Sight((Phase.OFFER,), "how many offered help"),
        "missions": Sight((Phase.MISSIONS,), "how the missions fill, with the names of those who agreed to it"),
        "thanks": Sight((Phase.THANKS,), "what the room gave, counted"),
    },
}

#: Phases that make sense before any challenge was written.
WITHOUT_CHALLENGE: Final = (Phase.WELCOME, Phase.THANKS)
#: Phases in which the room works on the current challenge alone.
ABOUT_ONE_CHALLENGE: Final = (Phase.WRITING, Phase.REVEAL, Phase.VOTE, Phase.RESULTS)
#: Phases whose pages show everybody's ideas: the reveal, and what the facilitator may jump to without it.
REVEALING: Final = (Phase.REVEAL, Phase.VOTE, Phase.RESULTS)


def check_permitted(role: Role, act: str, phase: Phase) -> None:
    """Refuse what ``role`` may not do in ``phase``.

    Raises
    ------
    NotAllowed
        With the permit's code for before or after its phases.

    """
    permit = PERMITS[role][act]
    if phase not in permit.phases:
        first = min(PHASES.index(one) for one in permit.phases)
        raise NotAllowed(permit.early if PHASES.index(phase) < first else permit.late)


def is_shown(role: Role, what: str, phase: Phase) -> bool:
    """Tell whether ``role`` is shown ``what`` in ``phase``."""
    return phase in SHOWS[role][what].phases


def phase_after(phase: Phase) -> Phase | None:
    """Return the phase that follows, ``None`` after the last."""
    after = PHASES[PHASES.index(phase) + 1 :]
    return after[0] if after else None
