"""The course of a workshop: its roles, its phases, the stages of a challenge, and the moments that come of both.

The room goes through phases; each challenge goes through stages of its own, so that revealing one reveals no other. Who
may do what when, and sees what, stands in ``permits``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """Who is looking, hence what may be known and done."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    HELPER = "helper"
    SCREEN = "screen"
    HOME = "home"


class Phase(StrEnum):
    """Where the room as a whole stands (*étape*); the facilitator moves it and everybody's page follows."""

    FORM = "form"
    WELCOME = "welcome"
    WORK = "work"
    SCORING = "scoring"
    OFFER = "offer"
    MISSIONS = "missions"
    THANKS = "thanks"


class Stage(StrEnum):
    """Where one challenge stands (*étape du défi*), whatever the others do."""

    UNOPENED = "unopened"
    WRITING = "writing"
    REVEAL = "reveal"
    VOTE = "vote"
    RESULTS = "results"
    CLOSED = "closed"


class Moment(StrEnum):
    """State of the room (*moment*): the phase, or in the phase of work the stage of a challenge.

    Each has a guide, a page and words of its own.
    """

    FORM = "form"
    WELCOME = "welcome"
    CHOICE = "choice"
    WRITING = "writing"
    REVEAL = "reveal"
    VOTE = "vote"
    RESULTS = "results"
    SCORING = "scoring"
    OFFER = "offer"
    MISSIONS = "missions"
    THANKS = "thanks"


PHASES: Final = tuple(Phase)
STAGES: Final = tuple(Stage)
MOMENTS: Final = tuple(Moment)

#: The stages in which a challenge is being worked on.
OPEN_STAGES: Final = (Stage.WRITING, Stage.REVEAL, Stage.VOTE, Stage.RESULTS)
#: The stages in which the room has been shown the ideas of the challenge.
REVEALING: Final = (Stage.REVEAL, Stage.VOTE, Stage.RESULTS)
#: Phases that make sense before any challenge was written.
WITHOUT_CHALLENGE: Final = (Phase.FORM, Phase.WELCOME, Phase.THANKS)
#: Phases before the afternoon begins: in the first nobody is in the room yet.
BEFORE: Final = (Phase.FORM, Phase.WELCOME)
#: The phases of the afternoon, in which people are in the room.
IN_THE_ROOM: Final = PHASES[1:]


def find_moment(phase: Phase, stage: Stage | None) -> Moment:
    """Return what is done now: in the phase of work it is what the challenge in question stands at."""
    if phase is not Phase.WORK:
        return Moment(phase.value)
    return Moment(stage) if stage in OPEN_STAGES else Moment.CHOICE


def place_moment(moment: Moment) -> tuple[Phase, Stage | None]:
    """Return the phase of a moment, and the stage its challenge stands at if it is about one."""
    if moment is Moment.CHOICE:
        return Phase.WORK, Stage.CLOSED
    if moment.value in list(Stage):
        return Phase.WORK, Stage(moment.value)
    return Phase(moment.value), None
