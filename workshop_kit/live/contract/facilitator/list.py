"""The contract of the volunteers before the workshop: how many forms came, and a shop's paper list typed in fast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.course import Phase
from workshop_kit.domain.entries import COMPETENCE, DAYS_WORD, FORM_NAME, INTEREST, REACH
from workshop_kit.domain.forms import Purpose
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.shared import NumberedChallenge

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TypeVolunteer:
    """One line of a paper list: who, to what they said yes, and what they answered on each of some stakes.

    ``competences`` and ``interests`` stand in the order of ``challenges``; ``None``: nothing was written there.
    ``unsure`` are those of them on which "I don't know" was ticked.
    """

    name: Annotated[str, FORM_NAME]
    reach: Annotated[str, REACH]
    purposes: tuple[Purpose, ...]
    challenges: tuple[Id, ...]
    competences: tuple[Annotated[int, COMPETENCE] | None, ...]
    interests: tuple[Annotated[int, INTEREST] | None, ...]
    unsure: tuple[Id, ...] = ()
    days: Annotated[str, DAYS_WORD] = ""


@dataclass(frozen=True)
class TakeLineBack:
    """A line that was just typed in."""

    participant: Id


class TypedLine(TypedDict):
    """The id of who was typed in."""

    participant: str


# -- what is shown --------------------------------------------------------------------------------------------------


class ListedChallenge(NumberedChallenge):
    """A stake, and how many forms answer on it."""

    forms: int


class ListModel(TypedDict):
    """How many forms came, on a phone and on paper, and how many of the people can be reached; nobody is named.

    ``phase`` and ``since`` are where the room stands, for the button that opens the form and the one that closes it;
    ``door`` are the words that newcomers say, or empty.
    """

    phase: Phase
    since: int
    join: str
    door: str
    forms: int
    typed: int
    reachable: int
    retention: str
    challenges: list[ListedChallenge]
