"""The contract of the header of every step: phase, challenge, timer and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.course import Phase
from workshop_kit.domain.entries import MINUTES
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.shared import NumberedChallenge, Timer

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SwitchLanguage:
    """Speak another language on this page."""

    language: str


@dataclass(frozen=True)
class MovePhase:
    """The phase to move the workshop to."""

    phase: Annotated[Phase, OneOf("unknown-phase")]


@dataclass(frozen=True)
class NameChallenge:
    """One challenge of the workshop."""

    challenge: Id


@dataclass(frozen=True)
class SetTimer:
    """For how long a timer is set, or by how long it is extended."""

    minutes: Annotated[int, MINUTES]


# -- what is shown --------------------------------------------------------------------------------------------------


class HeaderModel(TypedDict):
    """The header of every step; ``code`` has a row of ``0`` and ``1`` for each line of modules of the join code."""

    title: str
    territory: str
    workshop_language: str
    phase: Phase
    next: Phase | None
    people: int
    timer: Timer | None
    challenges: list[NumberedChallenge]
    challenge: str | None
    next_challenge: NumberedChallenge | None
    join_url: str
    screen_url: str
    code: list[str]
    steps: list[str]
